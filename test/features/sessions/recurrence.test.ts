import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import { describe, expect, test } from 'vitest';
import { occurrences, type Recurrence } from '../../../src/features/sessions/recurrence.ts';
import { type Rule, toRule } from '../../../src/language/resolving/rules.ts';
import { SOAK } from '../../support/soak.ts';

const RULES = [
  'FREQ=DAILY',
  'FREQ=DAILY;INTERVAL=3',
  'FREQ=WEEKLY;BYDAY=FR',
  'FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR',
  'FREQ=WEEKLY;INTERVAL=2;BYDAY=MO,SU',
  'FREQ=WEEKLY;INTERVAL=3;BYDAY=WE',
  'FREQ=MONTHLY;BYMONTHDAY=5',
  'FREQ=MONTHLY;BYMONTHDAY=5,20',
  'FREQ=MONTHLY;BYMONTHDAY=15,-1',
  'FREQ=MONTHLY;BYMONTHDAY=-1',
  'FREQ=MONTHLY;BYMONTHDAY=28,29;BYSETPOS=-1',
  'FREQ=MONTHLY;BYMONTHDAY=28,29,30;BYSETPOS=-1',
  'FREQ=MONTHLY;BYMONTHDAY=15,28,29,30;BYSETPOS=1,-1',
  'FREQ=MONTHLY;INTERVAL=3;BYMONTHDAY=10',
  'FREQ=MONTHLY;INTERVAL=5;BYMONTHDAY=28,29,30;BYSETPOS=-1',
  'FREQ=MONTHLY;BYDAY=1SA',
  'FREQ=MONTHLY;BYDAY=1SA,3SA',
  'FREQ=MONTHLY;BYDAY=5FR',
  'FREQ=MONTHLY;BYDAY=-1SU',
  'FREQ=MONTHLY;BYDAY=-2WE',
  'FREQ=MONTHLY;INTERVAL=2;BYDAY=2TH',
  'FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=1',
  'FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-1',
  'FREQ=MONTHLY;BYMONTH=2,6;BYMONTHDAY=28,29,30;BYSETPOS=-1',
  'FREQ=MONTHLY;BYMONTH=3,6,9,12;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-1',
  'FREQ=YEARLY;BYMONTH=5;BYMONTHDAY=19',
  'FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=-1',
  'FREQ=YEARLY;INTERVAL=2;BYMONTH=6,12;BYMONTHDAY=10',
  'FREQ=YEARLY;BYMONTH=3,6,9,12;BYMONTHDAY=-1',
  'FREQ=YEARLY;BYMONTH=3,6,9,12;BYMONTHDAY=25',
  'FREQ=YEARLY;BYMONTH=3,6,9,12;BYDAY=-1FR',
  'FREQ=YEARLY;BYMONTH=1,4,7,10;BYDAY=1MO,1TU',
];

type Day = { date: Temporal.PlainDate; number: number };
const DAY_ONE = Temporal.PlainDate.from('2023-01-01');
const EVERY_DAY = Array.from(
  { length: 3000 },
  (_, number): Day => ({ date: DAY_ONE.add({ days: number }), number }),
);

describe('the occurrences of a rule', () => {
  test('are those that looking at each day finds, whatever day the rule starts on', () => {
    fc.assert(
      fc.property(fc.constantFrom(...RULES), fc.integer({ min: 0, max: 1500 }), (rrule, offset) => {
        const startsOn = Temporal.PlainDate.from('2023-01-01').add({ days: offset });
        const rule = { ...inHanoi(rrule, '2023-01-01'), startsOn };
        const after = startsOn.subtract({ days: 1 }).toZonedDateTime('UTC').toInstant();
        const expected = oracle(rrule, startsOn, 1100).slice(0, 24).map(String);
        const found = occurrences(rule, after, expected.length).map((one) => one.toPlainDate().toString());
        expect(found).toEqual(expected);
      }),
      { numRuns: 150 },
    );
  });

  test('go on in step when one asks for what comes after a later instant', () => {
    fc.assert(
      fc.property(fc.constantFrom(...RULES), fc.integer({ min: 0, max: 900 }), (rrule, offset) => {
        const rule = inHanoi(rrule, '2024-01-31');
        const after = Temporal.Instant.from('2024-01-31T12:30:00Z').add({ hours: offset * 24 });
        const expected = oracle(rrule, rule.startsOn, 2200)
          .map((date) => zoned(date, rule.time, rule.timeZone))
          .filter((one) => Temporal.Instant.compare(one.toInstant(), after) > 0)
          .slice(0, 3)
          .map(String);
        expect(occurrences(rule, after, expected.length).map(String)).toEqual(expected);
      }),
      { numRuns: 150 },
    );
  });

  test('come strictly after the instant: the one that is due right now has been', () => {
    const rule = inHanoi('FREQ=DAILY', '2026-01-01');
    const due = Temporal.Instant.from('2026-01-14T19:30:00+07:00');
    expect(occurrences(rule, due, 1).map(String)).toEqual(['2026-01-15T19:30:00+07:00[Asia/Ho_Chi_Minh]']);
    const justBefore = due.subtract({ milliseconds: 1 });
    expect(occurrences(rule, justBefore, 1).map(String)).toEqual([
      '2026-01-14T19:30:00+07:00[Asia/Ho_Chi_Minh]',
    ]);
  });

  test('begin on the first day, not before', () => {
    const rule = inHanoi('FREQ=WEEKLY;BYDAY=FR', '2026-03-06');
    const [first] = occurrences(rule, Temporal.Instant.from('2020-01-01T00:00:00Z'), 1);
    expect(first?.toPlainDate().toString()).toBe('2026-03-06');
  });
});

