import { beforeEach, describe, expect, it } from 'vitest';
import { liveUntil } from '../../support/live-until.ts';
import { startLinkedChat, type TestChat } from '../../support/start-test-chat.ts';

let chat: TestChat;

beforeEach(async () => {
  chat = await startLinkedChat();
});

describe('a session that falls on a day off', () => {
  beforeEach(async () => {
    await set('/nhaclich 19h30 ngày 17 hằng tháng Sinh hoạt chi bộ');
  });

  it('is asked about fourteen days before, once, with the days before and after the break', async () => {
    // Tết is on 17/2/2026; the days off go from 10/2 to 22/2, a Sunday.
    expect(asked(await liveUntil(chat, '2026-02-03T07:29'))).toEqual([]);
    expect(asked(await liveUntil(chat, '2026-02-03T07:31'))).toEqual([
      'SH2 – Sinh hoạt chi bộ, thứ Ba, 17/02/2026, 19 giờ 30, trùng Tết Nguyên đán. Giữ nguyên hay đổi ngày? Không trả lời thì giữ nguyên.',
    ]);
    expect(labels()).toEqual(['Giữ nguyên', 'Sớm hơn: thứ Hai, 09/02/2026', 'Muộn hơn: thứ Hai, 23/02/2026']);
    expect(asked(await liveUntil(chat, '2026-03-01T00:00'))).toEqual([]);
  });

  it('without an answer stays where it is, and the reminder says so', async () => {
    const posted = await liveUntil(chat, '2026-02-14T08:00');
    expect(posted.at(-1)).toBe(
      '🔔 Sinh hoạt chi bộ\nThời gian: thứ Ba, 17/02/2026, 19 giờ 30\nLưu ý: đúng dịp Tết Nguyên đán, buổi này vẫn giữ ngày.',
    );
  });

  it('moves with one press, and the question gives way to the answer', async () => {
    await liveUntil(chat, '2026-02-03T08:00');
    expect(await chat.presses('Quantri', 'Muộn hơn: thứ Hai, 23/02/2026')).toBe(
      '✅ SH2 – Sinh hoạt chi bộ: dời từ thứ Ba, 17/02/2026, 19 giờ 30 sang thứ Hai, 23/02/2026, 19 giờ 30. Các kỳ sau giữ nguyên.',
    );
    expect(chat.posts().join('\n')).not.toContain('Giữ nguyên hay đổi ngày?');
    expect(await chat.says('An', '/lich')).toContain(
      '23/02/2026, 19 giờ 30: Sinh hoạt chi bộ – dời từ thứ Ba, 17/02/2026',
    );
  });

  it('is decided once: a second answer changes nothing', async () => {
    await chat.says('Quantri', 'xin chào', { privately: true });
    await liveUntil(chat, '2026-02-03T08:00');
    const question = chat.platform.posted.at(-1);
    const [keep = '', , later = ''] = (question?.message.buttons ?? []).flat().map(({ line }) => line);
    expect(question?.channel).toBe('quantri');
    expect(await chat.says('Quantri', keep, { privately: true })).toContain('giữ nguyên: thứ Ba, 17/02/2026');
    expect(await chat.says('Quantri', later)).toContain('đã có người trả lời. Hiện nay: thứ Ba, 17/02/2026');
  });

  it('is answered by administrators only', async () => {
    await liveUntil(chat, '2026-02-03T08:00');
    expect(await chat.presses('An', 'Giữ nguyên')).toBe('Lệnh này dành cho quản trị viên.');
  });

  it('is not asked about when it was moved there by hand; the answer warns instead', async () => {
    expect(await admin('/doilich SH2 19h30 ngày 18/2')).toContain('Lưu ý: ngày này đúng dịp Tết Nguyên đán.');
    expect(asked(await liveUntil(chat, '2026-02-20T00:00'))).toEqual([]);
  });

  it('is not asked about when it was cancelled', async () => {
    await admin('/huybuoi SH2');
    expect(asked(await liveUntil(chat, '2026-02-20T00:00'))).toEqual([]);
  });
});

