import { readFileSync } from 'node:fs';
import { ExplainNode, type KyselyPlugin, sql } from 'kysely';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { SHELVES } from '../../../src/blobs/blobs.ts';
import { enqueue } from '../../../src/delivery/outbox.ts';
import { namedByMessages, namedByRecords } from '../../../src/features/files/named-blob-store.ts';
import type { Database } from '../../../src/storage/database.ts';
import { markup } from '../../../src/texts/markup.ts';
import { startLinkedChat, type TestChat } from '../../support/start-test-chat.ts';

const DEED = 'Chị Hiền tổ 7 nhặt được ví có 3,2 triệu, đã trả lại người mất';
const HOUR = 3_600_000;

let chat: TestChat;
beforeEach(async () => {
  chat = await startLinkedChat();
});
afterEach(() => chat.stop());

describe('a file that nothing names', () => {
  it('such as one left by a crash before its record was written is removed after a day', async () => {
    const { sha256 } = await keep('left behind');
    await chat.clock.advance(19 * HOUR);
    await itsTurn(sha256);
    expect(await isThere(sha256)).toBe(true);
    await chat.clock.advance(5 * HOUR);
    await itsTurn(sha256);
    expect(await isThere(sha256)).toBe(false);
  });

  it('is removed a day after it was kept last', async () => {
    const { sha256 } = await keep('again and again');
    await chat.clock.advance(23 * HOUR);
    await keep('again and again');
    await chat.clock.advance(15 * HOUR);
    await itsTurn(sha256);
    expect(await isThere(sha256)).toBe(true);
    await chat.clock.advance(15 * HOUR);
    await itsTurn(sha256);
    expect(await isThere(sha256)).toBe(false);
  });

  it('such as a calendar goes once the message with it has gone out', async () => {
    await chat.says('Quantri', '/nhaclich 19h30 ngày 5 hằng tháng Sinh hoạt chi bộ');
    await chat.presses('Quantri', 'Đúng, đặt lịch');
    await chat.says('An', '/lich tep');
    const [calendar] = chat.platform.posted.at(-1)?.message.files ?? [];
    const blob = calendar?.blob ?? '';
    expect(await isThere(blob)).toBe(true);
    await chat.clock.advance(25 * HOUR);
    await itsTurn(blob);
    expect(await isThere(blob)).toBe(false);
  });

  it('is removed when it is the turn of its shelf, and not with all others at one go', async () => {
    const kept = await Promise.all(Array.from({ length: 40 }, (_, n) => keep(`number ${n}`)));
    const left = async () => {
      const there = await Promise.all(kept.map(({ sha256 }) => isThere(sha256)));
      return there.filter(Boolean).length;
    };
    await chat.clock.advance(25 * HOUR);
    await chat.bot.ticker.tick();
    expect(await left()).toBeGreaterThan(30);
    for (const { sha256 } of kept) await itsTurn(sha256);
    expect(await left()).toBe(0);
  });
});

describe('a file stays', () => {
  it('as long as a report or a material names it', async () => {
    const picture = { name: 'ví.jpg', content: 'picture' };
    await chat.says('An', `/viectot ${DEED}`, { file: picture });
    await chat.says('Quantri', '/chuyende tháng 1: Học tập Di chúc');
    await chat.says('Quantri', '/tailieu CD1', { file: { name: 'Di chúc.pdf', content: '%PDF' } });
    const blobs = [(await keep('picture')).sha256, (await keep('%PDF')).sha256];
    await chat.clock.advance(30 * 24 * HOUR);
    for (const blob of blobs) await itsTurn(blob);
    expect(await Promise.all(blobs.map(isThere))).toEqual([true, true]);
  });

  it('as long as a message names it that is still to be sent', async () => {
    const waiting = await keep('in the outbox');
    const late = await keep('for when it is late');
    const answer = await keep('in an answer');
    const dueAt = chat.clock.now().add({ hours: 72 });
    const message = { text: markup('Đây'), files: [file(waiting.sha256)] };
    const lateMessage = { text: markup('Muộn'), files: [file(late.sha256)] };
    const entry = { key: 'k', platform: 'memory', target: { channel: 'nhom' }, lane: 1, dueAt } as const;
    await enqueue(chat.app.db, { ...entry, message, lateMessage }, chat.app.newId);
    await chat.app.db
      .updateTable('inbox')
      .set({ reply: JSON.stringify({ text: { markup: 'x' }, files: [file(answer.sha256)] }) })
      .where('seq', '=', 1)
      .execute();
    const all = [waiting, late, answer].map(({ sha256 }) => sha256);
    expect(await namedByMessages(chat.app.db)).toEqual(new Set(all));
    await chat.clock.advance(25 * HOUR);
    for (const blob of all) await itsTurn(blob);
    expect(await Promise.all(all.map(isThere))).toEqual([true, true, true]);
  });
});

it('every column that names a file is asked, by an index', async () => {
  const { db } = chat.app;
  const { rows: columns } = await sql<{ name: string }>`
    select tables.name from sqlite_schema as tables, pragma_table_info(tables.name) as columns
    where tables.type = 'table' and columns.name = 'blob' order by 1`.execute(db);
  const store = readFileSync('src/features/files/named-blob-store.ts', 'utf8');
  const asked = [...store.matchAll(/selectFrom\('(\w+)'\)\s*\.select\('blob'\)/g)].map(([, table]) => table);
  expect(asked.toSorted()).toEqual(columns.map(({ name }) => name));
  expect(await plansOf((db) => namedByRecords(db, ['00']))).not.toMatch(
    /SCAN (report_files|topic_materials)/,
  );
  expect(await plansOf(namedByMessages)).toMatch(
    /inbox USING INDEX inbox_with_files[\s\S]*outbox USING INDEX outbox_with_files/,
  );
});

function keep(text: string) {
  return chat.app.blobs.keep(Buffer.from(text));
}

async function isThere(sha256: string): Promise<boolean> {
  return (await chat.app.blobs.sizeOf(sha256)) !== undefined;
}

function file(blob: string) {
  return { name: 'a.pdf', mimeType: 'application/pdf', blob };
}

/** Lets time pass until it is the turn of the shelf on which a file lies, each having a minute of its own. */
async function itsTurn(sha256: string): Promise<void> {
  const minute = Math.floor(chat.clock.now().epochMilliseconds / 60_000);
  const ahead = Number.parseInt(sha256.slice(0, 2), 16) - (minute % SHELVES);
  await chat.clock.advance(((ahead + SHELVES) % SHELVES) * 60_000);
  await chat.bot.ticker.tick();
}

/** How SQLite goes about the statements of some work. */
async function plansOf(work: (db: Database) => Promise<unknown>): Promise<string> {
  const details: unknown[] = [];
  const explaining: KyselyPlugin = {
    transformQuery: ({ node }) =>
      node.kind === 'RawNode'
        ? {
            ...node,
            sqlFragments: [`explain query plan ${node.sqlFragments[0]}`, ...node.sqlFragments.slice(1)],
          }
        : node.kind === 'SelectQueryNode'
          ? { ...node, explain: ExplainNode.create(undefined, sql`query plan`.toOperationNode()) }
          : node,
    transformResult: async ({ result }) => {
      details.push(...result.rows.map((row) => row['detail']));
      return { ...result, rows: [] };
    },
  };
  await work(chat.app.db.withPlugin(explaining));
  return details.join('\n');
}
