import { describe, expect, it } from 'vitest';
import { startLinkedChat, type TestChat } from '../support/start-test-chat.ts';

const DEED = 'Chị Hiền tổ 7 nhặt được ví, đã trả lại người mất';
const TALK = 'Dạ tôi sẽ có mặt đúng giờ ạ';

describe('a question in a group', () => {
  it('is answered by a reply to it, and by no reply to anything else of the bot', async () => {
    const chat = await startLinkedChat();
    await chat.says('An', `/viectot ${DEED}`);
    const receipt = lastPost(chat);
    await chat.says('An', '/viectot');
    const question = lastPost(chat);
    expect(await chat.says('An', TALK, { toPost: receipt })).toBe('');
    expect(await chat.says('An', '/cuatoi')).toContain('Các báo cáo đã gửi: 1');
    await chat.says('An', '/viectot');
    expect(await chat.says('An', 'Anh Nam vá đường, dọn rác cả xóm', { toPost: question })).toContain(
      'đã dừng',
    );
    expect(await chat.says('An', 'Anh Nam vá đường, dọn rác cả xóm')).toContain('VT2');
  });

  it('is answered by nobody else, neither in words nor by its buttons', async () => {
    const chat = await startLinkedChat();
    await chat.says('An', '/viectot');
    expect(await chat.says('Binh', TALK, { toPost: lastPost(chat) })).toBe('');
    await chat.says('An', `/viectot ${DEED}`);
    await chat.presses('An', 'Đổi lĩnh vực');
    expect(await chat.presses('Binh', 'Phát triển kinh tế')).toMatch(/^Câu hỏi này dành cho người khác/);
    expect(await chat.presses('An', 'Môi trường, nông thôn mới')).toContain('Môi trường, nông thôn mới');
  });

  it('gives no other person’s button to whoever is being asked something themselves', async () => {
    const chat = await startLinkedChat();
    await chat.says('An', `/viectot ${DEED}`);
    await chat.presses('An', 'Đổi lĩnh vực');
    await chat.says('Binh', '/mohinh');
    expect(await chat.presses('Binh', 'Phát triển kinh tế')).toMatch(/^Câu hỏi này dành cho người khác/);
    expect(await chat.says('Binh', 'Tủ đồ nhân ái')).toContain('người nào thực hiện');
  });

  it('is not stopped, nor its message changed, by another person’s “Thôi”', async () => {
    const chat = await startLinkedChat();
    for (const name of ['An', 'Binh']) {
      await chat.says(name, `/viectot ${name} ${DEED}`);
      await chat.says(name, `/viectot ${name} ${DEED}`);
    }
    const posts = chat.posts();
    await chat.says('An', '/mohinh');
    expect(await chat.presses('An', 'Thôi')).toMatch(/^Câu hỏi này dành cho người khác/);
    expect(chat.posts().slice(0, posts.length)).toEqual(posts);
    expect(await chat.presses('Binh', 'Thôi')).toBe('Đã dừng. Chưa có gì được ghi.');
  });

  it('of which the buttons still stand there is meant by them, whatever was asked since', async () => {
    const chat = await startLinkedChat();
    await chat.says('An', `/viectot ${DEED}`);
    await chat.says('An', '/viectot Anh Nam vá đường, dọn rác cả xóm');
    await chat.says('An', '/linhvuc VT1');
    const first = chat.platform.posted.at(-1);
    expect(await chat.says('An', '/linhvuc VT2')).toContain('(/linhvuc) đã dừng');
    expect(await pressesUnder(chat, first?.id, 'An', 'economy')).toContain('VT1');
    expect(await chat.says('An', '/xem VT2')).not.toContain('Phát triển kinh tế');
    expect(await chat.says('An', '/xem VT1')).toContain('Phát triển kinh tế');
  });

  it('is answered under each of its messages when it had to be asked again', async () => {
    const chat = await startLinkedChat();
    await chat.says('An', '/viectot');
    const first = lastPost(chat);
    expect(await chat.says('An', 'abc')).toContain('ngắn quá');
    expect(await chat.says('An', DEED, { toPost: first })).toContain('VT1');
  });

  it('is asked in the place of another, which says so', async () => {
    const chat = await startLinkedChat();
    await chat.says('An', `/viectot ${DEED}`);
    await chat.says('An', '/mohinh');
    await chat.says('An', 'Tủ đồ nhân ái');
    expect(await chat.presses('An', 'Sửa')).toMatch(/\nViệc đang nhập dở \(\/mohinh\) đã dừng\.$/);
  });
});

