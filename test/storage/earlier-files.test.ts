import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Sqlite from 'better-sqlite3';
import { Kysely, SqliteDialect, sql } from 'kysely';
import { Migrator } from 'kysely/migration';
import { expect, it } from 'vitest';
import { migrations } from '../../migrations/index.ts';
import { startTestChat } from '../support/start-test-chat.ts';

it('an answer that was on its way with a file inside goes out as words when the bot is brought up to date', async () => {
  const file = join(mkdtempSync(join(tmpdir(), 'neu-guong-')), 'bot.db');
  const calendar = { name: 'lich.ics', mimeType: 'text/calendar', content: 'QkVHSU4=' };
  const incoming = {
    platform: 'memory',
    updateId: 'u1',
    channel: { id: 'nhom', kind: 'group', title: 'nhom' },
    sender: { id: 'an', name: 'An' },
    kind: 'message',
    messageId: 'm1',
    text: '/lich tep',
    edited: false,
  };
  const reply = { text: { markup: 'Lịch của đơn vị' }, files: [calendar] };
  const before = await openBefore(file, '006-blobs');
  await sql`insert into inbox (platform, update_id, channel, incoming, reply, state, attempts, received_at)
    values ('memory', 'u1', 'nhom', ${JSON.stringify(incoming)}, ${JSON.stringify(reply)}, 'answering', 0,
      '2026-01-14T01:00:00.000Z')`.execute(before);
  await before.destroy();
  const chat = await startTestChat({ databaseUrl: `sqlite:${file}` });
  await chat.settle();
  expect(chat.posts()).toEqual(['Lịch của đơn vị']);
  await chat.stop();
});

/** A database as it was before a migration. */
async function openBefore(file: string, name: string): Promise<Kysely<unknown>> {
  const db = new Kysely<unknown>({ dialect: new SqliteDialect({ database: new Sqlite(file) }) });
  const earlier = Object.entries(migrations).filter(([each]) => each < name);
  const migrator = new Migrator({
    db,
    provider: { getMigrations: async () => Object.fromEntries(earlier) },
  });
  const { error } = await migrator.migrateToLatest();
  expect(error).toBeUndefined();
  return db;
}
