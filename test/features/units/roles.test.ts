import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { mayActAs, ROLES } from '../../../src/chat/access.ts';
import { startLinkedChat, startTestChat } from '../../support/start-test-chat.ts';

describe('roles', () => {
  it('each may do what the ones before it may', () => {
    fc.assert(
      fc.property(fc.constantFrom(...ROLES), fc.constantFrom(...ROLES), (role, needed) => {
        expect(mayActAs(role, needed)).toBe(ROLES.indexOf(role) >= ROLES.indexOf(needed));
      }),
    );
  });

  it('are refused in one short line', async () => {
    const chat = await startLinkedChat();
    expect(await chat.says('An', '/tuan')).toBe('Lệnh này dành cho người tổng hợp.');
    expect(await chat.says('An', '/nhaclich 19h30 ngày 5 hằng tháng Họp')).toBe(
      'Lệnh này dành cho quản trị viên.',
    );
  });

  it('are given by answering a message of the person', async () => {
    const chat = await startLinkedChat();
    expect(await chat.says('Quantri', '/capquyen tổng hợp', { replyTo: 'Lan' })).toBe(
      'Lan nay là người tổng hợp của Chi bộ ấp 2.',
    );
    expect(await chat.says('Lan', '/choduyet')).toContain('Không có báo cáo nào chờ duyệt');
  });

  it('are given by naming a person who has used the bot, with or without diacritics', async () => {
    const chat = await startLinkedChat();
    await chat.says('Trần Thị Lan', '/start');
    expect(await chat.says('Quantri', '/capquyen tran thi lan quan tri')).toContain('nay là quản trị viên');
    expect(await chat.says('Trần Thị Lan', '/dslich')).toContain('Chưa có lịch nào');
  });

  it('ask for the role with buttons when it is not said', async () => {
    const chat = await startLinkedChat();
    expect(await chat.says('Quantri', '/capquyen', { replyTo: 'Lan' })).toBe('Giao vai trò nào?');
    expect(await chat.presses('Quantri', 'người tổng hợp')).toContain('Lan nay là người tổng hợp');
  });

  it('are taken away again', async () => {
    const chat = await startLinkedChat();
    await chat.says('Quantri', '/capquyen tổng hợp', { replyTo: 'Lan' });
    expect(await chat.says('Quantri', '/capquyen Lan thôi giao')).toContain('không còn vai trò riêng');
    expect(await chat.says('Lan', '/tuan')).toBe('Lệnh này dành cho người tổng hợp.');
  });

  it('are not given to somebody unknown, nor when several are meant', async () => {
    const chat = await startLinkedChat();
    await chat.says('Lan Anh', '/start');
    await chat.says('Lan Hương', '/start');
    expect(await chat.says('Quantri', '/capquyen Bình tổng hợp')).toContain('Chưa thấy “Bình”');
    expect(await chat.says('Quantri', '/capquyen Lan tổng hợp')).toMatch(
      /Có nhiều người khớp “Lan”: Lan Anh, Lan Hương/,
    );
    expect(await chat.says('Quantri', '/capquyen Lan Anh trùm')).toMatch(/Giao vai trò nào|Chưa thấy/);
  });

  it('of one unit mean nothing in another', async () => {
    const chat = await startLinkedChat();
    chat.platform.standings.set('khac:chinh', 'administrator');
    await chat.saysIn('khac', 'Chinh', '/lienket Đoàn xã');
    await chat.says('Quantri', '/capquyen tổng hợp', { replyTo: 'Lan' });
    expect(await chat.saysIn('khac', 'Lan', '/tuan')).toBe('Lệnh này dành cho người tổng hợp.');
  });

  it('are not given by pressing a button that somebody else was shown', async () => {
    const chat = await startLinkedChat();
    await chat.says('Quantri', '/capquyen', { replyTo: 'Lan' });
    expect(await chat.presses('Lan', 'quản trị viên')).toBe(
      'Câu hỏi này dành cho người khác, hoặc đã được trả lời.',
    );
    expect(await chat.says('Lan', '/dslich')).toBe('Lệnh này dành cho quản trị viên.');
  });

  it('go along into a private chat, as long as the group knows the person', async () => {
    const chat = await startLinkedChat();
    await chat.says('An', '/viectot Chị Hiền tổ 7 nhặt được ví trả lại người mất');
    expect(await chat.says('An', '/cuatoi', { privately: true })).toContain('VT1');
    expect(await chat.says('Quantri', '/tuan', { privately: true })).toContain('BÁO CÁO TUẦN');
    chat.platform.standings.set('nhom:an', 'stranger');
    await chat.clock.advance(61_000);
    expect(await chat.says('An', '/cuatoi', { privately: true })).toContain('Chưa biết đơn vị');
  });

  it('end when the platform no longer knows an administrator', async () => {
    const chat = await startLinkedChat();
    chat.platform.standings.set('nhom:quantri', 'member');
    await chat.clock.advance(61_000);
    expect(await chat.says('Quantri', '/dslich')).toBe('Lệnh này dành cho quản trị viên.');
  });

  it('of an anonymous administrator are believed, since the platform says so with the message', async () => {
    const chat = await startTestChat();
    const said = await chat.deliver({
      platform: 'memory',
      updateId: 'x1',
      channel: { id: 'nhom', kind: 'group', title: 'nhom' },
      sender: { id: 'nhom', name: 'Nhóm', isAdministrator: true },
      kind: 'message',
      messageId: 'x1',
      text: '/lienket Chi bộ ấp 2',
      edited: false,
    });
    expect(said).toContain('Đã gắn');
  });
});
