import { describe, expect, test } from 'vitest';
import { describeLeads, describeWhen } from '../../src/language/describe.ts';
import { fold } from '../../src/language/fold.ts';
import { readSchedulePhrase } from '../../src/language/schedule-phrase.ts';
import { NOW } from './clock-at.ts';

/** The line; its time in words, its title, its leads, its place. */
const TYPED: readonly (readonly [string, string, string, string?, string?])[] = [
  [
    '19h30 ngày 5 hằng tháng Sinh hoạt chi bộ, trước 3 ngày và 2 tiếng, tại nhà văn hóa ấp 2',
    '19 giờ 30 ngày 5 hằng tháng',
    'Sinh hoạt chi bộ',
    'trước 3 ngày, trước 2 tiếng',
    'nhà văn hóa ấp 2',
  ],
  ['19h30 ngày 5 hằng tháng Sinh hoạt chi bộ tháng', '19 giờ 30 ngày 5 hằng tháng', 'Sinh hoạt chi bộ tháng'],
  ['t7 tuan dau thang 7g30 chu nhat xanh', '7 giờ 30 sáng thứ Bảy đầu tiên của tháng', 'chu nhat xanh'],
  ['Họp tổ 5 lúc 20h thứ 6 hàng tuần', '20 giờ thứ Sáu hằng tuần', 'Họp tổ 5'],
  [
    'sinh hoat chi bo 19h30 mung 5 hang thang tai nha van hoa ap 2, truoc 3 ngay va 2 tieng',
    '19 giờ 30 ngày 5 hằng tháng',
    'sinh hoat chi bo',
    'trước 3 ngày, trước 2 tiếng',
    'nha van hoa ap 2',
  ],
  [
    'Sinh hoạt chi bộ ngày 5 hàng tháng lúc 19h30 tại nhà văn hóa thôn 3, nhắc trước 2 ngày và 2 tiếng',
    '19 giờ 30 ngày 5 hằng tháng',
    'Sinh hoạt chi bộ',
    'trước 2 ngày, trước 2 tiếng',
    'nhà văn hóa thôn 3',
  ],
  [
    'Họp chi bộ tại nhà văn hóa ấp 2 lúc 19h30 ngày 5 hằng tháng',
    '19 giờ 30 ngày 5 hằng tháng',
    'Họp chi bộ',
    '',
    'nhà văn hóa ấp 2',
  ],
  ['Hằng tháng họp chi bộ ngày 5 lúc 19h30', '19 giờ 30 ngày 5 hằng tháng', 'họp chi bộ'],
  ['Sinh hoạt định kỳ hàng tháng vào ngày 3 lúc 19h30', '19 giờ 30 ngày 3 hằng tháng', 'Sinh hoạt định kỳ'],
  ['Chị Mai dọn vệ sinh 8h sáng thứ bảy', '8 giờ sáng thứ Bảy, 17/01/2026', 'Chị Mai dọn vệ sinh'],
  ['Mai họp chi bộ lúc 8h sáng', '8 giờ sáng thứ Năm, 15/01/2026', 'họp chi bộ'],
  ['mai 8h sang hop', '8 giờ sáng thứ Năm, 15/01/2026', 'hop'],
  ['Thăm nhà cô Mai 15h thứ 6', '15 giờ thứ Sáu, 16/01/2026', 'Thăm nhà cô Mai'],
  ['Họp tổ dân phố số 7 tối mai 19h30', '19 giờ 30 thứ Năm, 15/01/2026', 'Họp tổ dân phố số 7'],
  ['họp chi bộ 3 7h30 tối thứ 5', '19 giờ 30 thứ Năm, 15/01/2026', 'họp chi bộ 3'],
  [
    'Chủ nhật xanh 6h30 sáng chủ nhật đầu tháng',
    '6 giờ 30 sáng Chủ nhật đầu tiên của tháng',
    'Chủ nhật xanh',
  ],
  [
    'Ngày thứ bảy tình nguyện: 6h30 sáng thứ bảy đầu tháng, tập trung tại trụ sở ấp',
    '6 giờ 30 sáng thứ Bảy đầu tiên của tháng',
    'Ngày thứ bảy tình nguyện',
    '',
    'trụ sở ấp',
  ],
  [
    'Bí thư chi bộ với ngày thứ bảy về cơ sở, 8h thứ 7 hằng tuần',
    '8 giờ sáng thứ Bảy hằng tuần',
    'Bí thư chi bộ với ngày thứ bảy về cơ sở',
  ],
  [
    'Mỗi tuần một câu chuyện đẹp 19h thứ sáu hằng tuần',
    '19 giờ thứ Sáu hằng tuần',
    'Mỗi tuần một câu chuyện đẹp',
  ],
  ['Mỗi tháng một cuốn sách 15h ngày 20 hằng tháng', '15 giờ ngày 20 hằng tháng', 'Mỗi tháng một cuốn sách'],
  ['Kỷ niệm 19/5 8h sáng ngày 18/5', '8 giờ sáng thứ Hai, 18/05/2026', 'Kỷ niệm 19/5'],
  [
    'Lễ kỷ niệm 96 năm ngày thành lập Đảng 3/2 lúc 14h ngày 2/2',
    '14 giờ thứ Hai, 02/02/2026',
    'Lễ kỷ niệm 96 năm ngày thành lập Đảng 3/2',
  ],
  ['Họp mặt cựu chiến binh 22/12 lúc 8h sáng', '8 giờ sáng thứ Ba, 22/12/2026', 'Họp mặt cựu chiến binh'],
  [
    'Sinh hoạt chuyên đề quý I 19h ngày 20/3/2026 tại hội trường A',
    '19 giờ thứ Sáu, 20/03/2026',
    'Sinh hoạt chuyên đề quý I',
    '',
    'hội trường A',
  ],
  [
    'Họp giao ban tháng 3 lúc 14h thứ hai đầu tháng',
    '14 giờ thứ Hai đầu tiên của tháng',
    'Họp giao ban tháng 3',
  ],
  [
    'Hội nghị sơ kết 6 tháng đầu năm 14h ngày 5/7',
    '14 giờ Chủ nhật, 05/07/2026',
    'Hội nghị sơ kết 6 tháng đầu năm',
  ],
  [
    'Tổng kết cuối năm 14h thứ 6 tuần sau tại phòng họp số 1 (tầng 2)',
    '14 giờ thứ Sáu, 23/01/2026',
    'Tổng kết cuối năm',
    '',
    'phòng họp số 1 (tầng 2)',
  ],
  [
    'Đại hội chi bộ nhiệm kỳ 2025-2030, 8h sáng thứ 7 ngày 24/1, tại hội trường',
    '8 giờ sáng thứ Bảy, 24/01/2026',
    'Đại hội chi bộ nhiệm kỳ 2025-2030',
    '',
    'hội trường',
  ],
  [
    'chào cờ 7h sáng thứ hai hàng tuần tại sân UBND, không cần nhắc trước',
    '7 giờ sáng thứ Hai hằng tuần',
    'chào cờ',
    'không nhắc trước',
    'sân UBND',
  ],
  [
    'Chào cờ sáng thứ hai đầu tuần 7h, khỏi nhắc',
    '7 giờ sáng thứ Hai, 19/01/2026',
    'Chào cờ',
    'không nhắc trước',
  ],
  [
    'Lao động công ích, 5h30 sáng chủ nhật hằng tuần, nhắc tối hôm trước',
    '5 giờ 30 sáng Chủ nhật hằng tuần',
    'Lao động công ích',
    'trước 1 ngày lúc 19 giờ 30',
  ],
  [
    'Thứ 7 tuần này 14h dọn vệ sinh đường làng, nhắc tối hôm trước và trước 1 tiếng, ở đầu làng',
    '14 giờ thứ Bảy, 17/01/2026',
    'dọn vệ sinh đường làng',
    'trước 1 ngày lúc 19 giờ 30, trước 1 tiếng',
    'đầu làng',
  ],
  [
    'Họp chi hội phụ nữ thứ 7 tuần 2 hằng tháng 14h ở nhà chị Mai',
    '14 giờ thứ Bảy thứ hai của tháng',
    'Họp chi hội phụ nữ',
    '',
    'nhà chị Mai',
  ],
  ['hop gap 8h sang mai o uy ban', '8 giờ sáng thứ Năm, 15/01/2026', 'hop gap', '', 'uy ban'],
  [
    '19h30 mai tại nhà văn hóa sinh hoạt chi bộ',
    '19 giờ 30 thứ Năm, 15/01/2026',
    'sinh hoạt chi bộ',
    '',
    'nhà văn hóa',
  ],
  [
    'họp 19h ngày 5 hằng tháng tại nhà văn hóa 19/5',
    '19 giờ ngày 5 hằng tháng',
    'họp',
    '',
    'nhà văn hóa 19/5',
  ],
  [
    'học tai lieu 19h thu 6 hang tuan tai phong hop',
    '19 giờ thứ Sáu hằng tuần',
    'học tai lieu',
    '',
    'phong hop',
  ],
  [
    'báo cáo quý ngày 15 tháng cuối quý 16h nhắc 3 ngày trước',
    '16 giờ ngày 15 tháng cuối quý',
    'báo cáo quý',
    'trước 3 ngày',
  ],
  [
    'Sinh hoạt chi bộ lúc 19h30 ngày 5 hằng tháng trước 3 ngày trước 2 tiếng tại NVH',
    '19 giờ 30 ngày 5 hằng tháng',
    'Sinh hoạt chi bộ',
    'trước 3 ngày, trước 2 tiếng',
    'NVH',
  ],
  [
    'Thời gian: 19h30 ngày 5 hằng tháng. Địa điểm: nhà văn hóa. Nội dung: sinh hoạt chi bộ',
    '19 giờ 30 ngày 5 hằng tháng',
    'sinh hoạt chi bộ',
    '',
    'nhà văn hóa',
  ],
  [
    'Sinh hoạt chi bộ\n19h30 ngày 5 hằng tháng\ntại nhà văn hóa\ntrước 3 ngày',
    '19 giờ 30 ngày 5 hằng tháng',
    'Sinh hoạt chi bộ',
    'trước 3 ngày',
    'nhà văn hóa',
  ],
  [
    'Tết trồng cây 7h sáng mùng 6 Tết tại đồi 79 mùa xuân',
    '7 giờ sáng Chủ nhật, 22/02/2026',
    'Tết trồng cây',
    '',
    'đồi 79 mùa xuân',
  ],
  [
    'Giao ban trực tuyến 3 điểm cầu 14h thứ năm hằng tuần',
    '14 giờ thứ Năm hằng tuần',
    'Giao ban trực tuyến 3 điểm cầu',
  ],
  [
    'Sinh hoạt CLB "5 không 3 sạch" 15h chủ nhật tuần 2 hằng tháng',
    '15 giờ Chủ nhật thứ hai của tháng',
    'Sinh hoạt CLB "5 không 3 sạch"',
  ],
  ['Ngày hội sáng tạo trẻ 14h thứ bảy tuần sau', '14 giờ thứ Bảy, 24/01/2026', 'Ngày hội sáng tạo trẻ'],
  [
    'tieng keng an ninh 14/14 thon hop 19h ngay 20/1',
    '19 giờ thứ Ba, 20/01/2026',
    'tieng keng an ninh 14/14 thon hop',
  ],
  [
    'First Saturday of the month 14:00 Clean-up day, 3 days before, at the community hall',
    '14 giờ thứ Bảy đầu tiên của tháng',
    'Clean-up day',
    'trước 3 ngày',
    'community hall',
  ],
  [
    'Weekly meeting every Monday 9am at the office, 1 hour before',
    '9 giờ sáng thứ Hai hằng tuần',
    'Weekly meeting',
    'trước 1 tiếng',
    'office',
  ],
  [
    'Study session on the last Friday of every month 19:30, 3 days and 2 hours before',
    '19 giờ 30 thứ Sáu cuối cùng của tháng',
    'Study session',
    'trước 3 ngày, trước 2 tiếng',
  ],
];

