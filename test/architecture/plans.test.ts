import { CompiledQuery } from 'kysely';
import { expect, it } from 'vitest';
import { features } from '../../src/features/index.ts';
import { toPlain } from '../../src/texts/markup.ts';
import { fill } from '../../src/texts/translator.ts';
import { startTestChat, type TestChat } from '../support/start-test-chat.ts';

/** Tables that hold a few rows for the whole installation, however many units there are. */
const SMALL = new Set([
  'kysely_migration',
  'kysely_migration_lock',
  'sqlite_master',
  'pragma_table_info',
  'json_each',
]);
/** Indexes of what is still open: they grow with what waits, not with what was. */
const OF_WHAT_IS_OPEN =
  /USING (?:COVERING )?INDEX (?:inbox_new|attendance_changes|sessions_to_\w+|schedules_to_plan|attendance_\w+|reminders_\w+|outbox_(?:next|waiting|by_channel|sending))/;

/** The first by an index, and no more than that. */
const FIRST_OF_ALL = /^select "\w+" from "\w+" order by "\w+" limit 1$/;

/** What people may type, by the examples that help shows of every command. */
const EXAMPLES = features
  .flatMap(({ commands = [] }) => commands)
  .flatMap(({ example }) => toPlain(fill('vi', example)).split('\n'))
  .filter((line) => line.startsWith('/'));

it('every query of a message or a tick is found by an index', async () => {
  const statements = new Set<string>();
  const chat = await startTestChat({ onNewStatement: (sql) => void statements.add(sql) });
  // What brings the tables up to date runs once.
  statements.clear();
  await live(chat);
  const plans: Plan[] = [];
  for (const sql of [...statements].filter((sql) => /^(?:select|update|delete|insert|with)/i.test(sql)))
    plans.push(...(await planOf(chat, sql)));
  await chat.stop();
  expect(plans.filter(isScan)).toEqual([]);
  // What is ordered by an index costs what is taken of it, not what there is.
  expect(plans.filter(isSorted)).toEqual([]);
  expect(statements.size).toBeGreaterThan(150);
});

type Plan = { detail: string; sql: string };

async function planOf({ app }: TestChat, sql: string): Promise<Plan[]> {
  const query = CompiledQuery.raw(`explain query plan ${sql}`, Array(count(sql)).fill('0'));
  const { rows } = await app.db.executeQuery<{ detail: string }>(query);
  return rows.map(({ detail }) => ({ detail, sql }));
}

function isScan({ detail, sql }: Plan): boolean {
  const [, table = ''] = /^SCAN (\w+)/.exec(detail) ?? [];
  return table !== '' && !SMALL.has(table) && !OF_WHAT_IS_OPEN.test(detail) && !FIRST_OF_ALL.test(sql);
}

function isSorted({ detail, sql }: Plan): boolean {
  return (
    /USE TEMP B-TREE FOR ORDER BY/.test(detail) && /^select [^(]* from "(?:outbox|inbox|reports)"/.test(sql)
  );
}

function count(sql: string): number {
  return sql.match(/\?/g)?.length ?? 0;
}

/** A unit does all that it can, and time passes. */
async function live(chat: TestChat): Promise<void> {
  await chat.says('Quantri', '/lienket Chi bộ ấp 2');
  await chat.says('Quantri', '/nhaclich 19h30 ngày 20 hằng tháng Sinh hoạt chi bộ, trước 3 ngày và 2 tiếng');
  await chat.presses('Quantri', 'Đúng, đặt lịch');
  await chat.says('An', '/viectot Chị Hiền tổ 7 nhặt được ví có 3,2 triệu, đã trả lại người mất');
  for (const privately of [false, true]) {
    for (const line of EXAMPLES) await chat.says('Quantri', line, { privately });
    for (let day = 0; day < 8; day += 1) await chat.sleepThrough(24 * 60);
  }
  await chat.says('Quantri', '/ketnoi', { privately: true });
}
