import { afterEach, describe, expect, it } from 'vitest';
import type { TestChat } from '../../support/start-test-chat.ts';
import {
  at,
  FIRST_REMINDER,
  LAST_REMINDER,
  opensPrivateChat,
  pressesPrivately,
  reminder,
  SESSION,
  startWithReminder,
  startWithSession,
} from './attendance-chat.ts';

describe('those who have not answered', () => {
  let chat: TestChat;
  afterEach(() => chat.stop());

  const nudges = (name: string) => chat.posts(name).filter((text) => text.includes('Sắp đến buổi'));

  it('are asked once, in private, 80 % through the time from the first reminder', async () => {
    chat = await startWithSession('/nhaclich 17h30 ngày 20/1 Sinh hoạt chi bộ, trước 10 giờ');
    await opensPrivateChat(chat, 'An');
    await opensPrivateChat(chat, 'Binh');
    await chat.says('Chi', '/lich');
    await at(chat, '2026-01-20T07:30:00+07:00');
    await chat.presses('Binh', 'Dự');
    const before = chat.posts('nhom').length;
    await at(chat, '2026-01-20T15:29:00+07:00');
    expect(nudges('an')).toHaveLength(0);
    await at(chat, '2026-01-20T15:30:00+07:00');
    expect(nudges('an')).toEqual([
      'Sắp đến buổi SH1 – Sinh hoạt chi bộ, thứ Ba, 20/01/2026, 17 giờ 30. Xin cho biết có dự được không, để đơn vị chuẩn bị. Đây là lần hỏi riêng duy nhất cho buổi này.',
    ]);
    expect(nudges('binh')).toHaveLength(0);
    await chat.pass(30);
    expect(nudges('an')).toHaveLength(1);
    expect(chat.posts('nhom')).toHaveLength(before);
  });

  it('answer with the buttons there', async () => {
    chat = await startWithReminder();
    await opensPrivateChat(chat, 'An');
    await at(chat, '2026-01-20T07:00:00+07:00');
    expect(await pressesPrivately(chat, 'An', 'Vắng có lý do')).toMatch(
      /^Đã ghi: vắng có lý do\.\nLý do vắng là gì/,
    );
    await chat.says('An', 'con ốm', { privately: true });
    await at(chat, LAST_REMINDER);
    expect(reminder(chat)).toContain('vắng có lý do: 1');
    expect(reminder(chat)).not.toContain('ốm');
  });

  it('are not woken: a nudge of the night comes in the morning', async () => {
    chat = await startWithReminder();
    await opensPrivateChat(chat, 'An');
    await at(chat, '2026-01-20T02:45:00+07:00');
    expect(nudges('an')).toHaveLength(0);
    await at(chat, '2026-01-20T07:00:00+07:00');
    expect(nudges('an')).toHaveLength(1);
  });

  it('are not asked when the session was cancelled, or has begun by the time the bot is back', async () => {
    chat = await startWithReminder();
    await opensPrivateChat(chat, 'An');
    await at(chat, SESSION);
    expect(nudges('an')).toHaveLength(0);
    await chat.stop();
    chat = await startWithReminder();
    await opensPrivateChat(chat, 'An');
    await chat.says('Quantri', '/huylich NL1');
    await at(chat, '2026-01-20T07:00:00+07:00');
    expect(nudges('an')).toHaveLength(0);
  });

  it('of another unit are left in peace', async () => {
    chat = await startWithReminder();
    await opensPrivateChat(chat, 'An');
    chat.platform.standings.set('nhom2:quantri', 'administrator');
    await chat.saysIn('nhom2', 'Quantri', '/lienket Đoàn xã');
    await chat.saysIn('nhom2', 'An', '/lich');
    await at(chat, '2026-01-20T07:00:00+07:00');
    expect(nudges('an')).toHaveLength(0);
  });

  it('are never named in the group', async () => {
    chat = await startWithSession();
    for (const name of ['An', 'Binh', 'Chi']) await opensPrivateChat(chat, name);
    const before = chat.platform.posted.length;
    await at(chat, FIRST_REMINDER);
    await at(chat, '2026-01-20T07:00:00+07:00');
    await at(chat, LAST_REMINDER);
    await at(chat, SESSION);
    await at(chat, '2026-01-20T20:30:00+07:00');
    const said = chat.platform.posted.slice(before).filter(({ channel }) => channel === 'nhom');
    for (const { message } of said) expect(message.text.markup).not.toMatch(/An|Binh|Chi\b/);
  });
});
