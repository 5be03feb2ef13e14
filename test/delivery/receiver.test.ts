import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Incoming, IncomingMessage } from '../../src/chat/incoming.ts';
import type { Message } from '../../src/chat/message.ts';
import { createCounters } from '../../src/core/counters.ts';
import { newId } from '../../src/core/ids.ts';
import { createLog } from '../../src/core/log.ts';
import { openEvents } from '../../src/delivery/inbox.ts';
import { Receiver } from '../../src/delivery/receiver.ts';
import { createRoutes } from '../../src/delivery/route.ts';
import { MemoryPlatform } from '../../src/platforms/memory/memory-platform.ts';
import type { Database } from '../../src/storage/database.ts';
import { markup, toPlain } from '../../src/texts/markup.ts';
import { type ManualClock, manualClock } from '../support/manual-clock.ts';
import { newDatabase } from '../support/new-database.ts';

describe('the receiver', () => {
  let db: Database;
  let clock: ManualClock;
  let platform: MemoryPlatform;
  let receiver: Receiver;
  let acted: string[];
  let unreadable: string[];
  let moved: string[];
  let poison: string[];
  /** Events that no process comes back from. */
  let endless: Set<string>;
  let answer: (incoming: Incoming) => Message | undefined | Promise<Message | undefined>;

  const log = createLog('silent', process.stderr);
  let counters: ReturnType<typeof createCounters>;
  const newReceiver = (): Receiver =>
    new Receiver({
      db,
      clock,
      log,
      count: counters.count,
      routes: createRoutes([platform], clock, log),
      newId,
      limited: false,
      onUnreadable: async (_db, { channel }) => void unreadable.push(channel),
      onPoison: async (_db, { updateId }) => void poison.push(updateId),
      onChannelMoved: async (_db, _incoming, movedTo) => void moved.push(movedTo),
      onThreadGone: () => Promise.resolve(),
      handle: (incoming, transact) => {
        if (endless.has(incoming.updateId)) return new Promise(() => {});
        return transact(async () => {
          acted.push(incoming.updateId);
          return answer(incoming);
        });
      },
      troubleNote: { text: markup('trouble') },
      refusedNote: { text: markup('not shown') },
    });
  const texts = (): string[] => platform.posted.map(({ message }) => toPlain(message.text));

  beforeEach(async () => {
    db = await newDatabase();
    clock = manualClock('2026-01-14T01:00:00Z');
    platform = new MemoryPlatform();
    counters = createCounters();
    acted = [];
    unreadable = [];
    moved = [];
    poison = [];
    endless = new Set();
    answer = (incoming) =>
      incoming.kind === 'message' ? { text: markup(`re: ${incoming.text}`) } : undefined;
    receiver = newReceiver();
  });
  afterEach(() => db.destroy());

  it('answers each event once, however often it comes', async () => {
    for (let i = 0; i < 10; i += 1) await receiver.receive(message('1', 'hello'));
    await receiver.idle();
    await receiver.receive(message('1', 'hello'));
    await receiver.idle();
    expect(acted).toEqual(['1']);
    expect(texts()).toEqual(['re: hello']);
  });

  it('acts on an album once, with the files of all its parts, though the process ends between them', async () => {
    const acts: Incoming[] = [];
    answer = (incoming) => {
      acts.push(incoming);
      return { text: markup('taken') };
    };
    const part = (id: string, text: string): Incoming => ({
      ...message(id, text),
      album: 'a',
      files: [{ id, name: `${id}.jpg`, size: 1 }],
    });
    await receiver.receive(part('1', ''));
    const stopping = receiver.stop();
    receiver = newReceiver();
    await receiver.start();
    await clock.advance(5_000);
    await receiver.receive(part('2', 'hello'));
    await clock.advance(1_000);
    await receiver.receive(part('3', ''));
    await clock.advance(10_000);
    expect(acts).toMatchObject([
      { updateId: '2', text: 'hello', files: [{ id: '1' }, { id: '2' }, { id: '3' }] },
    ]);
    await receiver.receive(part('4', ''));
    await clock.advance(10_000);
    expect(texts()).toEqual(['taken']);
    await stopping;
  });

  it('keeps the order within a channel', async () => {
    for (let i = 0; i < 20; i += 1) await receiver.receive(message(`${i}`, `${i}`));
    await receiver.idle();
    expect(texts()).toEqual(Array.from({ length: 20 }, (_, i) => `re: ${i}`));
  });

  it('does not let a slow channel hold up another', async () => {
    let finish = () => {};
    const slow = new Promise<void>((resolve) => {
      finish = resolve;
    });
    const send = platform.send.bind(platform);
    platform.send = async (post) => {
      if (post.target.channel === 'slow') await slow;
      return send(post);
    };
    await receiver.receive(message('1', 'slow', 'slow'));
    await receiver.receive(message('2', 'quick', 'quick'));
    await clock.advance(0);
    expect(texts()).toEqual(['re: quick']);
    finish();
    await receiver.idle();
    expect(texts()).toEqual(['re: quick', 're: slow']);
  });

  it('forgets what people typed once it has been dealt with', async () => {
    await receiver.receive(message('1', 'something private'));
    await receiver.idle();
    const rows = await db.selectFrom('inbox').selectAll().execute();
    expect(rows).toMatchObject([{ state: 'done', incoming: null, reply: null }]);
  });

  it('goes on after a restart with what was written down but not answered', async () => {
    answer = () => Promise.reject(new Error('the process dies'));
    await receiver.receive(message('1', 'hello'));
    await clock.advance(0);
    await receiver.stop();
    answer = () => ({ text: markup('answered') });
    const next = newReceiver();
    await next.start();
    await next.idle();
    expect(texts()).toEqual(['trouble', 'answered']);
  });

  it('sets an event aside that no process came back from, and acts on all others', async () => {
    endless.add('2');
    for (let start = 0; start < 2; start += 1) {
      receiver = newReceiver();
      await receiver.start();
      for (const id of ['1', '2', '3', '4']) await receiver.receive(message(id, id, `channel ${id}`));
      await clock.advance(0);
      expect(poison).toEqual([]);
    }
    receiver = newReceiver();
    await receiver.start();
    await receiver.receive(message('5', '5', 'channel 2'));
    await receiver.idle();
    expect(poison).toEqual(['2']);
    expect(acted.toSorted()).toEqual(['1', '3', '4', '5']);
    const open = db.selectFrom('inbox').select(['update_id', 'state']).where('state', '<>', 'done');
    expect(await open.execute()).toEqual([{ update_id: '2', state: 'failed' }]);
  });

  it('blames no event for another that was acted on at the same time', async () => {
    for (const id of ['1', '2', '3']) endless.add(id);
    for (const id of ['1', '2', '3']) await receiver.receive(message(id, id, `channel ${id}`));
    await clock.advance(0);
    endless = new Set(['1']);
    for (let start = 0; start < 2; start += 1) {
      receiver = newReceiver();
      await receiver.start();
      await clock.advance(0);
    }
    await receiver.idle();
    expect(poison).toEqual(['1']);
    expect(texts()).toEqual(['re: 2', 're: 3']);
  });

  it('does not count what came back from an event by itself', async () => {
    answer = () => Promise.reject(new Error('the disk is full'));
    await receiver.receive(message('1', 'hello'));
    for (let start = 0; start < 4; start += 1) {
      await clock.advance(0);
      await receiver.stop();
      receiver = newReceiver();
      await receiver.start();
    }
    await clock.advance(0);
    await receiver.stop();
    expect(poison).toEqual([]);
  });

  it('sends an answer that was kept, without acting again', async () => {
    platform.failures.push('unavailable');
    await receiver.receive(message('1', 'hello'));
    await clock.advance(0);
    await receiver.stop();
    const next = newReceiver();
    await next.start();
    await next.idle();
    expect(acted).toEqual(['1']);
    expect(texts()).toEqual(['re: hello']);
  });

  it.each(['unavailable', 'rate-limited'] as const)('sends an answer again after “%s”', async (kind) => {
    platform.failures.push(kind, kind, kind);
    await receiver.receive(message('1', 'hello'));
    await clock.advance(60_000);
    await receiver.idle();
    expect(texts()).toEqual(['re: hello']);
  });

  it('sends an answer twice at most when it is not known whether it arrived', async () => {
    platform.failures.push('unknown', 'unknown', 'unknown');
    await receiver.receive(message('1', 'hello'));
    await clock.advance(60_000);
    await receiver.idle();
    expect(platform.failures).toEqual(['unknown']);
    platform.failures.length = 0;
    await receiver.receive(message('2', 'next'));
    await receiver.idle();
    expect(texts()).toEqual(['re: next']);
  });

  it('counts each event once, and what became of its answer', async () => {
    for (const id of ['1', '1', '2', '3']) await receiver.receive(message(id, 'hello'));
    await receiver.idle();
    platform.failures.push('unknown', 'unknown');
    await receiver.receive(message('4', 'cut off'));
    await clock.advance(60_000);
    await receiver.idle();
    const counted = counters.read().map(({ name, value }) => [name, value]);
    expect(Object.fromEntries(counted)).toEqual({
      events_received: 4,
      messages_sent: 3,
      messages_uncertain: 2,
      messages_failed: 1,
    });
  });

  it('tries an event that cannot be dealt with again until it can, tells of the trouble once, and keeps the order', async () => {
    let tries = 0;
    answer = (incoming) => {
      if (incoming.updateId === '1' && tries < 3) {
        tries += 1;
        throw new Error('poison');
      }
      return { text: markup(incoming.updateId) };
    };
    await receiver.receive(message('1', 'poison'));
    await receiver.receive(message('2', 'fine'));
    await clock.advance(60_000);
    await receiver.idle();
    expect(texts()).toEqual(['trouble', '1', '2']);
  });

  it('changes the message whose button was pressed, and posts anew where that is gone', async () => {
    await receiver.receive(message('1', 'hello'));
    await receiver.idle();
    answer = () => ({ text: markup('changed'), inPlace: true });
    const press = (id: string, messageId: string): Incoming => {
      const { platform, channel, sender } = message(id, '');
      return { platform, updateId: id, channel, sender, kind: 'press', messageId, pressId: id, line: '/x' };
    };
    await receiver.receive(press('2', '1'));
    await receiver.receive(press('3', '99'));
    await receiver.idle();
    expect(platform.posted).toMatchObject([{ edited: true }, { edited: false }]);
    expect(texts()).toEqual(['changed', 'changed']);
  });

  it('changes the last message about the same subject in place', async () => {
    answer = (incoming) => ({
      text: markup(incoming.updateId),
      subject: 's',
      inPlace: incoming.updateId === '3',
    });
    for (const id of ['1', '2', '3']) {
      await receiver.receive(message(id, 'hello'));
      await clock.advance(1000);
    }
    await receiver.idle();
    expect(texts()).toEqual(['1', '3']);
  });

  it('writes down what comes before whatever else waits for the database', async () => {
    let done = 0;
    const others = Array.from({ length: 400 }, () => openEvents(db, 0, 1).then(() => (done += 1)));
    await receiver.receive(message('1', 'hello'));
    expect(done).toBeLessThan(200);
    await Promise.all(others);
  });

  it('tells a channel once when nothing can be written, and lets the platform keep the event', async () => {
    await db.schema.dropTable('inbox').execute();
    await expect(receiver.receive(message('1', 'hello'))).rejects.toThrow();
    await expect(receiver.receive(message('2', 'hello'))).rejects.toThrow();
    expect(texts()).toEqual(['trouble']);
  });
});

function message(updateId: string, text: string, channel = 'a'): IncomingMessage {
  return {
    platform: 'memory',
    updateId,
    channel: { id: channel, kind: 'group', title: channel },
    sender: { id: 'an', name: 'An' },
    kind: 'message',
    messageId: updateId,
    text,
    edited: false,
  };
}
