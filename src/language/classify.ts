import type { Temporal } from 'temporal-polyfill';
import { reads } from './grammar/grammar.ts';
import { Line } from './grammar/line.ts';
import { readLeads } from './leads.ts';
import { clockAwaited } from './moments/clock.ts';
import { findPeriod } from './period.ts';
import { readClock } from './read-clock.ts';
import { readWhen } from './read-when.ts';
import type { Doubt, Lead, When } from './when.ts';

/** A phrase and what it comes to, in the form of test/language/times.jsonl. */
export type Classified = {
  readonly type: 'time' | 'date' | 'datetime' | 'rrule' | 'offset' | 'period' | 'error' | 'unknown';
  readonly expect: string | readonly string[] | null;
  readonly ambiguous: boolean;
};

const ERROR = clear('error', null);

const UNKNOWN = clear('unknown', null);

/** What kind of phrase this is and what it means. Days are read as a schedule does, ahead. */
export function classify(text: string, now: Temporal.ZonedDateTime): Classified {
  if (text.trim() === '') return UNKNOWN;
  return asTime(text) ?? asLeads(text) ?? asWhen(text, now) ?? asPeriod(text, now) ?? UNKNOWN;
}

function asTime(text: string): Classified | undefined {
  const clock = readClock(text);
  if (clock === undefined) return reads(clockAwaited, new Line(text)) ? ERROR : undefined;
  const expect = clock.endOfDay ? '24:00' : clockTime(clock.time);
  return { type: 'time', expect, ambiguous: clock.doubts.length > 0 };
}

function clockTime(time: Temporal.PlainTime): string {
  return time.toString({ smallestUnit: 'minute' });
}

function asLeads(text: string): Classified | undefined {
  const leads = readLeads(text);
  return leads && !isBareAmount(text) ? clear('offset', leads.map(leadText)) : undefined;
}

/** "3 ngày" is a length as an answer, but no lead by itself. */
function isBareAmount(text: string): boolean {
  const [first, , ...more] = new Line(text).tokens;
  return first?.kind === 'number' && more.length === 0;
}

function clear(type: Classified['type'], expect: Classified['expect']): Classified {
  return {
    type,
    expect,
    ambiguous: false,
  };
}

function leadText(lead: Lead): string {
  if (lead.kind === 'minutes') return duration(lead.minutes);
  return lead.at ? `-${lead.days}d ${clockTime(lead.at)}` : `-P${lead.days}D`;
}

function duration(minutes: number): string {
  if (minutes === 0) return 'PT0S';
  return minutes % 60 === 0 ? `-PT${minutes / 60}H` : `-PT${minutes}M`;
}

const MISTAKES: readonly Doubt['kind'][] = ['no-such-date', 'no-such-time', 'weekday-mismatch'];
const SAID_ANYWAY: readonly Doubt['kind'][] = ['short-month', 'no-hour'];

function asWhen(text: string, now: Temporal.ZonedDateTime): Classified | undefined {
  const { when, rest, doubts } = readWhen(text, { now });
  if (rest !== '') return undefined;
  if (doubts.some(({ kind }) => MISTAKES.includes(kind))) return ERROR;
  // "hôm qua": nothing that a schedule may mean.
  if (when === undefined || doubts.some((doubt) => doubt.kind === 'past' && doubt.readings.length === 0))
    return undefined;
  return { ...whenText(when), ambiguous: doubts.some(({ kind }) => !SAID_ANYWAY.includes(kind)) };
}

function whenText(when: When): Pick<Classified, 'type' | 'expect'> {
  if (when.kind === 'rule') {
    const { time } = when;
    return {
      type: 'rrule',
      expect: when.rrule + (time ? `;BYHOUR=${time.hour};BYMINUTE=${time.minute}` : ''),
    };
  }
  if (when.time === undefined) return { type: 'date', expect: when.date.toString() };
  return { type: 'datetime', expect: `${when.date.toString()}T${clockTime(when.time)}` };
}

function asPeriod(text: string, now: Temporal.ZonedDateTime): Classified | undefined {
  const read = findPeriod(text, { today: now.toPlainDate() });
  if (read === undefined || read.rest !== '') return undefined;
  const { period, doubts } = read;
  if (period === undefined) return ERROR;
  return {
    type: 'period',
    expect: [period.from.toString(), period.to.toString()],
    ambiguous: doubts.length > 0,
  };
}
