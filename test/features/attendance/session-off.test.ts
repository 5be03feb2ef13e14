import { afterEach, describe, expect, it } from 'vitest';
import type { TestChat } from '../../support/start-test-chat.ts';
import { at, SESSION, startWithReminder } from './attendance-chat.ts';

/** Every way in which a session is taken off. */
const OFF: readonly [how: string, line: string][] = [
  ['its schedule is cancelled', '/huylich NL1'],
  ['its schedule is stopped for a while', '/tamdung NL1'],
  ['it is cancelled', '/huybuoi SH1'],
  ['it is postponed', '/hoan SH1'],
];

/** Every way in which somebody says that they come, is seen there, or that it was held. */
const WAYS_IN: readonly [who: string, line: string][] = [
  ['An', '/diemdanh SH1'],
  ['An', '/diemdanh'],
  ['An', '/diemdanh SH1 vắng đi công tác'],
  ['An', '/diemdanh NL1 dự'],
  ['An', '/lydo SH1 đi công tác'],
  ['Quantri', '/diemdanh SH1 thêm Nguyễn Văn Bình'],
  ['Quantri', '/danhdau SH1 du'],
  ['Quantri', '/sinhhoat SH1 18/21'],
  ['Quantri', '/sinhhoat 18/21'],
  ['Quantri', '/sinhhoat SH1 đã tổ chức'],
  ['Quantri', '/ketqua SH1 Thống nhất ba việc'],
];

describe('a session that is off', () => {
  let chat: TestChat;
  afterEach(() => chat.stop());

  const recorded = async () => {
    const { db } = chat.app;
    const attendance = await db.selectFrom('attendance').selectAll().execute();
    const results = await db.selectFrom('session_results').selectAll().execute();
    return [...attendance, ...results];
  };

  it.each(OFF)(
    'because %s can neither be attended nor recorded as held, before or after its hour',
    async (_how, line) => {
      chat = await startWithReminder();
      await chat.says('Quantri', line);
      for (const hour of [undefined, SESSION, '2026-01-20T20:30:00+07:00', '2026-01-21T08:00:00+07:00']) {
        if (hour !== undefined) await at(chat, hour);
        for (const [who, words] of WAYS_IN) {
          expect(await chat.says(who, words), `${words} at ${hour}`).not.toMatch(/^(?:✅|Đã ghi)/);
          expect(await recorded(), words).toEqual([]);
        }
      }
      expect(await chat.says('Quantri', '/thang')).not.toContain('Sinh hoạt: ');
    },
  );

  it('is counted where its schedule was cancelled after it was held', async () => {
    chat = await startWithReminder();
    await at(chat, '2026-01-20T20:00:00+07:00');
    await chat.says('Quantri', '/huylich NL1');
    expect(await chat.says('Quantri', '/sinhhoat SH1 18/21')).toMatch(/^✅ Đã ghi buổi SH1/);
  });
});
