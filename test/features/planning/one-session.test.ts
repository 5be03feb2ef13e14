import { beforeEach, describe, expect, it } from 'vitest';
import { liveUntil } from '../../support/live-until.ts';
import { startLinkedChat, type TestChat } from '../../support/start-test-chat.ts';

const CELL = '/nhaclich 19h30 ngày 5 hằng tháng Sinh hoạt chi bộ, tại nhà văn hóa ấp 2';

let chat: TestChat;

beforeEach(async () => {
  chat = await startLinkedChat();
  await admin(CELL);
  await press('Đúng, đặt lịch');
});

describe('a session', () => {
  it('is shown by its code, by its schedule, or as the next one', async () => {
    const shown =
      'SH1 – Sinh hoạt chi bộ\nThời gian: thứ Năm, 05/02/2026, 19 giờ 30\nĐịa điểm: nhà văn hóa ấp 2';
    expect(await chat.says('An', '/buoi')).toBe(shown);
    expect(await chat.says('An', '/buoi sh-1')).toBe(shown);
    expect(await chat.says('An', '/buoi NL1')).toBe(shown);
  });

  it('offers its changes to administrators only', async () => {
    await chat.says('An', '/buoi SH1');
    expect(buttons()).toEqual([]);
    await admin('/buoi SH1');
    expect(buttons()).toEqual([
      'Ngày giờ',
      'Địa điểm',
      'Chủ trì',
      'Người trình bày',
      'Hình thức',
      'Hoãn',
      'Hủy buổi này',
    ]);
    expect(await chat.says('An', '/doilich SH1 20h ngày 7/2')).toBe('Lệnh này dành cho quản trị viên.');
  });

  it.each([
    ['Chủ trì', 'Ai chủ trì?', 'Nguyễn Văn An', 'Chủ trì: Nguyễn Văn An'],
    ['Người trình bày', 'Ai trình bày', 'Trần Thị Lan', 'Người trình bày: Trần Thị Lan'],
    ['Địa điểm', 'Họp ở đâu?', 'hội trường xã', 'Địa điểm: hội trường xã'],
    ['Ngày giờ', 'Dời sang khi nào?', '20h ngày 7/2', 'sang thứ Bảy, 07/02/2026, 20 giờ 00'],
  ])('has a button %s that opens the question for it', async (label, question, answer, noted) => {
    await admin('/buoi SH1');
    expect(await press(label)).toContain(question);
    expect(await admin(answer)).toContain(noted);
  });

  it('goes back to the place of its schedule, and to nobody in the chair', async () => {
    await admin('/diadiem SH1 hội trường xã');
    await admin('/chutri SH1 Nguyễn Văn An');
    expect(await admin('/diadiem SH1 bỏ')).toContain('Địa điểm: nhà văn hóa ấp 2');
    expect(await admin('/chutri SH1 không')).not.toContain('Chủ trì');
  });

  it('is held online with a link, which is asked for when it is missing', async () => {
    await admin('/buoi SH1');
    await press('Hình thức');
    expect(await press('trực tuyến')).toContain('Chưa có đường dẫn để vào họp.');
    expect(await press('Ghi đường dẫn')).toContain('Đường dẫn vào họp là gì?');
    expect(await admin('phòng họp của xã')).toContain('Chưa thấy đường dẫn');
    expect(await admin('meet.google.com/abc-defg-hij')).toContain(
      'Hình thức: trực tuyến\nĐường dẫn: https://meet.google.com/abc-defg-hij',
    );
    expect(await chat.says('An', '/lich')).toContain('Sinh hoạt chi bộ, họp trực tuyến (SH1)');
    expect(await admin('/hinhthuc SH1 trực tiếp')).toContain('Địa điểm: nhà văn hóa ấp 2');
  });

  it('is held in both ways, with its place and its link', async () => {
    expect(await admin('/hinhthuc SH1 kết hợp https://zoom.us/j/123')).toContain(
      'Địa điểm: nhà văn hóa ấp 2\nHình thức: trực tiếp kết hợp trực tuyến\nĐường dẫn: https://zoom.us/j/123',
    );
  });

  it.each(['/buoi SH99', '/buoi NL9', '/buoi VT1', '/huybuoi SH99'])(
    'is refused in words: %s',
    async (line) => {
      expect(await admin(line)).toMatch(/^(Không có buổi|NL9 không có kỳ nào|“VT1” không phải mã buổi)/);
    },
  );

  it('what people type of it is never markup or a mention', async () => {
    await admin('/chutri SH1 <b>An</b> @everyone');
    expect(chat.platform.posted.at(-1)?.message.text.markup).toContain(
      '&lt;b&gt;An&lt;/b&gt; @\u2060everyone',
    );
  });
});