const HOURS = ['00:00', '00:30', '01:00', '01:59', '02:00', '02:30', '03:00', '23:30'].map(time);
const TWO_YEARS = 730;
const START = Temporal.PlainDate.from('2025-01-01');
const ALL_ZONES = Intl.supportedValuesOf('timeZone');
/** One for each way of running a clock in these two years; all of them when soaking. */
const ZONES = SOAK ? ALL_ZONES : [...new Map(ALL_ZONES.map((zone) => [wayOf(zone), zone])).values()];

describe('in every zone of the world over two years', () => {
  test('each occurrence comes once, in order, at its hour of the wall clock', () => {
    const rules = [
      'FREQ=WEEKLY;BYDAY=SU',
      'FREQ=MONTHLY;BYMONTHDAY=28,29,30;BYSETPOS=-1',
      'FREQ=DAILY;INTERVAL=11',
    ];
    const days = new Map(rules.map((rrule) => [rrule, oracle(rrule, START, TWO_YEARS)]));
    const before = START.subtract({ days: 3 }).toZonedDateTime('UTC').toInstant();
    for (const timeZone of ZONES) {
      for (const [rrule, dates] of days) {
        const rule = { rrule, startsOn: START, time: time('02:30'), timeZone };
        const found = occurrences(rule, before, dates.length).map((one) => one.epochMilliseconds);
        const expected = dates.map((date) => zoned(date, rule.time, timeZone).epochMilliseconds);
        expect(found, `${timeZone} ${rrule}`).toEqual(expected);
      }
    }
  });

  test('and so it does at every hour around each change of the clock, asked for one after the other', () => {
    for (const timeZone of ZONES) {
      for (const change of changesOf(timeZone)) {
        const startsOn = change.toPlainDate().subtract({ days: 2 });
        for (const hour of HOURS) {
          const rule = { rrule: 'FREQ=DAILY', startsOn, time: hour, timeZone };
          const expected = [0, 1, 2, 3].map((days) =>
            zoned(startsOn.add({ days }), hour, timeZone).toString(),
          );
          expect(all(rule, 4).map(String), timeZone).toEqual(expected);
        }
      }
    }
  });

  test('an hour that daylight saving skips moves forward by the gap', () => {
    const rule = { ...inHanoi('FREQ=DAILY', '2026-03-28', '02:30'), timeZone: 'Europe/Berlin' };
    const found = occurrences(rule, Temporal.Instant.from('2026-03-28T12:00:00Z'), 2).map(String);
    expect(found).toEqual([
      '2026-03-29T03:30:00+02:00[Europe/Berlin]',
      '2026-03-30T02:30:00+02:00[Europe/Berlin]',
    ]);
  });

  test('an hour that comes twice is taken the first time, and only once', () => {
    const rule = { ...inHanoi('FREQ=DAILY', '2026-10-24', '02:30'), timeZone: 'Europe/Berlin' };
    const found = occurrences(rule, Temporal.Instant.from('2026-10-24T12:00:00Z'), 2).map(String);
    expect(found).toEqual([
      '2026-10-25T02:30:00+02:00[Europe/Berlin]',
      '2026-10-26T02:30:00+01:00[Europe/Berlin]',
    ]);
  });

  test('a day that a zone left out is one with the day behind it', () => {
    const rule = { ...inHanoi('FREQ=DAILY', '2011-12-28', '19:30'), timeZone: 'Pacific/Apia' };
    const found = occurrences(rule, Temporal.Instant.from('2011-12-28T00:00:00Z'), 4).map((one) =>
      one.toPlainDate().toString(),
    );
    expect(found).toEqual(['2011-12-28', '2011-12-29', '2011-12-31', '2012-01-01']);
  });
});

