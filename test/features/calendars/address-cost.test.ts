import { type KyselyPlugin, type RootOperationNode, sql } from 'kysely';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { httpRoutes } from '../../../src/bot.ts';
import { wholeCalendar } from '../../../src/features/calendars/publish.ts';
import type { HttpResponse } from '../../../src/http/route.ts';
import { startLinkedChat, type TestChat } from '../../support/start-test-chat.ts';

let chat: TestChat;
/** The tables of each statement that was asked for. */
let asked: string[][];
let secret: string | undefined;

beforeEach(async () => {
  asked = [];
  chat = await startLinkedChat({ env: { HTTP_PORT: '8080' } });
  await admin('/nhaclich 19h30 thứ bảy hằng tuần Sinh hoạt chi bộ');
  await chat.presses('Quantri', 'Đúng, đặt lịch');
  secret = /calendar\/([\w-]+)\.ics/.exec(await admin('/lich diachi'))?.[1];
});
afterEach(() => chat.stop());

describe('the address of a calendar', () => {
  it('costs one look-up, and one more for its body, while nothing has changed', async () => {
    const first = await calendar();
    expect(first?.status).toBe(200);
    const cost = { made: asked.length, kept: 0, known: 0 };
    asked = [];
    expect(await calendar()).toEqual(first);
    cost.kept = asked.length;
    asked = [];
    expect((await calendar(first?.headers?.['etag']))?.status).toBe(304);
    cost.known = asked.length;
    process.stdout.write(`a calendar: ${JSON.stringify(cost)} look-ups\n`);
    expect([cost.kept, cost.known]).toEqual([2, 1]);
  });

  it('is worked out anew when an hour has passed, and when the clock was put back', async () => {
    await calendar();
    for (const hours of [1, -3]) {
      asked = [];
      await chat.clock.advance(hours * 3_600_000);
      await calendar();
      expect(asked.length).toBeGreaterThan(2);
    }
  });

  it.each([
    '/huylich NL1',
    '/hoan SH1',
    '/chuyende tháng 2: Học tập Di chúc',
    '/chutri SH1 Ông Ba',
    '/ngonngu en',
  ])('says what “%s” changed', async (line) => {
    await chat.pass(1);
    await admin('/chuyende tháng 1: Liêm chính');
    const before = await calendar();
    await admin(line);
    await chat.settle();
    expect((await calendar())?.headers?.['etag']).not.toBe(before?.headers?.['etag']);
  });

  it('is held against every table that a calendar is made of, whatever is done to its rows', async () => {
    await admin('/chuyende tháng 2: Học tập Di chúc | Di chúc | https://dichuc.vn');
    const { id } = await chat.app.db.selectFrom('units').select('id').executeTakeFirstOrThrow();
    await wholeCalendar(listening(), { id, name: 'Chi bộ', timeZone: 'Asia/Ho_Chi_Minh' });
    // What was given away before is no source, and when people are reminded is not in a calendar.
    const others = new Set(['calendar_entries', 'reminders', 'units', 'channels']);
    const sources = new Set(asked.flat().filter((table) => !others.has(table)));
    expect(sources.size).toBeGreaterThan(3);
    const { rows } = await sql<{
      name: string;
    }>`select name from sqlite_master where type = 'trigger'`.execute(chat.app.db);
    const triggers = new Set(rows.map(({ name }) => name));
    const wanted = [...sources].flatMap((table) => ['come', 'change', 'go'].map((end) => `${table}_${end}`));
    expect(wanted.filter((name) => !triggers.has(name))).toEqual([]);
    // Units and channels begin with nothing in a calendar.
    expect([...triggers]).toEqual(expect.arrayContaining(['units_change', 'channels_change']));
  });
});

/** The bot's own work, with every statement written down. */
function listening() {
  const plugin: KyselyPlugin = {
    transformQuery: ({ node }) => {
      asked.push([...new Set(tablesIn(node))]);
      return node;
    },
    transformResult: async ({ result }) => result,
  };
  return { ...chat.app, db: chat.app.db.withPlugin(plugin) };
}

const identifierSchema = z.object({
  kind: z.literal('SchemableIdentifierNode'),
  identifier: z.object({ name: z.string() }),
});

function tablesIn(node: RootOperationNode | unknown): string[] {
  if (typeof node !== 'object' || node === null) return [];
  const { data } = identifierSchema.safeParse(node);
  return data ? [data.identifier.name] : Object.values(node).flatMap(tablesIn);
}

async function calendar(tag?: string): Promise<HttpResponse | undefined> {
  const route = httpRoutes(listening()).find(({ name }) => name === 'calendar');
  return route?.handle({
    params: { secret: secret ?? '' },
    headers: tag === undefined ? {} : { 'if-none-match': tag },
    body: new Uint8Array(),
  });
}

function admin(line: string): Promise<string> {
  return chat.says('Quantri', line);
}
