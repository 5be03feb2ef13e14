import { beforeEach, describe, expect, it } from 'vitest';
import { toPlain } from '../../../src/texts/markup.ts';
import { liveUntil } from '../../support/live-until.ts';
import { startLinkedChat, type TestChat } from '../../support/start-test-chat.ts';

let chat: TestChat;

beforeEach(async () => {
  chat = await startLinkedChat();
  await admin('/nhaclich 19h30 ngày 5 hằng tháng Sinh hoạt chi bộ, trước 3 ngày và 2 tiếng');
  await chat.presses('Quantri', 'Đúng, đặt lịch');
});

const MOVED =
  '🔔 Sinh hoạt chi bộ\nThời gian: thứ Bảy, 07/02/2026, 20 giờ 00\nDời từ: thứ Năm, 05/02/2026, 19 giờ 30';
const LINE =
  'SH1 – Sinh hoạt chi bộ: dời từ thứ Năm, 05/02/2026, 19 giờ 30 sang thứ Bảy, 07/02/2026, 20 giờ 00.';

describe('reminders still to come', () => {
  it('follow a move to their new times', async () => {
    await admin('/doilich SH1 20h ngày 7/2');
    expect(await liveUntil(chat, '2026-02-04T07:29')).toEqual([]);
    expect(await liveUntil(chat, '2026-02-04T07:31')).toEqual([MOVED]);
    expect(await liveUntil(chat, '2026-02-07T17:59')).toEqual([]);
    expect(reminded(await liveUntil(chat, '2026-02-08T00:00'))).toEqual([
      '🔔 Còn 2 giờ nữa: Sinh hoạt chi bộ\nThời gian: 20 giờ 00, thứ Bảy, 07/02/2026\nDời từ: thứ Năm, 05/02/2026, 19 giờ 30',
    ]);
  });

  it('that were posted for the old day come again for the new one', async () => {
    await liveUntil(chat, '2026-02-03T08:00');
    await admin('/doilich SH1 20h ngày 12/2');
    expect(reminded(await liveUntil(chat, '2026-02-13T00:00'))).toHaveLength(2);
  });

  it('that were posted do not come again when only the place changes', async () => {
    await liveUntil(chat, '2026-02-03T08:00');
    await admin('/diadiem SH1 hội trường xã');
    expect(reminded(await liveUntil(chat, '2026-02-05T17:00'))).toEqual([]);
  });

  it('are not doubled by moving a session away and back', async () => {
    await liveUntil(chat, '2026-02-03T08:00');
    await admin('/doilich SH1 20h ngày 12/2');
    await admin('/doilich SH1 19h30 ngày 5/2');
    expect(reminded(await liveUntil(chat, '2026-02-20T00:00'))).toHaveLength(1);
  });

  it('a session that is moved so near that no reminder is left is announced at once', async () => {
    await privately('xin chào');
    await privately('/doilich SH1 9h hôm nay');
    expect(reminded(await liveUntil(chat, '2026-01-14T08:05'))).toEqual([
      '🔔 Còn 1 giờ nữa: Sinh hoạt chi bộ\nThời gian: 9 giờ 00, thứ Tư, 14/01/2026\nDời từ: thứ Năm, 05/02/2026, 19 giờ 30',
    ]);
  });
});

describe('a reminder on its way that the platform has not taken yet', () => {
  beforeEach(async () => {
    for (let index = 0; index < 40; index += 1) chat.platform.failures.push('unavailable');
    await liveUntil(chat, '2026-02-02T07:31');
    expect(reminders()).toEqual([]);
    expect(await outbox()).toHaveLength(1);
    chat.platform.failures.length = 0;
  });

  it('goes out with what is right now, once', async () => {
    await admin('/doilich SH1 20h ngày 7/2');
    await liveUntil(chat, '2026-02-02T09:00');
    expect(reminders()).toEqual([MOVED]);
  });

  it('is taken back when the session is cancelled', async () => {
    await admin('/huybuoi SH1');
    await liveUntil(chat, '2026-02-06T09:00');
    expect(reminders()).toEqual([]);
  });
});

