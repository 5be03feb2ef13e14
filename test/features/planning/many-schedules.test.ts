import { sql } from 'kysely';
import { Temporal } from 'temporal-polyfill';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { schedulesToPlan } from '../../../src/features/sessions/due-schedule-store.ts';
import { sessionsToAsk, sessionsToCheck } from '../../../src/features/sessions/due-session-store.ts';
import {
  dueReminders,
  reviveMissed,
  unitsWithMissed,
} from '../../../src/features/sessions/reminder-store.ts';
import type { Database } from '../../../src/storage/database.ts';
import { leastWork } from '../../support/growth.ts';
import { insertManySchedules } from '../../support/many-schedules.ts';
import { howMany } from '../../support/soak.ts';
import { startLinkedChat, type TestChat } from '../../support/start-test-chat.ts';

let chat: TestChat;

describe('a unit with 500 schedules', () => {
  beforeEach(async () => {
    chat = await startLinkedChat();
    await fill(500, '2026-02-05T12:30:00.000Z');
  });

  it('has a short calendar', async () => {
    expect((await chat.says('An', '/lich')).split('\n')).toHaveLength(4);
  });

  it('has a list in pages that says how many there are in all', async () => {
    const result = await chat.says('Quantri', '/dslich');
    expect(result).toContain('Lịch đang chạy: 500');
    expect(result).toContain('… và 470 mục nữa.');
    expect(result.length).toBeLessThan(4096);
    expect(await chat.presses('Quantri', 'Trang sau')).toContain('NL31 – ');
    expect(await chat.says('Quantri', '/dslich 17')).not.toContain('mục nữa');
  });

  it('is warned of a schedule on the hour of another, and still set', async () => {
    const result = await chat.says('Quantri', '/nhaclich 19h30 ngày 5/2 Họp chi đoàn');
    expect(result).toMatch(/⚠️ thứ Năm, 05\/02\/2026, 19 giờ 30 trùng hoặc sát giờ với NL\d+ – Sinh hoạt tổ/);
    expect(await chat.presses('Quantri', 'Đúng, đặt lịch')).toContain('✅ Đã đặt lịch');
  });

  it('is not warned where there is no other', async () => {
    expect(await chat.says('Quantri', '/nhaclich 8h ngày 7/2 Họp chi đoàn')).not.toContain('⚠️');
  });

  it.each(['/lich', '/dslich', '/nhaclich 19h30 ngày 5/2 Họp chi đoàn'])(
    'costs what is shown, not what exists: %s',
    async (line) => {
      const ask = () => leastWork(() => chat.says('Quantri', line));
      const many = await ask();
      chat = await startLinkedChat();
      await fill(62, '2026-02-05T12:30:00.000Z');
      // To look at each of eight times as many would be eight times the work.
      expect(many / (await ask())).toBeLessThan(3);
    },
  );
});

describe('a proposal', () => {
  beforeEach(async () => {
    chat = await startLinkedChat();
  });

  it('warns of a reminder that is longer than the time between two sessions', async () => {
    expect(await chat.says('Quantri', '/nhaclich 19h30 thứ sáu hằng tuần Họp tổ, trước 10 ngày')).toContain(
      'Lưu ý: nhắc “trước 10 ngày” dài hơn khoảng cách giữa hai kỳ',
    );
    expect(
      await chat.says('Quantri', '/nhaclich 19h30 thứ sáu hằng tuần Họp tổ, trước 3 ngày'),
    ).not.toContain('Lưu ý');
  });

  it('warns of another schedule on the same hour also far ahead, when neither has a session yet', async () => {
    await chat.says('Quantri', '/nhaclich 8h ngày 19/5 hằng năm Lễ kỷ niệm');
    await chat.presses('Quantri', 'Đúng, đặt lịch');
    expect(await chat.says('Quantri', '/nhaclich 8h30 ngày 19 tháng 5 hằng năm Dâng hương')).toContain(
      'sát giờ với NL1',
    );
  });
});

