import type { IncomingHttpHeaders } from 'node:http';

/** Something that is served over HTTP. */
export type Route = {
  /** What the log calls it: its address may be a secret. */
  name: string;
  /** GET answers HEAD too, with the head of the same response. */
  method: 'GET' | 'POST';
  /** Matches the whole path, without a query; its named groups are handed on. */
  path: RegExp;
  /** The largest body that is read, in bytes; without it none is. */
  mostBytes?: number;
  /** So often may one and the same address be asked for; without it, as often as anybody likes. */
  mostAMinute?: number;
  /** Nothing where there is nothing at this address. */
  handle(request: HttpRequest): Promise<HttpResponse | undefined>;
};

export type HttpRequest = {
  params: Readonly<Record<string, string>>;
  headers: IncomingHttpHeaders;
  /** Empty where none is read. */
  body: Uint8Array;
};

export type HttpResponse = {
  status: number;
  /** By their names in lower case. Nothing is cached unless they say so. */
  headers?: Readonly<Record<string, string>>;
  body?: string | Uint8Array;
};
