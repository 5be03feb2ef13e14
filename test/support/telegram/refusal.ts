export type Parameters = { retry_after?: number; migrate_to_chat_id?: number };

/** What the Bot API answers when it does not do what was asked. */
export class ApiRefusal extends Error {
  readonly code: number;
  readonly parameters: Parameters | undefined;

  constructor(code: number, description: string, parameters?: Parameters) {
    super(description);
    this.code = code;
    this.parameters = parameters;
  }
}

export function badRequest(description: string, parameters?: Parameters): ApiRefusal {
  return new ApiRefusal(400, `Bad Request: ${description}`, parameters);
}

export function forbidden(description: string): ApiRefusal {
  return new ApiRefusal(403, `Forbidden: ${description}`);
}

export function conflict(description: string): ApiRefusal {
  return new ApiRefusal(409, `Conflict: ${description}`);
}

export function tooManyRequests(retryAfter: number): ApiRefusal {
  return new ApiRefusal(429, `Too Many Requests: retry after ${retryAfter}`, { retry_after: retryAfter });
}
