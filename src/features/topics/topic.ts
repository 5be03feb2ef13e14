import { Temporal } from 'temporal-polyfill';
import { writeCode } from '../../chat/codes.ts';

/** The narrowest first: the order in which topics are shown. */
const SCOPES = ['month', 'quarter', 'year', 'term'] as const;
type Scope = (typeof SCOPES)[number];

/** What a topic is for, both days included. */
export type TopicPeriod = { scope: Scope; from: Temporal.PlainDate; to: Temporal.PlainDate };

/** A document or a work that goes with a topic: under a link, as a file that somebody sent, or by its name only. */
export type Material = {
  id: string;
  /** Within its topic, from 1. */
  number: number;
  name: string;
  url: string | undefined;
  file: KeptFile | HeldFile | undefined;
};

/** A file that is kept, under its SHA-256. */
export type KeptFile = { blob: string; mimeType: string };
/** One of the time before files were kept: the platform that holds it, and its id there. */
export type HeldFile = { platform: string; fileId: string; mimeType: string };

/** What a unit studies in a month, a quarter, a year or a term. */
export type Topic = {
  id: string;
  unitId: string;
  number: number;
  period: TopicPeriod;
  title: string;
  /** At most 60 characters, for lists and tables. */
  shortTitle: string;
  materials: readonly Material[];
};

export function codeOfTopic({ number }: Pick<Topic, 'number'>): string {
  return writeCode({ prefix: 'CD', number });
}

export function monthPeriod(year: number, month: number): TopicPeriod {
  return months('month', year, month, 1);
}

function months(scope: Scope, year: number, first: number, count: number): TopicPeriod {
  const from = Temporal.PlainDate.from({ year, month: first, day: 1 });
  return { scope, from, to: from.add({ months: count }).subtract({ days: 1 }) };
}

export function quarterPeriod(year: number, quarter: number): TopicPeriod {
  return months('quarter', year, quarter * 3 - 2, 3);
}

export function yearPeriod(year: number): TopicPeriod {
  return months('year', year, 1, 12);
}

/** From the first day of a year to the last of another. */
export function termPeriod(from: number, to: number): TopicPeriod {
  return months('term', from, 1, 12 * (to - from + 1));
}

export function isSamePeriod(one: TopicPeriod, other: TopicPeriod): boolean {
  return one.scope === other.scope && one.from.equals(other.from) && one.to.equals(other.to);
}

export function appliesOn({ from, to }: TopicPeriod, date: Temporal.PlainDate): boolean {
  return Temporal.PlainDate.compare(from, date) <= 0 && Temporal.PlainDate.compare(date, to) <= 0;
}

/** In the order of time, and of topics that begin together the widest first. */
export function byTime(one: Topic, other: Topic): number {
  return (
    Temporal.PlainDate.compare(one.period.from, other.period.from) ||
    rank(other) - rank(one) ||
    one.number - other.number
  );
}

function rank({ period }: Topic): number {
  return SCOPES.indexOf(period.scope);
}

/** The narrowest first. */
export function byScope(one: Topic, other: Topic): number {
  return rank(one) - rank(other) || one.number - other.number;
}
