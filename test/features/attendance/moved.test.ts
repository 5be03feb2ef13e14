import { afterEach, describe, expect, it } from 'vitest';
import type { TestChat } from '../../support/start-test-chat.ts';
import { at, opensPrivateChat, reminder, startWithReminder, withButton } from './attendance-chat.ts';

describe('a session that is moved', () => {
  let chat: TestChat;
  afterEach(() => chat.stop());

  it('keeps its answers and its buttons, and is asked about after its new time', async () => {
    chat = await startWithReminder();
    await opensPrivateChat(chat, 'Quantri');
    await chat.presses('An', 'Dự');
    await chat.says('Quantri', '/doilich SH1 19h30 ngày 25/1');
    await chat.pass(1);
    expect(reminder(chat)).toContain('25/01/2026');
    expect(reminder(chat)).toContain('Báo dự: 1');
    expect(withButton(chat, 'nhom', 'Dự')).toBeDefined();
    const asked = () => chat.posts('quantri').filter((text) => text.includes('đã tổ chức chưa')).length;
    await at(chat, '2026-01-21T08:00:00+07:00');
    expect(asked()).toBe(0);
    expect(await chat.says('Binh', '/dd vắng')).toContain('25/01/2026');
    await at(chat, '2026-01-25T20:30:00+07:00');
    expect(asked()).toBe(1);
  });
});
