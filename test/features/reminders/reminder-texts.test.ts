import { beforeEach, describe, expect, it } from 'vitest';
import { liveUntil } from '../../support/live-until.ts';
import { startLinkedChat, type TestChat } from '../../support/start-test-chat.ts';

let chat: TestChat;

beforeEach(async () => {
  chat = await startLinkedChat();
});

describe('a reminder says what its moment needs', () => {
  beforeEach(async () => {
    await set(
      '/nhaclich 19h30 ngày 5 hằng tháng Sinh hoạt chi bộ, trước 1 tuần, 3 ngày và 2 tiếng, tại nhà văn hóa ấp 2',
    );
    await admin('/chutri SH1 Nguyễn Văn An');
    await admin('/trinhbay SH1 Trần Thị Lan');
    await admin('/chuyende tháng 2: Nêu gương');
  });

  it('a week before it is an announcement, three days before the details, two hours before time and place', async () => {
    const details = [
      'Thời gian: thứ Năm, 05/02/2026, 19 giờ 30',
      'Địa điểm: nhà văn hóa ấp 2',
      'Chủ trì: Nguyễn Văn An',
      'Người trình bày: Trần Thị Lan',
      'Chuyên đề: Nêu gương',
    ].join('\n');
    expect(await nextReminder('2026-01-29T08:00')).toBe(`🔔 Thông báo: Sinh hoạt chi bộ\n${details}`);
    expect(await nextReminder('2026-02-02T08:00')).toBe(`🔔 Sinh hoạt chi bộ\n${details}`);
    expect(await nextReminder('2026-02-05T18:00')).toBe(
      '🔔 Còn 2 giờ nữa: Sinh hoạt chi bộ\nThời gian: 19 giờ 30, thứ Năm, 05/02/2026\nĐịa điểm: nhà văn hóa ấp 2',
    );
  });

  it('an online session is reminded of with its link, to the last', async () => {
    await admin('/hinhthuc SH1 trực tuyến https://meet.google.com/abc');
    const online = 'Hình thức: trực tuyến\nĐường dẫn: https://meet.google.com/abc';
    expect(await nextReminder('2026-01-29T08:00')).toContain(online);
    await liveUntil(chat, '2026-02-05T17:00');
    expect(await nextReminder('2026-02-05T18:00')).toContain(online);
  });
});

describe('the words of the unit', () => {
  beforeEach(async () => {
    await set('/nhaclich 19h30 ngày 5 hằng tháng Sinh hoạt chi bộ, tại nhà văn hóa ấp 2');
  });

  it('take the place of the usual ones, with what is known filled in', async () => {
    const shown = await admin(
      '/loinhac Kính mời các đồng chí dự {Tiêu đề}, {thoigian}, tại {diadiem}. Chuyên đề: {chuyende}.\nChủ trì: {chutri}\nĐề nghị đến đúng giờ.',
    );
    expect(shown).toContain('Kỳ tới sẽ đọc là');
    const words =
      'Kính mời các đồng chí dự Sinh hoạt chi bộ, thứ Năm, 05/02/2026, 19 giờ 30, tại nhà văn hóa ấp 2.\nĐề nghị đến đúng giờ.';
    expect(shown).toContain(words);
    expect(await nextReminder('2026-02-02T08:00')).toBe(`🔔 Nhắc lịch\n${words}`);
    expect(await nextReminder('2026-02-05T18:00')).toBe(`🔔 Còn 2 giờ nữa\n${words}`);
  });

  it('name the link of an online session', async () => {
    await admin('/loinhac Mời dự {tieude}, {thoigian}, tại {diadiem}');
    await admin('/hinhthuc SH1 trực tuyến https://meet.google.com/abc');
    expect(await nextReminder('2026-02-02T08:00')).toContain(
      'tại phòng họp trực tuyến https://meet.google.com/abc',
    );
  });

  it('are never markup, nor a mention', async () => {
    await admin('/loinhac <b>Mời</b> @everyone {thoigian}');
    await liveUntil(chat, '2026-02-02T08:00');
    expect(chat.platform.posted.at(-1)?.message.text.markup).toContain(
      '&lt;b&gt;Mời&lt;/b&gt; @\u2060everyone',
    );
  });

  it.each([
    ['Mời dự {tieude} lúc {gio}', 'Chưa có “{gio}”'],
    ['Mời dự {tieude}', 'Lời nhắc cần có {thoigian}'],
    ['Mời dự {thoigian', 'dấu ngoặc nhọn bị lẻ'],
    ['Mời dự {} {thoigian}', 'Chưa có “{}”'],
    [`${'dài '.repeat(300)}{thoigian}`, 'Lời nhắc dài quá 1.000 ký tự'],
  ])('are refused in words: %s', async (text, said) => {
    expect(await admin(`/loinhac ${text}`)).toContain(said);
  });

  it('give way to the usual ones again', async () => {
    await admin('/loinhac Mời dự {tieude}, {thoigian}');
    expect(await chat.presses('Quantri', 'Dùng lại lời nhắc chung')).toContain(
      'Đơn vị đang dùng lời nhắc chung.',
    );
    expect(await nextReminder('2026-02-02T08:00')).toContain('Thời gian:');
  });
});

