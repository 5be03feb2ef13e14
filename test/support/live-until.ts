import { Temporal } from 'temporal-polyfill';
import { toPlain } from '../../src/texts/markup.ts';
import type { TestChat } from './start-test-chat.ts';

/**
 * Lets time pass up to a moment on the wall clock of Vietnam, with a tick whenever something is due; gives what was
 * posted on the way. A year goes by in seconds.
 */
export async function liveUntil(chat: TestChat, moment: string): Promise<string[]> {
  const end = Temporal.PlainDateTime.from(moment).toZonedDateTime('Asia/Ho_Chi_Minh').epochMilliseconds;
  const start = chat.platform.posted.length;
  const now = () => chat.clock.now().epochMilliseconds;
  while (now() < end) {
    const due = (await chat.bot.nextDue())?.epochMilliseconds ?? end;
    await chat.clock.advance(Math.min(end, Math.max(due, now() + 60_000)) - now());
    await chat.bot.ticker.tick();
    await chat.settle();
  }
  return chat.platform.posted.slice(start).map(({ message }) => toPlain(message.text));
}
