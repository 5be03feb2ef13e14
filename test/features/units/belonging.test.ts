import { describe, expect, it } from 'vitest';
import { startLinkedChat, type TestChat } from '../../support/start-test-chat.ts';

const PRIVATELY = { privately: true };
const MINUTE = 61_000;

describe('the founder of a unit', () => {
  it('has no rights once out of the group, whatever group of their own they make', async () => {
    const chat = await startLinkedChat();
    await chat.says('An', '/viectot Chị Hiền tổ 7 nhặt được ví trả lại người mất');
    await leave(chat, 'quantri');
    chat.platform.standings.set('nha:quantri', 'administrator');
    await chat.saysIn('nha', 'Quantri', '/lienket chi bo ap 2');
    expect(await chat.saysIn('nha', 'Quantri', '/xem VT1')).toContain('Không có VT1');
    expect(await chat.says('Quantri', '/xem VT1', PRIVATELY)).toContain('Không có VT1');
    expect(await chat.app.db.selectFrom('units').select('name').execute()).toHaveLength(2);
  });

  it('cannot slip in by acting elsewhere first', async () => {
    const chat = await startLinkedChat();
    await chat.says('An', '/viectot Chị Hiền tổ 7 nhặt được ví trả lại người mất');
    chat.platform.standings.set('khac:quantri', 'administrator');
    await chat.saysIn('khac', 'Quantri', '/lienket Đoàn xã');
    await leave(chat, 'quantri');
    await chat.clock.advance(3 * MINUTE);
    chat.platform.standings.set('nha:quantri', 'administrator');
    await chat.saysIn('nha', 'Quantri', '/lienket Chi bộ ấp 2');
    expect(await chat.saysIn('nha', 'Quantri', '/xem VT1')).toContain('Không có VT1');
  });

  it('links no further group while the platform cannot say that they administer the unit', async () => {
    const chat = await startLinkedChat();
    await chat.clock.advance(3 * MINUTE);
    chat.platform.standings.set('nha:quantri', 'administrator');
    await chat.saysIn('nha', 'Quantri', '/start');
    chat.platform.standingFailure = 'unavailable';
    expect(await chat.saysIn('nha', 'Quantri', '/lienket Chi bộ ấp 2')).toContain(
      'gõ một lệnh trong nhóm đang có',
    );
  });

  it('who is a mere member is one', async () => {
    const chat = await startLinkedChat();
    chat.platform.standings.set('nhom:quantri', 'member');
    await chat.clock.advance(MINUTE);
    chat.platform.standings.set('nha:quantri', 'administrator');
    await chat.saysIn('nha', 'Quantri', '/lienket Chi bộ ấp 2');
    expect(await chat.app.db.selectFrom('units').select('name').execute()).toHaveLength(2);
  });

  it('leaves the unit to whoever administers it, who may link further groups', async () => {
    const chat = await startLinkedChat();
    await chat.says('An', '/viectot Chị Hiền tổ 7 nhặt được ví trả lại người mất');
    await chat.says('Quantri', '/capquyen quản trị', { replyTo: 'Lan' });
    await leave(chat, 'quantri');
    await chat.says('Lan', '/dslich');
    chat.platform.standings.set('nhom2:lan', 'administrator');
    await chat.saysIn('nhom2', 'Lan', '/lienket Chi bộ ấp 2');
    expect(await chat.saysIn('nhom2', 'An', '/xem VT1')).toContain('Chị Hiền tổ 7');
  });
});

describe('a new group of a unit', () => {
  it('is told to the other administrators in private, or else to the groups it had', async () => {
    const chat = await startLinkedChat();
    await linkSecond(chat);
    expect(chat.posts('nhom').at(-1)).toContain('Nhóm nhom2 (Memory) vừa được Quantri gắn với Chi bộ ấp 2');
    await chat.says('Quantri', '/capquyen quản trị', { replyTo: 'Lan' });
    await chat.says('Lan', '/start', PRIVATELY);
    chat.platform.standings.set('nhom3:quantri', 'administrator');
    await chat.saysIn('nhom3', 'Quantri', '/lienket Chi bộ ấp 2');
    expect(chat.posts('lan').at(-1)).toContain('Nhóm nhom3');
  });
});

it('the platform is asked about the other units of an administrator only where one of them may get a group', async () => {
  const chat = await startLinkedChat();
  chat.platform.standings.set('khac:quantri', 'administrator');
  await chat.saysIn('khac', 'Quantri', '/lienket Đoàn xã');
  const asked = async () => {
    const rows = await chat.app.db
      .selectFrom('standings')
      .innerJoin('channels', 'channels.id', 'channel_id')
      .select('asked_at')
      .where('external_id', '=', 'khac')
      .execute();
    return rows.map(({ asked_at: at }) => at);
  };
  const before = await asked();
  await chat.clock.advance(2 * MINUTE);
  for (const line of ['/dslich', '/lienket', '/lienket Chi bộ ấp 2']) await chat.says('Quantri', line);
  expect(await asked()).toEqual(before);
  await chat.says('Quantri', '/lienket Đoàn xã xác nhận');
  expect(await asked()).not.toEqual(before);
  await chat.stop();
});

describe('a new role', () => {
  it('is told to the other administrators', async () => {
    const chat = await startLinkedChat();
    await chat.says('Quantri', '/capquyen quản trị', { replyTo: 'Lan' });
    await chat.says('Lan', '/start', PRIVATELY);
    await chat.says('Quantri', '/capquyen quản trị', { replyTo: 'Ke' });
    expect(chat.posts('lan').at(-1)).toContain(
      'Quantri vừa đổi vai trò tại Chi bộ ấp 2: Ke (@\u2060ke) nay là quản trị viên',
    );
  });

  it('that was given in private is told in the group', async () => {
    const chat = await startLinkedChat();
    await chat.says('Lan', '/start');
    await chat.says('Quantri', '/capquyen Lan quản trị', PRIVATELY);
    expect(chat.posts('nhom').at(-1)).toContain('Lan (@\u2060lan) nay là quản trị viên');
  });
});

