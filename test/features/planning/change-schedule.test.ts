import { beforeEach, describe, expect, it } from 'vitest';
import { liveUntil } from '../../support/live-until.ts';
import { startLinkedChat, type TestChat } from '../../support/start-test-chat.ts';

let chat: TestChat;

beforeEach(async () => {
  chat = await startLinkedChat();
  await admin('/nhaclich 19h30 ngày 5 hằng tháng Sinh hoạt chi bộ, tại nhà văn hóa ấp 2');
  await press('Đúng, đặt lịch');
});

describe('tamdung and tieptuc', () => {
  it('a paused schedule is not in the calendar and reminds of nothing', async () => {
    expect(await admin('/tamdung NL1')).toContain('Đã tạm dừng NL1 – Sinh hoạt chi bộ.');
    expect(await calendar()).toBe('Chưa có buổi nào sắp tới.');
    expect(await admin('/dslich')).toContain('Đang tạm dừng.');
    expect(reminded(await liveUntil(chat, '2026-04-10T08:00'))).toEqual([]);
  });

  it('goes on from the day it is resumed, without making up for what passed', async () => {
    await admin('/tamdung NL1');
    await liveUntil(chat, '2026-04-10T08:00');
    expect(await press('Chạy lại')).toBe(
      '✅ NL1 – Sinh hoạt chi bộ chạy lại. Kỳ tới: thứ Ba, 05/05/2026, 19 giờ 30.',
    );
    const posted = await liveUntil(chat, '2026-05-06T00:00');
    expect(reminded(posted)).toHaveLength(2);
    expect(posted.join('\n')).not.toContain('không nhắc được');
  });

  it('resumed the same day it reminds as if nothing had been', async () => {
    await admin('/tamdung NL1');
    await admin('/tieptuc NL1');
    expect(await calendar()).toContain('• thứ Năm, 05/02/2026, 19 giờ 30: Sinh hoạt chi bộ');
    expect(reminded(await liveUntil(chat, '2026-02-06T00:00'))).toHaveLength(2);
  });

  it('paused until a day it runs again of its own, and reminds in time of the first session behind the pause', async () => {
    expect(await admin('/tamdung NL1 đến 4/4')).toContain(
      'từ ngày đó lịch tự chạy lại, kỳ đầu tiên: Chủ nhật, 05/04/2026, 19 giờ 30',
    );
    expect(await calendar()).not.toMatch(/05\/0[23]\/2026/);
    expect(await calendar()).toContain('• Chủ nhật, 05/04/2026');
    expect(await admin('/dslich')).toContain('tự chạy lại từ thứ Bảy, 04/04/2026');
    const posted = await liveUntil(chat, '2026-05-06T00:00');
    expect(reminded(posted)).toHaveLength(4);
    expect(posted.join('\n')).toMatch(/05\/04\/2026.*đã tổ chức chưa/);
    expect(posted.join('\n')).not.toMatch(/05\/0[23]\/2026.*đã tổ chức chưa/);
    expect(await admin('/tieptuc NL1')).toBe('NL1 đang chạy, không phải tiếp tục.');
  });

  it('paused until a day it goes on earlier when that is said, and until the end of a month', async () => {
    await admin('/tamdung NL1 đến hết tháng 8');
    expect(await admin('/dslich')).toContain('tự chạy lại từ thứ Ba, 01/09/2026');
    expect(await admin('/tieptuc NL1')).toContain('Kỳ tới: thứ Năm, 05/02/2026');
    expect(reminded(await liveUntil(chat, '2026-02-06T00:00'))).toHaveLength(2);
    for (const until of ['đến khi nào rảnh', 'đến 1/1/2026', 'từ tháng 3'])
      expect(await admin(`/tamdung NL1 ${until}`)).not.toContain('Đã tạm dừng');
  });

  it('says so when there is nothing to pause or to resume', async () => {
    expect(await admin('/tieptuc NL1')).toBe('NL1 đang chạy, không phải tiếp tục.');
    await admin('/tamdung NL1');
    expect(await admin('/tamdung NL1')).toBe('NL1 đang tạm dừng. Chạy lại: /tieptuc NL1');
    await admin('/huylich NL1');
    expect(await admin('/tieptuc NL1')).toBe('NL1 đã được hủy.');
    expect(await admin('/tamdung NL9')).toContain('Không có lịch NL9');
    expect(await chat.says('An', '/tamdung NL1')).toBe('Lệnh này dành cho quản trị viên.');
  });
});

