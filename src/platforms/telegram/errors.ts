import { TelegramError } from 'telegraf';
import { z } from 'zod';
import { PlatformError, type PlatformErrorKind } from '../../chat/platform.ts';

/** Telegram's server answered, and said no. */
export class Refusal extends PlatformError {
  readonly code: number;

  constructor(
    kind: PlatformErrorKind,
    code: number,
    message: string,
    more: { retryAfter?: number; movedTo?: string },
  ) {
    super(kind, message, more);
    this.code = code;
  }
}

/** The answer did not come in the time that we gave it. */
export class TimedOut extends PlatformError {
  constructor(method: string) {
    super('unknown', `${method}: no answer in time`);
  }
}

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
const TOO_MANY_REQUESTS = 429;
const GATEWAY_TIMEOUT = 504;
const SHORT_REST = 1;

/** Turns whatever telegraf or node-fetch throws into the port's error. */
export function toPlatformError(error: unknown, method: string, token: string): PlatformError {
  if (error instanceof PlatformError) return error;
  if (error instanceof TelegramError) {
    const { data } = refusalSchema.safeParse(error.response);
    if (data) return toRefusal(data, method, token);
  }
  const message = withoutToken(error instanceof Error ? error.message : String(error), token);
  return new PlatformError(wasNeverSent(error) ? 'unavailable' : 'unknown', `${method}: ${message}`);
}

function toRefusal(response: z.infer<typeof refusalSchema>, method: string, token: string): Refusal {
  const { error_code: code, parameters } = response;
  const description = withoutToken(response.description, token);
  const text = `${method}: ${code} ${description}`;
  if (parameters.migrate_to_chat_id !== undefined) {
    return new Refusal('gone', code, text, { movedTo: String(parameters.migrate_to_chat_id) });
  }
  const kind = kindOf(code, description);
  return new Refusal(
    kind,
    code,
    text,
    kind === 'rate-limited' ? { retryAfter: parameters.retry_after ?? SHORT_REST } : {},
  );
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
  if (code === GATEWAY_TIMEOUT) return 'unknown';
  // A refused token says nothing about the chat: the message can go out when the token is put right.
  if (code >= 500 || code === 401 || code === 404 || code === 409) return 'unavailable';
  if (FORBIDDEN_HERE.test(description)) return 'rejected';
  return code === 403 || GONE.test(description) ? 'gone' : 'rejected';
}

// What fails before a byte of the request is written.
const NEVER_SENT = new Set([
  'ECONNREFUSED',
  'ENOTFOUND',
  'EAI_AGAIN',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'EADDRNOTAVAIL',
  'ETIMEDOUT',
  'EPROTO',
  'ERR_INVALID_URL',
  'ERR_TLS_CERT_ALTNAME_INVALID',
  'CERT_HAS_EXPIRED',
  'CERT_NOT_YET_VALID',
  'DEPTH_ZERO_SELF_SIGNED_CERT',
  'SELF_SIGNED_CERT_IN_CHAIN',
  'UNABLE_TO_VERIFY_LEAF_SIGNATURE',
  'UNABLE_TO_GET_ISSUER_CERT_LOCALLY',
]);
const BEFORE_TLS = /before secure TLS connection was established/;
const AFTER_WRITING = /\b(read|write) E[A-Z]+/;

const fetchErrorSchema = z.object({ code: z.string().optional(), message: z.string() });

function wasNeverSent(error: unknown): boolean {
  const { data } = fetchErrorSchema.safeParse(error);
  if (!data || AFTER_WRITING.test(data.message)) return false;
  return BEFORE_TLS.test(data.message) || NEVER_SENT.has(data.code ?? '');
}
