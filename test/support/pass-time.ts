import type { Bot } from '../../src/bot.ts';
import type { ManualClock } from './manual-clock.ts';

/** Lets time pass for a bot on a platform, with a tick at every moment at which something is due. */
export async function passTime(bot: Bot, clock: ManualClock, milliseconds: number): Promise<void> {
  const end = clock.now().epochMilliseconds + milliseconds;
  for (;;) {
    const due = (await bot.nextDue())?.epochMilliseconds ?? end;
    if (due > end) break;
    await clock.advance(Math.max(1000, due - clock.now().epochMilliseconds));
    await bot.ticker.tick();
    await clock.advance(5_000);
    if (clock.now().epochMilliseconds >= end) break;
  }
  await clock.advance(Math.max(0, end - clock.now().epochMilliseconds));
  await bot.ticker.tick();
}
