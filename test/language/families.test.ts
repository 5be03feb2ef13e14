import { describe, expect, test } from 'vitest';
import { readWhen } from '../../src/language/read-when.ts';
import { NOW } from './clock-at.ts';

const WEEKDAYS = [
  { code: 'MO', names: ['thứ hai', 'thứ 2', 't2', 'T2', 'thu hai', 'thu 2', 'thuws hai', 'Thứ Hai'] },
  { code: 'TU', names: ['thứ ba', 'thứ 3', 't3', 'thu ba', 'thuws 3'] },
  { code: 'WE', names: ['thứ tư', 'thứ 4', 't4', 'thu tu', 'thuws tuw'] },
  { code: 'TH', names: ['thứ năm', 'thứ 5', 't5', 'thu nam', 'thuws nawm'] },
  { code: 'FR', names: ['thứ sáu', 'thứ 6', 't6', 'thu sau', 'thuws saus'] },
  { code: 'SA', names: ['thứ bảy', 'thứ bẩy', 'thứ 7', 't7', 'thu bay', 'thuws bayr'] },
  { code: 'SU', names: ['chủ nhật', 'chúa nhật', 'chủ nhựt', 'CN', 'cn', 'chu nhat', 'chur nhaatj'] },
];

const WEEKLY = [
  '{day} hằng tuần',
  '{day} hàng tuần',
  '{day} mỗi tuần',
  'mỗi {day}',
  'hằng tuần vào {day}',
  '{day} hang tuan',
  'mọi {day}',
  'tuần nào cũng {day}',
];

const NTH = [
  {
    nth: 1,
    words: [
      'đầu tiên của tháng',
      'đầu tháng',
      'tuần đầu tháng',
      'tuần đầu tiên của tháng',
      'tuần 1 hằng tháng',
      'thứ nhất của tháng',
      'dau thang',
      'đầu mỗi tháng',
    ],
  },
  {
    nth: 2,
    words: [
      'thứ hai của tháng',
      'tuần 2 hằng tháng',
      'tuần thứ 2 hàng tháng',
      'tuần thứ hai của tháng',
      'tuan thu 2 hang thang',
    ],
  },
  {
    nth: 3,
    words: ['thứ ba của tháng', 'tuần 3 hằng tháng', 'tuần thứ ba trong tháng', 'tuan 3 hang thang'],
  },
  { nth: 4, words: ['thứ tư của tháng', 'tuần thứ 4 mỗi tháng', 'tuần 4 của tháng'] },
  {
    nth: -1,
    words: [
      'cuối tháng',
      'cuối cùng của tháng',
      'tuần cuối tháng',
      'tuần cuối cùng của tháng',
      'cuoi thang',
      'cuối mỗi tháng',
    ],
  },
];

const CLOCKS = [
  {
    time: '19:30',
    words: [
      '19h30',
      '19:30',
      '19g30',
      '19 giờ 30',
      '19 giờ 30 phút',
      '7h30 tối',
      '7 rưỡi tối',
      '7:30 pm',
      'lúc 19h30',
      'vào lúc 19 giờ 30',
    ],
  },
  { time: '08:00', words: ['8h sáng', '08:00', '8 giờ sáng', 'tám giờ sáng', '8am', 'lúc 8g sáng'] },
  { time: '14:00', words: ['14h', '2h chiều', '14 giờ', 'hai giờ chiều', '14h00', '2 giờ chiều'] },
];

const NUMBERS = [
  'một',
  'hai',
  'ba',
  'bốn',
  'năm',
  'sáu',
  'bảy',
  'tám',
  'chín',
  'mười',
  'mười một',
  'mười hai',
  'mười ba',
  'mười bốn',
  'mười lăm',
  'mười sáu',
  'mười bảy',
  'mười tám',
  'mười chín',
  'hai mươi',
  'hai mươi mốt',
  'hai mươi hai',
  'hai mươi ba',
  'hai mươi tư',
  'hai mươi lăm',
  'hai mươi sáu',
  'hai mươi bảy',
  'hai mươi tám',
];

