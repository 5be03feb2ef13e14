import { type Logger, pino, stdTimeFunctions } from 'pino';

export type Log = Logger;

const SECRET_FIELDS = [
  'token',
  '*.token',
  'authorization',
  '*.authorization',
  'headers',
  '*.headers',
  'password',
];
// A Telegram token anywhere, also inside the URL of a failed request; a Discord token has three dotted parts.
const SECRETS = /\d{6,}:[A-Za-z0-9_-]{30,}|[\w-]{23,28}\.[\w-]{6}\.[\w-]{27,}/g;

/** JSON lines on the given stream; errors go in as `{ err }`. */
export function createLog(level: string, destination: { write(line: string): void }): Log {
  return pino(
    {
      level,
      base: null,
      timestamp: stdTimeFunctions.isoTime,
      redact: { paths: SECRET_FIELDS, censor: '[secret]' },
      serializers: {
        err: (error: unknown) => (error instanceof Error ? describe(error) : hideSecrets(String(error))),
      },
    },
    { write: (line: string) => destination.write(hideSecrets(line)) },
  );
}

function describe(error: Error): Record<string, unknown> {
  return {
    type: error.name,
    message: hideSecrets(error.message),
    stack: hideSecrets(error.stack ?? ''),
  };
}

/** Takes out of a text what looks like the token of a bot. */
function hideSecrets(text: string): string {
  return text.replace(SECRETS, '[secret]');
}
