/**
 * A year of a unit, as its administrator types it: Tết, a session postponed, one online, two topics in a month, the
 * summer off. The same script runs on every platform.
 */
import type { Step } from './month.ts';

/** Friday, and eight in the morning. */
export const YEAR_BEGINS = '2026-01-02T08:00:00+07:00';

export const YEAR: readonly Step[] = [
  says('/lienket Chi bộ ấp 2'),
  says('/nhaclich 19h30 ngày 17 hằng tháng Sinh hoạt chi bộ, trước 3 ngày và 2 tiếng, tại nhà văn hóa ấp 2'),
  { who: 'quantri', presses: 'Đúng, đặt lịch', number: 1 },
  says('/chuyende tháng 3: Nêu gương'),
  says('/chuyende thêm tháng 3: Tự soi, tự sửa'),
  // 3 February: the session of the 17th falls on the first day of Tết.
  { days: 32 },
  { who: 'quantri', presses: 'Muộn hơn: thứ Hai, 23/02/2026', number: 3 },
  // 15 March: two days before the session.
  { days: 40 },
  says('/hoan SH3 2 ngày'),
  { days: 3 },
  says('/doilich SH3 20h ngày 27/3'),
  // 9 May: the next one is online.
  { days: 52 },
  says('/hinhthuc SH5 trực tuyến https://meet.google.com/abc-defg-hij'),
  // 18 June to 4 September: the summer off.
  { days: 40 },
  says('/tamdung NL1'),
  { days: 78 },
  says('/tieptuc NL1'),
  { days: 120 },
];

/** The reminders two hours before: one for each session that took place, and no other. */
export const YEAR_SOON = [
  '19 giờ 30, thứ Bảy, 17/01/2026',
  '19 giờ 30, thứ Hai, 23/02/2026',
  '20 giờ 00, thứ Sáu, 27/03/2026',
  '19 giờ 30, thứ Sáu, 17/04/2026',
  '19 giờ 30, Chủ nhật, 17/05/2026',
  '19 giờ 30, thứ Tư, 17/06/2026',
  '19 giờ 30, thứ Năm, 17/09/2026',
  '19 giờ 30, thứ Bảy, 17/10/2026',
  '19 giờ 30, thứ Ba, 17/11/2026',
  '19 giờ 30, thứ Năm, 17/12/2026',
].map((moment) => `🔔 Còn 2 giờ nữa: Sinh hoạt chi bộ\nThời gian: ${moment}`);

/** What else has to be there once, in words that a person can follow. */
export const YEAR_SAYS = [
  'trùng Tết Nguyên đán. Giữ nguyên hay đổi ngày? Không trả lời thì giữ nguyên.',
  'Dời từ: thứ Ba, 17/02/2026, 19 giờ 30',
  'đang tạm hoãn. Đã có ngày mới chưa?',
  'Chuyên đề: Nêu gương\nChuyên đề: Tự soi, tự sửa',
  'Đường dẫn: https://meet.google.com/abc-defg-hij',
] as const;

function says(line: string): Step {
  return { who: 'quantri', says: line };
}