describe('a reminder that was posted', () => {
  beforeEach(async () => {
    await liveUntil(chat, '2026-02-02T08:00');
    expect(reminders()).toHaveLength(1);
  });

  it('is changed in place where the change was said aloud already', async () => {
    const before = chat.platform.posted.length;
    await admin('/doilich SH1 20h ngày 7/2');
    expect(reminders()).toEqual([MOVED]);
    expect(chat.platform.posted).toHaveLength(before + 1);
    expect(chat.posts().at(-1)).toMatch(/^✅ SH1/);
  });

  it('is changed in place, and followed by a line where nobody has heard of it', async () => {
    await privately('xin chào');
    await privately('/doilich SH1 20h ngày 7/2');
    expect(reminders()).toEqual([MOVED]);
    expect(chat.posts().at(-1)).toBe(LINE);
  });

  it('is followed by a line where it cannot be changed any more', async () => {
    Object.assign(chat.platform.posted.find(({ message }) => toPlain(message.text).startsWith('🔔')) ?? {}, {
      id: 'gone',
    });
    await admin('/doilich SH1 20h ngày 7/2');
    expect(chat.posts()).toContain(LINE);
  });

  it('is changed quietly when only the speaker is new', async () => {
    await privately('xin chào');
    const before = chat.posts().length;
    await privately('/trinhbay SH1 Trần Thị Lan');
    expect(reminders().at(-1)).toContain('Người trình bày: Trần Thị Lan');
    expect(chat.posts()).toHaveLength(before);
  });

  it.each([
    ['/huybuoi SH1', 'đã hủy'],
    ['/hoan SH1', 'tạm hoãn'],
    ['/tamdung NL1', 'đang tạm dừng'],
    ['/huylich NL1', 'đã hủy'],
  ])('says so after %s', async (line, said) => {
    await admin(line);
    expect(reminders().at(-1)).toContain(said);
  });

  it('is changed together with the ones before it', async () => {
    await liveUntil(chat, '2026-02-05T18:00');
    expect(reminders()).toHaveLength(2);
    await admin('/doilich SH1 20h ngày 7/2');
    expect(reminders()).toEqual([MOVED, MOVED]);
  });

  it('keeps the buttons under it', async () => {
    await admin('/diadiem SH1 hội trường xã');
    const posted = chat.platform.posted.find(({ message }) => toPlain(message.text).startsWith('🔔'));
    expect(posted?.message.buttons?.flat().length).toBeGreaterThan(0);
  });
});

describe('what was not posted', () => {
  it('is not corrected: a session nobody has read about changes without a word', async () => {
    await privately('xin chào');
    const before = chat.posts().length;
    await privately('/doilich SH1 20h ngày 7/2');
    expect(chat.posts()).toHaveLength(before);
  });

  it('is not corrected in one channel of two', async () => {
    await liveUntil(chat, '2026-02-02T08:00');
    chat.platform.standings.set('nhom2:quantri', 'administrator');
    await chat.saysIn('nhom2', 'Quantri', '/lienket Chi bộ ấp 2');
    const before = chat.posts('nhom2').length;
    await admin('/doilich SH1 20h ngày 7/2');
    expect(chat.posts('nhom2')).toHaveLength(before);
    await liveUntil(chat, '2026-02-04T08:00');
    expect(reminders('nhom2')).toEqual([MOVED]);
  });
});

function admin(line: string) {
  return chat.says('Quantri', line);
}

function reminded(posted: readonly string[]): string[] {
  return posted.filter((text) => text.startsWith('🔔'));
}

function privately(line: string) {
  return chat.says('Quantri', line, { privately: true });
}

function reminders(channel = 'nhom'): string[] {
  return chat.posts(channel).filter((text) => text.startsWith('🔔'));
}

function outbox() {
  return chat.app.db.selectFrom('outbox').selectAll().where('state', '=', 'waiting').execute();
}
