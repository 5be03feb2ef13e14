import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import { describe, expect, test } from 'vitest';
import { describeLeads, describeWhen } from '../../src/language/describe.ts';
import { readLeads } from '../../src/language/leads.ts';
import { readWhen } from '../../src/language/read-when.ts';
import {
  datesText,
  monthlyRule,
  type Rule,
  ruleText,
  toRule,
  yearlyRule,
} from '../../src/language/resolving/rules.ts';
import type { Shift } from '../../src/language/shift.ts';
import type { Lead, When } from '../../src/language/when.ts';
import { howMany } from '../support/soak.ts';
import { NOW } from './clock-at.ts';

const weekdays = fc.subarray([1, 2, 3, 4, 5, 6, 7], { minLength: 1 });
const months = fc.subarray([1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12], { minLength: 1 });
const interval = fc.integer({ min: 1, max: 5 });
const nth = fc.subarray([1, 2, 3, 4, 5, -2, -1], { minLength: 1, maxLength: 2 });

const daysOfMonth = fc
  .tuple(
    fc.uniqueArray(fc.integer({ min: 1, max: 28 }), { maxLength: 3 }),
    fc.option(fc.constantFrom(29, 30, 31), { nil: undefined }),
  )
  .map(([plain, long]) => [...plain, ...(long === undefined ? [] : [long])])
  .filter((days) => days.length > 0);

const byNth = fc
  .tuple(nth, weekdays)
  .map(([which, days]) => which.flatMap((n) => days.map((weekday) => ({ weekday, nth: n }))));

const lunarRules: fc.Arbitrary<Rule> = fc
  .tuple(
    fc.uniqueArray(fc.integer({ min: 1, max: 30 }), { minLength: 1, maxLength: 3 }),
    fc.option(months, { nil: undefined }),
  )
  .map(([days, set]) => {
    const monthDays = days.toSorted((a, b) => a - b);
    return set
      ? { lunar: true, frequency: 'YEARLY', months: set, monthDays }
      : { lunar: true, frequency: 'MONTHLY', monthDays };
  });

const shifts: fc.Arbitrary<Shift> = fc
  .tuple(
    fc.subarray([1, 2, 3, 4, 5, 6, 7], { maxLength: 3 }),
    fc.boolean(),
    fc.constantFrom<Shift['direction']>(1, -1),
    fc.constantFrom<Shift['to']>('day', 'workday', 1, 2, 3, 4, 5, 6, 7),
  )
  .map(([on, holidays, direction, to]): Shift => ({ weekdays: on, holidays, direction, to }))
  .filter(({ weekdays: on, holidays }) => on.length > 0 || holidays);

const workdays = [1, 2, 3, 4, 5].map((weekday) => ({ weekday }));

/** Every rule that the reader makes. */
const rules: fc.Arbitrary<Rule> = fc.oneof(
  interval.map((count): Rule => ({ frequency: 'DAILY', interval: count })),
  fc.tuple(weekdays, interval).map(
    ([days, count]): Rule => ({
      frequency: 'WEEKLY',
      interval: count,
      days: days.map((weekday) => ({ weekday })),
    }),
  ),
  fc
    .tuple(daysOfMonth, interval)
    .map(([days, count]) => monthlyRule(days, count))
    .filter((rule) => rule !== undefined),
  fc.tuple(byNth, interval).map(([days, count]): Rule => ({ frequency: 'MONTHLY', interval: count, days })),
  fc.constantFrom(1, -1).map((which): Rule => ({ frequency: 'MONTHLY', days: workdays, positions: [which] })),
  fc
    .tuple(daysOfMonth, months)
    .filter(([days, set]) => !(set.length === 1 && set[0] === 2 && days.some((day) => day > 29)))
    .map(([days, set]) => yearlyRule(days, set))
    .filter((rule) => rule !== undefined),
  fc.tuple(byNth, months).map(([days, set]): Rule => ({ frequency: 'YEARLY', months: set, days })),
);

const times = fc
  .tuple(fc.integer({ min: 0, max: 23 }), fc.integer({ min: 0, max: 59 }))
  .map(([hour, minute]) => Temporal.PlainTime.from({ hour, minute }));

const whens: fc.Arbitrary<When> = fc
  .tuple(rules, fc.option(times, { nil: undefined }))
  .map(([rule, time]) => ({ kind: 'rule', rrule: ruleText(rule), ...(time && { time }) }));

const dates: fc.Arbitrary<When> = fc
  .tuple(fc.integer({ min: 1, max: 3000 }), times)
  .map(([days, time]) => ({ kind: 'once', date: NOW.toPlainDate().add({ days }), time }));

