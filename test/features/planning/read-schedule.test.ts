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
    '19h các ngày 5/3, 12/3 và 20/4/2026',
    '7h30 thứ hai và 19h thứ sáu hằng tuần',
    '7h mùng 1 và rằm hằng tháng',
    '19h ngày 5 hằng tháng, nếu trùng chủ nhật thì chuyển sang thứ hai',
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

  test.each(
    ['Đọc báo', 'doc bao', 'Nghe đài, xem báo', 'Làm báo tường', 'Thi báo ảnh'].flatMap((name) =>
      [`${name} 9h thứ tư hằng tuần`, `thứ tư hằng tuần 9h ${name}`, `thứ tư hằng tuần ${name} 9h`].map(
        (line) => [line, name] as const,
      ),
    ),
  )('a paper that is read reminds nobody: %s', (line, name) => {
    expect(understandSchedule(line, NOW)).toMatchObject({
      asks: false,
      title: name,
      time: '09:00',
      leads: [],
    });
  });

  test.each(['nhắc 9h', 'nhắc 19h30', 'báo 8h', 'trước 19h'])(
    'an hour behind a word of reminding is asked about: %s',
    (words) => {
      expect(understandSchedule(`họp chi bộ thứ tư hằng tuần 20h, ${words}`, NOW)).toMatchObject({
        asks: true,
      });
    },
  );

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

const ANNOUNCEMENT = [
  'ĐẢNG BỘ XÃ AN PHÚ',
  'CHI BỘ ẤP 2',
  '*',
  'Số: 05-TB/CB',
  'ĐẢNG CỘNG SẢN VIỆT NAM',
  'An Phú, ngày 20 tháng 01 năm 2026',
  'THÔNG BÁO',
  'V/v họp chi bộ định kỳ tháng 02/2026',
  '-----',
  'Kính gửi: Toàn thể đảng viên chi bộ ấp 2',
  'Thực hiện Điều lệ Đảng, Chi ủy thông báo họp chi bộ như sau:',
  '1. Thời gian: Từ 19 giờ 30 phút đến 21 giờ 00, ngày 05/02/2026 (thứ Năm).',
  '2. Địa điểm: Nhà văn hóa ấp 2, đường 3/2.',
  '3. Nội dung:',
  '- Đánh giá kết quả tháng 01, triển khai nhiệm vụ tháng 02/2026.',
  '- Thu đảng phí.',
  '4. Thành phần: Toàn thể đảng viên; khách mời: 02 đồng chí.',
  'Đề nghị các đồng chí có mặt trước 15 phút, trang phục chỉnh tề.',
  'Nơi nhận:',
  '- Như trên;',
  'T/M CHI ỦY',
  'BÍ THƯ',
  'Nguyễn Văn An',
];

describe('a written announcement that was forwarded', () => {
  const read = {
    asks: false,
    title: 'họp chi bộ định kỳ tháng 02/2026',
    place: 'Nhà văn hóa ấp 2, đường 3/2',
    next: ['2026-02-05T19:30'],
    ends: '21:00',
  };

  test.each(['\n', ' ', '\r\n\r\n'])('is read by its labels, in lines or in one (%j)', (between) => {
    expect(understandSchedule(ANNOUNCEMENT.join(between), NOW)).toMatchObject(read);
  });

  test('is asked about where its time says more than is understood', () => {
    const unclear = ANNOUNCEMENT.join('\n').replace('(thứ Năm)', '(nếu mưa thì hoãn)');
    expect(understandSchedule(unclear, NOW)).toMatchObject({
      asks: true,
      title: read.title,
      place: read.place,
    });
  });
});

describe('several times, lunar days and days that move', () => {
  test.each([
    ['7h và 14h ngày 5 hằng tháng họp', ['2026-02-05T07:00', '2026-02-05T14:00', '2026-03-05T07:00']],
    ['8h ngày 5 và 14h ngày 20 hằng tháng họp', ['2026-01-20T14:00', '2026-02-05T08:00', '2026-02-20T14:00']],
    [
      'hằng tuần họp tổ lúc 7h thứ hai, 19h thứ sáu',
      ['2026-01-16T19:00', '2026-01-19T07:00', '2026-01-23T19:00'],
    ],
    [
      '19h ngày 3, 10 và 17/4/2026 học nghị quyết',
      ['2026-04-03T19:00', '2026-04-10T19:00', '2026-04-17T19:00'],
    ],
    ['19h ngày 20/12, 5/1 và 12/1/2027 họp', ['2026-12-20T19:00', '2027-01-05T19:00', '2027-01-12T19:00']],
    ['19h ngày 5 và 20 tháng 3 họp', ['2026-03-05T19:00', '2026-03-20T19:00']],
    [
      '7h rằm tháng giêng và rằm tháng bảy hằng năm lễ',
      ['2026-03-03T07:00', '2026-08-27T07:00', '2027-02-20T07:00'],
    ],
    // 2028 has a fifth month twice: once is enough.
    ['8h ngày 5/5 âm lịch hằng năm họp', ['2026-06-19T08:00', '2027-06-09T08:00', '2028-05-28T08:00']],
    ['30 Tết hằng năm 16h họp mặt', ['2026-02-16T16:00', '2027-02-05T16:00', '2028-01-25T16:00']],
    [
      '19h ngày 1 hằng tháng họp, nếu trùng ngày nghỉ thì lùi lên ngày làm việc trước đó',
      ['2026-01-30T19:00', '2026-02-27T19:00', '2026-04-01T19:00'],
    ],
    [
      '8h ngày 30 hằng tháng họp, nếu trùng ngày lễ thì chuyển sang ngày hôm sau',
      ['2026-01-30T08:00', '2026-02-28T08:00', '2026-03-30T08:00'],
    ],
    [
      '8h ngày 16 hằng tháng họp, trùng cuối tuần hoặc lễ tết thì sớm hơn 1 ngày',
      ['2026-01-16T08:00', '2026-02-13T08:00', '2026-03-16T08:00'],
    ],
  ])('%s', (line, next) => {
    expect(understandSchedule(line, NOW)).toMatchObject({ asks: false, next });
  });

  test.each([
    '20h thứ ba và 19h thứ năm họp',
    '19h ngày 12/1, 19/1 và 26/1 họp',
    'rằm và mùng 1 lúc 7h lễ',
    '19h ngày 5 hằng tháng họp, nếu trùng chủ nhật thì chuyển sang thứ năm',
    '19h ngày 5/3/2026 họp, nếu trùng chủ nhật thì chuyển sang thứ hai',
    '8h ngày 5/2 – 17h ngày 6/2 tập huấn',
  ])('is asked about: %s', (line) => {
    expect(understandSchedule(line, NOW).asks).toBe(true);
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
