import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { understandSchedule } from '../../../src/features/planning/understand-schedule.ts';
import { howMany } from '../../support/soak.ts';

const NOW = Temporal.ZonedDateTime.from('2026-01-14T08:00+07:00[Asia/Ho_Chi_Minh]');

const dates = z.union([
  z.literal('ask'),
  z.object({ next: z.array(z.string()) }),
  z.object({ step_days: z.number(), time: z.string() }),
]);
const rows = z.array(
  z.object({
    text: z.string(),
    expect: dates,
    also: z.array(dates).default([]),
    or_ask: z.boolean().default(false),
  }),
);

const PHRASES = rows.parse(
  readFileSync(new URL('schedules.jsonl', import.meta.url), 'utf8')
    .trim()
    .split('\n')
    .map((line): unknown => JSON.parse(line)),
);

describe('a phrase, alone and with a name, is set right or asked about', () => {
  test.each(PHRASES.flatMap((row) => [row, { ...row, text: `${row.text} Họp chi bộ` }]))('$text', (row) => {
    const read = understandSchedule(row.text, NOW);
    const allowed = [row.expect, ...row.also, ...(row.or_ask ? (['ask'] as const) : [])];
    expect([read, allowed.some((each) => isThis(read, each))]).toEqual([read, true]);
  });
});

function isThis(read: ReturnType<typeof understandSchedule>, wanted: z.infer<typeof dates>): boolean {
  if (wanted === 'ask' || read.asks) return wanted === 'ask' && read.asks;
  if ('next' in wanted) return wanted.next.every((date, index) => read.next[index] === date);
  const [first = '', second = ''] = read.next;
  const days = Temporal.PlainDateTime.from(first).until(second).total('days');
  return days === wanted.step_days && read.time === wanted.time;
}

describe('words that no reading has a use for', () => {
  const TIMES = [
    '19h30 ngày 5 hằng tháng',
    '8h sáng thứ bảy đầu tháng',
    '14h ngày 20/3/2026',
    '19h thứ sáu hằng tuần',
  ];
  const UNUSED = [
    ...[
      'nếu trùng chủ nhật thì lùi',
      'trừ khi mưa',
      'trừ ngày lễ',
      'nghỉ hè',
      'lần lượt từng tổ',
      'muộn nhất 20h',
    ],
    ...[
      'riêng tháng 2 ngày 10',
      'cho đến khi xong',
      '21h có mặt',
      'quarterly',
      'except holidays',
      'unless it rains',
    ],
    ...['neu trung thi lui', 'tru khi mua', 'hai lần', 'âm lịch', 'sau giờ làm việc', 'until further notice'],
  ];
  const parts = fc.tuple(
    fc.constantFrom(...TIMES),
    fc.constantFrom(...UNUSED),
    fc.integer({ min: 0, max: 2 }),
  );

  test('are asked about wherever they stand, and get into no name', () => {
    fc.assert(
      fc.property(parts, ([time, unused, place]) => {
        const line = [time, 'Họp chi bộ'].toSpliced(place, 0, unused).join(', ');
        const { asks, title } = understandSchedule(line, NOW);
        expect([line, asks, title?.includes(unused) ?? false]).toEqual([line, true, false]);
      }),
      { numRuns: howMany({ usually: 150, soaking: 1000 }) },
    );
  });

  test.each([
    ...[
      '8h ngày 20/3/2026 Sơ kết quý I',
      '19h30 ngày 5 hằng tháng Giao ban tháng',
      '7h thứ bảy đầu tháng Chủ nhật xanh',
    ],
    ...[
      '8h ngày 20/4 Mỗi tuần một câu chuyện đẹp',
      '14h ngày 20/3/2026 Họp trụ sở mới',
      '8h ngày 18/5 Kỷ niệm 19/5',
    ],
    ...[
      '19h thứ sáu hằng tuần neu guong nguoi tot',
      '8h mai Ngày hội từ thiện',
      '14h ngày 2/2 "Tháng 3 – biên giới"',
    ],
  ])('a name of its own figures is no doubt: %s', (line) => {
    expect(understandSchedule(line, NOW)).toMatchObject({ asks: false });
  });
});

