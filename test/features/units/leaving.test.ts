import { describe, expect, it } from 'vitest';
import { tellUnreadable } from '../../../src/features/units/tell-undelivered.ts';
import { startLinkedChat, type TestChat } from '../../support/start-test-chat.ts';

const PRIVATELY = { privately: true };
const MINUTE = 61_000;
const HOUR = 3_600_000;
const COORDINATORS = 'Lệnh này dành cho người tổng hợp.';

describe('who has left the group', () => {
  it('is no coordinator and no administrator any more, in private either', async () => {
    const chat = await startWithRoles();
    expect(await chat.says('Cu', '/tuan', PRIVATELY)).toContain('BÁO CÁO TUẦN');
    expect(await chat.says('Ke', '/dslich', PRIVATELY)).toContain('Chưa có lịch nào');
    await leave(chat, 'Cu', 'Ke');
    expect(await chat.says('Cu', '/tuan', PRIVATELY)).toBe(COORDINATORS);
    expect(await chat.says('Ke', '/dslich', PRIVATELY)).toBe('Lệnh này dành cho quản trị viên.');
    expect(await chat.says('Cu', '/cuatoi', PRIVATELY)).toContain('Chưa biết đơn vị');
    expect(await chat.says('Cu', '/tuan')).toBe(COORDINATORS);
  });

  it('has the role again on coming back', async () => {
    const chat = await startWithRoles();
    await leave(chat, 'Cu');
    chat.platform.standings.set('nhom:cu', 'member');
    await chat.clock.advance(MINUTE);
    expect(await chat.says('Cu', '/tuan', PRIVATELY)).toContain('BÁO CÁO TUẦN');
  });

  it('keeps the role while still in another group of the unit', async () => {
    const chat = await startWithRoles();
    chat.platform.standings.set('nhom2:quantri', 'administrator');
    await chat.saysIn('nhom2', 'Quantri', '/lienket Chi bộ ấp 2');
    await leave(chat, 'Cu');
    expect(await chat.says('Cu', '/tuan', PRIVATELY)).toContain('BÁO CÁO TUẦN');
    chat.platform.standings.set('nhom2:cu', 'stranger');
    await chat.clock.advance(MINUTE);
    expect(await chat.says('Cu', '/tuan', PRIVATELY)).toBe(COORDINATORS);
  });

  it('gets no more of what the administrators are told in private: the group is told', async () => {
    const chat = await startWithRoles();
    await leave(chat, 'Quantri', 'Ke');
    await fail(chat);
    expect(chat.posts('quantri').filter(isAlarm)).toEqual([]);
    expect(chat.posts('ke').filter(isAlarm)).toEqual([]);
    expect(chat.posts('nhom').filter(isAlarm)).toHaveLength(1);
  });

  it('leaves the others to be told in private', async () => {
    const chat = await startWithRoles();
    await leave(chat, 'Quantri');
    await fail(chat);
    expect(chat.posts('quantri').filter(isAlarm)).toEqual([]);
    expect(chat.posts('ke').filter(isAlarm)).toHaveLength(1);
  });
});

describe('while the platform cannot say who is in the group', () => {
  it('a role that was given holds on for a day, and then it is said that it cannot be checked', async () => {
    const chat = await startWithRoles();
    await chat.says('Cu', '/tuan', PRIVATELY);
    chat.platform.standingFailure = 'unavailable';
    await chat.clock.advance(23 * HOUR);
    expect(await chat.says('Cu', '/tuan', PRIVATELY)).toContain('BÁO CÁO TUẦN');
    expect(await chat.says('Ke', '/dslich')).toContain('Chưa có lịch nào');
    await chat.clock.advance(2 * HOUR);
    expect(await afterWaiting(chat, chat.says('Cu', '/tuan', PRIVATELY))).toContain('vẫn chưa cho biết');
    expect(await afterWaiting(chat, chat.says('Ke', '/dslich'))).toContain('vẫn chưa cho biết');
    chat.platform.standingFailure = undefined;
    expect(await chat.says('Cu', '/tuan', PRIVATELY)).toContain('BÁO CÁO TUẦN');
    expect(await chat.says('Ke', '/dslich')).toContain('Chưa có lịch nào');
  });

  it('who had left by then gets nothing back', async () => {
    const chat = await startWithRoles();
    await leave(chat, 'Cu');
    await chat.says('Cu', '/tuan', PRIVATELY);
    chat.platform.standingFailure = 'unavailable';
    await chat.clock.advance(HOUR);
    expect(await afterWaiting(chat, chat.says('Cu', '/tuan', PRIVATELY))).not.toContain('BÁO CÁO');
  });

  it('the administrators are told in private all the same', async () => {
    const chat = await startWithRoles();
    chat.platform.standingFailure = 'unavailable';
    await chat.clock.advance(40 * HOUR);
    await fail(chat);
    expect(chat.posts('ke').filter(isAlarm)).toHaveLength(1);
  });
});

async function startWithRoles(): Promise<TestChat> {
  const chat = await startLinkedChat();
  await chat.says('Quantri', '/capquyen tổng hợp', { replyTo: 'Cu' });
  await chat.says('Quantri', '/capquyen quản trị', { replyTo: 'Ke' });
  for (const name of ['Quantri', 'Cu', 'Ke']) {
    await chat.says(name, '/start');
    await chat.says(name, '/start', PRIVATELY);
  }
  return chat;
}

async function leave(chat: TestChat, ...names: string[]): Promise<void> {
  for (const name of names) chat.platform.standings.set(`nhom:${name.toLowerCase()}`, 'stranger');
  await chat.clock.advance(MINUTE);
}

/** A row of the inbox can no longer be read, of which the administrators are told. */
async function fail({ app, settle }: TestChat): Promise<void> {
  await tellUnreadable(app, 'error.unreadable', { platform: 'memory', channel: 'nhom', ref: 'abc' });
  await settle();
}

function isAlarm(text: string): boolean {
  return text.includes('không đọc lại được');
}

/** What is said while minutes go by. */
async function afterWaiting({ clock }: TestChat, said: Promise<string>): Promise<string> {
  for (let minute = 0; minute < 8; minute += 1) await clock.advance(60_000);
  return said;
}
