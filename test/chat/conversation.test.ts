import { describe, expect, it } from 'vitest';
import { startLinkedChat, startTestChat } from '../support/start-test-chat.ts';

const DEED = 'Chị Hiền tổ 7 nhặt được ví, đã trả lại người mất';

describe('a conversation', () => {
  it('is with the person who began it, in that channel, and nobody else', async () => {
    const chat = await startLinkedChat();
    await chat.says('An', '/viectot');
    expect(await chat.says('Binh', DEED)).toBe('');
    expect(await chat.saysIn('khac', 'An', DEED)).toBe('');
    expect(await chat.says('An', DEED)).toContain('VT1');
  });

  it('is stopped by the command or by the word', async () => {
    const chat = await startLinkedChat();
    await chat.says('An', '/viectot');
    expect(await chat.says('An', '/huy')).toBe('Đã dừng. Chưa có gì được ghi.');
    expect(await chat.says('An', '/huy')).toBe('Không có việc nào đang nhập dở.');
    await chat.says('An', '/viectot');
    expect(await chat.says('An', 'Hủy')).toBe('Đã dừng. Chưa có gì được ghi.');
    expect(await chat.says('An', DEED)).toBe('');
  });

  it('skips what is optional, and not what is needed', async () => {
    const chat = await startLinkedChat();
    await chat.says('An', '/viectot');
    expect(await chat.says('An', 'bỏ qua')).toContain('chưa bỏ qua được');
    await chat.says('Quantri', '/nhaclich');
    await chat.says('Quantri', 'Sinh hoạt chi bộ');
    expect(await chat.says('Quantri', '20h ngày 5 hằng tháng')).toContain('Nhắc trước bao lâu?');
    expect(await chat.presses('Quantri', 'Bỏ qua')).toContain('Ở đâu?');
    expect(await chat.says('Quantri', 'bo qua')).toMatch(/trước 3 ngày[\s\S]*Đúng chưa\?/);
  });

  it('waits fifteen minutes, and then says that it waited', async () => {
    const chat = await startLinkedChat();
    await chat.says('An', '/viectot');
    await chat.clock.advance(14 * 60_000);
    expect(await chat.says('An', 'abc')).toContain('ngắn quá');
    await chat.clock.advance(16 * 60_000);
    expect(await chat.says('An', DEED)).toContain('Mời gõ lại /viectot');
  });

  it('ends with another command, which says so', async () => {
    const chat = await startLinkedChat();
    await chat.says('An', '/viectot');
    expect(await chat.says('An', '/lich')).toMatch(
      /Chưa có buổi nào[\s\S]*\nViệc đang nhập dở \(\/viectot\) đã dừng\.$/,
    );
    expect(await chat.says('An', DEED)).toBe('Câu hỏi này đã dừng. Mời gõ lại /viectot.');
    expect(await chat.says('An', `/viectot ${DEED}`)).toContain('VT1');
  });

  it('keeps what was said when one answer is refused', async () => {
    const chat = await startLinkedChat();
    expect(await chat.says('Quantri', '/nhaclich 31/2 họp chi bộ')).toContain('Không có “31/2”');
    expect(await chat.says('Quantri', '20h ngày 28/2')).toMatch(/NL1 – họp chi bộ/);
  });
});

