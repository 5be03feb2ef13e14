import type { Migration } from 'kysely/migration';
import * as firstTables from './001-first-tables.ts';

/** In the order in which they run; a migration that has been released is never changed. */
export const migrations: Record<string, Migration> = {
  '001-first-tables': firstTables,
};
