import type { App } from '../../app.ts';
import { proposedReports } from './report-store.ts';

/** How many reports of a unit wait to be reviewed. */
export async function waitingReports(app: App, unitId: string): Promise<number> {
  return (await proposedReports(app.db, unitId, 1)).count;
}
