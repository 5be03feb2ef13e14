/** What Discord answers when it does not do what was asked. */
export class DiscordRefusal extends Error {
  readonly status: number;
  readonly code: number;
  readonly retryAfter: number | undefined;

  constructor(status: number, code: number, message: string, retryAfter?: number) {
    super(message);
    this.status = status;
    this.code = code;
    this.retryAfter = retryAfter;
  }
}

export function unknown(code: number, what: string): DiscordRefusal {
  return new DiscordRefusal(404, code, `Unknown ${what}`);
}

export function invalidForm(why: string): DiscordRefusal {
  return new DiscordRefusal(400, 50_035, `Invalid Form Body: ${why}`);
}

export function unauthorized(): DiscordRefusal {
  return new DiscordRefusal(401, 0, '401: Unauthorized');
}

export function tooMany(seconds: number): DiscordRefusal {
  return new DiscordRefusal(429, 0, 'You are being rate limited.', seconds);
}
