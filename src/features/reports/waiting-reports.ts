import type { App } from '../../app.ts';
import { proposedReports } from './report-store.ts';

/** How many reports of a unit wait to be reviewed. */
export const waitingReports = async (app: App, unitId: string): Promise<number> =>
  (await proposedReports(app.db, unitId, 1)).count;
