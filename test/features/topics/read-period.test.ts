import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import { describe, expect, it } from 'vitest';
import { readPeriodLine, resolvePeriod } from '../../../src/features/topics/read-period.ts';
import { UserError } from '../../../src/texts/user-error.ts';
import { growthOfReading, PROPORTION } from '../../support/growth.ts';

const today = Temporal.PlainDate.from('2026-11-22');

describe('the period at the front of a line', () => {
  it('leaves any title behind it whole, letter by letter', () => {
    const title = fc
      .string({ unit: fc.constantFrom(...'Đđạữİßﬁ🌱a b12-:.|é\u0301\u0323') })
      .map((text) => `x${text}`.normalize('NFC').trim());
    const period = fc.constantFrom(
      'tháng 12: ',
      'Quý IV/2026 - ',
      'NĂM 2026 ',
      'toàn khoá 2025-2030: ',
      '• 5: ',
    );
    fc.assert(
      fc.property(period, title, (period, title) => {
        expect(readPeriodLine(`${period}${title}`, today)?.rest).toBe(title.normalize('NFC'));
      }),
      { numRuns: 500 },
    );
  });

  it('is the same with composed and decomposed letters', () => {
    fc.assert(
      fc.property(fc.constantFrom('tháng 12', 'quý 4', 'năm 2026', 'toàn khóa 2025-2030'), (period) => {
        const read = (form: 'NFC' | 'NFD') => readPeriodLine(`${period}: Liêm chính`.normalize(form), today);
        expect(read('NFD')).toEqual(read('NFC'));
        expect(read('NFC')?.rest).toBe('Liêm chính');
      }),
    );
  });

  it('of any text at all is read, not there, or refused in words', () => {
    const text = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.string({
        unit: fc.constantFrom(
          'tháng',
          'quý',
          'năm',
          'khóa',
          'toàn',
          ' ',
          '1',
          '2',
          '0',
          '-',
          '/',
          ':',
          'iv',
          'sau',
        ),
      }),
    );
    fc.assert(
      fc.property(text, (text) => {
        try {
          const read = readPeriodLine(text, today);
          if (read) expect(resolvePeriod(read.said, today).from.year).toBeGreaterThan(2010);
        } catch (error) {
          expect(error).toBeInstanceOf(UserError);
        }
      }),
      { numRuns: 2_000 },
    );
  });

  it.each(['tháng 12 ', 'tháng '.repeat(5), '1', '12/', 'toàn khóa ', 'q '])(
    'of a long line is no more work than it is long: “%s”…',
    async (piece) => {
      const read = (line: string) => {
        try {
          readPeriodLine(line, today);
        } catch (error) {
          expect(error).toBeInstanceOf(UserError);
        }
      };
      expect(await growthOfReading(read, piece)).toBeLessThan(PROPORTION);
    },
  );
});
