import fc from 'fast-check';
import { beforeEach, describe, expect, it } from 'vitest';
import { LANES, type Lane, Pace } from '../../src/delivery/pace.ts';
import { type ManualClock, manualClock } from '../support/manual-clock.ts';

const TELEGRAM = { perSecond: 30, perChannelPerSecond: 1, perGroupPerMinute: 20 };

describe('the pace of sending', () => {
  let clock: ManualClock;
  let pace: Pace;
  let sent: { channel: string; lane: Lane; at: number }[];

  beforeEach(() => {
    clock = manualClock('2026-01-14T01:00:00Z');
    pace = new Pace(clock, TELEGRAM);
    sent = [];
  });

  const send = (channel: string, lane: Lane = LANES.due, group = true): void => {
    void pace
      .turn({ channel, group, lane })
      .then(() => sent.push({ channel, lane, at: clock.now().epochMilliseconds }));
  };
  const most = (times: number[], window: number): number =>
    Math.max(0, ...times.map((from) => times.filter((at) => at >= from && at - from < window).length));

  it('lets one message a second into a channel', async () => {
    for (let i = 0; i < 3; i += 1) send('a');
    await clock.advance(900);
    expect(sent).toHaveLength(1);
    await clock.advance(10_000);
    expect(
      most(
        sent.map(({ at }) => at),
        1000,
      ),
    ).toBe(1);
    expect(sent).toHaveLength(3);
  });

  it('lets twenty messages a minute into a group, and more into a private chat', async () => {
    for (let i = 0; i < 30; i += 1) {
      send('group');
      send('private', LANES.answer, false);
    }
    await clock.advance(59_000);
    expect(sent.filter(({ channel }) => channel === 'group')).toHaveLength(20);
    expect(sent.filter(({ channel }) => channel === 'private')).toHaveLength(30);
  });

  it('keeps room for people while there are any, and lends it otherwise', async () => {
    for (let i = 0; i < 200; i += 1) send(`group ${i}`);
    await clock.advance(0);
    expect(sent).toHaveLength(29);
    send('first person', LANES.answer);
    await clock.advance(0);
    expect(sent).toHaveLength(30);
    await clock.advance(1_500);
    for (let i = 0; i < 5; i += 1) send(`person ${i}`, LANES.answer);
    await clock.advance(0);
    expect(sent.filter(({ lane }) => lane === LANES.answer)).toHaveLength(6);
  });

  it('holds a channel for as long as the platform asked, and no other', async () => {
    pace.hold('a', 30);
    send('a');
    send('b');
    await clock.advance(29_000);
    expect(sent.map(({ channel }) => channel)).toEqual(['b']);
    await clock.advance(2_000);
    expect(sent.map(({ channel }) => channel)).toEqual(['b', 'a']);
  });

  it('lets everybody go when it is closed', async () => {
    for (let i = 0; i < 50; i += 1) send('a');
    pace.close();
    await clock.advance(0);
    expect(sent).toHaveLength(50);
  });

  it('never breaks a published limit, whatever is sent into groups and whenever', async () => {
    const lane = fc.constantFrom(LANES.answer, LANES.due, LANES.ahead);
    const asked = fc.array(fc.tuple(fc.integer({ min: 0, max: 8 }), lane, fc.nat(400)), { maxLength: 120 });
    await fc.assert(
      fc.asyncProperty(asked, async (turns) => {
        clock = manualClock('2026-01-14T01:00:00Z');
        pace = new Pace(clock, TELEGRAM);
        sent = [];
        for (const [channel, lane, gap] of turns) {
          send(String(channel), lane);
          await clock.advance(gap);
        }
        await clock.advance(10 * 60_000);
        expect(sent).toHaveLength(turns.length);
        expect(
          most(
            sent.map(({ at }) => at),
            1000,
          ),
        ).toBeLessThanOrEqual(30);
        for (const group of Map.groupBy(sent, ({ channel }) => channel).values()) {
          const times = group.map(({ at }) => at);
          expect(most(times, 1000)).toBeLessThanOrEqual(1);
          expect(most(times, 60_000)).toBeLessThanOrEqual(20);
        }
      }),
      { numRuns: 15 },
    );
  });
});
