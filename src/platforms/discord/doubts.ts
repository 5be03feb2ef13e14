import { z } from 'zod';
import { PlatformError } from '../../chat/platform.ts';
import type { Clock } from '../../core/clock.ts';
import type { Api } from './api.ts';
import { Refusal } from './errors.ts';

/** Discord knows a nonce for some minutes; after that a repeat would be a second message. */
const NONCE_IS_GOOD_FOR = 2 * 60_000;
const FORGOTTEN_AFTER = 48 * 3_600_000;
const DISCORD_EPOCH = 1_420_070_400_000;
/** Our clock and Discord's may differ. */
const EARLIER = 60_000;

const messagesSchema = z.array(
  z.object({ id: z.string(), content: z.string(), author: z.object({ bot: z.boolean().default(false) }) }),
);

/** Messages that may have been accepted although no answer came, by nonce. */
export class Doubts {
  readonly #api: Api;
  readonly #clock: Clock;
  readonly #since = new Map<string, number>();

  constructor(api: Api, clock: Clock) {
    this.#api = api;
    this.#clock = clock;
  }

  /**
   * Runs an attempt to send. One that was left in doubt for longer than the nonce is good for is looked for first.
   * @throws PlatformError
   */
  async settle(
    nonce: string,
    channel: string,
    content: string,
    attempt: () => Promise<string>,
  ): Promise<string> {
    const now = this.#clock.now().epochMilliseconds;
    const since = this.#since.get(nonce);
    if (since !== undefined && now - since > NONCE_IS_GOOD_FOR) {
      const found = await this.#find(channel, content, since);
      if (found !== undefined) return this.#settled(nonce, found);
      this.#since.delete(nonce);
    }
    try {
      return this.#settled(nonce, await attempt());
    } catch (error) {
      const isInDoubt =
        error instanceof PlatformError && !(error instanceof Refusal) && error.kind === 'unavailable';
      if (isInDoubt && !this.#since.has(nonce)) this.#note(nonce, now);
      throw error;
    }
  }

  #settled(nonce: string, id: string): string {
    this.#since.delete(nonce);
    return id;
  }

  #note(nonce: string, now: number): void {
    for (const [old, since] of this.#since) {
      if (since > now - FORGOTTEN_AFTER) break;
      this.#since.delete(old);
    }
    this.#since.set(nonce, now);
  }

  async #find(channel: string, content: string, since: number): Promise<string | undefined> {
    const after = String(BigInt(since - EARLIER - DISCORD_EPOCH) << 22n);
    const result = await this.#api.call('GET', `/channels/${channel}/messages`, {
      query: { after, limit: '100' },
    });
    return messagesSchema
      .parse(result)
      .find((message) => message.author.bot && message.content.trim() === content.trim())?.id;
  }
}