describe('a line as people type it', () => {
  test.each([
    ['từ 14h đến 16h30 thứ sáu 23/1 họp', { time: '14:00', ends: '16:30' }],
    ['Họp chi bộ (mở rộng), 19h ngày 5 hằng tháng', { title: 'Họp chi bộ (mở rộng)' }],
    [
      'họp 19h 20/1 tại Hội trường UBND xã, số 12 đường 3/2, ấp 2',
      { title: 'họp', place: 'Hội trường UBND xã, số 12 đường 3/2, ấp 2' },
    ],
    ['họp 19h30 ngày 5 hằng tháng nhắc lúc 7h sáng hôm đó', { title: 'họp', leads: ['P0D@07:00'] }],
    [
      'họp 19h thứ ba, 2 tuần một lần kể từ 27/1',
      { next: ['2026-01-27T19:00', '2026-02-10T19:00', '2026-02-24T19:00'] },
    ],
    ['họp ngày 5 các tháng chẵn 19h', { next: ['2026-02-05T19:00', '2026-04-05T19:00', '2026-06-05T19:00'] }],
    [
      'họp ngày 5 hằng tháng 19h trừ tháng 2, 4',
      { next: ['2026-03-05T19:00', '2026-05-05T19:00', '2026-06-05T19:00'] },
    ],
    ['họp 19h thứ sáu hằng tuần đến hết 25/1', { next: ['2026-01-16T19:00', '2026-01-23T19:00'] }],
    [
      'review last Friday of the quarter 2pm',
      { title: 'review', next: ['2026-03-27T14:00', '2026-06-26T14:00', '2026-09-25T14:00'] },
    ],
    [
      '19h thứ hai đầu tháng và thứ sáu cuối tháng họp',
      { next: ['2026-01-30T19:00', '2026-02-02T19:00', '2026-02-27T19:00'] },
    ],
    ['HỌP CHI BỘ 19H30 NGÀY 5 HẰNG THÁNG', { title: 'HỌP CHI BỘ', time: '19:30' }],
    ['họp 👨‍👩‍👧 19h30 🕖 ngayf 5 hangf thangs', { time: '19:30', asks: false }],
  ])('%s', (line, wanted) => {
    expect(understandSchedule(line, NOW)).toMatchObject({ asks: false, ...wanted });
  });

  test.each([
    ...[
      'họp 19h từ thứ ba đến thứ năm tuần sau',
      'họp 19h sau Tết',
      'họp 8h từ 5/2 đến 10/2',
      'họp 19h thứ sáu, 10 buổi',
    ],
    ...[
      'nộp báo cáo 16h trước ngày 25 hằng tháng',
      'chạy bộ 5h hằng ngày, chủ nhật nghỉ',
      'họp 2 quý một lần ngày 10 19h',
    ],
    ...['19h30 ngày 5 hằng tháng từ tháng 3 đến tháng 11 họp', 'họp 19h hôm qua', 'họp 25h mai', 'asdf qwer'],
  ])('is asked about: %s', (line) => {
    expect(understandSchedule(line, NOW).asks).toBe(true);
  });

  test('reads the same in decomposed letters', () => {
    for (const { text } of PHRASES)
      expect(understandSchedule(text.normalize('NFD'), NOW)).toEqual(understandSchedule(text, NOW));
  });

  test.each(['\n'.repeat(100_000), 'họp chi bộ '.repeat(125), '"'.repeat(5000), 'trừ tháng 7, '.repeat(500)])(
    'however long it is, it is read or asked about',
    (line) => {
      expect(understandSchedule(line, NOW).asks).toBe(true);
    },
  );
});
