import { Temporal } from 'temporal-polyfill';
import { describe, expect, it } from 'vitest';
import { en } from '../../src/texts/en.ts';
import { formatMoment, formatPeriod } from '../../src/texts/format.ts';
import { toLines, toPlain, typed } from '../../src/texts/markup.ts';
import { formatNumber, translator } from '../../src/texts/translator.ts';
import { vi } from '../../src/texts/vi.ts';

const vietnamese = translator('vi');
const emoji = /\p{Extended_Pictographic}/gu;

describe('the texts', () => {
  it('fill in what they are given and escape it', () => {
    expect(vietnamese('unit.back', { unit: '<i>Chi bộ</i>' }).markup).toContain('&lt;i&gt;Chi bộ&lt;/i&gt;');
  });

  it('take markup as it is', () => {
    expect(toPlain(vietnamese('schedule.rule', { rule: typed('a < b') }))).toBe('Thời gian: a < b');
  });

  it('write numbers the way of the language', () => {
    expect([formatNumber(8198, 'vi'), formatNumber(98.7, 'vi')]).toEqual(['8.198', '98,7']);
    expect([formatNumber(8198, 'en'), formatNumber(98.7, 'en')]).toEqual(['8,198', '98.7']);
  });

  it('write a moment with its weekday, date and time', () => {
    const moment = Temporal.PlainDateTime.from('2026-12-05T19:30');
    expect(formatMoment(moment, 'vi')).toBe('thứ Bảy, 05/12/2026, 19 giờ 30');
    expect(formatMoment(moment, 'en')).toBe('Saturday, 05/12/2026, 19:30');
  });

  it('write the exact days of a period, the year once where it is one', () => {
    const day = Temporal.PlainDate.from;
    expect(formatPeriod(day('2026-01-12'), day('2026-01-18'))).toBe('12/01 – 18/01/2026');
    expect(formatPeriod(day('2025-12-29'), day('2026-01-04'))).toBe('29/12/2025 – 04/01/2026');
  });

  it('exist in both languages, key by key', () => {
    expect(Object.keys(en).toSorted()).toEqual(Object.keys(vi).toSorted());
  });

  it('have at most one emoji each, and close every mark', () => {
    const texts = [...Object.entries<string>(vi), ...Object.entries<string>(en)];
    const crowded = texts.filter(([, text]) => (text.match(emoji)?.length ?? 0) > 1);
    const open = texts.filter(
      ([, text]) =>
        toLines({ markup: `${text}|end` })
          .at(-1)
          ?.at(-1)?.styles.length !== 0,
    );
    expect([crowded, open]).toEqual([[], []]);
  });
});