describe('sualich', () => {
  it('shows what would change with the next three dates, and changes nothing until it is confirmed', async () => {
    expect(await admin('/sualich NL1 20h ngày 6 hằng tháng, tại hội trường xã')).toBe(
      [
        'NL1 – Sinh hoạt chi bộ sau khi sửa:',
        'Thời gian trước đây: 19 giờ 30 ngày 5 hằng tháng',
        'Địa điểm trước đây: nhà văn hóa ấp 2',
        'Thời gian: 20 giờ ngày 6 hằng tháng',
        'Nhắc: trước 3 ngày, trước 2 tiếng',
        'Địa điểm: hội trường xã',
        'Ba kỳ tới:',
        '• thứ Sáu, 06/02/2026, 20 giờ 00',
        '• thứ Sáu, 06/03/2026, 20 giờ 00',
        '• thứ Hai, 06/04/2026, 20 giờ 00',
        'Đúng chưa? Bấm “Đúng, sửa lịch” thì các buổi tới đổi theo; buổi nào đã đổi riêng thì giữ như đã đổi.',
      ].join('\n'),
    );
    expect(await calendar()).toContain(
      'thứ Năm, 05/02/2026, 19 giờ 30: Sinh hoạt chi bộ, tại nhà văn hóa ấp 2',
    );
    expect(await press('Đúng, sửa lịch')).toContain('✅ Đã sửa NL1 – Sinh hoạt chi bộ');
    expect(await calendar()).toBe(
      [
        'Lịch sắp tới',
        '• thứ Sáu, 06/02/2026, 20 giờ 00: Sinh hoạt chi bộ, tại hội trường xã (SH1)',
        '• thứ Sáu, 06/03/2026, 20 giờ 00: Sinh hoạt chi bộ, tại hội trường xã',
        '• thứ Hai, 06/04/2026, 20 giờ 00: Sinh hoạt chi bộ, tại hội trường xã',
      ].join('\n'),
    );
  });

  it.each([
    ['20h', '05/02/2026, 20 giờ 00: Sinh hoạt chi bộ, tại nhà văn hóa ấp 2'],
    ['đổi giờ sang 20h', '05/02/2026, 20 giờ 00: Sinh hoạt chi bộ, tại'],
    ['ngày 6 hằng tháng', '06/02/2026, 19 giờ 30: Sinh hoạt chi bộ, tại'],
    ['tại hội trường xã', '05/02/2026, 19 giờ 30: Sinh hoạt chi bộ, tại hội trường xã'],
    ['tên: Sinh hoạt chi bộ mở rộng', '05/02/2026, 19 giờ 30: Sinh hoạt chi bộ mở rộng, tại'],
    ['Họp chi bộ', '05/02/2026, 19 giờ 30: Họp chi bộ, tại'],
  ])('reads “%s” and leaves the rest as it is', async (what, line) => {
    await change(what);
    expect(await calendar()).toContain(line);
  });

  it('changes the reminders of sessions that are made already', async () => {
    await change('nhắc trước 1 ngày');
    const posted = reminded(await liveUntil(chat, '2026-02-06T00:00'));
    expect(posted).toHaveLength(1);
    expect(posted[0]).toContain('Thời gian: thứ Năm, 05/02/2026, 19 giờ 30');
  });

  it('corrects what was posted, in place', async () => {
    await liveUntil(chat, '2026-02-02T08:00');
    await change('20h ngày 7 hằng tháng');
    expect(reminded(chat.posts())).toEqual([
      '🔔 Sinh hoạt chi bộ\nThời gian: thứ Bảy, 07/02/2026, 20 giờ 00\nĐịa điểm: nhà văn hóa ấp 2',
    ]);
    expect(reminded(await liveUntil(chat, '2026-02-08T00:00'))).toHaveLength(2);
  });

  it('leaves a session alone that was moved by hand', async () => {
    await admin('/doilich SH1 8h ngày 8/2');
    await change('20h ngày 6 hằng tháng');
    expect(await calendar()).toContain('• Chủ nhật, 08/02/2026, 8 giờ 00: Sinh hoạt chi bộ');
    expect((await calendar()).match(/\/02\/2026, \d/g)).toHaveLength(1);
  });

  it('leaves the place of a session alone that was given one by hand', async () => {
    await admin('/diadiem SH1 nhà ông Ba');
    await change('20h, tại hội trường xã');
    expect(await calendar()).toContain('05/02/2026, 20 giờ 00: Sinh hoạt chi bộ, tại nhà ông Ba (SH1)');
  });

  it('makes one session a month out of many, and many again, none of them twice', async () => {
    await change('19h30 thứ sáu hằng tuần');
    expect(await calendar()).toMatch(/16\/01.*\n.*23\/01.*\n.*30\/01/);
    await change('19h30 ngày 5 hằng tháng');
    expect(await calendar()).toMatch(/05\/02.*\n.*05\/03.*\n.*05\/04/);
    await change('19h30 thứ sáu hằng tuần');
    const posted = reminded(await liveUntil(chat, '2026-03-01T00:00'));
    // Seven Fridays; the three-day reminder of the first had passed.
    expect(posted).toHaveLength(13);
    expect(new Set(posted.filter((text) => text.includes('Còn 2 giờ'))).size).toBe(7);
  });

  it('is left as it was with one press', async () => {
    await admin('/sualich NL1 20h ngày 6 hằng tháng');
    expect(await press('Không sửa')).toBe('NL1 – Sinh hoạt chi bộ vẫn như cũ.');
    expect(await admin('/bosua NL1')).toBe('NL1 không có thay đổi nào đang chờ xác nhận.');
    expect(await admin('/dslich')).toContain('19 giờ 30 ngày 5 hằng tháng');
  });

  it('refuses in words what has no date to come and what it cannot read', async () => {
    expect(await admin('/sualich NL1 31/2')).toContain('Không có');
    expect(await admin('/huy')).toContain('Đã dừng');
    expect(await admin('/sualich NL1 đổi lịch')).toContain('Chưa rõ cần sửa gì.');
    expect(await admin('/huy')).toContain('Đã dừng');
    expect(await admin('/sualich NL9 20h')).toContain('Không có lịch NL9');
  });

  it('asks what to change when only the code is given', async () => {
    expect(await admin('/sualich NL1')).toContain('Sửa gì?');
    expect(await admin('tại hội trường xã')).toContain('Địa điểm: hội trường xã');
  });
});

function admin(line: string) {
  return chat.says('Quantri', line);
}

function press(label: string) {
  return chat.presses('Quantri', label);
}

function calendar() {
  return chat.says('An', '/lich');
}

function reminded(posted: readonly string[]): string[] {
  return posted.filter((text) => text.startsWith('🔔'));
}

async function change(what: string): Promise<string> {
  await admin(`/sualich NL1 ${what}`);
  return press('Đúng, sửa lịch');
}
