import { SqliteAdapter, SqliteDialect } from 'kysely';

/** SQLite, with all migrations in one transaction: one that breaks off leaves the database as it was. */
export class TransactionalSqliteDialect extends SqliteDialect {
  override createAdapter(): SqliteAdapter {
    return new TransactionalSqliteAdapter();
  }
}

class TransactionalSqliteAdapter extends SqliteAdapter {
  override get supportsTransactionalDdl(): boolean {
    return true;
  }
}