describe('doilich', () => {
  it.each([
    ['SH1 20h ngày 7/2', 'thứ Bảy, 07/02/2026, 20 giờ 00'],
    ['SH1 20h ngay 7/2', 'thứ Bảy, 07/02/2026, 20 giờ 00'],
    ['sh1 sang ngày 7/2', 'thứ Bảy, 07/02/2026, 19 giờ 30'],
    ['SH1 20h', 'thứ Năm, 05/02/2026, 20 giờ 00'],
    ['SH1 lùi 2 ngày', 'thứ Bảy, 07/02/2026, 19 giờ 30'],
    ['SH1 sớm hơn 1 tuần', 'thứ Năm, 29/01/2026, 19 giờ 30'],
    ['SH1 muộn hơn 30 phút', 'thứ Năm, 05/02/2026, 20 giờ 00'],
    ['NL1 20h ngày 7/2', 'thứ Bảy, 07/02/2026, 20 giờ 00'],
  ])('reads %s', async (line, moment) => {
    expect(await admin(`/doilich ${line}`)).toBe(
      `✅ SH1 – Sinh hoạt chi bộ: dời từ thứ Năm, 05/02/2026, 19 giờ 30 sang ${moment}. Các kỳ sau giữ nguyên.`,
    );
    expect(await chat.says('An', '/lich')).toContain(
      `• ${moment}: Sinh hoạt chi bộ, tại nhà văn hóa ấp 2 – dời từ thứ Năm, 05/02/2026 (SH1)`,
    );
  });

  it('asks for the session when only the time is said, and for the time when only the session is', async () => {
    expect(await admin('/doilich 20h ngày 7/2')).toContain('Buổi nào?');
    expect(await admin('SH1')).toContain('sang thứ Bảy, 07/02/2026, 20 giờ 00');
    expect(await admin('/doilich SH1')).toContain('Dời sang khi nào?');
    expect(await admin('20h ngày 8/2')).toContain('sang Chủ nhật, 08/02/2026, 20 giờ 00');
  });

  it('refuses what has passed, a rule, and the time it has already', async () => {
    expect(await admin('/doilich SH1 sớm hơn 30 ngày')).toContain('đã qua');
    expect(await admin('/doilich SH1 20h ngày 7 hằng tháng')).toContain('Mời ghi một ngày cụ thể');
    expect(await admin('/doilich SH1 19h30 ngày 5/2')).toContain('SH1 vốn đã vào giờ đó');
    expect(await admin('/doilich SH1 31/2')).toContain('Không có');
  });

  it('warns before it moves a session onto another, and does so when told to', async () => {
    await admin('/nhaclich 8h ngày 7/2 Đại hội chi đoàn');
    await press('Đúng, đặt lịch');
    expect(await admin('/doilich SH1 9h ngày 7/2')).toBe(
      '⚠️ SH1 dời sang thứ Bảy, 07/02/2026, 9 giờ 00 sẽ trùng hoặc sát giờ với Đại hội chi đoàn (thứ Bảy, 07/02/2026, 8 giờ 00). Vẫn dời?',
    );
    expect(await chat.says('An', '/lich')).toContain('thứ Năm, 05/02/2026, 19 giờ 30: Sinh hoạt chi bộ');
    expect(await press('Vẫn dời')).toContain('sang thứ Bảy, 07/02/2026, 9 giờ 00');
    expect(await admin('/doilich SH1 19h ngày 7/2')).toContain('✅');
  });

  it('back to its own day makes it an ordinary session again', async () => {
    await admin('/doilich SH1 20h ngày 7/2');
    await admin('/doilich SH1 19h30 ngày 5/2');
    expect(await chat.says('An', '/lich')).toContain(
      '• thứ Năm, 05/02/2026, 19 giờ 30: Sinh hoạt chi bộ, tại nhà văn hóa ấp 2 (SH1)',
    );
  });

  it('moves the next session of a yearly schedule, long before it would have been made', async () => {
    await admin('/nhaclich 8h ngày 19/5 hằng năm Lễ kỷ niệm ngày sinh Bác');
    await press('Đúng, đặt lịch');
    expect(await admin('/doilich NL2 8h ngày 18/5')).toContain('sang thứ Hai, 18/05/2026, 8 giờ 00');
    await liveUntil(chat, '2026-05-01T09:00');
    expect((await chat.says('An', '/lich')).match(/Lễ kỷ niệm/g)).toHaveLength(1);
    const reminders = (await liveUntil(chat, '2026-05-20T09:00')).filter((text) => text.includes('🔔'));
    expect(reminders.filter((text) => text.includes('Lễ kỷ niệm'))).toHaveLength(2);
  });
});

