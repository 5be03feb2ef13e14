import { afterEach, describe, expect, it } from 'vitest';
import { PlatformError } from '../../../src/chat/platform.ts';
import { attendanceOf } from '../../../src/features/attendance/attendance-of.ts';
import type { TestChat } from '../../support/start-test-chat.ts';
import {
  at,
  LAST_REMINDER,
  reminder,
  startWithReminder,
  startWithSession,
  withButton,
} from './attendance-chat.ts';

describe('the buttons under a reminder', () => {
  let chat: TestChat;
  afterEach(() => chat.stop());

  const buttonsOf = (label: string) => withButton(chat, 'nhom', label)?.message.buttons ?? [];
  /** What everybody in the group can read. */
  const publicPosts = () =>
    chat.platform.posted.filter(({ channel, message }) => channel === 'nhom' && !message.privately).length;

  it('are three, and carry command lines that fit into any platform', async () => {
    chat = await startWithReminder();
    expect(buttonsOf('Dự')).toEqual([
      [
        { label: 'Dự', line: '/diemdanh SH1 du', does: 'approves' },
        { label: 'Vắng có lý do', line: '/diemdanh SH1 vang' },
        { label: 'Chưa chắc', line: '/diemdanh SH1 chua' },
      ],
    ]);
  });

  it('answer with a note that only the person sees, and no message in the group', async () => {
    chat = await startWithReminder();
    const before = publicPosts();
    const note = await chat.presses('An', 'Dự');
    expect(note).toBe(
      'Đã ghi: dự.\nCó thể đổi đến khi đóng điểm danh.\nSH1 – Sinh hoạt chi bộ, thứ Ba, 20/01/2026, 19 giờ 30',
    );
    const [noted] = chat.platform.posted.slice(-1);
    expect(noted?.message.privately).toBe(true);
    expect(noted?.message.buttons).toBeUndefined();
    expect(publicPosts()).toBe(before);
  });

  it('let people change their mind: the last answer counts, once', async () => {
    chat = await startWithReminder();
    await chat.presses('An', 'Dự');
    await chat.presses('An', 'Chưa chắc');
    await chat.presses('An', 'Dự');
    await chat.presses('An', 'Dự');
    await chat.presses('Binh', 'Chưa chắc');
    await chat.pass(1);
    expect(reminder(chat)).toContain('Báo dự: 1 · vắng có lý do: 0 · chưa chắc: 1');
  });

  it('have counts under them that are put in place, not posted', async () => {
    chat = await startWithReminder();
    expect(reminder(chat)).not.toContain('Báo dự');
    await chat.presses('An', 'Dự');
    expect(reminder(chat)).not.toContain('Báo dự');
    expect(await chat.pass(1)).toEqual([]);
    expect(reminder(chat)).toMatch(
      /^🔔 .*Sinh hoạt chi bộ[\s\S]*\nBáo dự: 1 · vắng có lý do: 0 · chưa chắc: 0$/,
    );
    expect(buttonsOf('Dự')).toHaveLength(1);
  });

  it('count right after 300 presses in a minute, with a handful of edits', async () => {
    chat = await startWithReminder();
    let edits = 0;
    const edit = chat.platform.edit.bind(chat.platform);
    chat.platform.edit = (post, id) => {
      edits += 1;
      return edit(post, id);
    };
    for (let press = 0; press < 300; press += 1) {
      await chat.presses(`Người ${press % 100}`, ['Dự', 'Chưa chắc', 'Dự'][Math.floor(press / 100)] ?? 'Dự');
      if (press % 50 === 0) {
        await chat.clock.advance(10_000);
        await chat.bot.ticker.tick();
        await chat.settle();
      }
    }
    await chat.pass(1);
    expect(reminder(chat)).toContain('Báo dự: 100 · vắng có lý do: 0 · chưa chắc: 0');
    expect(edits).toBeLessThanOrEqual(4);
    edits = 0;
    await chat.pass(5);
    expect(edits).toBe(0);
  });

  it('never make a new message of the counts, also when the reminder is gone', async () => {
    chat = await startWithReminder();
    await chat.presses('An', 'Dự');
    const before = chat.platform.posted.length;
    chat.platform.edit = () => Promise.reject(new PlatformError('rejected', 'message to edit not found'));
    await chat.pass(2);
    expect(chat.platform.posted.length).toBe(before);
  });

  it('stand under the last reminder too, with what is known by then', async () => {
    chat = await startWithReminder();
    await chat.presses('An', 'Dự');
    await at(chat, LAST_REMINDER);
    expect(reminder(chat)).toContain('Còn 2 giờ nữa');
    expect(reminder(chat)).toContain('Báo dự: 1');
  });

  it('close a day after the session: the buttons go, and a late answer gets a polite note', async () => {
    chat = await startWithReminder();
    await chat.presses('An', 'Dự');
    const line = '/diemdanh SH1 du';
    await at(chat, LAST_REMINDER);
    await at(chat, '2026-01-21T19:30:00+07:00');
    await chat.pass(1);
    expect(withButton(chat, 'nhom', 'Dự')?.message.subject?.startsWith('session:')).toBe(true);
    expect(reminder(chat)).toMatch(/Báo dự: 1[\s\S]*\nĐã đóng điểm danh\.$/);
    expect(await chat.says('Binh', line)).toBe(
      'Điểm danh buổi SH1 – Sinh hoạt chi bộ, thứ Ba, 20/01/2026, 19 giờ 30 đã đóng. Nếu cần sửa, mời báo quản trị viên.',
    );
    expect(await chat.says('Quantri', '/sinhhoat SH1 18/21')).toContain('Dự 18/21');
  });

  it('do nothing for a session of another unit', async () => {
    chat = await startWithReminder();
    await chat.saysIn('nhom2', 'Quantri', '/lich');
    chat.platform.standings.set('nhom2:quantri', 'administrator');
    await chat.clock.advance(61_000);
    await chat.saysIn('nhom2', 'Quantri', '/lienket Đoàn xã');
    expect(await chat.saysIn('nhom2', 'Binh', '/diemdanh SH1 du')).toBe(
      'Không có buổi SH1 trong đơn vị này. Gõ /lich để xem mã các buổi.',
    );
    const posted = withButton(chat, 'nhom', 'Dự');
    expect(posted).toBeDefined();
    const { personId } = await chat.app.db
      .selectFrom('accounts')
      .select('person_id as personId')
      .where('external_id', '=', 'binh')
      .executeTakeFirstOrThrow();
    expect(await attendanceOf(chat.app, personId)).toEqual([]);
  });

  it('are gone from a session that is cancelled, which nobody can answer for', async () => {
    chat = await startWithSession();
    await chat.says('Quantri', '/huylich NL1');
    expect(await chat.says('An', '/diemdanh SH1 co')).toMatch(
      /SH1 – Sinh hoạt chi bộ.* đã hủy nên không điểm danh/,
    );
    expect(await chat.says('An', '/diemdanh')).toMatch(/không có buổi nào đang mở điểm danh/);
  });
});
