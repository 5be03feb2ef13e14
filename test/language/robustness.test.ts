import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { classify } from '../../src/language/classify.ts';
import { readDeedDate } from '../../src/language/deed-date.ts';
import { Line } from '../../src/language/grammar/line.ts';
import { readLeads } from '../../src/language/leads.ts';
import { runsOf } from '../../src/language/moments/atoms.ts';
import { choose } from '../../src/language/moments/choose.ts';
import { readPeriod } from '../../src/language/period.ts';
import { readClock } from '../../src/language/read-clock.ts';
import { readWhen } from '../../src/language/read-when.ts';
import { readSchedulePhrase } from '../../src/language/schedule-phrase.ts';
import { growthOfReading, PROPORTION } from '../support/growth.ts';
import { howMany } from '../support/soak.ts';
import { NOW, TODAY } from './clock-at.ts';

const WORDS = [
  ...[
    'thứ',
    'thu',
    't7',
    'chủ nhật',
    'cn',
    'hai',
    'ba',
    'tư',
    'năm',
    'sáu',
    'sau',
    'bảy',
    'mười',
    'ngày',
    'mùng',
  ],
  ...[
    'tháng',
    'tuần',
    'quý',
    'năm',
    'hằng',
    'mỗi',
    'các',
    'đầu',
    'cuối',
    'giữa',
    'của',
    'và',
    ',',
    '-',
    '/',
    '(',
  ],
  ...[
    '7h',
    '19h30',
    '19:30',
    '19.30',
    '5',
    '31',
    '2026',
    '5/2',
    '31/2',
    '99/99',
    '0',
    'kém',
    'rưỡi',
    'sáng',
    'tối',
  ],
  ...[
    'toi',
    'nay',
    'mai',
    'mốt',
    'kia',
    'nữa',
    'trước',
    'tới',
    'này',
    'âm',
    'rằm',
    'Tết',
    'chạp',
    '30',
    'một lần',
  ],
  ...[
    'nhắc',
    'tại',
    'ở',
    'giờ',
    'phút',
    'tiếng',
    'từ',
    'đến',
    'không',
    'cách',
    'làm việc',
    'every',
    'the',
    '5th',
    'of',
  ],
];

const phrases = fc.array(fc.constantFrom(...WORDS), { maxLength: 14 }).map((words) => words.join(' '));

describe('whatever is typed', () => {
  test('reading any text throws nothing', () => {
    fc.assert(fc.property(fc.string({ unit: 'binary', maxLength: 200 }), readEverything), { numRuns: 200 });
  });

  test('reading any heap of time words throws nothing', () => {
    fc.assert(fc.property(phrases, readEverything), { numRuns: 500 });
  });

  test('no word is dropped: what is not understood is in the title, the place or the rest', () => {
    const names = fc.array(
      fc.constantFrom('Sinh hoạt', 'chi bộ', 'chuyên đề', 'thanh niên', 'xung kích', 'giúp dân'),
      { minLength: 1, maxLength: 5 },
    );
    fc.assert(
      fc.property(names, (words) => {
        const title = words.join(' ');
        expect(readSchedulePhrase(`19h30 ngày 5 hằng tháng ${title}`, { now: NOW }).title).toBe(title);
        expect(readSchedulePhrase(`${title} 19h30 ngày 5 hằng tháng`, { now: NOW }).title).toBe(title);
      }),
    );
  });
});

const LONGEST = howMany({ usually: 10_000, soaking: 100_000 });
const TIMES = howMany({ usually: 250, soaking: 500 });

const UNITS = [
  ...[
    'thứ 7 ',
    '5/2 ',
    'a',
    '1',
    'tại ',
    ', ',
    'ngày 5, ',
    'trước 3 ngày ',
    '19h',
    'thứ 2 thứ 3 ',
    'từ ',
    'tháng ',
    '(',
  ],
  ...[
    'lúc ',
    'ngày ',
    'hai mươi ',
    'mỗi ',
    'tuần đầu tháng ',
    'sinh hoạt ',
    'a, ',
    '. . . a',
    'thang sau ',
    'toi nay ',
    'ở ',
    'nhắc ',
  ],
];

describe('the work grows no faster than the text', () => {
  test.each(UNITS)('of "%s" over and over', (unit) => {
    for (const read of [(line: Line) => runsOf(line), (line: Line) => choose(line)]) {
      const once = looks(unit.repeat(TIMES), read);
      const twice = looks(unit.repeat(2 * TIMES), read);
      expect(twice).toBeLessThanOrEqual(once * 2.2 + 1000);
    }
  });

  describe.each(['a', '5/2 ', 'thứ 7 ', 'từ ', '. . . a'])('of "%s", however long', (unit) => {
    test.each<[string, (text: string) => unknown]>([
      ['a schedule', (text) => readSchedulePhrase(text, { now: NOW })],
      ['a period', (text) => readPeriod(text, { today: TODAY })],
      ['a date', (text) => readDeedDate(text, { today: TODAY })],
    ])('where %s is looked for', async (_, read) => {
      expect(await growthOfReading(read, unit)).toBeLessThan(PROPORTION);
      read(unit.repeat(Math.ceil(LONGEST / unit.length)));
    });
  });
});

function readEverything(text: string): void {
  readSchedulePhrase(text, { now: NOW });
  readWhen(text, { now: NOW });
  readClock(text);
  readLeads(text);
  readPeriod(text, { today: TODAY });
  readDeedDate(text, { today: TODAY });
  classify(text, NOW);
}

function looks(text: string, read: (line: Line) => unknown): number {
  const line = new Line(text);
  read(line);
  return line.looks;
}
