import { describe, expect, it } from 'vitest';
import { liveUntil } from '../../support/live-until.ts';
import { startLinkedChat, type TestChat } from '../../support/start-test-chat.ts';

describe('a reminder that was released, and waits again as if it had not been', () => {
  it('is not posted a second time', async () => {
    const chat = await start();
    await liveUntil(chat, '2026-01-15T07:31');
    expect(reminders(chat)).toHaveLength(1);
    await putBack(chat);
    await liveUntil(chat, '2026-01-15T08:00');
    expect(reminders(chat)).toHaveLength(1);
  });

  it('is posted once where it had not gone out yet', async () => {
    const chat = await start();
    chat.platform.failures.push(...Array<'unavailable'>(50).fill('unavailable'));
    await liveUntil(chat, '2026-01-15T07:31');
    expect(reminders(chat)).toEqual([]);
    chat.platform.failures.length = 0;
    await putBack(chat);
    await liveUntil(chat, '2026-01-15T08:00');
    expect(reminders(chat)).toHaveLength(1);
  });
});

async function start(): Promise<TestChat> {
  const chat = await startLinkedChat();
  await chat.says('Quantri', '/nhaclich 19h30 thứ sáu hằng tuần Sinh hoạt chi bộ, trước 1 ngày');
  await chat.presses('Quantri', 'Đúng, đặt lịch');
  return chat;
}

/** Loses the mark of the release; what was put into the outbox is still there. */
async function putBack(chat: TestChat): Promise<void> {
  const { numUpdatedRows } = await chat.app.db
    .updateTable('reminders')
    .set({ state: 'waiting' })
    .where('state', '=', 'released')
    .executeTakeFirstOrThrow();
  expect(numUpdatedRows).toBe(1n);
}

function reminders(chat: TestChat): string[] {
  return chat.posts().filter((text) => text.startsWith('🔔'));
}
