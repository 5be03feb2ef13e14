import { DiscordAPIError, HTTPError, RateLimitError } from 'discord.js';
import { z } from 'zod';
import { PlatformError, type PlatformErrorKind } from '../../chat/platform.ts';
import { Broken, isWithoutEffect, kindOfServerError } from '../exchange.ts';

/** Discord answered, and said no. */
export class Refusal extends PlatformError {
  readonly status: number;
  /** Discord's own number for the reason; 0 where it gave none. */
  readonly code: number;

  constructor(kind: PlatformErrorKind, status: number, code: number, message: string) {
    super(kind, message, {
      forNow: kind === 'gone' && (REFUSED.has(code) || (status === 403 && code === 0)),
    });
    this.status = status;
    this.code = code;
  }
}

/** discord.com/developers/docs/topics/opcodes-and-status-codes#json */
export const CODES = {
  unknownChannel: 10_003,
  unknownMember: 10_007,
  unknownMessage: 10_008,
  unknownUser: 10_013,
  unknownWebhook: 10_015,
  unknownInteraction: 10_062,
  alreadyAcknowledged: 40_060,
  invalidRecipient: 50_033,
  invalidForm: 50_035,
  invalidWebhookToken: 50_027,
} as const;

/** Not visible, not writable: that is for the people of the server to change. */
const REFUSED = new Set([50_001, 50_013]);

// The channel takes nothing more, whatever the message: not there, not visible, not writable, blocked, locked.
const GONE = new Set([10_003, 10_004, 50_001, 50_007, 50_013, 50_083, 160_005]);

/** The time or the token of an interaction is over: it cannot be answered any more. */
export function isOver(error: unknown): boolean {
  return (
    error instanceof Refusal &&
    (error.code === CODES.unknownInteraction ||
      error.code === CODES.unknownWebhook ||
      error.code === CODES.invalidWebhookToken)
  );
}

export function isAlreadyAcknowledged(error: unknown): boolean {
  return error instanceof Refusal && error.code === CODES.alreadyAcknowledged;
}

const discordSchema = z.object({ code: z.number(), message: z.string() });

/**
 * Turns whatever discord.js or an exchange throws into the port's error. `repeatable`: doing it twice does no more
 * than doing it once, so that a broken connection leaves nothing in doubt.
 */
export function toPlatformError(error: unknown, what: string, repeatable: boolean): PlatformError {
  const { why, wire } = error instanceof Broken ? error : { why: error, wire: undefined };
  if (why instanceof PlatformError) return why;
  if (why instanceof RateLimitError)
    return new PlatformError('rate-limited', `${what}: too many requests`, {
      retryAfter: Math.max(1, Math.ceil(Math.max(why.retryAfter, why.timeToReset) / 1000)),
    });
  if (why instanceof DiscordAPIError) return fromRefusal(why, what);
  const perhaps = repeatable ? 'unavailable' : 'unknown';
  if (why instanceof HTTPError) {
    const kind = kindOfServerError(why.status) === 'unknown' ? perhaps : 'unavailable';
    return new Refusal(kind, why.status, 0, `${what}: ${why.status}`);
  }
  const kind = wire && isWithoutEffect(wire) ? 'unavailable' : perhaps;
  return new PlatformError(kind, `${what}: ${why instanceof Error ? why.message : String(why)}`);
}

function fromRefusal({ status, code, message, rawError }: DiscordAPIError, what: string): PlatformError {
  // The page of a provider that stands in between says nothing about the channel, nor about the token.
  if (!discordSchema.safeParse(rawError).success)
    return new PlatformError('unavailable', `${what}: ${status}, and not by Discord`);
  const number = Number(code) || 0;
  return new Refusal(kindOf(status, number), status, number, `${what}: ${status} ${message} (${number})`);
}

function kindOf(status: number, code: number): PlatformErrorKind {
  // A refused token says nothing about the channel: the message can go out when the token is put right.
  if (status >= 500 || status === 401) return 'unavailable';
  if (GONE.has(code)) return 'gone';
  return status === 403 ? 'gone' : 'rejected';
}

export const TOKEN_REFUSED = 'the token is refused; take it anew from the developer portal';

/** Discord does not know the token, or no longer. */
export function isRefusedToken(error: unknown): boolean {
  return error instanceof Refusal && error.status === 401;
}
