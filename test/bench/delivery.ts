import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Sqlite from 'better-sqlite3';
import { claim } from '../../src/delivery/outbox-claims.ts';
import { insertHistory } from '../support/history.ts';
import { startLinkedChat, type TestChat } from '../support/start-test-chat.ts';
import { measure } from './measure.ts';

// How the work of a claim, of a tick and of a report grows with all that was said and reported before, beside a floor:
// one keyed insert and select on the same database.
const TIMES = 200;
const FLOOR_TIMES = 2_000;

const withNone = new Map<string, number>();
for (const rows of [0, 20_000, 200_000]) {
  const file = join(mkdtempSync(join(tmpdir(), 'neu-guong-')), 'bot.db');
  const chat = await startLinkedChat({ databaseUrl: `sqlite:${file}` });
  const { id } = await chat.app.db.selectFrom('people').select('id').executeTakeFirstOrThrow();
  await insertHistory(chat.app.db, rows, id);
  const after = `${rows} rows of each kind:`;
  const floor = await measure(`${after} the floor`, FLOOR_TIMES, floorOf(file));
  const beside = async (name: string, work: (index: number) => unknown): Promise<void> => {
    const median = await measure(`${after} ${name}`, TIMES, work);
    const none = withNone.get(name) ?? median;
    withNone.set(name, none);
    process.stdout.write(
      `  = ${(median / floor).toFixed(2)} times the floor, ${(median / none).toFixed(2)} times as much as with no rows\n`,
    );
  };
  await beside('a claim that finds nothing', () => claimOf(chat));
  await beside('a tick in which nothing is due', () => chat.bot.ticker.tick());
  await beside('a report and its answer', (index) =>
    chat.says(`Người ${index}`, `/viectot Giúp bà Sáu dọn nhà lần ${index}`),
  );
  await chat.stop();
}

function floorOf(file: string): (index: number) => unknown {
  const db = new Sqlite(file);
  db.pragma('synchronous = full');
  db.exec('create table floor (id text primary key, text text not null)');
  const insert = db.prepare('insert into floor values (?, ?)');
  const select = db.prepare('select text from floor where id = ?');
  return (index) => {
    insert.run(`floor-${index}`, 'Giúp bà Sáu dọn nhà');
    return select.get(`floor-${index}`);
  };
}

function claimOf({ app: { db, clock } }: TestChat) {
  const now = clock.now();
  const leaseUntil = now.add({ minutes: 2 });
  return claim(db, { platform: 'memory', owner: 'bench', now, leaseUntil, most: 30, except: [] });
}
