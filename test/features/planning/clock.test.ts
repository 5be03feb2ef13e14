import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import { describe, expect, it } from 'vitest';
import { createBot } from '../../../src/bot.ts';
import { MemoryPlatform } from '../../../src/platforms/memory/memory-platform.ts';
import { toPlain } from '../../../src/texts/markup.ts';
import { liveUntil } from '../../support/live-until.ts';
import { howMany } from '../../support/soak.ts';
import { startLinkedChat, type TestChat } from '../../support/start-test-chat.ts';

const HOUR = 3_600_000;
const YEAR = 365 * 24 * HOUR;

const WEEKLY = '/nhaclich 19h30 thứ sáu hằng tuần Sinh hoạt chi bộ, trước 1 ngày và 2 tiếng';

describe('a clock that jumps', () => {
  it('an hour forward over a reminder: it comes, and says that it is late', async () => {
    const chat = await start(WEEKLY);
    await liveUntil(chat, '2026-01-15T07:00');
    await jump(chat, HOUR);
    expect(reminders(chat)).toEqual([
      '🔔 Nhắc muộn vì hệ thống tạm ngừng: Sinh hoạt chi bộ\nThời gian: thứ Sáu, 16/01/2026, 19 giờ 30',
    ]);
  });

  it('an hour back after a reminder: it does not come again', async () => {
    const chat = await start(WEEKLY);
    await liveUntil(chat, '2026-01-15T08:00');
    await jump(chat, -HOUR);
    await liveUntil(chat, '2026-01-15T12:00');
    expect(reminders(chat)).toHaveLength(1);
  });

  it('a year forward: one message tells of all that was missed, and the next session is reminded of', async () => {
    const chat = await start(WEEKLY);
    await chat.says('Quantri', '/nhaclich 7h30 hằng ngày Chào cờ, nhắc trước 15 phút');
    await chat.presses('Quantri', 'Đúng, đặt lịch');
    const before = chat.platform.posted.length;
    await jump(chat, YEAR);
    const said = chat.posts().slice(before);
    expect(said.filter((text) => text.includes('không nhắc được'))).toHaveLength(1);
    expect(said.find((text) => text.includes('không nhắc được'))).toMatch(/không nhắc được 41\d buổi: .*; …/);
    // Beside it: two late reminders, and the questions how the sessions of the last days went.
    expect(said.filter((text) => !text.includes('đã tổ chức chưa'))).toHaveLength(3);
    await liveUntil(chat, '2027-01-16T00:00');
    expect(reminders(chat).some((text) => text.includes('15/01/2027'))).toBe(true);
  });

  it('a year forward by mistake, and back: what is really to come is reminded of, once', async () => {
    const chat = await start(WEEKLY);
    await jump(chat, YEAR);
    await jump(chat, -YEAR);
    await liveUntil(chat, '2026-02-01T00:00');
    const soon = reminders(chat).filter((text) => text.includes('Còn 2 giờ nữa'));
    expect(soon).toHaveLength(3);
    expect(new Set(soon).size).toBe(3);
  });

  it('back while a message waits to be tried again: it does not wait for the clock to catch up', async () => {
    const chat = await start(WEEKLY);
    chat.platform.failures.push('unavailable', 'unavailable');
    await liveUntil(chat, '2026-01-15T07:30');
    await jump(chat, -YEAR);
    await jump(chat, 60_000);
    await jump(chat, 600_000);
    expect(reminders(chat)).toHaveLength(1);
  });

  it('however it jumps, no reminder of a session is posted twice', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.constantFrom(-24 * HOUR, -HOUR, HOUR, 2 * HOUR, 12 * HOUR, 24 * HOUR, 48 * HOUR), {
          minLength: 5,
          maxLength: 25,
        }),
        async (jumps) => {
          const chat = await start(WEEKLY);
          for (const each of jumps) await jump(chat, each);
          const posted = reminders(chat).map((text) => text.replace('Nhắc muộn vì hệ thống tạm ngừng: ', ''));
          // The same session is told of the day before and two hours before; late, both read alike.
          for (const text of new Set(posted))
            expect(posted.filter((other) => other === text).length).toBeLessThanOrEqual(2);
          const { states } = await chat.app.db
            .selectFrom('outbox')
            .select((select) => select.fn.count<number>('key').as('states'))
            .where('key', 'like', 'reminder:%')
            .executeTakeFirstOrThrow();
          expect(posted).toHaveLength(Number(states));
          await chat.stop();
        },
      ),
      { numRuns: howMany({ usually: 8, soaking: 100 }) },
    );
  });
});