describe('the choices', () => {
  it('leave out days on which the unit has another session then', async () => {
    await set('/nhaclich 19h30 ngày 17 hằng tháng Sinh hoạt chi bộ');
    await set('/nhaclich 20h ngày 9/2 Họp chi đoàn');
    await liveUntil(chat, '2026-02-03T08:00');
    expect(labels()).toContain('Sớm hơn: Chủ nhật, 08/02/2026');
  });

  it('put two sessions on one evening only when that is asked and said', async () => {
    await set('/nhaclich 19h30 ngày 17/2 Họp A');
    await set('/nhaclich 17h ngày 18/2 Họp B');
    await liveUntil(chat, '2026-02-04T08:00');
    const lineOf = (code: string) =>
      chat.platform.posted
        .flatMap(({ message }) => message.buttons?.flat() ?? [])
        .find(({ label, line }) => label === 'Sớm hơn: thứ Hai, 09/02/2026' && line.includes(code))?.line ??
      '';
    expect(await admin(lineOf('SH1'))).toContain('dời từ thứ Ba, 17/02/2026');
    expect(await admin(lineOf('SH2'))).toBe(
      '⚠️ SH2 dời sang thứ Hai, 09/02/2026, 17 giờ 00 sẽ trùng hoặc sát giờ với Họp A (thứ Hai, 09/02/2026, 19 giờ 30). Vẫn dời?',
    );
    expect(await chat.says('An', '/lich')).toContain('18/02/2026, 17 giờ 00: Họp B');
    expect(await chat.presses('Quantri', 'Vẫn dời')).toContain('sang thứ Hai, 09/02/2026, 17 giờ 00');
  });

  it('come a week before the break begins, for a session at its end', async () => {
    await set('/nhaclich 20h ngày 22 hằng tháng Sinh hoạt chi bộ');
    expect(asked(await liveUntil(chat, '2026-02-03T07:29'))).toEqual([]);
    expect(asked(await liveUntil(chat, '2026-02-03T07:31'))).toHaveLength(1);
    expect(labels()).toContain('Sớm hơn: thứ Hai, 09/02/2026');
  });

  it('leave out what has passed, for a session that is set inside the break', async () => {
    await liveUntil(chat, '2026-02-12T08:00');
    await set('/nhaclich 19h30 ngày 17/2 Gặp mặt đầu xuân');
    expect(asked(await liveUntil(chat, '2026-02-12T08:05'))).toHaveLength(1);
    expect(labels()).toEqual(['Giữ nguyên', 'Muộn hơn: thứ Hai, 23/02/2026']);
  });
});

describe('a day off of the unit', () => {
  it('is asked about too, also when the session is made already', async () => {
    await set('/nhaclich 19h30 ngày 5 hằng tháng Sinh hoạt chi bộ');
    await liveUntil(chat, '2026-01-25T08:00');
    await admin('/ngayle nghỉ 5/2 Lễ hội làng');
    expect(asked(await liveUntil(chat, '2026-01-25T08:05'))).toEqual([
      'SH1 – Sinh hoạt chi bộ, thứ Năm, 05/02/2026, 19 giờ 30, trùng Lễ hội làng. Giữ nguyên hay đổi ngày? Không trả lời thì giữ nguyên.',
    ]);
    expect(labels()).toContain('Sớm hơn: thứ Tư, 04/02/2026');
  });
});

describe('administrators who can be written to in private', () => {
  it('are asked there, and the group is not', async () => {
    await chat.says('Quantri', 'xin chào', { privately: true });
    await set('/nhaclich 19h30 ngày 17 hằng tháng Sinh hoạt chi bộ');
    await liveUntil(chat, '2026-02-03T08:00');
    expect(asked(chat.posts())).toEqual([]);
    expect(asked(chat.posts('quantri'))).toHaveLength(1);
  });
});

async function set(line: string): Promise<void> {
  await admin(line);
  await chat.presses('Quantri', 'Đúng, đặt lịch');
}

function admin(line: string) {
  return chat.says('Quantri', line);
}

function asked(posted: readonly string[]): string[] {
  return posted.filter((text) => text.includes('Giữ nguyên hay đổi ngày?'));
}

function labels(): string[] {
  return (chat.platform.posted.findLast(({ message }) => message.buttons)?.message.buttons ?? [])
    .flat()
    .map(({ label }) => label);
}
