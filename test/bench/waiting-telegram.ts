import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { text } from 'node:stream/consumers';
import { z } from 'zod';

const MOST_IN_A_BATCH = 100;
/** So many people write in each group, in turn. */
const PEOPLE = 5;
const SECOND = 1_000;

const pollSchema = z.object({ offset: z.coerce.number().default(0), timeout: z.coerce.number().default(0) });
const webhookSchema = z.object({ url: z.string(), secret_token: z.string() });

/** A Telegram that gives out what was written, counts what is answered, and does no more: it must not be what is measured. */
export async function startWaitingTelegram(groups: number) {
  let updates: { update_id: number }[] = [];
  let [number, replies, wanted] = [0, 0, 0];
  let date = Math.floor(Date.now() / SECOND) - 3_600;
  let done = (): void => {};
  let waiting: (() => void) | undefined;
  let webhook: z.infer<typeof webhookSchema> | undefined;

  const poll = async ({ offset, timeout }: z.infer<typeof pollSchema>): Promise<unknown> => {
    updates = updates.filter(({ update_id }) => update_id >= offset);
    if (updates.length === 0 && timeout > 0) await new Promise<void>((resolve) => (waiting = resolve));
    return updates.slice(0, MOST_IN_A_BATCH);
  };

  const answer = async (method: string, body: string): Promise<unknown> => {
    if (method === 'getMe')
      return { id: 7_100_000_001, is_bot: true, first_name: 'Nêu Gương', username: 'neu_guong_bot' };
    if (method === 'getUpdates') return poll(pollSchema.parse(read(body)));
    if (method === 'setWebhook') webhook = webhookSchema.parse(read(body));
    if (method === 'getWebhookInfo') return webhook;
    if (method === 'getChatMember') return { status: 'administrator', user: { id: 1, is_bot: false } };
    if (method !== 'sendMessage') return true;
    replies += 1;
    if (replies === wanted) done();
    const chat = { id: Number(/"chat_id":"?(-?\d+)/.exec(body)?.[1]), type: 'supergroup' };
    return { message_id: 1_000_000 + replies, date, chat, text: '' };
  };

  const server = createServer((req: IncomingMessage, res: ServerResponse) => {
    const method = req.url?.split('/').at(-1) ?? '';
    void text(req)
      .then((body) => answer(method, body))
      .then((result) => {
        res.setHeader('content-type', 'application/json');
        res.end(JSON.stringify({ ok: true, result }));
      });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  if (!(address instanceof Object)) throw new Error('the server has no port');

  const said = (line: (group: number, index: number) => string, index: number) => {
    number += 1;
    if (index % (groups * PEOPLE) === 0) date += 10;
    const group = (index % groups) + 1;
    const person = group * 100 + (Math.floor(index / groups) % PEOPLE);
    const chat = { id: -1_000_000_000_000 - group, type: 'supergroup', title: `Nhóm ${group}` };
    const from = { id: person, is_bot: false, first_name: `Lan ${person}` };
    const words = line(group, index);
    const entities = [{ type: 'bot_command', offset: 0, length: words.indexOf(' ') }];
    return { update_id: number, message: { message_id: number, date, chat, from, text: words, entities } };
  };

  return {
    apiRoot: `http://127.0.0.1:${address.port}`,
    /** What the bot knows Telegram by, once it has set a webhook. */
    secret: () => webhook?.secret_token,
    /** An update with what somebody says; those of one person are seconds apart. */
    said,
    /** Seconds until so many messages, which all wait from the beginning, have been answered. */
    answers: async (line: (group: number, index: number) => string, count: number): Promise<number> => {
      wanted = replies + count;
      const finished = new Promise<void>((resolve) => (done = resolve));
      // People do not write faster than people do.
      date += 600;
      updates.push(...Array.from({ length: count }, (_, index) => said(line, index)));
      const begin = performance.now();
      waiting?.();
      await finished;
      return (performance.now() - begin) / SECOND;
    },
    close: async (): Promise<void> => {
      waiting?.();
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

function read(body: string): unknown {
  return body === '' ? {} : JSON.parse(body);
}
