import { DiscordAPIError, HTTPError, RateLimitError } from 'discord.js';
import { PlatformError, type PlatformErrorKind } from '../../chat/platform.ts';

/** Discord answered, and said no. */
export class Refusal extends PlatformError {
  readonly status: number;
  /** Discord's own number for the reason; 0 where it gave none. */
  readonly code: number;

  constructor(kind: PlatformErrorKind, status: number, code: number, message: string) {
    super(kind, message);
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
  invalidWebhookToken: 50_027,
} as const;

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

/**
 * Turns whatever discord.js throws into the port's error. `repeatable`: doing it twice does no more than doing it
 * once, so that a broken connection leaves nothing in doubt – which is so for messages with an enforced nonce.
 */
export function toPlatformError(error: unknown, what: string, repeatable: boolean): PlatformError {
  if (error instanceof PlatformError) return error;
  if (error instanceof RateLimitError)
    return new PlatformError('rate-limited', `${what}: too many requests`, {
      retryAfter: Math.max(1, Math.ceil(Math.max(error.retryAfter, error.timeToReset) / 1000)),
    });
  if (error instanceof DiscordAPIError) {
    const code = Number(error.code) || 0;
    const kind = kindOf(error.status, code);
    return new Refusal(kind, error.status, code, `${what}: ${error.status} ${error.message} (${code})`);
  }
  if (error instanceof HTTPError)
    return new Refusal('unavailable', error.status, 0, `${what}: ${error.status}`);
  const kind = repeatable || wasNeverSent(error) ? 'unavailable' : 'unknown';
  return new PlatformError(kind, `${what}: ${error instanceof Error ? error.message : String(error)}`);
}

function kindOf(status: number, code: number): PlatformErrorKind {
  // A refused token says nothing about the channel: the message can go out when the token is put right.
  if (status >= 500 || status === 401) return 'unavailable';
  if (GONE.has(code)) return 'gone';
  return status === 403 ? 'gone' : 'rejected';
}

// What fails before a byte of the request is written.
const NEVER_SENT =
  /\b(ECONNREFUSED|ENOTFOUND|EAI_AGAIN|EHOSTUNREACH|ENETUNREACH|UND_ERR_CONNECT_TIMEOUT|CERT_\w+)\b/;

function wasNeverSent(error: unknown): boolean {
  return error instanceof Error && NEVER_SENT.test(`${String(Reflect.get(error, 'code'))} ${error.message}`);
}

/** Discord does not know the token, or no longer. */
export function isRefusedToken(error: unknown): boolean {
  return error instanceof Refusal && error.status === 401;
}
