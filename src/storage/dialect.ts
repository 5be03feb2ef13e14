import {
  type DatabaseConnection,
  type Driver,
  type LimitNode,
  SqliteAdapter,
  type SqliteDatabase,
  SqliteDialect,
  SqliteDriver,
  SqliteQueryCompiler,
  ValueNode,
} from 'kysely';
import type { CommitGroup } from './commit-group.ts';
import { Line } from './line.ts';

/**
 * SQLite, with all migrations in one transaction: one that breaks off leaves the database as it was. Whatever is
 * written resolves when it is on disk, and lets others work while it waits for that.
 */
export class GroupingSqliteDialect extends SqliteDialect {
  readonly #database: SqliteDatabase;
  readonly #group: CommitGroup;

  constructor(database: SqliteDatabase, group: CommitGroup) {
    super({ database });
    this.#database = database;
    this.#group = group;
  }

  override createDriver(): Driver {
    return new GroupingSqliteDriver(this.#database, this.#group);
  }

  override createAdapter(): SqliteAdapter {
    return new GroupingSqliteAdapter();
  }

  override createQueryCompiler(): SqliteQueryCompiler {
    return new WritingOutLimits();
  }
}

/** SQLite prepares a statement anew at each run whose limit is a parameter. */
class WritingOutLimits extends SqliteQueryCompiler {
  protected override visitLimit(node: LimitNode): void {
    const { limit } = node;
    const isNumber = ValueNode.is(limit) && typeof limit.value === 'number';
    super.visitLimit(isNumber ? { ...node, limit: ValueNode.createImmediate(limit.value) } : node);
  }
}

class GroupingSqliteAdapter extends SqliteAdapter {
  override get supportsTransactionalDdl(): boolean {
    return true;
  }

  /** There is one connection; the driver itself gives it to one piece of work after another. */
  override get supportsMultipleConnections(): boolean {
    return true;
  }
}

class GroupingSqliteDriver extends SqliteDriver {
  readonly #group: CommitGroup;
  readonly #line: Line;

  constructor(database: SqliteDatabase, group: CommitGroup) {
    super({ database });
    this.#group = group;
    this.#line = new Line(() => group.statements);
  }

  override async acquireConnection(): Promise<DatabaseConnection> {
    await this.#line.enter();
    return super.acquireConnection();
  }

  override async releaseConnection(): Promise<void> {
    const written = this.#group.written();
    this.#line.leave();
    await written;
  }
}