describe('a zone whose rules change', () => {
  it('leaves sessions and reminders at their hour on the wall', async () => {
    const chat = await start('/nhaclich 19h30 ngày 5 hằng tháng Sinh hoạt chi bộ, trước 2 tiếng');
    await chat.says('Quantri', '/nhaclich 8h ngày 7/2 Họp chi đoàn, trước 1 tiếng');
    await chat.presses('Quantri', 'Đúng, đặt lịch');
    await chat.says('Quantri', '/doilich SH2 9h ngày 8/2');
    // As they would have been kept by a program that believes the zone to be an hour further east.
    for (const table of ['sessions', 'reminders'] as const) {
      const column = table === 'sessions' ? 'starts_at' : 'due_at';
      const rows = await chat.app.db
        .selectFrom(table)
        .select(['id', `${column} as at`])
        .execute();
      for (const { id, at } of rows)
        await chat.app.db
          .updateTable(table)
          .set({
            [column]: Temporal.Instant.from(at)
              .subtract({ hours: 1 })
              .toString({ fractionalSecondDigits: 3 }),
          })
          .where('id', '=', id)
          .execute();
    }
    const platform = new MemoryPlatform();
    const bot = createBot(chat.app, [platform], false);
    const restarted: TestChat = { ...chat, bot, platform, settle: () => bot.sender.drain() };
    await liveUntil(restarted, '2026-02-05T17:29');
    expect(platform.posted).toEqual([]);
    await liveUntil(restarted, '2026-02-05T17:31');
    expect(platform.posted.map(({ message }) => toPlain(message.text))).toEqual([
      '🔔 Còn 2 giờ nữa: Sinh hoạt chi bộ\nThời gian: 19 giờ 30, thứ Năm, 05/02/2026',
    ]);
    await liveUntil(restarted, '2026-02-08T08:01');
    expect(toPlain(platform.posted.at(-1)?.message.text ?? { markup: '' })).toContain(
      '🔔 Còn 1 giờ nữa: Họp chi đoàn',
    );
  });
});

describe('daylight saving', () => {
  it('leaves a session at its hour on the wall, in winter and in summer', async () => {
    const chat = await startLinkedChat({
      env: { DEFAULT_TIME_ZONE: 'Europe/Berlin' },
      now: '2026-03-01T08:00:00Z',
    });
    await chat.says('Quantri', '/nhaclich 19h30 thứ sáu hằng tuần Sinh hoạt chi bộ, trước 2 tiếng');
    await chat.presses('Quantri', 'Đúng, đặt lịch');
    await liveUntil(chat, '2026-04-12T00:00');
    const dues = await chat.app.db
      .selectFrom('reminders')
      .select('due_at')
      .orderBy('due_at')
      .limit(6)
      .execute();
    expect(dues.map(({ due_at }) => due_at.slice(11, 16))).toEqual([
      ...['16:30', '16:30', '16:30', '16:30'],
      ...['15:30', '15:30'],
    ]);
  });
});

async function start(line: string): Promise<TestChat> {
  const chat = await startLinkedChat();
  await chat.says('Quantri', line);
  await chat.presses('Quantri', 'Đúng, đặt lịch');
  return chat;
}

async function jump(chat: TestChat, milliseconds: number): Promise<void> {
  await chat.clock.advance(milliseconds);
  await tick(chat);
}

async function tick(chat: TestChat): Promise<void> {
  await chat.bot.ticker.tick();
  await chat.settle();
}

function reminders(chat: TestChat): string[] {
  return chat.posts().filter((text) => text.startsWith('🔔'));
}
