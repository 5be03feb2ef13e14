import { expect, it } from 'vitest';
import { allRows } from '../../support/all-rows.ts';
import { insertManySchedules } from '../../support/many-schedules.ts';
import { startLinkedChat } from '../../support/start-test-chat.ts';

it('one person founds no more than 20 units, and may still link groups to those', async () => {
  const chat = await startLinkedChat();
  for (let number = 2; number <= 21; number += 1)
    chat.platform.standings.set(`nhom${number}:quantri`, 'administrator');
  for (let number = 2; number <= 20; number += 1)
    expect(await chat.saysIn(`nhom${number}`, 'Quantri', `/lienket Chi bộ số ${number}`)).toContain('số');
  expect(await chat.saysIn('nhom21', 'Quantri', '/lienket Chi bộ số 21')).toContain('nhiều nhất 20 đơn vị');
  expect(await chat.saysIn('nhom21', 'Quantri', '/lienket Chi bộ số 20')).toContain('Chi bộ số 20');
  expect(await chat.app.db.selectFrom('units').select('id').execute()).toHaveLength(20);
  await chat.stop();
});

it('a unit has no more than 600 schedules with something to come', async () => {
  const chat = await startLinkedChat();
  const { id: unitId, created_by: personId } = await chat.app.db
    .selectFrom('units')
    .select(['id', 'created_by'])
    .executeTakeFirstOrThrow();
  await insertManySchedules(chat.app.db, { unitId, personId, count: 600, first: '2026-02-05T12:30:00Z' });
  expect(await chat.says('Quantri', '/nhaclich 8h ngày 7/2 Họp')).toContain('đã có 600 lịch');
  await chat.app.db.updateTable('schedules').set({ state: 'cancelled' }).where('number', '=', 1).execute();
  expect(await chat.says('Quantri', '/nhaclich 8h ngày 7/2 Họp')).not.toContain('đã có 600 lịch');
  await chat.stop();
});

it('a code that joins accounts is nowhere as it is shown: not where it is kept, in a button, or in what was said', async () => {
  const chat = await startLinkedChat();
  const shown = await chat.says('An', '/ketnoi', { privately: true });
  const code = /\d{4} \d{4}/.exec(shown)?.[0] ?? '';
  expect(code).toHaveLength(9);
  await chat.says('Quantri', `/ketnoi ${code}`, { privately: true });
  await chat.presses('Quantri', 'Đúng, kết nối', 'quantri');
  const buttons = chat.platform.posted.flatMap(({ message }) => message.buttons?.flat() ?? []);
  expect(buttons.some(({ line }) => line.endsWith(' dongy'))).toBe(true);
  const seen = JSON.stringify(buttons) + (await allRows(chat.app.db));
  expect(seen).not.toMatch(new RegExp(code.replace(' ', ' ?')));
  await chat.stop();
});
