import { afterEach, describe, expect, it } from 'vitest';
import type { TestChat } from '../../support/start-test-chat.ts';
import {
  at,
  opensPrivateChat,
  privately,
  reminder,
  startWithReminder,
  withButton,
} from './attendance-chat.ts';

const ANEW = 'Đã đổi ngày: 1 người trả lời cho ngày khác, không tính cho ngày này. Mời trả lời lại.';

describe('a session that is moved', () => {
  let chat: TestChat;
  afterEach(() => chat.stop());

  it('keeps its buttons, and is asked about after its new time', async () => {
    chat = await startWithReminder();
    await opensPrivateChat(chat, 'Quantri');
    await chat.presses('An', 'Dự');
    await chat.says('Quantri', '/doilich SH1 19h30 ngày 25/1');
    await chat.pass(1);
    expect(reminder(chat)).toContain('25/01/2026');
    expect(withButton(chat, 'nhom', 'Dự')).toBeDefined();
    const asked = () => chat.posts('quantri').filter((text) => text.includes('đã tổ chức chưa')).length;
    await at(chat, '2026-01-21T08:00:00+07:00');
    expect(asked()).toBe(0);
    expect(await chat.says('Binh', '/dd vắng')).toContain('25/01/2026');
    await at(chat, '2026-01-25T20:30:00+07:00');
    expect(asked()).toBe(1);
  });

  it('to another day starts with no answers, says so and asks again', async () => {
    chat = await startWithReminder();
    await opensPrivateChat(chat, 'Quantri');
    await opensPrivateChat(chat, 'An');
    await chat.presses('An', 'Dự');
    expect(await privately(chat, 'Quantri', '/doilich SH1 19h30 ngày 25/1')).toContain(ANEW);
    expect(reminder(chat)).toContain(ANEW);
    expect(reminder(chat)).not.toContain('Báo dự');
    expect(chat.posts().at(-1)).toContain(ANEW);
    expect(await privately(chat, 'Quantri', '/diemdanh SH1')).not.toContain('Báo dự');
    await chat.presses('Binh', 'Vắng có lý do');
    await chat.pass(1);
    expect(reminder(chat)).toContain('Báo dự: 0 · vắng có lý do: 1 · chưa chắc: 0');
    expect(reminder(chat)).toContain(ANEW);
    await at(chat, '2026-01-22T07:30:00+07:00');
    await at(chat, '2026-01-25T09:00:00+07:00');
    expect(chat.posts('an').at(-1)).toContain('Đây là lần hỏi riêng duy nhất cho buổi này.');
    expect(await chat.presses('An', 'Chưa chắc')).toContain('25/01/2026');
    await chat.pass(1);
    expect(reminder(chat)).not.toContain('Đã đổi ngày');
    await at(chat, '2026-01-25T20:30:00+07:00');
    expect(chat.posts('quantri').at(-1)).toContain('Đã báo dự: 0; vắng có lý do: 1.');
  });

  it.each([
    ['a move back', '/doilich SH1 19h30 ngày 25/1', '/doilich SH1 19h30 ngày 20/1'],
    ['a series that goes back', '/sualich NL1 19h30 ngày 25/1', '/sualich NL1 19h30 ngày 20/1'],
  ])('and then by %s where it was has its old answers again', async (_how, away, back) => {
    chat = await startWithReminder();
    await chat.presses('An', 'Dự');
    await chat.presses('Binh', 'Chưa chắc');
    await says(away);
    await chat.presses('Binh', 'Dự');
    await chat.pass(1);
    expect(reminder(chat)).toContain('Báo dự: 1 · vắng có lý do: 0 · chưa chắc: 0');
    await says(back);
    expect(reminder(chat)).toContain('Báo dự: 1 · vắng có lý do: 0 · chưa chắc: 1');
    expect(reminder(chat)).not.toContain('Đã đổi ngày');
  });

  it('to another hour of its day keeps its answers', async () => {
    chat = await startWithReminder();
    await chat.presses('An', 'Dự');
    await chat.says('Quantri', '/doilich SH1 20h');
    expect(reminder(chat)).toContain('Báo dự: 1');
    expect(reminder(chat)).not.toContain('Đã đổi ngày');
  });

  const says = async (line: string) => {
    await chat.says('Quantri', line);
    if (line.startsWith('/sualich')) await chat.presses('Quantri', 'Đúng, sửa lịch');
  };
});