describe('quiet hours', () => {
  it('bring a reminder of the night forward to the evening before, told by its day', async () => {
    await set('/nhaclich 7h ngày 5 hằng tháng Dọn đường làng, trước 2 tiếng');
    expect(await nextReminder('2026-02-04T20:31')).toContain(
      '🔔 Dọn đường làng\nThời gian: thứ Năm, 05/02/2026, 7 giờ 00',
    );
    expect(reminded(await liveUntil(chat, '2026-02-06T00:00'))).toEqual([]);
  });

  it('are no hindrance to “sáng hôm đó” and to the hour itself', async () => {
    await set('/nhaclich 7h ngày 5 hằng tháng Dọn đường làng, 5h30 sáng hôm đó');
    await set('/nhaclich 5h sáng ngày 6 hằng tháng Chạy bộ, nhắc đúng giờ');
    expect(await momentsUntil('2026-02-07T00:00')).toEqual(['02-05T05:30', '02-06T05:00']);
  });

  it('are set by the unit, and reminders to come follow', async () => {
    await set('/nhaclich 7h ngày 5 hằng tháng Dọn đường làng, trước 1 tiếng');
    expect(await admin('/gioyenlang 22h đến 5h30')).toContain('từ 22 giờ 00 đến 5 giờ 30');
    expect(await momentsUntil('2026-02-06T00:00')).toEqual(['02-05T06:00']);
    expect(await admin('/gioyenlang 22h-6h30')).toContain('đến 6 giờ 30');
    expect(await momentsUntil('2026-03-06T00:00')).toEqual(['02-05T06:00', '03-04T21:30']);
  });

  it('can be none at all', async () => {
    await set('/nhaclich 7h ngày 5 hằng tháng Dọn đường làng, trước 3 tiếng');
    expect(await admin('/gioyenlang không')).toContain('Không có giờ yên lặng');
    expect(await momentsUntil('2026-02-06T00:00')).toEqual(['02-05T04:00']);
    expect(await admin('/gioyenlang đêm')).toContain('Chưa hiểu giờ yên lặng');
    expect(await admin('/gioyenlang 25h-6h')).toContain('Chưa hiểu giờ yên lặng');
  });

  it('drop nothing: a reminder whose evening has passed comes in the morning', async () => {
    await liveUntil(chat, '2026-01-14T22:00');
    await set('/nhaclich 7h ngày mai Dọn đường làng, trước 1 tiếng');
    expect(await momentsUntil('2026-01-15T08:00')).toEqual(['01-15T06:30']);
  });
});

async function set(line: string): Promise<void> {
  await admin(line);
  await chat.presses('Quantri', 'Đúng, đặt lịch');
}

function admin(line: string) {
  return chat.says('Quantri', line);
}

async function nextReminder(until: string): Promise<string | undefined> {
  return reminded(await liveUntil(chat, until)).at(0);
}

function reminded(posted: readonly string[]): string[] {
  return posted.filter((text) => text.startsWith('🔔'));
}

/** The moments at which reminders are posted, on the wall clock. */
async function momentsUntil(until: string): Promise<string[]> {
  await liveUntil(chat, until);
  const rows = await chat.app.db
    .selectFrom('reminders')
    .select(['due_at', 'state'])
    .orderBy('due_at')
    .execute();
  return rows
    .filter(({ state }) => state === 'released')
    .map(({ due_at }) => new Date(new Date(due_at).getTime() + 7 * 3_600_000).toISOString().slice(5, 16));
}
