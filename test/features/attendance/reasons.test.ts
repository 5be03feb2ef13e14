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

describe('the reason for an absence', () => {
  let chat: TestChat;
  beforeEach(async () => {
    chat = await startWithReminder();
  });
  afterEach(() => chat.stop());

  const list = async () => {
    await opensPrivateChat(chat, 'Quantri');
    return privately(chat, 'Quantri', '/diemdanh SH1');
  };

  it('is asked in the private chat, where the next message answers', async () => {
    await opensPrivateChat(chat, 'An');
    expect(await chat.presses('An', 'Vắng có lý do')).toMatch(/Lý do vắng: mời trả lời trong tin nhắn riêng/);
    expect(chat.posts('an').at(-1)).toMatch(
      /^Đã ghi: vắng có lý do\.\nLý do vắng là gì\? Chỉ quản trị viên và người tổng hợp xem được\./,
    );
    expect(await privately(chat, 'An', 'đi công tác')).toMatch(/^Đã ghi lý do vắng/);
    expect(await list()).toContain('Vắng có lý do (1): An (đi công tác)');
    expect(chat.posts('nhom').join()).not.toContain('công tác');
  });

  it('is told how to give where no private chat was opened', async () => {
    const note = await chat.presses('An', 'Vắng có lý do');
    expect(note).toContain('mời nhắn riêng cho trợ lý: /lydo SH1 và lý do');
    expect(await privately(chat, 'An', '/lydo SH1 đi khám bệnh')).toMatch(/^Đã ghi lý do vắng/);
    expect(await list()).toContain('An (đi khám bệnh)');
  });

  it('may be left out, also with a button', async () => {
    await opensPrivateChat(chat, 'An');
    await chat.presses('An', 'Vắng có lý do');
    expect(await pressesPrivately(chat, 'An', 'Bỏ qua')).toMatch(/Đã bỏ qua phần lý do/);
    expect(await privately(chat, 'An', 'xin chào mọi người')).toMatch(/Mời bắt đầu bằng một lệnh/);
    expect(await list()).toContain('Vắng có lý do (1): An');
  });

  it('can still be given by its button when the question has run out', async () => {
    await opensPrivateChat(chat, 'An');
    await chat.presses('An', 'Vắng có lý do');
    await chat.pass(20);
    expect(await pressesPrivately(chat, 'An', 'Ghi lý do')).toMatch(/^Lý do vắng là gì/);
    expect(await privately(chat, 'An', 'con ốm')).toMatch(/^Đã ghi lý do vắng/);
  });

  it('does not break into what somebody is typing in', async () => {
    await opensPrivateChat(chat, 'An');
    await privately(chat, 'An', '/viectot');
    await chat.presses('An', 'Vắng có lý do');
    expect(chat.posts('an').at(-1)).toContain('mời bấm “Ghi lý do”');
    expect(await privately(chat, 'An', 'Chị Hiền tổ 7 nhặt được ví, đã trả lại người mất')).toContain('VT1');
  });

  it('is asked once a session, however often the button is pressed', async () => {
    await opensPrivateChat(chat, 'An');
    for (const label of ['Vắng có lý do', 'Dự', 'Vắng có lý do', 'Vắng có lý do'])
      await chat.presses('An', label);
    expect(chat.posts('an').filter((text) => text.includes('Lý do vắng là gì'))).toHaveLength(1);
  });

  it('is not waited for any more once the person comes after all', async () => {
    await opensPrivateChat(chat, 'An');
    await chat.presses('An', 'Vắng có lý do');
    await chat.presses('An', 'Dự');
    expect(await privately(chat, 'An', 'xe hỏng')).toMatch(/Mời bắt đầu bằng một lệnh/);
    expect(await list()).toContain('Báo dự (1): An');
  });

  it('goes when the answer changes', async () => {
    await chat.says('An', '/diemdanh vắng đi công tác');
    await chat.says('An', '/dd có');
    await chat.says('An', '/dd vắng');
    expect(await list()).toContain('Vắng có lý do (1): An');
    expect(await list()).not.toContain('công tác');
  });

  it('is not repeated to the group, nor shown to members', async () => {
    expect(await chat.says('An', '/diemdanh vắng đi công tác')).not.toContain('công tác');
    expect(await privately(chat, 'Binh', '/diemdanh SH1')).not.toContain('An');
  });

  it.each([
    ['nothing', '…', 'Mời ghi lý do bằng vài chữ'],
    ['too much', 'bận '.repeat(1250), 'nhiều nhất là 300'],
  ])('that says %s is asked for again', async (_, reason, asked) => {
    await opensPrivateChat(chat, 'An');
    expect(await privately(chat, 'An', `/lydo SH1 ${reason}`)).toContain(asked);
    expect(await privately(chat, 'An', 'đi công tác')).toMatch(/^Đã ghi lý do vắng/);
  });

  it('is never asked for in the group', async () => {
    expect(await chat.says('An', '/lydo SH1')).toContain('mời nhắn riêng cho trợ lý');
    expect(await chat.says('An', '/lydo')).toContain('mời nhắn riêng cho trợ lý');
  });

  it('cannot be given once attendance is closed', async () => {
    await opensPrivateChat(chat, 'An');
    await at(chat, SESSION);
    await at(chat, '2026-01-21T20:00:00+07:00');
    expect(await privately(chat, 'An', '/lydo SH1 đi công tác')).toMatch(/đã đóng/);
  });

  it('of an answer typed in private keeps its buttons there, marked as this unit’s', async () => {
    await opensPrivateChat(chat, 'An');
    await privately(chat, 'An', '/diemdanh SH1 vắng');
    const line = withButton(chat, 'an', 'Ghi lý do')?.message.buttons?.flat().at(0)?.line;
    expect(line).toMatch(/^\/lydo SH1~[0-9a-f]{6}$/);
  });
});