describe('what the bot says back reads to the same', () => {
  test('every rule and hour, in Vietnamese', () => {
    fc.assert(
      fc.property(whens, (when) => readsBack(when, describeWhen(when, 'vi'))),
      { numRuns: howMany({ usually: 600, soaking: 3000 }) },
    );
  });

  test('every rule and hour, in English', () => {
    fc.assert(
      fc.property(whens, (when) => readsBack(when, describeWhen(when, 'en'))),
      { numRuns: howMany({ usually: 600, soaking: 3000 }) },
    );
  });

  test('every date ahead, in both', () => {
    fc.assert(
      fc.property(dates, (when) => {
        readsBack(when, describeWhen(when, 'vi'));
        readsBack(when, describeWhen(when, 'en'));
      }),
      { numRuns: howMany({ usually: 300, soaking: 1000 }) },
    );
  });

  test('a rule that begins, ends, is lunar, and moves away from other days, with an hour at which a session ends', () => {
    const bounded: fc.Arbitrary<When> = fc
      .tuple(
        fc.oneof(
          weekdays.map((days): Rule => ({ frequency: 'WEEKLY', days: days.map((weekday) => ({ weekday })) })),
          daysOfMonth.map((days) => monthlyRule(days)).filter((rule) => rule !== undefined),
          lunarRules,
        ),
        fc.option(fc.integer({ min: 1, max: 400 }), { nil: undefined }),
        fc.option(fc.integer({ min: 401, max: 800 }), { nil: undefined }),
        fc.tuple(times, times).filter(([time, ends]) => Temporal.PlainTime.compare(time, ends) < 0),
        fc.option(shifts, { nil: undefined }),
      )
      .map(([rule, from, to, [time, ends], shift]) => ({
        kind: 'rule',
        rrule: ruleText({
          ...rule,
          ...(to && { until: NOW.toPlainDate().add({ days: to }) }),
          ...(shift && { shift }),
        }),
        ...(from && { startsOn: NOW.toPlainDate().add({ days: from }) }),
        time,
        ends,
      }));
    fc.assert(
      fc.property(bounded, (when) => {
        readsBack(when, describeWhen(when, 'vi'));
        readsBack(when, describeWhen(when, 'en'));
      }),
      { numRuns: howMany({ usually: 300, soaking: 2000 }) },
    );
  });

  test('several single dates', () => {
    const several: fc.Arbitrary<When> = fc
      .tuple(fc.uniqueArray(fc.integer({ min: 1, max: 900 }), { minLength: 2, maxLength: 9 }), times)
      .map(([days, time]) => ({
        kind: 'rule',
        rrule: datesText(days.map((count) => NOW.toPlainDate().add({ days: count }))),
        time,
      }));
    fc.assert(
      fc.property(several, (when) => {
        readsBack(when, describeWhen(when, 'vi'));
        readsBack(when, describeWhen(when, 'en'));
      }),
      { numRuns: howMany({ usually: 60, soaking: 1000 }) },
    );
  });

  test('several days of every year that no one rule says', () => {
    const yearly: fc.Arbitrary<When> = fc
      .tuple(
        fc.uniqueArray(fc.tuple(fc.integer({ min: 1, max: 28 }), fc.integer({ min: 1, max: 12 })), {
          minLength: 2,
          maxLength: 4,
          selector: ([day]) => day,
        }),
        times,
      )
      .filter(([days]) => new Set(days.map(([, month]) => month)).size > 1)
      .map(([days, time]) => {
        const [first, ...also] = days.map(([day, month]): When => {
          const rule = yearlyRule([day], [month]);
          return { kind: 'rule', rrule: rule ? ruleText(rule) : '', time };
        });
        return { ...(first ?? { kind: 'rule', rrule: '' }), also };
      });
    fc.assert(
      fc.property(yearly, (when) => {
        readsBack(when, describeWhen(when, 'vi'));
        const days = [when, ...(when.also ?? [])].map((each) =>
          each.kind === 'rule' ? toRule(each.rrule) : undefined,
        );
        const said = days.map((rule) => `${rule?.monthDays?.[0]}/${rule?.months?.[0]}`).join(', ');
        readsBack(when, `${when.time?.toString({ smallestUnit: 'minute' })} ${said} hằng năm`);
      }),
      { numRuns: howMany({ usually: 60, soaking: 1000 }) },
    );
  });

  test('a rule in text is the same rule again', () => {
    fc.assert(
      fc.property(fc.oneof(rules, lunarRules), fc.option(shifts, { nil: undefined }), (each, shift) => {
        const rule = { ...each, ...(shift && { shift }) };
        const text = ruleText(rule);
        const parsed = toRule(text);
        expect(parsed && ruleText(parsed)).toBe(text);
      }),
    );
    expect(toRule('FREQ=SECONDLY')).toBeUndefined();
    expect(describeWhen({ kind: 'rule', rrule: 'FREQ=SECONDLY' }, 'vi')).toBe('FREQ=SECONDLY');
  });

  const leads: fc.Arbitrary<readonly Lead[]> = fc.uniqueArray(
    fc.oneof(
      fc.integer({ min: 1, max: 60 }).map((days): Lead => ({ kind: 'days', days })),
      fc.tuple(fc.integer({ min: 0, max: 5 }), times).map(([days, at]): Lead => ({ kind: 'days', days, at })),
      fc.integer({ min: 0, max: 3000 }).map((minutes): Lead => ({ kind: 'minutes', minutes })),
    ),
    { maxLength: 4, selector: (lead) => JSON.stringify(lead) },
  );

  test('every list of leads', () => {
    fc.assert(
      fc.property(leads, (all) => {
        for (const language of ['vi', 'en'] as const) {
          const words = describeLeads(all, language);
          expect([words, JSON.stringify(readLeads(words))]).toEqual([words, JSON.stringify(all)]);
        }
      }),
      { numRuns: howMany({ usually: 300, soaking: 1000 }) },
    );
  });
});

function readsBack(when: When, words: string): void {
  const { when: read, rest, doubts } = readWhen(words, { now: NOW });
  expect({ words, rest, asked: doubts.filter(({ ask }) => ask), read: plain(read) }).toEqual({
    words,
    rest: '',
    asked: [],
    read: plain(when),
  });
}

function plain(when: When | undefined): unknown {
  return (
    when && {
      ...when,
      ...(when.kind === 'once' && { date: when.date.toString() }),
      ...(when.kind === 'rule' && when.startsOn && { startsOn: when.startsOn.toString() }),
      ends: when.ends?.toString(),
      time: when.time?.toString(),
      also: when.also?.map(plain),
    }
  );
}
