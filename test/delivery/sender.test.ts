import type { KyselyPlugin } from 'kysely';
import { Temporal } from 'temporal-polyfill';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { PlatformError, type PlatformErrorKind } from '../../src/chat/platform.ts';
import { createCounters } from '../../src/core/counters.ts';
import { newId } from '../../src/core/ids.ts';
import { createLog } from '../../src/core/log.ts';
import { enqueue } from '../../src/delivery/outbox.ts';
import { claim } from '../../src/delivery/outbox-claims.ts';
import { LANES } from '../../src/delivery/pace.ts';
import { createRoutes } from '../../src/delivery/route.ts';
import { Sender } from '../../src/delivery/sender.ts';
import { MemoryPlatform } from '../../src/platforms/memory/memory-platform.ts';
import type { Database } from '../../src/storage/database.ts';
import { markup, toPlain } from '../../src/texts/markup.ts';
import { type ManualClock, manualClock } from '../support/manual-clock.ts';
import { newDatabase } from '../support/new-database.ts';

const START = '2026-01-14T01:00:00Z';

describe('the sender', () => {
  let db: Database;
  let clock: ManualClock;
  let platform: MemoryPlatform;
  let sender: Sender;
  let undelivered: [about: string | undefined, kind: PlatformErrorKind][];
  let unreadable: string[];
  let gone: [channel: string, movedTo: string | undefined][];

  const log = createLog('silent', process.stderr);
  let counters: ReturnType<typeof createCounters>;
  const newSender = (through: Database = db): Sender =>
    new Sender({
      db: through,
      clock,
      log,
      count: counters.count,
      owner: newId(),
      routes: createRoutes([platform], clock, log),
      mayGo: async () => true,
      onUndelivered: async (_db, entry, error) => void undelivered.push([entry.report?.about, error.kind]),
      onUnreadable: async (_db, { channel }) => void unreadable.push(channel),
      onChannelGone: async (_db, entry, movedTo) => void gone.push([entry.target.channel, movedTo]),
      onThreadGone: () => Promise.resolve(),
    });

  beforeEach(async () => {
    db = await newDatabase();
    clock = manualClock(START);
    platform = new MemoryPlatform();
    counters = createCounters();
    undelivered = [];
    gone = [];
    unreadable = [];
    sender = newSender();
    await db
      .insertInto('people')
      .values({ id: 'p', display_name: 'P', current_unit_id: null, created_at: START })
      .execute();
    await db
      .insertInto('units')
      .values({
        id: 'unit',
        name: 'U',
        folded_name: 'u',
        time_zone: 'UTC',
        created_by: 'p',
        created_at: START,
      })
      .execute();
  });
  afterEach(() => db.destroy());

  const put = (text: string, more: Partial<Parameters<typeof enqueue>[1]> = {}): Promise<void> =>
    enqueue(
      db,
      {
        key: text,
        platform: 'memory',
        target: { channel: 'a' },
        message: { text: markup(text) },
        lateMessage: { text: markup(`late: ${text}`) },
        lane: LANES.due,
        dueAt: clock.now(),
        report: { unitId: 'unit', about: text },
        ...more,
      },
      newId,
    );
  const texts = (): string[] => platform.posted.map(({ message }) => toPlain(message.text));
  const states = async (): Promise<string[]> =>
    (await db.selectFrom('outbox').select('state').orderBy('id').execute()).map(({ state }) => state);
  const runFor = async (seconds: number): Promise<void> => {
    for (let i = 0; i < seconds; i += 10) {
      await clock.advance(10_000);
      await sender.drain();
    }
  };

  it('sends what is due, once, and not what is not', async () => {
    await put('now');
    await put('later', { dueAt: clock.now().add({ hours: 1 }) });
    await sender.drain();
    await sender.drain();
    expect(texts()).toEqual(['now']);
  });

  it('takes the same occasion in once', async () => {
    await put('one');
    await put('one');
    await sender.drain();
    expect(texts()).toEqual(['one']);
  });

  it('says that a message comes late when it does', async () => {
    await put('hello');
    await clock.advance(6 * 60_000);
    await sender.drain();
    expect(texts()).toEqual(['late: hello']);
    expect((await db.selectFrom('outbox').select('was_late').executeTakeFirstOrThrow()).was_late).toBe(1);
  });

  it.each(['rate-limited', 'unavailable'] as const)(
    'tries again after “%s” until it is through',
    async (kind) => {
      platform.failures.push(kind, kind, kind);
      await put('hello');
      await sender.drain();
      expect(texts()).toEqual([]);
      await runFor(120);
      expect(texts()).toEqual(['hello']);
    },
  );

  it('gives up after a day out of reach, and tells', async () => {
    platform.failures.push(...Array<PlatformErrorKind>(400).fill('unavailable'));
    await put('hello');
    for (let hour = 1; hour <= 26; hour += 1) {
      await clock.advance(3_600_000);
      await sender.drain();
      expect(await states()).toEqual([hour < 24 ? 'waiting' : 'failed']);
    }
    expect(undelivered).toEqual([['hello', 'unavailable']]);
  });

  it('tries once more, minutes later, when it is not known whether a message arrived, and then tells instead of a third time', async () => {
    platform.failures.push('unknown', 'unknown');
    await put('hello');
    await sender.drain();
    await runFor(170);
    expect(platform.failures).toEqual(['unknown']);
    await runFor(20);
    expect(platform.failures).toEqual([]);
    expect(texts()).toEqual([]);
    expect(await states()).toEqual(['failed']);
    expect(undelivered).toEqual([['hello', 'unknown']]);
  });

  it.each(['gone', 'rejected'] as const)('tells at once about a message that is “%s”', async (kind) => {
    platform.failures.push(kind);
    await put('hello');
    await sender.drain();
    expect(undelivered).toEqual([['hello', kind]]);
    expect(gone).toEqual(kind === 'gone' ? [['a', undefined]] : []);
  });

  it('counts what it sent, what of it was late, what was in doubt and what was given up', async () => {
    platform.failures.push('unknown');
    await put('after a doubt');
    await sender.drain();
    await runFor(200);
    await put('on time', { dueAt: clock.now() });
    await sender.drain();
    platform.failures.push('rejected');
    await put('refused', { dueAt: clock.now() });
    await sender.drain();
    const counted = counters.read().map(({ name, labels, value }) => [name, labels['platform'], value]);
    expect(Object.fromEntries(counted.map(([name, ...rest]) => [name, rest]))).toEqual({
      messages_uncertain: ['memory', 1],
      messages_sent: ['memory', 2],
      messages_failed: ['memory', 1],
    });
    await put('very late', { dueAt: clock.now().subtract({ minutes: 6 }) });
    await sender.drain();
    expect(counters.read()).toContainEqual({
      name: 'messages_late',
      labels: { platform: 'memory' },
      value: 1,
    });
  });

  it('follows a channel that has moved', async () => {
    platform.send = ((send) => async (post) => {
      if (post.target.channel === 'a') throw new PlatformError('gone', 'moved', { movedTo: 'b' });
      return send(post);
    })(platform.send.bind(platform));
    await put('hello');
    await sender.drain();
    await clock.advance(1000);
    await sender.drain();
    expect(platform.posted.map(({ channel }) => channel)).toEqual(['b']);
    expect(gone).toEqual([['a', 'b']]);
  });

  it('does not let a channel in trouble hold up another', async () => {
    platform.failures.push('unavailable');
    await put('bad', { target: { channel: 'bad' } });
    await put('good', { target: { channel: 'good' } });
    await sender.drain();
    expect(texts()).toEqual(['good']);
  });

  it('sends what is due before what has time', async () => {
    for (const channel of ['x', 'y', 'z']) await put(channel, { target: { channel }, lane: LANES.ahead });
    await put('due', { target: { channel: 'd' } });
    await sender.drain();
    expect(texts()).toEqual(['due', 'x', 'y', 'z']);
  });

  it('keeps the order within a channel', async () => {
    for (let i = 0; i < 30; i += 1) await put(`${i}`);
    await sender.drain();
    expect(texts()).toEqual(Array.from({ length: 30 }, (_, i) => `${i}`));
  });

  it('sends once more what an earlier process had begun to send, and tells instead of a third time', async () => {
    await put('begun', { target: { channel: 'y' } });
    await put('begun twice', { target: { channel: 'z' } });
    const leaseUntil = clock.now().add({ hours: 1 });
    await claim(db, {
      platform: 'memory',
      owner: 'dead',
      now: clock.now(),
      leaseUntil,
      most: 10,
      except: [],
    });
    await db.updateTable('outbox').set({ uncertain: 1 }).where('key', '=', 'begun twice').execute();
    await sender.recover('all');
    await sender.drain();
    expect(texts()).toEqual(['begun']);
    expect(undelivered).toEqual([['begun twice', 'unknown']]);
  });

  it('takes over what outlived its lease, and nothing else', async () => {
    const lease = { platform: 'memory', owner: 'other', now: clock.now(), most: 1, except: [] };
    await put('short');
    await claim(db, { ...lease, leaseUntil: clock.now().add({ minutes: 2 }) });
    await put('long', { target: { channel: 'b' } });
    await claim(db, { ...lease, leaseUntil: clock.now().add({ minutes: 4 }) });
    const look = async (): Promise<string[]> => {
      await sender.recover('expired');
      await sender.drain();
      return texts();
    };
    expect(await look()).toEqual([]);
    await clock.advance(121_000);
    expect(await look()).toEqual(['short']);
  });

  it('does not send what another process has taken over in the meantime', async () => {
    const stall = stallAfterClaim(db);
    const stalled = newSender(stall.db);
    await put('hello');
    const work = stalled.drain();
    await stall.claimed;

    await clock.advance(60_000);
    await sender.recover('expired');
    await sender.drain();
    expect(texts()).toEqual([]);

    await clock.advance(180_000);
    await sender.recover('expired');
    await sender.drain();
    expect(texts()).toEqual(['hello']);

    stall.end();
    await work;
    expect(texts()).toEqual(['hello']);
    expect(await states()).toEqual(['sent']);
  });

  it('does not send what another process has taken over and not yet sent', async () => {
    const [first, second] = [stallAfterClaim(db), stallAfterClaim(db)];
    await put('hello');
    const work = newSender(first.db).drain();
    await first.claimed;
    await clock.advance(240_000);
    await sender.recover('expired');
    const workOfSecond = newSender(second.db).drain();
    await second.claimed;

    first.end();
    await work;
    expect(texts()).toEqual([]);
    second.end();
    await workOfSecond;
    expect(texts()).toEqual(['hello']);
  });

  it('has its lease anew from when it begins to send', async () => {
    const stall = stallAfterClaim(db);
    const slow = newSender(stall.db);
    let answer = (): void => {};
    const answered = new Promise<void>((resolve) => {
      answer = resolve;
    });
    const send = platform.send.bind(platform);
    platform.send = async (post) => {
      await answered;
      return send(post);
    };
    await put('hello');
    const work = slow.drain();
    await stall.claimed;
    await clock.advance(100_000);
    stall.end();
    await clock.advance(60_000);

    platform.send = send;
    await sender.recover('expired');
    await sender.drain();
    expect(texts()).toEqual([]);

    answer();
    await work;
    expect(texts()).toEqual(['hello']);
  });

  it('begins nothing more once it is stopped', async () => {
    await sender.stop();
    await put('hello');
    await sender.drain();
    expect(texts()).toEqual([]);
  });

  it('knows when it is next needed', async () => {
    const dueAt = Temporal.Instant.from('2026-01-15T00:00:00Z');
    await put('tomorrow', { dueAt });
    expect((await sender.next())?.toString()).toBe('2026-01-15T00:00:00Z');
  });
});

/** A process that stands still from the moment it has claimed something until `end`. */
function stallAfterClaim(db: Database) {
  const claimed = Promise.withResolvers<void>();
  const end = Promise.withResolvers<void>();
  const plugin: KyselyPlugin = {
    transformQuery: ({ node }) => node,
    transformResult: async ({ result }) => {
      if (result.rows.every(({ lease_owner }) => lease_owner == null)) return result;
      claimed.resolve();
      await end.promise;
      return result;
    },
  };
  return { db: db.withPlugin(plugin), claimed: claimed.promise, end: end.resolve };
}