describe('donvi', () => {
  it('shows in private which groups and roles there are, by whom and since when', async () => {
    const chat = await startLinkedChat();
    await linkSecond(chat);
    await chat.says('Quantri', '/capquyen tổng hợp', { replyTo: 'Lan' });
    expect(await chat.says('Quantri', '/donvi')).toContain('Mời mở chat riêng');
    const shown = await chat.says('Quantri', '/donvi', PRIVATELY);
    expect(shown).toContain('Lập ngày thứ Tư, 14/01/2026, người lập: Quantri');
    expect(shown).toContain('• nhom2 (Memory) – Quantri gắn ngày thứ Tư, 14/01/2026');
    expect(shown).toContain('• Lan (@\u2060lan) – người tổng hợp – Quantri giao ngày thứ Tư, 14/01/2026');
    expect(await chat.says('Quantri', '/donvi')).toBe(
      `Đã gửi danh sách nhóm và vai trò vào tin nhắn riêng.\n---\n${shown}`,
    );
  });

  it('is for administrators', async () => {
    const chat = await startLinkedChat();
    expect(await chat.says('An', '/donvi')).toBe('Lệnh này dành cho quản trị viên.');
  });

  it('puts a group out once that was asked, and tells it', async () => {
    const chat = await startLinkedChat();
    await linkSecond(chat);
    await chat.says('An', '/viectot Chị Hiền tổ 7 nhặt được ví trả lại người mất');
    await chat.says('Quantri', '/donvi', PRIVATELY);
    expect(await chat.presses('Quantri', '✖ Bỏ nhóm nhom2', 'quantri')).toContain('ra khỏi Chi bộ ấp 2?');
    expect(await chat.saysIn('nhom2', 'An', '/xem VT1')).toContain('Chị Hiền');
    expect(await chat.presses('Quantri', 'Đúng, bỏ', 'quantri')).toContain(
      'không còn là nhóm của Chi bộ ấp 2',
    );
    expect(chat.posts('nhom2').at(-1)).toBe('Nhóm này không còn là nhóm của Chi bộ ấp 2.');
    expect(await chat.saysIn('nhom2', 'An', '/xem VT1')).toContain('chưa gắn với đơn vị nào');
  });

  it('never puts out the only group, without which nobody could administer the unit', async () => {
    const chat = await startLinkedChat();
    expect(await chat.says('Quantri', '/donvi bỏ nhom xacnhan')).toContain(
      'không còn ai quản trị được đơn vị',
    );
    expect(await chat.says('An', '/start')).toContain('của Chi bộ ấp 2');
  });

  it('takes a role away once that was asked', async () => {
    const chat = await startLinkedChat();
    await chat.says('Quantri', '/capquyen quản trị', { replyTo: 'Lan' });
    expect(await chat.says('Lan', '/dslich')).toContain('Chưa có lịch nào');
    await chat.says('Quantri', '/start', PRIVATELY);
    await chat.says('Quantri', '/donvi', PRIVATELY);
    await chat.presses('Quantri', '✖ Thôi giao Lan', 'quantri');
    expect(await chat.presses('Quantri', 'Đúng, bỏ', 'quantri')).toContain('không còn vai trò riêng');
    expect(await chat.says('Lan', '/dslich')).toBe('Lệnh này dành cho quản trị viên.');
  });

  it('finds nothing of another unit', async () => {
    const chat = await startLinkedChat();
    chat.platform.standings.set('khac:chinh', 'administrator');
    await chat.saysIn('khac', 'Chinh', '/lienket Đoàn xã');
    const { id } = await chat.app.db
      .selectFrom('channels')
      .select('id')
      .where('external_id', '=', 'nhom')
      .executeTakeFirstOrThrow();
    expect(await chat.saysIn('khac', 'Chinh', `/donvi bo ${id} xacnhan`)).toContain('Không thấy');
  });
});

describe('a group that went to another unit', () => {
  it('may go back to the unit that it left, where that has no group any more', async () => {
    const chat = await startLinkedChat();
    await chat.says('An', '/viectot Chị Hiền tổ 7 nhặt được ví trả lại người mất');
    await chat.says('Quantri', '/lienket Đoàn xã xacnhan');
    expect(await chat.says('An', '/xem VT1')).toContain('Không có VT1');
    await chat.says('Quantri', '/lienket Chi bộ ấp 2 xacnhan');
    expect(await chat.says('An', '/xem VT1')).toContain('Chị Hiền tổ 7');
  });

  it('may not where it has others', async () => {
    const chat = await startLinkedChat();
    await linkSecond(chat);
    await chat.says('An', '/viectot Chị Hiền tổ 7 nhặt được ví trả lại người mất');
    chat.platform.standings.set('nhom2:la', 'administrator');
    await chat.saysIn('nhom2', 'La', '/lienket Đoàn xã xacnhan');
    await chat.saysIn('nhom2', 'La', '/lienket Chi bộ ấp 2 xacnhan');
    expect(await chat.saysIn('nhom2', 'La', '/xem VT1')).toContain('Không có VT1');
  });
});

async function leave(chat: TestChat, account: string): Promise<void> {
  chat.platform.standings.set(`nhom:${account}`, 'stranger');
  await chat.clock.advance(MINUTE);
}

async function linkSecond(chat: TestChat): Promise<void> {
  chat.platform.standings.set('nhom2:quantri', 'administrator');
  await chat.saysIn('nhom2', 'Quantri', '/lienket Chi bộ ấp 2');
}
