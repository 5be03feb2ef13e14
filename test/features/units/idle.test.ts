import { sql } from 'kysely';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { KINDS } from '../../../src/features/units/idle-store.ts';
import { startLinkedChat, type TestChat } from '../../support/start-test-chat.ts';

let chat: TestChat;
beforeEach(async () => {
  chat = await startLinkedChat();
});
afterEach(() => chat.stop());

const DAY = 24 * 60;
/** What people typed stays in the record of acts for 400 days; it is looked at every 90. */
const LONG = 495 * DAY;

describe('what never did anything', () => {
  it('goes after 90 days: a group that only had the bot in it, and who only said something there', async () => {
    await isAdded('quangcao');
    await chat.saysIn('quangcao', 'La', 'chào cả nhà');
    await chat.sleepThrough(89 * DAY);
    expect([await channels(), await people()]).toEqual([
      ['nhom', 'quangcao'],
      ['La', 'Quantri'],
    ]);
    await chat.sleepThrough(2 * DAY);
    expect([await channels(), await people()]).toEqual([['nhom'], ['Quantri']]);
  });

  it('goes once the record of what was typed has gone: a stranger, their private chat, and a unit that lost its group', async () => {
    await chat.says('La', '/start', { privately: true });
    await chat.says('Quantri', '/lienket Đoàn xã xacnhan');
    await chat.sleepThrough(200 * DAY);
    expect(await units()).toEqual(['Chi bộ ấp 2', 'Đoàn xã']);
    expect(await channels()).toEqual(['la', 'nhom']);
    await chat.sleepThrough(LONG);
    // The chat with somebody who is gone is looked at after them.
    await chat.sleepThrough(91 * DAY);
    expect([await units(), await people(), await channels()]).toEqual([['Đoàn xã'], ['Quantri'], ['nhom']]);
  });

  it('goes with the group from which the bot was put out', async () => {
    chat.platform.standings.set('trong:quantri', 'administrator');
    await chat.saysIn('trong', 'Quantri', '/lienket Trường xã');
    await chat.deliver({ ...event('trong'), kind: 'left' });
    await chat.sleepThrough(LONG);
    await chat.sleepThrough(91 * DAY);
    expect([await units(), await channels()]).toEqual([['Chi bộ ấp 2'], ['nhom']]);
  });
});

describe('what did something, or may still be reached, stays', () => {
  it('as a unit with its group, its members, and the way to them in private', async () => {
    await chat.says('An', '/lich');
    await chat.says('An', '/start', { privately: true });
    await chat.says('Quantri', '/capquyen An tổng hợp');
    await chat.sleepThrough(LONG);
    await chat.sleepThrough(LONG);
    expect([await units(), await people(), await channels()]).toEqual([
      ['Chi bộ ấp 2'],
      ['An', 'Quantri'],
      ['an', 'nhom'],
    ]);
  });

  it('as a report, with its unit, its group and its reporter, though the bot was put out', async () => {
    await chat.says('An', '/viectot Chị Hiền tổ 7 nhặt được ví, đã trả lại người mất');
    await chat.deliver({ ...event('nhom'), kind: 'left' });
    await chat.sleepThrough(LONG);
    expect([await units(), await people(), await channels()]).toEqual([
      ['Chi bộ ấp 2'],
      ['An', 'Quantri'],
      ['nhom'],
    ]);
  });

  it('as a channel of a server that the bot is in: that would be told hello once more', async () => {
    await isAdded('kenh', 'maychu');
    await chat.sleepThrough(LONG);
    expect(await channels()).toContain('kenh');
    await chat.deliver({ ...event('kenh', 'maychu'), kind: 'left' });
    await chat.sleepThrough(LONG);
    expect(await channels()).not.toContain('kenh');
  });
});

it('what a platform said of who is in a chat goes after 400 days', async () => {
  const standings = async () =>
    (await chat.app.db.selectFrom('standings').select('account').execute()).map(({ account }) => account);
  await chat.says('An', '/lich');
  expect(await standings()).toEqual(['an', 'quantri']);
  await chat.sleepThrough(300 * DAY);
  await chat.says('An', '/lich');
  await chat.sleepThrough(101 * DAY);
  expect(await standings()).toEqual(['an']);
});

it('every column that names a unit, a person or a channel is looked at before one goes', async () => {
  for (const { table, keptBy, takes, leaves } of KINDS) {
    const found: string[] = [];
    for (const { name } of await chat.app.db.introspection.getTables()) {
      const { rows } = await sql<{ table: string; from: string }>`
        select * from pragma_foreign_key_list(${name})`.execute(chat.app.db);
      found.push(...rows.filter((key) => key.table === table).map(({ from }) => `${name}.${from}`));
    }
    // Whose unit it is, and what goes from it, is told apart from what keeps it.
    const seen = [...keptBy, ...takes, ...leaves].map(({ table, column }) => `${table}.${column}`);
    expect(seen.toSorted()).toEqual(found.toSorted());
  }
});

function event(id: string, server?: string) {
  return {
    platform: 'memory',
    updateId: `${id}${Math.floor(chat.clock.now().epochMilliseconds)}`,
    channel: { id, kind: 'group', title: id, ...(server === undefined ? {} : { server }) },
    sender: { id: 'quantri', name: 'Quantri', username: 'quantri' },
  } as const;
}

async function isAdded(id: string, server?: string): Promise<void> {
  await chat.deliver({ ...event(id, server), kind: 'joined' });
}

async function units(): Promise<string[]> {
  return (await chat.app.db.selectFrom('units').select('name').orderBy('name').execute()).map(
    ({ name }) => name,
  );
}

async function people(): Promise<string[]> {
  const rows = await chat.app.db
    .selectFrom('people')
    .select('display_name')
    .orderBy('display_name')
    .execute();
  return rows.map(({ display_name: name }) => name);
}

async function channels(): Promise<string[]> {
  const rows = await chat.app.db
    .selectFrom('channels')
    .select('external_id')
    .orderBy('external_id')
    .execute();
  return rows.map(({ external_id: id }) => id);
}
