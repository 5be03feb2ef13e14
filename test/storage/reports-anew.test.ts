import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Sqlite from 'better-sqlite3';
import { Kysely, SqliteDialect } from 'kysely';
import { Migrator } from 'kysely/migration';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { migrations } from '../../migrations/index.ts';
import { openDatabase } from '../../src/storage/database.ts';

const MIGRATION = '007-history-and-audit';
const AT = "'2026-01-14T01:00:00.000Z'";
const ROWS = `
  insert into people (id, display_name, created_at) values ('p1', 'An', ${AT});
  insert into units (id, name, folded_name, time_zone, created_by, created_at)
    values ('u1', 'Ấp 2', 'ap 2', 'Asia/Ho_Chi_Minh', 'p1', ${AT});
  insert into channels (id, platform, external_id, kind, title, unit_id, language, state, created_at) values
    ('c1', 'telegram', '-1', 'group', 'Nhóm', 'u1', 'vi', 'open', ${AT}),
    ('c2', 'discord', '77', 'group', 'chung', 'u1', 'vi', 'open', ${AT});
  insert into reports (id, unit_id, kind, number, text, title, owner, field, subject_type, date, state,
      return_reason, reporter_id, channel_id, message_id, created_at, updated_at, source, files) values
    ('r1', 'u1', 'good_deed', 1, 'Nhặt được ví', null, 'Chị Hiền', 'other', 'individual', '2026-01-14', 'returned',
      'thiếu ngày', 'p1', 'c1', '12', ${AT}, ${AT}, null, '[]'),
    ('r2', 'u1', 'model', 1, 'Ai thừa đến cho', 'Tủ đồ', null, 'economy', 'collective', '2026-01-13', 'verified',
      null, 'p1', 'c2', '1577111991091200024', ${AT}, ${AT}, '{}', null);
  insert into report_changes (id, report_id, at, person_id, action, from_state, to_state, note)
    values ('h1', 'r1', ${AT}, 'p1', 'return', 'proposed', 'returned', 'thiếu ngày');
  insert into report_files (report_id, place, name, blob) values ('r1', 0, 'anh.jpg', 'ab12');`;

let file: string;
let sqlite: Sqlite.Database;
let before: Row[];

beforeEach(async () => {
  file = join(mkdtempSync(join(tmpdir(), 'neu-guong-')), 'bot.db');
  const old = new Sqlite(file);
  const db = new Kysely({ dialect: new SqliteDialect({ database: old }) });
  const migrator = new Migrator({ db, provider: { getMigrations: () => Promise.resolve(migrations) } });
  const names = Object.keys(migrations).sort();
  expect((await migrator.migrateTo(names[names.indexOf(MIGRATION) - 1] ?? '')).error).toBeUndefined();
  old.exec(ROWS);
  before = rowsOf(old, 'reports');
  await db.destroy();
});
afterEach(() => sqlite.close());

test('every report keeps all that stood in it; what was no message of it is let go', async () => {
  await bringUpToDate();
  const [first, second] = before;
  expect(rowsOf(sqlite, 'reports')).toMatchObject([{ ...first }, { ...second, message_id: null }]);
  expect(rowsOf(sqlite, 'report_messages')).toEqual([
    { channel_id: 'c1', message_id: '12', report_id: 'r1' },
  ]);
});

test('the files of a report stay with it', async () => {
  await bringUpToDate();
  expect(rowsOf(sqlite, 'report_files')).toMatchObject([{ report_id: 'r1', name: 'anh.jpg', blob: 'ab12' }]);
});

test('what happened to a report before stays, without what stood there', async () => {
  await bringUpToDate();
  expect(rowsOf(sqlite, 'report_changes')).toMatchObject([{ id: 'h1', report_id: 'r1', before: null }]);
});

test('what points to a report points to one, and has to', async () => {
  await bringUpToDate();
  expect(sqlite.pragma('foreign_key_check')).toEqual([]);
  expect(sqlite.pragma('integrity_check', { simple: true })).toBe('ok');
  expect(() => sqlite.exec("update report_changes set report_id = 'nowhere'")).toThrow('FOREIGN KEY');
  expect(() => sqlite.exec("delete from reports where id = 'r1'")).toThrow('FOREIGN KEY');
});

test('two reports may be made of one message', async () => {
  await bringUpToDate();
  const another = "update reports set channel_id = 'c1', message_id = '12' where id = 'r2'";
  expect(() => sqlite.exec(another)).not.toThrow();
});

test('what breaks off in the middle leaves everything as it was, and can be begun again', async () => {
  sqlite = new Sqlite(file);
  sqlite.exec('create table report_messages (in_the_way text)');
  await expect(openDatabase(`sqlite:${file}`)).rejects.toThrow('already exists');
  expect(rowsOf(sqlite, 'reports')).toEqual(before);
  sqlite.exec('drop table report_messages');
  sqlite.close();
  await bringUpToDate();
  expect(rowsOf(sqlite, 'reports')).toHaveLength(2);
});

async function bringUpToDate(): Promise<void> {
  await (await openDatabase(`sqlite:${file}`)).destroy();
  sqlite = new Sqlite(file);
  sqlite.pragma('foreign_keys = on');
}

type Row = Record<string, unknown>;

function rowsOf(sqlite: Sqlite.Database, table: string): Row[] {
  return sqlite.prepare<[], Row>(`select * from ${table}`).all();
}
