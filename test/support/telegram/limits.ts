import type { Clock } from '../../../src/core/clock.ts';

/** core.telegram.org/bots/faq#my-bot-is-hitting-limits-how-do-i-avoid-this; `burst` is what "short bursts" may mean. */
export const PUBLISHED = { perSecond: 30, perChatPerSecond: 1, burst: 3, perGroupPerMinute: 20 };
export type Limits = typeof PUBLISHED;

const SECOND = 1_000;
const MINUTE = 60_000;

/** Counts the messages that go out. */
export function createLimits(clock: Clock, limits: Limits | undefined) {
  let all: number[] = [];
  const byGroup = new Map<number, number[]>();
  const buckets = new Map<number, { tokens: number; at: number }>();

  const secondsLeft = (until: number, now: number): number => Math.max(1, Math.ceil((until - now) / SECOND));

  return {
    /** Counts one more message, or gives the seconds to wait for it. */
    take: (chat: number, isGroup: boolean): number | undefined => {
      if (!limits) return undefined;
      const now = clock.now().epochMilliseconds;
      all = all.filter((at) => at > now - SECOND);
      if (all.length >= limits.perSecond) return secondsLeft((all[0] ?? now) + SECOND, now);

      const minute = (byGroup.get(chat) ?? []).filter((at) => at > now - MINUTE);
      if (isGroup && minute.length >= limits.perGroupPerMinute)
        return secondsLeft((minute[0] ?? now) + MINUTE, now);

      const before = buckets.get(chat) ?? { tokens: limits.burst, at: now };
      const gained = ((now - before.at) / SECOND) * limits.perChatPerSecond;
      const tokens = Math.min(limits.burst, before.tokens + gained);
      if (tokens < 1) return secondsLeft(now + ((1 - tokens) / limits.perChatPerSecond) * SECOND, now);

      all.push(now);
      byGroup.set(chat, [...minute, now]);
      buckets.set(chat, { tokens: tokens - 1, at: now });
      return undefined;
    },
  };
}
