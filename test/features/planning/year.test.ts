import { expect, it } from 'vitest';
import { liveUntil } from '../../support/live-until.ts';
import { startLinkedChat } from '../../support/start-test-chat.ts';

it('a year of a unit, from the first phrase on: Tết, a session postponed, one online, two topics a month', async () => {
  const chat = await startLinkedChat({ now: '2026-01-02T08:00:00+07:00' });
  const admin = (line: string) => chat.says('Quantri', line);
  const press = (label: string) => chat.presses('Quantri', label);
  const until = async (moment: string) =>
    (await liveUntil(chat, moment))
      .filter((posted) => !posted.includes('đã tổ chức chưa'))
      .map((posted) => posted.replace('\nĐã đóng điểm danh.', ''));

  // January: the administrator says it as it is said at the meeting.
  expect(await admin('/nhaclich')).toBe('Nhắc việc gì? Ví dụ: Sinh hoạt chi bộ');
  await admin('Sinh hoạt chi bộ');
  await admin('7 rưỡi tối ngày 17 hằng tháng');
  await admin('trước 1 tuần, 3 ngày và 2 tiếng');
  expect(await admin('nhà văn hóa ấp 2')).toBe(
    text(
      'NL1 – Sinh hoạt chi bộ',
      'Thời gian: 19 giờ 30 ngày 17 hằng tháng',
      'Nhắc: trước 1 tuần, trước 3 ngày, trước 2 tiếng',
      'Địa điểm: nhà văn hóa ấp 2',
      'Ba kỳ tới:',
      '• thứ Bảy, 17/01/2026, 19 giờ 30',
      '• thứ Ba, 17/02/2026, 19 giờ 30',
      '• thứ Ba, 17/03/2026, 19 giờ 30',
      'Đúng chưa? Lịch chỉ chạy sau khi bấm “Đúng, đặt lịch”.',
    ),
  );
  await press('Đúng, đặt lịch');
  await admin(
    '/chuyende năm 2026\n1: Học tập Bác về cần, kiệm\n1: Kể chuyện Bác Hồ\n3: Nêu gương\n3: Tự soi, tự sửa\n5: Dân vận khéo\n5: Uống nước nhớ nguồn',
  );
  await admin('/chutri NL1 Nguyễn Văn An');
  expect(await until('2026-01-18T00:00')).toEqual([
    text(
      '🔔 Thông báo: Sinh hoạt chi bộ',
      'Thời gian: thứ Bảy, 17/01/2026, 19 giờ 30',
      'Địa điểm: nhà văn hóa ấp 2',
      'Chủ trì: Nguyễn Văn An',
      'Chuyên đề: Học tập Bác về cần, kiệm',
      'Chuyên đề: Kể chuyện Bác Hồ',
    ),
    text(
      '🔔 Sinh hoạt chi bộ',
      'Thời gian: thứ Bảy, 17/01/2026, 19 giờ 30',
      'Địa điểm: nhà văn hóa ấp 2',
      'Chủ trì: Nguyễn Văn An',
      'Chuyên đề: Học tập Bác về cần, kiệm',
      'Chuyên đề: Kể chuyện Bác Hồ',
    ),
    text(
      '🔔 Còn 2 giờ nữa: Sinh hoạt chi bộ',
      'Thời gian: 19 giờ 30, thứ Bảy, 17/01/2026',
      'Địa điểm: nhà văn hóa ấp 2',
    ),
  ]);

  // February: the 17th is the first day of Tết.
  expect(await until('2026-02-03T08:00')).toEqual([
    'SH2 – Sinh hoạt chi bộ, thứ Ba, 17/02/2026, 19 giờ 30, trùng Tết Nguyên đán. Giữ nguyên hay đổi ngày? Không trả lời thì giữ nguyên.',
  ]);
  expect(await press('Muộn hơn: thứ Hai, 23/02/2026')).toContain(
    'dời từ thứ Ba, 17/02/2026, 19 giờ 30 sang thứ Hai, 23/02/2026',
  );
  const february = await until('2026-02-24T00:00');
  expect(february).toHaveLength(3);
  expect(february[1]).toBe(
    text(
      '🔔 Sinh hoạt chi bộ',
      'Thời gian: thứ Hai, 23/02/2026, 19 giờ 30',
      'Dời từ: thứ Ba, 17/02/2026, 19 giờ 30',
      'Địa điểm: nhà văn hóa ấp 2',
    ),
  );

  // March: postponed after it was announced, and held ten days later.
  expect(await until('2026-03-15T08:00')).toHaveLength(2);
  expect(await admin('/hoan NL1 2 ngày')).toContain(
    'SH3 – Sinh hoạt chi bộ, thứ Ba, 17/03/2026, 19 giờ 30: tạm hoãn. Sẽ hỏi lại ngày mới vào thứ Ba, 17/03/2026.',
  );
  expect(chat.posts().filter((post) => post.endsWith('tạm hoãn. Ngày mới sẽ báo sau.'))).toHaveLength(2);
  expect(await until('2026-03-17T20:00')).toEqual([
    'SH3 – Sinh hoạt chi bộ, thứ Ba, 17/03/2026, 19 giờ 30, đang tạm hoãn. Đã có ngày mới chưa?',
  ]);
  await press('Chọn ngày mới');
  expect(await admin('20h thứ sáu tuần sau')).toContain(
    'sang thứ Sáu, 27/03/2026, 20 giờ 00. Các kỳ sau giữ nguyên.',
  );
  expect(await chat.says('An', '/lich')).toBe(
    text(
      'Lịch sắp tới',
      '• thứ Sáu, 27/03/2026, 20 giờ 00: Sinh hoạt chi bộ, tại nhà văn hóa ấp 2 – dời từ thứ Ba, 17/03/2026 (SH3)',
      '• thứ Sáu, 17/04/2026, 19 giờ 30: Sinh hoạt chi bộ, tại nhà văn hóa ấp 2 (SH4)',
      '• Chủ nhật, 17/05/2026, 19 giờ 30: Sinh hoạt chi bộ, tại nhà văn hóa ấp 2',
    ),
  );
  expect(await until('2026-03-28T00:00')).toHaveLength(3);

  // April as always, May online.
  expect(await until('2026-05-09T08:00')).toHaveLength(3);
  await admin('/hinhthuc NL1 trực tuyến https://meet.google.com/abc-defg-hij');
  expect(await until('2026-05-17T18:00')).toEqual([
    text(
      '🔔 Thông báo: Sinh hoạt chi bộ',
      'Thời gian: Chủ nhật, 17/05/2026, 19 giờ 30',
      'Hình thức: trực tuyến',
      'Đường dẫn: https://meet.google.com/abc-defg-hij',
      'Chuyên đề: Dân vận khéo',
      'Chuyên đề: Uống nước nhớ nguồn',
    ),
    text(
      '🔔 Sinh hoạt chi bộ',
      'Thời gian: Chủ nhật, 17/05/2026, 19 giờ 30',
      'Hình thức: trực tuyến',
      'Đường dẫn: https://meet.google.com/abc-defg-hij',
      'Chuyên đề: Dân vận khéo',
      'Chuyên đề: Uống nước nhớ nguồn',
    ),
    text(
      '🔔 Còn 2 giờ nữa: Sinh hoạt chi bộ',
      'Thời gian: 19 giờ 30, Chủ nhật, 17/05/2026',
      'Hình thức: trực tuyến',
      'Đường dẫn: https://meet.google.com/abc-defg-hij',
    ),
  ]);

  // The summer off, then the rest of the year on another day of the month.
  await liveUntil(chat, '2026-06-18T08:00');
  await admin('/tamdung NL1');
  expect(await until('2026-09-04T08:00')).toEqual([]);
  expect(await press('Chạy lại')).toBe(
    '✅ NL1 – Sinh hoạt chi bộ chạy lại. Kỳ tới: thứ Năm, 17/09/2026, 19 giờ 30.',
  );
  await admin('/sualich NL1 19h ngày 10 hằng tháng');
  await press('Đúng, sửa lịch');
  const rest = await until('2027-01-01T00:00');
  expect(rest.filter((post) => post.startsWith('🔔 Còn 2 giờ nữa'))).toEqual(
    ['thứ Năm, 10/09/2026', 'thứ Bảy, 10/10/2026', 'thứ Ba, 10/11/2026', 'thứ Năm, 10/12/2026'].map((day) =>
      text(
        '🔔 Còn 2 giờ nữa: Sinh hoạt chi bộ',
        `Thời gian: 19 giờ 00, ${day}`,
        'Địa điểm: nhà văn hóa ấp 2',
      ),
    ),
  );
  expect(chat.logged.filter((line) => /"level":[456]0/.test(line))).toEqual([]);
});

function text(...lines: string[]): string {
  return lines.join('\n');
}