describe('a question in a private chat', () => {
  it('is answered by the next text that is no command', async () => {
    const chat = await startLinkedChat();
    await chat.says('An', '/viectot');
    await chat.says('An', '/viectot', { privately: true });
    expect(await chat.says('An', DEED, { privately: true })).toContain('VT1');
  });

  it('waits no more after a command, were it refused', async () => {
    const chat = await startLinkedChat();
    await chat.says('An', '/lich');
    await chat.says('An', '/viectot', { privately: true });
    expect(await chat.says('An', '/nhaclich 20h ngày 5 họp', { privately: true })).toContain(
      'Việc đang nhập dở (/viectot) đã dừng.',
    );
    expect(await chat.says('An', TALK, { privately: true })).toContain('Mời bắt đầu bằng một lệnh');
  });
});

describe('a button', () => {
  it('that its message does not carry is refused, whatever it stands for, and replaces nothing', async () => {
    const chat = await startLinkedChat();
    await chat.says('An', `/viectot ${DEED}`);
    await chat.says('Quantri', '/nhaclich 19h30 ngày 5 hằng tháng Họp chi bộ');
    const posts = chat.posts();
    expect(await pressesUnder(chat, lastPost(chat), 'An', '/rut VT1')).toMatch(/^Tin này không còn nút đó/);
    expect(await pressesUnder(chat, '99', 'Quantri', '/datlich NL1')).toMatch(/^Tin này không còn nút đó/);
    expect(chat.posts().slice(0, posts.length)).toEqual(posts);
    expect(await chat.says('An', '/xem VT1')).toContain('chờ duyệt');
    expect(await chat.presses('Quantri', 'Đúng, đặt lịch')).toContain('Đã đặt lịch');
  });

  it('under an older proposal says that a newer one took its place, and changes nothing', async () => {
    const chat = await startLinkedChat();
    await chat.says('Quantri', '/nhaclich 19h30 ngày 5 hằng tháng Họp chi bộ');
    await chat.presses('Quantri', 'Đúng, đặt lịch');
    await chat.says('Quantri', '/sualich NL1 20h ngày 6/2/2026');
    const older = chat.platform.posted.at(-1);
    const [apply, drop] = older?.message.buttons?.flat().map(({ line }) => line) ?? [];
    await chat.says('Quantri', '/sualich NL1 7h ngày 20/1/2026');
    for (const line of [apply, drop])
      expect(await pressesUnder(chat, older?.id, 'Quantri', line ?? '')).toMatch(
        /^Đề nghị sửa NL1 ở tin này/,
      );
    expect(await chat.says('Quantri', '/dslich')).toContain('19 giờ 30');
    expect(await chat.presses('Quantri', 'Đúng, sửa lịch')).toMatch(/7 giờ sáng thứ Ba, 20\/01/);
  });
});

function lastPost(chat: TestChat): string {
  return chat.platform.posted.at(-1)?.id ?? '';
}

let presses = 0;

/** Somebody presses a line under a message, whether it is there or not. */
function pressesUnder(chat: TestChat, messageId = '', name: string, line: string): Promise<string> {
  presses += 1;
  return chat.deliver({
    platform: 'memory',
    updateId: `under${presses}`,
    channel: { id: 'nhom', kind: 'group', title: 'nhom' },
    sender: { id: name.toLowerCase(), name },
    kind: 'press',
    messageId,
    pressId: `under${presses}`,
    line,
  });
}
