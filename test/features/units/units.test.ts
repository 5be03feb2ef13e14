import { describe, expect, it } from 'vitest';
import { startLinkedChat, startTestChat } from '../../support/start-test-chat.ts';

describe('a chat and its unit', () => {
  it('is greeted, told how to begin, and linked by an administrator of the group', async () => {
    const chat = await startTestChat();
    expect(await chat.says('An', '/viectot Chị Hiền tổ 7 nhặt được ví trả lại')).toContain('/lienket');
    expect(await chat.says('Quantri', '/lienket Chi bộ ấp 2')).toContain('Đã gắn nhóm này với Chi bộ ấp 2');
    expect(await chat.says('An', '/start')).toContain('của Chi bộ ấp 2');
  });

  it('is told so at once where a command comes alone, before anything is asked', async () => {
    const chat = await startTestChat();
    expect(await chat.says('Quantri', '/nhaclich')).toContain('chưa gắn với đơn vị nào');
    expect(await chat.says('Quantri', 'Sinh hoạt chi bộ')).toBe('');
    expect(await chat.says('An', '/viectot')).toContain('chưa gắn với đơn vị nào');
    expect(await chat.says('An', '/viectot', { privately: true })).toContain('Chưa biết đơn vị');
  });

  it('offers to set the monthly schedule right after', async () => {
    const chat = await startLinkedChat();
    expect(await chat.presses('Quantri', 'Đặt lịch nhắc')).toContain('Nhắc việc gì?');
  });

  it('is not linked by a member', async () => {
    const chat = await startTestChat();
    expect(await chat.says('An', '/lienket Chi bộ ấp 2')).toBe('Lệnh này dành cho quản trị viên.');
  });

  it('is asked for the name when the command comes alone, and for nothing else', async () => {
    const chat = await startTestChat();
    expect(await chat.says('Quantri', '/lienket')).toContain('Tên đơn vị là gì?');
    expect(await chat.says('Quantri', '…')).toContain('Mời ghi tên đơn vị');
    expect(await chat.says('Quantri', 'Đoàn xã Mỹ Lợi')).toContain('Đã gắn nhóm này với Đoàn xã Mỹ Lợi');
  });

  it('goes to another unit only after that was confirmed', async () => {
    const chat = await startLinkedChat();
    expect(await chat.says('Quantri', '/lienket Đoàn xã')).toContain('đang gắn với Chi bộ ấp 2');
    expect(await chat.says('Quantri', '/lienket Đoàn xã xác nhận')).toContain('Đã gắn nhóm này với Đoàn xã');
  });

  it('keeps all it has when it is only its name that was wrong', async () => {
    const chat = await startLinkedChat();
    await chat.says('An', '/viectot Chị Hiền tổ 7 nhặt được ví trả lại người mất');
    const asked = await chat.says('Quantri', '/lienket Chi bộ ấp 22');
    expect(asked).toContain('các lịch đang chạy sẽ không nhắc được ở đâu nữa');
    expect(await chat.presses('Quantri', 'Chỉ sửa tên')).toContain(
      'Đã đổi tên Chi bộ ấp 2 thành Chi bộ ấp 22',
    );
    expect(await chat.says('An', '/xem VT1')).toContain('Chị Hiền tổ 7');
    expect(await chat.says('An', '/start')).toContain('Chi bộ ấp 22');
    expect(await chat.says('An', '/doiten Chi bộ ấp 3')).toBe('Lệnh này dành cho quản trị viên.');
    expect(await chat.says('Quantri', `/lienket ${'Chi bộ thôn '.repeat(8)}`)).toContain(
      '/doiten Chi bộ thôn',
    );
  });

  it('is linked to the same unit again without harm', async () => {
    const chat = await startLinkedChat();
    await chat.says('An', '/viectot Chị Hiền tổ 7 nhặt được ví trả lại người mất');
    await chat.says('Quantri', '/lienket chi bo ap 2');
    expect(await chat.says('An', '/xem VT1')).toContain('Chị Hiền tổ 7');
  });

  it('joins the unit of a second group when the same person links both, and never the unit of a stranger', async () => {
    const chat = await startLinkedChat();
    await chat.says('An', '/viectot Chị Hiền tổ 7 nhặt được ví trả lại người mất');
    chat.platform.standings.set('nhom2:quantri', 'administrator');
    chat.platform.standings.set('nhom3:la', 'administrator');
    await chat.saysIn('nhom2', 'Quantri', '/lienket Chi bộ ấp 2');
    await chat.saysIn('nhom3', 'La', '/lienket Chi bộ ấp 2');
    expect(await chat.saysIn('nhom2', 'An', '/xem VT1')).toContain('Chị Hiền tổ 7');
    expect(await chat.saysIn('nhom3', 'La', '/xem VT1')).toContain('Không có VT1');
  });

  it('may be linked by an owner of the installation', async () => {
    const chat = await startTestChat({ env: { OWNERS: 'console:x' } });
    chat.app.config.OWNERS.push('memory:chu');
    expect(await chat.says('Chu', '/lienket Tổ dân phố 9')).toContain('Đã gắn');
  });

  it('is not a private chat', async () => {
    const chat = await startTestChat();
    chat.app.config.OWNERS.push('memory:chu');
    expect(await chat.says('Chu', '/lienket Tổ 9', { privately: true })).toContain('dùng trong nhóm');
  });

  it('speaks English when an administrator says so', async () => {
    const chat = await startLinkedChat();
    expect(await chat.says('Quantri', '/ngonngu English')).toBe('From now on this chat uses English.');
    expect(await chat.says('An', '/mine')).toContain('No reports yet');
    expect(await chat.says('Quantri', '/language klingon')).toContain('two languages');
    expect(await chat.presses('Quantri', 'Đặt lịch nhắc')).toContain('What is it about?');
  });

  it('is known again when the bot is removed and added, with all that was there', async () => {
    const chat = await startLinkedChat();
    const event = {
      platform: 'memory',
      channel: { id: 'nhom', kind: 'group', title: 'nhom' },
      sender: { id: 'x', name: 'X' },
    } as const;
    expect(await chat.deliver({ ...event, updateId: 'left', kind: 'left' })).toBe('');
    expect(await chat.deliver({ ...event, updateId: 'joined', kind: 'joined' })).toContain(
      'trở lại nhóm của Chi bộ ấp 2',
    );
  });

  it('keeps its unit when the group moves to another id', async () => {
    const chat = await startLinkedChat();
    const event = {
      platform: 'memory',
      channel: { id: 'nhom', kind: 'group', title: 'nhom' },
      sender: { id: 'x', name: 'X' },
    } as const;
    await chat.deliver({ ...event, updateId: 'moved', kind: 'moved', newChannelId: 'sieunhom' });
    expect(
      await chat.deliver({
        ...event,
        channel: { ...event.channel, id: 'sieunhom' },
        updateId: 'j',
        kind: 'joined',
      }),
    ).toBe('');
    expect(await chat.saysIn('sieunhom', 'An', '/start')).toContain('của Chi bộ ấp 2');
  });

  it('says hello in a new group', async () => {
    const chat = await startTestChat();
    const event = {
      platform: 'memory',
      channel: { id: 'moi', kind: 'group', title: 'moi' },
      sender: { id: 'x', name: 'X' },
    } as const;
    expect(await chat.deliver({ ...event, updateId: 'joined', kind: 'joined' })).toContain('/lienket');
  });
});
