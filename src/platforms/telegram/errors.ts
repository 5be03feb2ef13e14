import { TelegramError } from 'telegraf';
import { z } from 'zod';
import { PlatformError, type PlatformErrorKind } from '../../chat/platform.ts';
import { Broken, isWithoutEffect, kindOfServerError, NoAnswer } from '../exchange.ts';

/** Telegram's server answered, and said no. */
export class Refusal extends PlatformError {
  readonly code: number;

  constructor(
    kind: PlatformErrorKind,
    code: number,
    message: string,
    more: { retryAfter?: number; movedTo?: string; threadGone?: boolean },
  ) {
    super(kind, message, more);
    this.code = code;
  }
}

/** The answer did not come in the time that we gave it. */
export class TimedOut extends PlatformError {}

const refusalSchema = z.object({
  error_code: z.int(),
  description: z.string().default(''),
  parameters: z
    .object({ retry_after: z.number().optional(), migrate_to_chat_id: z.int().optional() })
    .default({}),
});

// The chat takes nothing more, whatever the message. All of 403 is meant too, but for FORBIDDEN_HERE.
const GONE =
  /chat not found|chat was (deactivated|deleted)|user is deactivated|PEER_ID_INVALID|CHANNEL_PRIVATE|INPUT_USER_DEACTIVATED|USER_IS_BLOCKED|CHANNEL_INVALID/;
// An administrator may give the right back at any time, so the channel is not given up for it.
const FORBIDDEN_HERE = /not enough rights|have no rights|need administrator rights|CHAT_WRITE_FORBIDDEN/;
// Deleted, closed to all but administrators, or topics were turned off.
const THREAD_GONE = /message thread not found|TOPIC_(CLOSED|DELETED|ID_INVALID)/;
const TOO_MANY_REQUESTS = 429;
const SHORT_REST = 1;
/** Whatever else the bot calls does no more when it is done twice. */
const ADDS_A_MESSAGE = /^send/;

/** Turns whatever telegraf, node-fetch or an exchange throws into the port's error. */
export function toPlatformError(error: unknown, method: string, token: string): PlatformError {
  if (error instanceof Broken) return fromBroken(error, method, token);
  if (error instanceof PlatformError) return error;
  if (error instanceof TelegramError) {
    const { data } = refusalSchema.safeParse(error.response);
    if (data) return toRefusal(data, method, token);
  }
  const message = withoutToken(error instanceof Error ? error.message : String(error), token);
  return new PlatformError('unknown', `${method}: ${message}`);
}

function fromBroken({ why, wire }: Broken, method: string, token: string): PlatformError {
  const error = toPlatformError(why, method, token);
  if (error.kind !== 'unknown' || error instanceof Refusal) return error;
  const kind = isWithoutEffect(wire) || !ADDS_A_MESSAGE.test(method) ? 'unavailable' : 'unknown';
  return why instanceof NoAnswer ? new TimedOut(kind, error.message) : new PlatformError(kind, error.message);
}

function toRefusal(response: z.infer<typeof refusalSchema>, method: string, token: string): Refusal {
  const { error_code: code, parameters } = response;
  const description = withoutToken(response.description, token);
  const text = `${method}: ${code} ${description}`;
  if (parameters.migrate_to_chat_id !== undefined) {
    return new Refusal('gone', code, text, { movedTo: String(parameters.migrate_to_chat_id) });
  }
  const kind = kindOf(code, description);
  return new Refusal(kind, code, text, {
    ...(kind === 'rate-limited' ? { retryAfter: parameters.retry_after ?? SHORT_REST } : {}),
    threadGone: THREAD_GONE.test(description),
  });
}

/** node-fetch puts the address, and so the token, into its messages. */
function withoutToken(text: string, token: string): string {
  return text
    .replaceAll(token, '[token]')
    .replaceAll(encodeURIComponent(token), '[token]')
    .replace(/\d{6,}(:|%3A)[\w-]{20,}/gi, '[token]');
}

function kindOf(code: number, description: string): PlatformErrorKind {
  if (code === TOO_MANY_REQUESTS) return 'rate-limited';
  if (code >= 500) return kindOfServerError(code);
  // A refused token says nothing about the chat: the message can go out when the token is put right.
  if (code === 401 || code === 404 || code === 409) return 'unavailable';
  if (FORBIDDEN_HERE.test(description)) return 'rejected';
  return code === 403 || GONE.test(description) ? 'gone' : 'rejected';
}
