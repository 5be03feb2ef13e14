import { subscribe } from 'node:diagnostics_channel';
import { z } from 'zod';
import type { Watch, Wire } from '../exchange.ts';

const requestSchema = z.object({ request: z.custom<object>((value) => value instanceof Object) });
const headersSchema = requestSchema.extend({
  response: z.object({ statusCode: z.int(), headers: z.array(z.instanceof(Buffer)) }),
});

/** Notes how far requests of undici get, by which discord.js makes its own. */
export const watchUndici: Watch = (current) => {
  const wires = new WeakMap<object, Wire>();
  const wireOf = (message: unknown): Wire | undefined => {
    const { data } = requestSchema.safeParse(message);
    return data && wires.get(data.request);
  };
  subscribe('undici:request:create', (message) => {
    const wire = current();
    const { data } = requestSchema.safeParse(message);
    if (wire && data) wires.set(data.request, wire);
  });
  subscribe('undici:client:sendHeaders', (message) => {
    const wire = wireOf(message);
    if (wire) wire.hasLeft = true;
  });
  subscribe('undici:request:headers', (message) => {
    const wire = wireOf(message);
    const { data } = headersSchema.safeParse(message);
    if (!wire || !data) return;
    wire.hasLeft = true;
    const { statusCode: status, headers } = data.response;
    wire.answer = { status, type: typeOf(headers.map(String)) };
  });
};

/** The content type among names and values that take turns. */
function typeOf(headers: readonly string[]): string {
  const isType = (_: string, index: number) =>
    index % 2 === 1 && /^content-type$/i.test(headers[index - 1] ?? '');
  return headers.find(isType) ?? '';
}
