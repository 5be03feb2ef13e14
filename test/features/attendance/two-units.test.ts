import { expect, it } from 'vitest';
import { startLinkedChat } from '../../support/start-test-chat.ts';

const SESSION = '/nhaclich 19h30 ngày 20/1 Sinh hoạt chi bộ, trước 3 ngày';
const PRIVATELY = { privately: true } as const;

it('a person of two units is told which one a private message is about that nobody asked for', async () => {
  const chat = await startInTwo();
  await chat.says('An', '/lich', PRIVATELY);
  const before = chat.posts('an').length;
  await chat.sleepThrough(6 * 24 * 60 + 600);
  const told = chat.posts('an').slice(before);
  expect(told.map((text) => text.split('\n').at(-1))).toContain('Đơn vị: Đoàn xã.');
});

it('a person of two units is asked of which the session is, and told which unit an answer is about', async () => {
  const chat = await startInTwo();
  const asked = await chat.says('An', '/diemdanh chưa chắc', PRIVATELY);
  expect(asked).toMatch(/SH1 – Sinh hoạt chi bộ.* – Đoàn xã/);
  expect(asked).toMatch(/SH1 – Sinh hoạt chi bộ.* – Chi bộ ấp 2/);
  const choices =
    chat.platform.posted
      .at(-1)
      ?.message.buttons?.flat()
      .map(({ line }) => line) ?? [];
  const first = choices.find((line) => line.endsWith('Chi bộ ấp 2')) ?? '';
  const told = await chat.says('An', first, PRIVATELY);
  expect(told).toContain('chưa chắc');
  expect(told).toContain('Đơn vị: Chi bộ ấp 2');
  const answered = await chat.app.db
    .selectFrom('attendance')
    .innerJoin('sessions', 'sessions.id', 'attendance.session_id')
    .innerJoin('units', 'units.id', 'sessions.unit_id')
    .select('units.name')
    .execute();
  expect(answered.map(({ name }) => name)).toEqual(['Chi bộ ấp 2']);

  expect(await chat.says('An', '/lich', PRIVATELY)).toContain('Đơn vị: Chi bộ ấp 2');
  await chat.says('An', '/chondonvi', PRIVATELY);
  expect(await chat.says('An', 'Đoàn xã', PRIVATELY)).toBe('Các việc tiếp theo ở đây là của Đoàn xã.');
  expect(await chat.says('An', '/lich', PRIVATELY)).toContain('Đơn vị: Đoàn xã');

  chat.platform.standings.set('nhom:an', 'stranger');
  await chat.clock.advance(61_000);
  expect(await chat.says('An', '/diemdanh dự', PRIVATELY)).not.toContain('Chi bộ ấp 2');
  expect(await chat.says('An', '/chondonvi Chi bộ ấp 2', PRIVATELY)).toContain('Chưa thấy đơn vị đó');
  await chat.stop();
});

/** Two units with a session each, and An in both. */
async function startInTwo() {
  const chat = await startLinkedChat();
  chat.platform.standings.set('nhom2:sep', 'administrator');
  await chat.says('Quantri', SESSION);
  await chat.presses('Quantri', 'Đúng, đặt lịch');
  await chat.saysIn('nhom2', 'Sep', '/lienket Đoàn xã');
  await chat.saysIn('nhom2', 'Sep', SESSION);
  await chat.saysIn('nhom2', 'Sep', '/datlich NL1');
  await chat.says('An', '/start');
  await chat.saysIn('nhom2', 'An', '/start');
  return chat;
}
