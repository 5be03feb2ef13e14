import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { TestChat } from '../../support/start-test-chat.ts';
import {
  at,
  opensPrivateChat,
  pressesPrivately,
  privately,
  SESSION,
  startWithReminder,
  withButton,
} from './attendance-chat.ts';

describe('the list of a session', () => {
  let chat: TestChat;
  beforeEach(async () => {
    chat = await startWithReminder();
    await opensPrivateChat(chat, 'Quantri');
  });
  afterEach(() => chat.stop());

  const buttons = () =>
    withButton(chat, 'quantri', 'Ghi số người')
      ?.message.buttons?.flat()
      .map(({ label }) => label) ?? [];

  it('goes to the administrator in private, also when it is asked for in the group', async () => {
    await chat.presses('An', 'Dự');
    await chat.says('Binh', '/dd vắng đi công tác');
    await chat.says('Chi', '/dd chưa chắc');
    await chat.says('Dung', '/lich');
    const said = await chat.says('Quantri', '/diemdanh SH1');
    expect(said).toContain('Danh sách SH1 đã gửi vào tin nhắn riêng.');
    const list = chat.posts('quantri').at(-1);
    expect(list).toContain('Báo dự (1): An');
    expect(list).toContain('Vắng có lý do (1): Binh (đi công tác)');
    expect(list).toContain('Chưa chắc (1): Chi');
    expect(list).toContain('Chưa trả lời (2): Dung, Quantri');
    expect(chat.posts('nhom').join('\n')).not.toContain('Chưa trả lời');
    const kept = () =>
      chat.app.db.selectFrom('outbox').select('content').where('content', 'like', '%công tác%');
    expect(await kept().execute()).toEqual([]);
  });

  it('is not shown in the group, where no private chat is open', async () => {
    chat.platform.standings.set('nhom:tonghop', 'administrator');
    await chat.presses('An', 'Dự');
    expect(await chat.says('Tonghop', '/diemdanh SH1')).toMatch(
      /chỉ xem trong tin nhắn riêng.*\/diemdanh SH1/,
    );
  });

  it('is for coordinators to read and not to tick', async () => {
    await chat.says('Lan', '/lich');
    await chat.says('Quantri', '/capquyen Lan tổng hợp');
    await privately(chat, 'Lan', '/start');
    await chat.presses('An', 'Dự');
    await at(chat, SESSION);
    expect(await privately(chat, 'Lan', '/diemdanh SH1')).toContain('Báo dự (1): An');
    expect(withButton(chat, 'lan', '○ An')).toBeUndefined();
    expect(await privately(chat, 'Lan', '/danhdau SH1')).toBe('Lệnh này dành cho quản trị viên.');
  });

  it('is ticked by pressing names, once the session is there', async () => {
    await chat.presses('An', 'Dự');
    await chat.says('Binh', '/lich');
    expect(await privately(chat, 'Quantri', '/diemdanh SH1')).not.toContain('Bấm tên');
    expect(await privately(chat, 'Quantri', '/danhdau SH1')).toMatch(/chưa bắt đầu/);
    await at(chat, SESSION);
    await privately(chat, 'Quantri', '/diemdanh SH1');
    expect(buttons()).toEqual(['○ An', '○ Binh', '○ Quantri', 'Mọi người báo dự đều có mặt', 'Ghi số người']);
    await pressesPrivately(chat, 'Quantri', '○ Binh');
    expect(chat.posts('quantri').at(-1)).toContain('Đã có mặt (1): Binh');
    expect(buttons()).toContain('● Binh');
    await pressesPrivately(chat, 'Quantri', '● Binh');
    expect(chat.posts('quantri').at(-1)).not.toContain('Đã có mặt');
    await pressesPrivately(chat, 'Quantri', 'Mọi người báo dự đều có mặt');
    expect(chat.posts('quantri').at(-1)).toContain('Đã có mặt (1): An');
  });

  it('has pages, and lines that fit into the button of any platform', async () => {
    for (let n = 10; n < 30; n += 1) await chat.says(`Người ${n}`, '/dd co');
    await at(chat, SESSION);
    await privately(chat, 'Quantri', '/diemdanh SH1');
    const lines = withButton(chat, 'quantri', 'Ghi số người')?.message.buttons?.flat() ?? [];
    for (const { line } of lines) expect(Buffer.byteLength(line)).toBeLessThanOrEqual(64);
    expect(buttons()).toContain('○ Người 10');
    expect(buttons()).toContain('Sau ▶');
    await pressesPrivately(chat, 'Quantri', 'Sau ▶');
    expect(buttons()).toContain('○ Người 18');
    await pressesPrivately(chat, 'Quantri', '○ Người 18');
    expect(buttons()).toContain('● Người 18');
    await pressesPrivately(chat, 'Quantri', 'Sau ▶');
    expect(buttons()).toContain('◀ Trước');
    expect(buttons()).not.toContain('Sau ▶');
  });

  it('tells two people with one name apart', async () => {
    for (const [id, username] of [
      ['a1', 'an_to1'],
      ['a2', 'an_to2'],
    ] as const)
      await chat.deliver({
        platform: 'memory',
        updateId: id,
        channel: { id: 'nhom', kind: 'group', title: 'nhom' },
        sender: { id, name: 'Nguyễn Văn An', username },
        kind: 'message',
        messageId: id,
        text: '/dd co',
        edited: false,
      });
    await at(chat, SESSION);
    await privately(chat, 'Quantri', '/diemdanh SH1');
    expect(buttons().slice(0, 2)).toEqual(['○ Nguyễn Văn An (an_to1)', '○ Nguyễn Văn An (an_to2)']);
    await pressesPrivately(chat, 'Quantri', '○ Nguyễn Văn An (an_to2)');
    expect(chat.posts('quantri').at(-1)).toContain('Đã có mặt (1): Nguyễn Văn An (an_to2)');
    expect(await privately(chat, 'Quantri', '/diemdanh thêm Nguyễn Văn An')).toMatch(
      /Có 2 người tên “Nguyễn Văn An”/,
    );
  });

  it('takes the names of people without accounts', async () => {
    await chat.presses('An', 'Dự');
    await at(chat, SESSION);
    expect(await privately(chat, 'Quantri', '/diemdanh SH1 thêm Bà Tư, Ông Năm (tổ 3), an')).toMatch(
      /^Đã ghi có mặt 3 người: Bà Tư, Ông Năm \(tổ 3\), an\./,
    );
    await privately(chat, 'Quantri', '/diemdanh thêm bà tư'.normalize('NFD'));
    expect(await privately(chat, 'Quantri', '/diemdanh SH1')).toContain(
      'Đã có mặt (3): An, Bà Tư, Ông Năm (tổ 3)',
    );
  });

  it('takes names from administrators only, and not before the session', async () => {
    expect(await chat.says('An', '/diemdanh SH1 thêm Bà Tư')).toBe('Lệnh này dành cho quản trị viên.');
    expect(await chat.says('Quantri', '/diemdanh SH1 thêm Bà Tư')).toMatch(/chưa bắt đầu/);
  });

  it('cannot be ticked any more when attendance is closed, which says what to do', async () => {
    await chat.presses('An', 'Dự');
    await at(chat, SESSION);
    await privately(chat, 'Quantri', '/diemdanh SH1');
    await at(chat, '2026-01-21T20:00:00+07:00');
    expect(await pressesPrivately(chat, 'Quantri', '○ An')).toMatch(
      /đã đóng\. Sửa số liệu bằng: \/sinhhoat SH1/,
    );
    expect(await privately(chat, 'Quantri', '/diemdanh SH1')).toContain('Báo dự (1): An');
  });

  it('does nothing for a button of a session of another unit', async () => {
    await chat.presses('An', 'Dự');
    await at(chat, SESSION);
    await privately(chat, 'Quantri', '/diemdanh SH1');
    chat.platform.standings.set('nhom2:quantri', 'administrator');
    await chat.saysIn('nhom2', 'Quantri', '/lienket Đoàn xã');
    expect(await pressesPrivately(chat, 'Quantri', '○ An')).toMatch(/một đơn vị khác/);
  });
});