describe('hoan and huybuoi', () => {
  it('a postponed session is asked about again in three days, with a choice', async () => {
    expect(await admin('/hoan SH1')).toBe(
      'SH1 – Sinh hoạt chi bộ, thứ Năm, 05/02/2026, 19 giờ 30: tạm hoãn. Sẽ hỏi lại ngày mới vào thứ Bảy, 17/01/2026.',
    );
    expect(await chat.says('An', '/lich')).toContain('Sinh hoạt chi bộ – tạm hoãn, chờ ngày mới (SH1)');
    expect(await liveUntil(chat, '2026-01-17T07:59')).toEqual([]);
    expect(await liveUntil(chat, '2026-01-17T08:01')).toEqual([
      'SH1 – Sinh hoạt chi bộ, thứ Năm, 05/02/2026, 19 giờ 30, đang tạm hoãn. Đã có ngày mới chưa?',
    ]);
    expect(buttons()).toEqual(['Chọn ngày mới', 'Hỏi lại sau 3 ngày', 'Hủy buổi này']);
  });

  it('is asked about less and less often without an answer, and not at all when it is long past', async () => {
    await admin('/hoan SH1 hỏi lại sau 1 tuần');
    const days: string[] = [];
    while (days.length < 10 && chat.clock.now().toString() < '2026-06') {
      const posted = await liveUntil(chat, chat.clock.now().add({ hours: 31 }).toString().slice(0, 16));
      if (posted.some((text) => text.startsWith('SH1') && text.includes('Đã có ngày mới chưa?')))
        days.push(chat.clock.now().toString().slice(5, 10));
    }
    expect(days).toEqual(['01-21', '02-04', '03-04', '04-03']);
  });

  it('stays in the calendar after its day, until it has a new one', async () => {
    await admin('/hoan SH1 20 ngày');
    await liveUntil(chat, '2026-02-10T08:00');
    expect(await chat.says('An', '/lich')).toContain(
      '• Sinh hoạt chi bộ, thứ Năm, 05/02/2026: tạm hoãn, chờ ngày mới (SH1)',
    );
    await admin('/doilich SH1 20h ngày 12/2');
    expect(await chat.says('An', '/lich')).not.toContain('chờ ngày mới');
  });

  it.each(['/hoan SH1 0 ngày', '/hoan SH1 500 ngày', '/hoan SH1 20h ngày 7/2'])(
    'refuses in words: %s',
    async (line) => {
      expect(await admin(line)).toContain('Hỏi lại sau');
    },
  );

  it('a cancelled session is not reminded of, the next one is', async () => {
    expect(await admin('/huybuoi SH1')).toBe(
      'SH1 – Sinh hoạt chi bộ, thứ Năm, 05/02/2026, 19 giờ 30: đã hủy. Các kỳ sau vẫn như lịch.',
    );
    expect(await admin('/huybuoi SH1')).toBe('SH1 đã được hủy.');
    expect((await liveUntil(chat, '2026-03-01T08:00')).filter((text) => text.includes('🔔'))).toEqual([]);
    expect((await liveUntil(chat, '2026-03-06T08:00')).filter((text) => text.includes('🔔'))).toHaveLength(2);
  });

  it.each(['/huybuoi SH1', '/hoan SH1'])('%s is taken back with one press', async (line) => {
    await admin(line);
    expect(await press('Giữ buổi này')).toBe(
      '✅ SH1 – Sinh hoạt chi bộ vẫn diễn ra: thứ Năm, 05/02/2026, 19 giờ 30.',
    );
    expect((await liveUntil(chat, '2026-02-06T00:00')).filter((text) => text.includes('🔔'))).toHaveLength(2);
  });

  it('a session whose day has passed is not kept, but given a new day', async () => {
    await admin('/huybuoi SH1');
    await liveUntil(chat, '2026-02-06T08:00');
    expect(await press('Giữ buổi này')).toBe('Ngày cũ của SH1 đã qua. Chọn ngày mới: /doilich SH1');
  });
});

describe('a button in a private chat', () => {
  it('does nothing to another unit that the person has gone on to', async () => {
    await chat.says('Quantri', 'xin chào', { privately: true });
    await admin('/hoan SH1');
    await liveUntil(chat, '2026-01-17T08:01');
    expect(chat.posts('quantri').at(-1)).toContain('Đã có ngày mới chưa?');
    chat.platform.standings.set('nhom2:quantri', 'administrator');
    await chat.saysIn('nhom2', 'Quantri', '/lienket Chi bộ ấp 3');
    await chat.saysIn('nhom2', 'Quantri', CELL);
    await chat.presses('Quantri', 'Đúng, đặt lịch', 'nhom2');
    const line = chat.platform.posted
      .findLast(({ channel }) => channel === 'quantri')
      ?.message.buttons?.flat()
      .find(({ label }) => label === 'Hủy buổi này')?.line;
    expect(await chat.says('Quantri', line ?? '', { privately: true })).toContain(
      'Nút này thuộc một đơn vị khác',
    );
    expect(await chat.saysIn('nhom2', 'An', '/lich')).not.toContain('đã hủy');
  });
});

function admin(line: string) {
  return chat.says('Quantri', line);
}

function press(label: string) {
  return chat.presses('Quantri', label);
}

function buttons(): string[] {
  return (chat.platform.posted.at(-1)?.message.buttons ?? []).flat().map(({ label }) => label);
}
