import { Temporal } from 'temporal-polyfill';
import { afterEach, describe, expect, it } from 'vitest';
import { attendanceBetween } from '../../../src/features/attendance/attendance-between.ts';
import { attendanceOf } from '../../../src/features/attendance/attendance-of.ts';
import type { TestChat } from '../../support/start-test-chat.ts';
import { at, SESSION, startWithReminder, startWithSession } from './attendance-chat.ts';

const from = Temporal.Instant.from('2026-01-01T00:00:00+07:00');
const to = Temporal.Instant.from('2026-02-01T00:00:00+07:00');

describe('the figures of attendance', () => {
  let chat: TestChat;
  afterEach(() => chat.stop());

  const unitId = async () =>
    (await chat.app.db.selectFrom('units').select('id').executeTakeFirstOrThrow()).id;
  const between = async () => attendanceBetween(chat.app, await unitId(), from, to);
  const monthLine = async () =>
    (await chat.says('Quantri', '/thang 1/2026')).split('\n').find((line) => line.includes('Sinh hoạt:'));

  it('say nothing where nothing was held', async () => {
    chat = await startWithReminder();
    await chat.presses('An', 'Dự');
    await at(chat, SESSION);
    expect(await between()).toMatchObject({ held: 0, rate: undefined, visits: undefined });
    expect(await monthLine()).toBeUndefined();
    await chat.says('Quantri', '/sinhhoat SH1 hoãn');
    expect(await monthLine()).toBeUndefined();
  });

  it('stand in the summary of the month, with the session behind them', async () => {
    chat = await startWithReminder();
    await at(chat, SESSION);
    await chat.says('Quantri', '/sinhhoat 212/221, 431 lượt');
    expect(await between()).toEqual({
      held: 1,
      present: 212,
      expected: 221,
      counted: 1,
      rate: 95.9,
      visits: 431,
      codes: ['SH1'],
    });
    expect(await monthLine()).toBe('• Sinh hoạt: 1 buổi; dự 212/221 (95,9%); 431 lượt người [SH1]');
  });

  it('count only sessions with both numbers into the rate, and visits never into people', async () => {
    chat = await startWithSession('/nhaclich 19h30 thứ ba hằng tuần Sinh hoạt chi bộ, trước 1 ngày');
    await at(chat, '2026-01-27T20:00:00+07:00');
    await chat.says('Quantri', '/sinhhoat SH1 18/21, 100 lượt');
    await chat.says('Quantri', '/sinhhoat SH2 20 người');
    expect(await between()).toMatchObject({ held: 2, present: 18, expected: 21, counted: 1, visits: 100 });
    await chat.says('Quantri', '/sinhhoat SH2 20/21');
    expect(await monthLine()).toBe(
      '• Sinh hoạt: 2 buổi; cộng các buổi dự 38/42 (90,5%); 100 lượt người [SH1, SH2]',
    );
  });

  it('of one person can be found, with what they said and why', async () => {
    chat = await startWithReminder();
    await chat.says('An', '/diemdanh vắng đi công tác');
    const { personId } = await chat.app.db
      .selectFrom('accounts')
      .select('person_id as personId')
      .where('external_id', '=', 'an')
      .executeTakeFirstOrThrow();
    const [record, ...others] = await attendanceOf(chat.app, personId);
    expect(others).toEqual([]);
    expect(record).toMatchObject({
      session: 'SH1',
      title: 'Sinh hoạt chi bộ',
      answer: 'excused',
      reason: 'đi công tác',
      came: undefined,
    });
  });
});
