import type { Temporal } from 'temporal-polyfill';
import type { App } from '../../app.ts';
import { codeOfSession } from '../sessions/session.ts';
import { rateOf } from './figures.ts';
import { resultsBetween } from './result-store.ts';

/** The sessions of a time, added up. */
export type AttendanceFigures = {
  /** Sessions that were held, as an administrator has said. */
  held: number;
  /** Of the sessions with both numbers: people who came and who should have, session by session. */
  present: number;
  expected: number;
  /** The sessions that those two numbers come from. */
  counted: number;
  /** In percent; undefined where no session has both numbers. */
  rate: number | undefined;
  /** Lượt: never added to the people. */
  visits: number | undefined;
  /** The sessions behind the figures. */
  codes: readonly string[];
};

/** How many came to the sessions of a unit that began from `from` on and before `to`. */
export async function attendanceBetween(
  app: App,
  unitId: string,
  from: Temporal.Instant,
  to: Temporal.Instant,
): Promise<AttendanceFigures> {
  const held = (await resultsBetween(app.db, unitId, from, to)).filter(({ outcome }) => outcome === 'held');
  const counted = held.flatMap(({ figures: { present, expected } }) =>
    present === undefined || expected === undefined ? [] : [{ present, expected }],
  );
  const present = counted.reduce((sum, each) => sum + each.present, 0);
  const expected = counted.reduce((sum, each) => sum + each.expected, 0);
  const visits = held.flatMap(({ figures }) => (figures.visits === undefined ? [] : [figures.visits]));
  return {
    held: held.length,
    present,
    expected,
    counted: counted.length,
    rate: expected === 0 ? undefined : rateOf(present, expected),
    visits: visits.length === 0 ? undefined : visits.reduce((sum, each) => sum + each, 0),
    codes: held.map(codeOfSession),
  };
}
