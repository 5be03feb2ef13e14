import { afterEach, describe, expect, it } from 'vitest';
import type { TestChat } from '../../support/start-test-chat.ts';
import {
  at,
  opensPrivateChat,
  pressesPrivately,
  privately,
  SESSION,
  startWithReminder,
  startWithSession,
  withButton,
} from './attendance-chat.ts';

const WENT = /Buổi SH1 – Sinh hoạt chi bộ, .* đã tổ chức chưa/;
const AN_HOUR_LATER = '2026-01-20T20:30:00+07:00';

describe('after a session', () => {
  let chat: TestChat;
  afterEach(() => chat.stop());

  const asked = (channel: string) => chat.posts(channel).filter((text) => WENT.test(text)).length;

  it('the administrators are asked once, in private, an hour after it began', async () => {
    chat = await startWithReminder();
    await opensPrivateChat(chat, 'Quantri');
    await chat.presses('An', 'Dự');
    await at(chat, SESSION);
    await at(chat, '2026-01-20T20:29:00+07:00');
    expect(asked('quantri')).toBe(0);
    await at(chat, AN_HOUR_LATER);
    expect(asked('quantri')).toBe(1);
    expect(chat.posts('quantri').at(-1)).toMatch(/Đã báo dự: 1; vắng có lý do: 0\.$/);
    expect(asked('nhom')).toBe(0);
    await chat.pass(120);
    await at(chat, '2026-01-22T08:00:00+07:00');
    expect(asked('quantri')).toBe(1);
  });

  it('the group is asked where no administrator can be written to, and only they may answer', async () => {
    chat = await startWithReminder();
    await at(chat, SESSION);
    await at(chat, AN_HOUR_LATER);
    expect(asked('nhom')).toBe(1);
    expect(await chat.presses('An', 'Đã tổ chức')).toBe('Lệnh này dành cho quản trị viên.');
    expect(await chat.presses('Quantri', 'Đã tổ chức')).toMatch(
      /✅ Đã ghi buổi SH1[\s\S]*Bao nhiêu người dự\?/,
    );
  });

  it('nobody is asked at night, but the morning after', async () => {
    chat = await startWithSession('/nhaclich 20h ngày 20/1 Sinh hoạt chi bộ, trước 2 tiếng');
    await opensPrivateChat(chat, 'Quantri');
    await at(chat, '2026-01-20T21:00:00+07:00');
    await at(chat, '2026-01-21T06:29:00+07:00');
    expect(asked('quantri')).toBe(0);
    await at(chat, '2026-01-21T07:00:00+07:00');
    expect(asked('quantri')).toBe(1);
  });

  it('nobody is asked in the quiet hours that the unit has chosen', async () => {
    chat = await startWithSession('/nhaclich 11h30 ngày 20/1 Sinh hoạt chi bộ, trước 2 tiếng');
    await chat.says('Quantri', '/gioyenlang 12h-14h');
    await opensPrivateChat(chat, 'Quantri');
    await at(chat, '2026-01-20T12:30:00+07:00');
    await at(chat, '2026-01-20T13:59:00+07:00');
    expect(asked('quantri')).toBe(0);
    await at(chat, '2026-01-20T14:30:00+07:00');
    expect(asked('quantri')).toBe(1);
  });

  it('of which the figures are known already, nobody is asked', async () => {
    chat = await startWithReminder();
    await opensPrivateChat(chat, 'Quantri');
    await at(chat, SESSION);
    await chat.says('Quantri', '/sinhhoat 18/21');
    await at(chat, AN_HOUR_LATER);
    expect(asked('quantri')).toBe(0);
  });

  it('that was cancelled, nobody is asked', async () => {
    chat = await startWithSession();
    await chat.says('Quantri', '/huylich NL1');
    await at(chat, AN_HOUR_LATER);
    expect(asked('nhom')).toBe(0);
  });

  it('that nobody was reminded of, they are asked too', async () => {
    chat = await startWithSession('/nhaclich 19h30 ngày 20/1 Sinh hoạt chi bộ, không nhắc trước');
    await at(chat, AN_HOUR_LATER);
    expect(asked('nhom')).toBe(1);
  });

  it('that is long over when the bot comes back, nobody is asked', async () => {
    chat = await startWithReminder();
    await at(chat, '2026-02-10T08:00:00+07:00');
    expect(asked('nhom')).toBe(0);
  });

  it('one press and two answers record it, with the numbers that people gave to be pressed', async () => {
    chat = await startWithReminder();
    await opensPrivateChat(chat, 'Quantri');
    await chat.presses('An', 'Dự');
    await chat.presses('Binh', 'Dự');
    await at(chat, SESSION);
    await at(chat, AN_HOUR_LATER);
    await pressesPrivately(chat, 'Quantri', 'Đã tổ chức');
    expect(withButton(chat, 'quantri', '2')).toBeDefined();
    expect(await privately(chat, 'Quantri', '18/21, vắng có lý do 2')).toBe(
      '✅ Đã ghi buổi SH1 – Sinh hoạt chi bộ, thứ Ba, 20/01/2026, 19 giờ 30\nDự 18/21 (85,7%)\nVắng có lý do: 2',
    );
    expect(await pressesPrivately(chat, 'Quantri', 'Ghi kết quả')).toMatch(/^Kết quả trong một dòng là gì/);
    expect(await privately(chat, 'Quantri', 'x'.repeat(301))).toMatch(/nhiều nhất là 300/);
    expect(await privately(chat, 'Quantri', 'Thống nhất chỉ tiêu quý II')).toMatch(
      /Dự 18\/21 \(85,7%\)[\s\S]*Kết quả: Thống nhất chỉ tiêu quý II$/,
    );
  });

  it('the question for the number may be skipped', async () => {
    chat = await startWithReminder();
    await opensPrivateChat(chat, 'Quantri');
    await at(chat, SESSION);
    await at(chat, AN_HOUR_LATER);
    await pressesPrivately(chat, 'Quantri', 'Đã tổ chức');
    expect(await pressesPrivately(chat, 'Quantri', 'Bỏ qua')).toMatch(/^✅ Đã ghi buổi SH1 [^\n]*$/);
  });

  it('it can have been put off, or not taken place', async () => {
    chat = await startWithReminder();
    await opensPrivateChat(chat, 'Quantri');
    await at(chat, SESSION);
    await at(chat, AN_HOUR_LATER);
    const question = withButton(chat, 'quantri', 'Hoãn')?.message;
    expect(question?.buttons?.flat().map(({ label }) => label)).toEqual([
      'Đã tổ chức',
      'Hoãn',
      'Không tổ chức',
    ]);
    expect(await pressesPrivately(chat, 'Quantri', 'Hoãn')).toMatch(
      /^Đã ghi: buổi SH1 – .* hoãn\.\nKhi có ngày mới/,
    );
    expect(await privately(chat, 'Quantri', '/sinhhoat SH1 không tổ chức vì mưa bão')).toMatch(
      /^Đã ghi: buổi SH1 – .* không tổ chức\.\nGhi chú: vì mưa bão$/,
    );
    expect(await privately(chat, 'Quantri', '/sinhhoat SH1 18/21')).not.toContain('mưa bão');
  });
});
