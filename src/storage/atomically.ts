import type { Database } from './database.ts';

/**
 * Does all of `work` or none of it. The `db` that it hands on is to shadow the outer one: using the outer one
 * inside would wait for ever. Inside another `atomically` it joins that one.
 */
export function atomically<Result>(db: Database, work: (db: Database) => Promise<Result>): Promise<Result> {
  return db.isTransaction ? work(db) : db.transaction().execute(work);
}
