import type { Temporal } from 'temporal-polyfill';
import type { App } from '../../app.ts';
import type { Report } from './report.ts';
import { reportsBetween } from './report-store.ts';

/** Every report of a unit that counts for the days from `from` to `to`, whatever its state, by day. */
export function reportsOfPeriod(
  app: App,
  unitId: string,
  { from, to }: { from: Temporal.PlainDate; to: Temporal.PlainDate },
): Promise<Report[]> {
  return reportsBetween(app.db, unitId, from, to);
}