const MANY = howMany({ usually: 10_000, soaking: 100_000 });

describe(`what is due among ${MANY} schedules`, () => {
  let db: Database;
  const now = Temporal.Instant.from('2026-01-14T01:00:00Z');

  beforeAll(async () => {
    chat = await startLinkedChat();
    await fill(MANY, '2026-02-05T12:30:00.000Z');
    ({ db } = chat.app);
  });

  afterAll(() => chat.stop());

  /** How SQLite goes about a query, in its own words; the query is the one that the store sends. */
  const planOf = async (work: (db: Database) => Promise<unknown>): Promise<string> => {
    const sent: { sql: string; parameters: readonly unknown[] }[] = [];
    const watched = db.withPlugin({
      transformQuery: ({ node }) => node,
      transformResult: ({ result }) => Promise.resolve(result),
    });
    const executor = watched.getExecutor();
    const compile = executor.compileQuery.bind(executor);
    executor.compileQuery = (node, queryId) => {
      const compiled = compile(node, queryId);
      sent.push(compiled);
      return compiled;
    };
    await work(watched);
    const plans = [];
    for (const { sql: text, parameters } of sent) {
      const bound = text
        .split('?')
        .map((part, index) => (index === 0 ? sql.raw(part) : sql`${parameters[index - 1]}${sql.raw(part)}`));
      const { rows } = await sql<{
        detail: string;
      }>`explain query plan ${sql.join(bound, sql.raw(''))}`.execute(db);
      plans.push(...rows.map(({ detail }) => detail));
    }
    return plans.join('\n');
  };

  it.each<[string, string, (db: Database) => Promise<unknown>]>([
    ['the reminders', 'reminders_due', (db) => dueReminders(db, now, 200)],
    ['the reminders given up', 'reminders_due', (db) => unitsWithMissed(db, now, 200)],
    ['the reminders taken up again', 'reminders_missed', (db) => reviveMissed(db, now)],
    ['the schedules to plan', 'schedules_to_plan', (db) => schedulesToPlan(db, now, 200)],
    ['the sessions to ask about', 'sessions_to_ask', (db) => sessionsToAsk(db, now, 100)],
    ['the sessions on days off', 'sessions_to_check', (db) => sessionsToCheck(db, now, 100)],
  ])('is found by index: %s', async (_, index, work) => {
    const plan = await planOf(work);
    expect(plan).toContain(index);
    expect(plan).not.toMatch(/^SCAN (?!.*USING (COVERING )?INDEX)/m);
  });

  it('costs what is due, not what exists', async () => {
    const due = async (moment: string) => {
      const find = () => dueReminders(db, Temporal.Instant.from(moment), 200);
      const work = await leastWork(async () => {
        for (let times = 0; times < 50; times += 1) await find();
      });
      return { count: (await find()).length, work };
    };
    const [nothing, few] = ['2026-01-14T01:00:00Z', '2026-02-02T12:40:00Z'];
    const among = { nothing: await due(nothing), few: await due(few) };
    await chat.stop();
    chat = await startLinkedChat();
    await fill(MANY / 100, '2026-02-05T12:30:00.000Z');
    ({ db } = chat.app);
    const alone = { nothing: await due(nothing), few: await due(few) };
    expect([among.nothing.count, among.few.count, alone.few.count]).toEqual([0, 10, 10]);
    // To look at each of a hundred times as many would be a hundred times the work.
    expect(among.nothing.work / alone.nothing.work).toBeLessThan(5);
    expect(among.few.work / alone.few.work).toBeLessThan(5);
  });
});

async function fill(count: number, first: string): Promise<void> {
  const { db } = chat.app;
  const unit = await db.selectFrom('units').select(['id', 'created_by']).executeTakeFirstOrThrow();
  await insertManySchedules(db, { unitId: unit.id, personId: unit.created_by, count, first });
}