describe('what the bot answers to', () => {
  it('keeps silent about talk and about commands of other bots in a group', async () => {
    const chat = await startLinkedChat();
    for (const text of ['Chào cả nhà', '/xyz', '/start2048game', 'viectot không có gạch chéo'])
      expect(await chat.says('An', text)).toBe('');
  });

  it('forgives one slip in the name of a command, and after two offers the one that was perhaps meant', async () => {
    const chat = await startLinkedChat();
    expect(await chat.says('An', '/choduet')).toBe('Lệnh này dành cho người tổng hợp.');
    expect(await chat.says('An', '/chodut')).toContain('Có phải /choduyet?');
  });

  it('takes a command without its slash in a private chat, and says there what it does not know', async () => {
    const chat = await startLinkedChat();
    await chat.says('An', '/start');
    expect(await chat.says('An', `viectot ${DEED}`, { privately: true })).toContain('VT1');
    expect(await chat.says('An', '/xyz', { privately: true })).toContain('Chưa có lệnh “xyz”');
    expect(await chat.says('An', 'chào bạn', { privately: true })).toContain('Mời bắt đầu bằng một lệnh');
  });

  it('says hello in a private chat of somebody who is in no unit yet', async () => {
    const chat = await startTestChat();
    expect(await chat.says('An', '/start', { privately: true })).toContain('làm việc trong nhóm');
    expect(await chat.says('An', `/viectot ${DEED}`, { privately: true })).toContain('Chưa biết đơn vị');
  });
});

describe('help', () => {
  it('lists what the role may use, in groups', async () => {
    const chat = await startLinkedChat();
    const member = await chat.says('An', '/trogiup');
    expect(member).toContain('/viectot – Báo một việc tốt');
    expect(member).not.toMatch(/Người tổng hợp|Quản trị viên|\/choduyet|\/nhaclich/);
    await chat.says('Quantri', '/capquyen tổng hợp', { replyTo: 'Lan' });
    const coordinator = await chat.says('Lan', '/trogiup');
    expect(coordinator).toMatch(/Mọi người[\s\S]*Người tổng hợp[\s\S]*\/choduyet/);
    expect(coordinator).not.toMatch(/Quản trị viên|\/nhaclich/);
    expect(await chat.says('Quantri', '/help')).toMatch(
      /Mọi người[\s\S]*Người tổng hợp[\s\S]*Quản trị viên[\s\S]*\/nhaclich/,
    );
  });

  it('explains one command with its short names and examples', async () => {
    const chat = await startLinkedChat();
    expect(await chat.says('An', '/trogiup /vt')).toMatch(
      /Gõ ngắn: \/vt, \/gooddeed\nVí dụ:\n\/viectot Chị Hiền/,
    );
    expect(await chat.says('An', '/trogiup việc tốt')).toContain('Báo một việc tốt');
    expect(await chat.says('An', '/trogiup abc')).toContain('Chưa có lệnh “abc”');
  });
});

describe('a hundred commands in a second', () => {
  it('from one person are refused after a burst, in one note, and slow nobody else', async () => {
    const chat = await startLinkedChat({ limited: true });
    const answers: string[] = [];
    for (let i = 0; i < 100; i += 1)
      answers.push(await chat.says('An', `/viectot Bác ${i} ở ấp ${i} tặng ${i + 1} suất quà cho hộ nghèo`));
    const [recorded, refused, silent] = [/Đã ghi việc tốt/, /Gửi hơi nhanh/, /^$/].map(
      (kind) => answers.filter((answer) => kind.test(answer)).length,
    );
    expect([recorded, refused, silent]).toEqual([20, 1, 79]);
    expect(await chat.says('Binh', `/viectot ${DEED}`)).toContain('VT21');
    await chat.clock.advance(11_000);
    expect(await chat.says('An', `/viectot ${DEED}`)).toContain('VT22');
  });
});

describe('a bug', () => {
  it('is answered politely with a reference that the log has too, and nothing is half done', async () => {
    const chat = await startLinkedChat();
    await chat.app.db.schema.dropTable('report_changes').execute();
    await chat.says('An', `/viectot ${DEED}`);
    const answer = await chat.says('Quantri', '/duyet VT1');
    const ref = /mã ([0-9a-f]{6})/.exec(answer)?.[1] ?? 'none';
    expect(answer).not.toMatch(/no such table|Error/);
    expect(chat.logged.some((line) => line.includes(ref) && line.includes('no such table'))).toBe(true);
    expect(await chat.says('Binh', '/xem VT1')).toContain('chờ duyệt');
  });
});