describe('families of phrases', () => {
  test('every weekday in every spelling and every word for weekly', () => {
    for (const { code, names } of WEEKDAYS) {
      for (const name of names) {
        for (const form of WEEKLY) {
          const text = form.replace('{day}', name);
          expect([text, read(text)]).toEqual([text, `FREQ=WEEKLY;BYDAY=${code}`]);
        }
      }
    }
  });

  test('every weekday and every place in the month', () => {
    for (const { code, names } of WEEKDAYS) {
      for (const { nth, words } of NTH) {
        for (const name of names) {
          for (const place of words) {
            const text = `${name} ${place}`;
            expect([text, read(text)]).toEqual([text, `FREQ=MONTHLY;BYDAY=${nth}${code}`]);
          }
        }
      }
    }
  });

  test('every hour before or behind every kind of day', () => {
    const days = new Map([
      ['ngày 5 hằng tháng', 'FREQ=MONTHLY;BYMONTHDAY=5'],
      ['mùng 5 hàng tháng', 'FREQ=MONTHLY;BYMONTHDAY=5'],
      ['thứ bảy tuần đầu tháng', 'FREQ=MONTHLY;BYDAY=1SA'],
      ['ngày cuối tháng', 'FREQ=MONTHLY;BYMONTHDAY=-1'],
      ['thứ 6 hàng tuần', 'FREQ=WEEKLY;BYDAY=FR'],
      ['hằng ngày', 'FREQ=DAILY'],
      ['5/2', '2026-02-05'],
      ['ngày 5 tháng 2', '2026-02-05'],
      ['thứ sáu tuần sau', '2026-01-23'],
      ['ngày mai', '2026-01-15'],
      ['19/5 hằng năm', 'FREQ=YEARLY;BYMONTH=5;BYMONTHDAY=19'],
      ['ngày 25 tháng cuối quý', 'FREQ=YEARLY;BYMONTH=3,6,9,12;BYMONTHDAY=25'],
    ]);
    for (const [day, meaning] of days) {
      for (const { time, words } of CLOCKS) {
        for (const clock of words) {
          for (const text of [`${clock} ${day}`, `${day} ${clock}`, `${clock}, ${day}`, `${day}, ${clock}`]) {
            expect([text, read(text)]).toEqual([text, `${meaning} ${time}`]);
          }
        }
      }
    }
  });

  test('every day of the month in figures and in words', () => {
    NUMBERS.forEach((words, index) => {
      const day = index + 1;
      const rule = `FREQ=MONTHLY;BYMONTHDAY=${day}`;
      for (const text of [
        `ngày ${day} hằng tháng`,
        `${day} hằng tháng`,
        `ngày ${words} hằng tháng`,
        `hằng tháng vào ngày ${day}`,
        `mỗi tháng ngày ${day}`,
        `ngày ${day} mỗi tháng`,
        `ngày ${day} các tháng`,
      ]) {
        expect([text, read(text)]).toEqual([text, rule]);
      }
    });
  });

  test('every month in figures and in words', () => {
    const words = [...NUMBERS.slice(0, 3), 'tư', ...NUMBERS.slice(4, 12)];
    words.forEach((word, index) => {
      const month = index + 1;
      const year = month === 1 ? 2027 : 2026;
      const date = `${year}-${String(month).padStart(2, '0')}-09`;
      for (const text of [
        `9/${month}`,
        `09/${String(month).padStart(2, '0')}`,
        `ngày 9 tháng ${month}`,
        `ngày 9 tháng ${word}`,
        `ngày 9/${month}`,
        `9/${month}/${year}`,
        `9-${month}-${year}`,
      ]) {
        expect([text, read(text)]).toEqual([text, date]);
      }
    });
  });

  test('a number in front of a number of weeks, months or days', () => {
    for (let count = 2; count <= 12; count += 1) {
      const word = NUMBERS[count - 1] ?? '';
      for (const many of [String(count), word]) {
        expect(read(`${many} tuần một lần vào thứ 6`)).toBe(`FREQ=WEEKLY;INTERVAL=${count};BYDAY=FR`);
        expect(read(`thứ 6, ${many} tuần một lần`)).toBe(`FREQ=WEEKLY;INTERVAL=${count};BYDAY=FR`);
        expect(read(`${many} tháng một lần vào ngày 10`)).toBe(
          `FREQ=MONTHLY;INTERVAL=${count};BYMONTHDAY=10`,
        );
        expect(read(`${many} ngày một lần`)).toBe(`FREQ=DAILY;INTERVAL=${count}`);
        expect(read(`mỗi ${many} tuần vào thứ 6`)).toBe(`FREQ=WEEKLY;INTERVAL=${count};BYDAY=FR`);
      }
      expect(read(`${count} ngày nữa`)).toBe(NOW.toPlainDate().add({ days: count }).toString());
      expect(read(`${word} tuần nữa`)).toBe(NOW.toPlainDate().add({ weeks: count }).toString());
    }
  });

  test('every pair of weekdays, joined in every way', () => {
    for (const [first, one] of WEEKDAYS.slice(0, 6).entries()) {
      for (const [second, other] of WEEKDAYS.slice(0, 6).entries()) {
        if (second <= first) continue;
        for (const joint of [' và ', ', ', ',', ' & ', ' + ']) {
          const text = `thứ ${first + 2}${joint}thứ ${second + 2} hằng tuần`;
          expect([text, read(text)]).toEqual([text, `FREQ=WEEKLY;BYDAY=${one.code},${other.code}`]);
          const short = `thứ ${first + 2}${joint}${second + 2} hằng tuần`;
          expect([short, read(short)]).toEqual([short, `FREQ=WEEKLY;BYDAY=${one.code},${other.code}`]);
        }
      }
    }
  });
});

function read(text: string): string {
  const { when, rest } = readWhen(text, { now: NOW });
  if (rest !== '' || !when) return `not read: ${text} (${rest})`;
  const day = when.kind === 'once' ? when.date.toString() : when.rrule;
  return when.time ? `${day} ${when.time.toString({ smallestUnit: 'minute' })}` : day;
}
