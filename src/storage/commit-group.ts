import { channel } from 'node:diagnostics_channel';
import type Sqlite from 'better-sqlite3';

/** Told of every commit. */
export const COMMITS = channel('neu-guong:commit');

/**
 * Brings to disk together what is written in one turn of the event loop: a commit waits for the disk, however little
 * it writes. Each piece of work is undone by itself, and counts as done only when its group is on disk; where a group
 * cannot be written, none of its work was done.
 */
export class CommitGroup {
  readonly #sqlite: Sqlite.Database;
  readonly #statements: Record<'begin' | 'commit' | 'savepoint' | 'release' | 'rollbackTo', Sqlite.Statement>;
  #open: PromiseWithResolvers<void> | undefined;
  #isWorking = false;
  #isDue = false;
  #hasWritten = false;
  #ran = 0;

  constructor(sqlite: Sqlite.Database) {
    this.#sqlite = sqlite;
    this.#statements = {
      begin: sqlite.prepare('begin'),
      commit: sqlite.prepare('commit'),
      savepoint: sqlite.prepare('savepoint work'),
      release: sqlite.prepare('release work'),
      rollbackTo: sqlite.prepare('rollback to work'),
    };
  }

  /** How many it has run. */
  get statements(): number {
    return this.#ran;
  }

  /** A piece of work begins. */
  begin(): void {
    this.#join();
    this.#statements.savepoint.run();
    this.#isWorking = true;
  }

  /** The piece of work is at its end. */
  keep(): void {
    this.#statements.release.run();
    this.#endWork();
  }

  /** Nothing of the piece of work is to stay. */
  undo(): void {
    this.#hasWritten = false;
    // When the disk is full SQLite has rolled back by itself: to be told that again would hide why.
    if (this.#sqlite.inTransaction) {
      this.#statements.rollbackTo.run();
      this.#statements.release.run();
    }
    this.#endWork();
  }

  /** Runs a statement, inside a piece of work or by itself. */
  run<Result>(isReadOnly: boolean, statement: () => Result): Result {
    if (!isReadOnly) {
      this.#join();
      this.#hasWritten = true;
    }
    this.#ran += 1;
    try {
      return statement();
    } catch (error) {
      if (this.#open && !this.#sqlite.inTransaction) this.#fail(error);
      throw error;
    }
  }

  /** Resolves when what was written since it was asked last is on disk. */
  async written(): Promise<void> {
    const has = this.#hasWritten;
    this.#hasWritten = false;
    if (has) await this.#open?.promise;
  }

  /** What has been written is on disk after this. */
  commit(): void {
    const group = this.#open;
    if (!group) return;
    try {
      this.#statements.commit.run();
      this.#open = undefined;
      group.resolve();
    } catch (error) {
      if (this.#sqlite.inTransaction) this.#sqlite.exec('rollback');
      this.#fail(error);
    }
    COMMITS.publish(undefined);
  }

  #join(): void {
    if (this.#open) return;
    this.#statements.begin.run();
    const group = Promise.withResolvers<void>();
    // Work that only reads does not wait for it.
    group.promise.catch(() => {});
    this.#open = group;
    setImmediate(() => {
      if (this.#open !== group) return;
      if (this.#isWorking) this.#isDue = true;
      else this.commit();
    });
  }

  #endWork(): void {
    this.#isWorking = false;
    if (!this.#isDue) return;
    this.#isDue = false;
    this.commit();
  }

  #fail(error: unknown): void {
    this.#open?.reject(error);
    this.#open = undefined;
  }
}