const LINES = TYPED.map(
  ([line, when, title, leads = '', place = '']) => [line, when, title, leads, place] as const,
);

describe('a line that sets a schedule', () => {
  test.each(LINES)('%s', (line, when, title, leads, place) => {
    expect(read(line)).toEqual([when, title, leads, place]);
  });

  test('reads the same without diacritics, and keeps the title as it was typed', () => {
    for (const [line, when, title, leads, place] of LINES.filter(([text]) => !text.includes('\n'))) {
      expect(read(fold(line)).map(fold)).toEqual([when, title, leads, place].map(fold));
    }
  });

  test('reads the same in decomposed letters', () => {
    for (const [line] of LINES) expect(read(line.normalize('NFD'))).toEqual(read(line));
  });

  const PARTS = [
    '19h30 ngày 5 hằng tháng',
    'Sinh hoạt chi bộ',
    'trước 3 ngày và 2 tiếng',
    'tại nhà văn hóa ấp 2',
  ];

  const orders = (parts: readonly string[]): string[][] =>
    parts.length < 2
      ? [[...parts]]
      : parts.flatMap((part) =>
          orders(parts.filter((other) => other !== part)).map((rest) => [part, ...rest]),
        );

  test('its parts may come in any order', () => {
    for (const order of orders(PARTS)) {
      const line = order.join(', ');
      expect([line, ...read(line)]).toEqual([
        line,
        '19 giờ 30 ngày 5 hằng tháng',
        'Sinh hoạt chi bộ',
        'trước 3 ngày, trước 2 tiếng',
        'nhà văn hóa ấp 2',
      ]);
    }
  });

  test('says what is missing', () => {
    const kinds = (line: string): string[] =>
      readSchedulePhrase(line, { now: NOW }).doubts.map(({ kind }) => kind);
    expect(kinds('Sinh hoạt chi bộ')).toEqual(['no-day']);
    expect(kinds('Sinh hoạt chi bộ 19h30')).toEqual(['no-day']);
    expect(kinds('Sinh hoạt chi bộ ngày 5 hằng tháng')).toEqual(['no-hour']);
    expect(kinds('Họp 31/2')).toEqual(['no-such-date']);
    expect(kinds('Họp 19h thứ 6 ngày 17/1')).toEqual(['weekday-mismatch']);
    expect(kinds('')).toEqual(['no-day']);
  });

  test('tells nothing said about reminders from none wanted', () => {
    expect(readSchedulePhrase('họp 19h mai', { now: NOW }).leads).toBeUndefined();
    expect(readSchedulePhrase('họp 19h mai, không nhắc', { now: NOW }).leads).toEqual([]);
  });
});

function read(text: string): readonly [string, string, string, string] {
  const { when, title, leads, place } = readSchedulePhrase(text, { now: NOW });
  return [when ? describeWhen(when, 'vi') : '', title, leads ? describeLeads(leads, 'vi') : '', place ?? ''];
}
