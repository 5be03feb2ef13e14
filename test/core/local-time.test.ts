import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import { describe, expect, it } from 'vitest';
import { fromIso, fromWall, isTimeZone, onWall, secondsBetween, toIso } from '../../src/core/local-time.ts';

const instant = fc
  .integer({ min: 0, max: 4_102_444_800_000 })
  .map((milliseconds) => Temporal.Instant.fromEpochMilliseconds(milliseconds));

describe('local time', () => {
  it('is stored so that texts sort as instants do, and read back the same', () => {
    fc.assert(
      fc.property(instant, instant, (one, other) => {
        expect(fromIso(toIso(one)).equals(one)).toBe(true);
        expect(Math.sign(Temporal.Instant.compare(one, other))).toBe(
          toIso(one) < toIso(other) ? -1 : toIso(one) > toIso(other) ? 1 : 0,
        );
      }),
    );
  });

  it('stays on the wall of its zone', () => {
    const wall = Temporal.PlainDateTime.from('2026-01-05T19:30');
    expect(toIso(fromWall(wall, 'Asia/Ho_Chi_Minh'))).toBe('2026-01-05T12:30:00.000Z');
    expect(onWall(fromWall(wall, 'Europe/Berlin'), 'Europe/Berlin').toPlainDateTime().equals(wall)).toBe(
      true,
    );
  });

  it('moves an hour that daylight saving skips forward, and takes a repeated one the first time', () => {
    const skipped = fromWall(Temporal.PlainDateTime.from('2026-03-29T02:30'), 'Europe/Berlin');
    const repeated = fromWall(Temporal.PlainDateTime.from('2026-10-25T02:30'), 'Europe/Berlin');
    expect([toIso(skipped), toIso(repeated)]).toEqual([
      '2026-03-29T01:30:00.000Z',
      '2026-10-25T00:30:00.000Z',
    ]);
  });

  it('knows the zones of the world', () => {
    expect([isTimeZone('Asia/Ho_Chi_Minh'), isTimeZone('UTC'), isTimeZone('Asia/Saigon City')]).toEqual([
      true,
      true,
      false,
    ]);
  });

  it('counts whole seconds', () => {
    const start = Temporal.Instant.from('2026-01-01T00:00:00Z');
    expect(secondsBetween(start, start.add({ milliseconds: 61_999 }))).toBe(61);
  });
});