function inHanoi(rrule: string, startsOn: string, at = '19:30'): Recurrence {
  return {
    rrule,
    startsOn: Temporal.PlainDate.from(startsOn),
    time: time(at),
    timeZone: 'Asia/Ho_Chi_Minh',
  };
}

function time(text: string): Temporal.PlainTime {
  return Temporal.PlainTime.from(text);
}

/** The days of a rule, looked at one by one. */
function oracle(rrule: string, startsOn: Temporal.PlainDate, days: number): Temporal.PlainDate[] {
  const rule = parsed(rrule);
  const start = numberOf(startsOn);
  const first = periodOf(rule, { date: startsOn, number: start });
  // Positions count from the beginning of the period, also before the start.
  const from = numberOf(startsOn.with({ day: 1, month: rule.frequency === 'YEARLY' ? 1 : startsOn.month }));
  const periods = new Map<number, Day[]>();
  for (const day of EVERY_DAY.slice(from, start + days + 31)) {
    const period = periodOf(rule, day);
    if ((period - first) % (rule.interval ?? 1) !== 0 || !fitsDay(rule, day.date)) continue;
    periods.set(period, [...(periods.get(period) ?? []), day]);
  }
  const chosen = [...periods.values()].flatMap((each) =>
    rule.positions ? [...new Set(rule.positions.map((n) => each.at(n > 0 ? n - 1 : n)))] : each,
  );
  return chosen
    .filter((day) => day !== undefined)
    .filter(({ number }) => number >= start && number < start + days)
    .sort((one, other) => one.number - other.number)
    .map(({ date }) => date);
}

function numberOf(date: Temporal.PlainDate): number {
  return DAY_ONE.until(date).days;
}

function parsed(rrule: string): Rule {
  const rule = toRule(rrule);
  if (!rule) throw new Error(`no rule: ${rrule}`);
  return rule;
}

function periodOf(rule: Rule, { date, number }: Day): number {
  switch (rule.frequency) {
    case 'DAILY':
      return number;
    case 'WEEKLY':
      return Math.floor((number + DAY_ONE.dayOfWeek - 1) / 7);
    case 'MONTHLY':
      return date.year * 12 + date.month;
    case 'YEARLY':
      return date.year;
  }
}

function fitsDay(rule: Rule, date: Temporal.PlainDate): boolean {
  if (rule.months && !rule.months.includes(date.month)) return false;
  const back = date.day - date.daysInMonth - 1;
  if (rule.monthDays && !rule.monthDays.includes(date.day) && !rule.monthDays.includes(back)) return false;
  if (!rule.days) return true;
  return rule.days.some(({ weekday, nth }) => {
    if (weekday !== date.dayOfWeek) return false;
    if (nth === undefined) return true;
    return nth > 0 ? Math.ceil(date.day / 7) === nth : -Math.ceil(-back / 7) === nth;
  });
}

function zoned(date: Temporal.PlainDate, at: Temporal.PlainTime, timeZone: string): Temporal.ZonedDateTime {
  return date.toPlainDateTime(at).toZonedDateTime(timeZone, { disambiguation: 'compatible' });
}

/** How the clocks of a zone run: what they show in the beginning, and each change. */
function wayOf(timeZone: string): string {
  const changes = changesOf(timeZone).map((change) => change.toString({ timeZoneName: 'never' }));
  return [START.toZonedDateTime(timeZone).offset, ...changes].join();
}

function changesOf(timeZone: string): Temporal.ZonedDateTime[] {
  const end = START.add({ days: TWO_YEARS }).toZonedDateTime(timeZone);
  const changes: Temporal.ZonedDateTime[] = [];
  for (
    let at = START.toZonedDateTime(timeZone).getTimeZoneTransition('next');
    at;
    at = at.getTimeZoneTransition('next')
  ) {
    if (Temporal.ZonedDateTime.compare(at, end) > 0) break;
    changes.push(at);
  }
  return changes;
}

function all(rule: Recurrence, days: number): Temporal.ZonedDateTime[] {
  const end = rule.startsOn.add({ days });
  const before = rule.startsOn.subtract({ days: 3 }).toZonedDateTime('UTC').toInstant();
  const found: Temporal.ZonedDateTime[] = [];
  for (let after = before; ; ) {
    const [next] = occurrences(rule, after, 1);
    if (!next || Temporal.PlainDate.compare(next.toPlainDate(), end) >= 0) return found;
    found.push(next);
    after = next.toInstant();
  }
}
