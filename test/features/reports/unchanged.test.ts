import { describe, expect, it } from 'vitest';
import { startLinkedChat, type TestChat } from '../../support/start-test-chat.ts';

const DEED = 'Chị Hiền tổ 7 nhặt được ví có 3,2 triệu, đã trả lại người mất';
const EDITED = { messageId: 'm1', edited: true };

describe('a message that is reported as changed and says the same', () => {
  it('leaves its verified report verified, and is not answered', async () => {
    const chat = await startVerified();
    expect(await chat.says('An', `/viectot ${DEED}`, EDITED)).toBe('');
    expect(await chat.says('An', '/xem VT1')).toContain('đã xác nhận');
    expect(await chat.says('An', `/viectot ${DEED} hôm qua`, EDITED)).toContain('chờ duyệt');
  });

  it('does not undo what was corrected since by a command', async () => {
    const chat = await startVerified();
    await chat.says('Quantri', '/sua VT1 Chị Hoa tổ 8 nhặt được ví, đã trả lại người mất');
    expect(await chat.says('An', `/viectot ${DEED}`, EDITED)).toBe('');
    expect(await chat.says('An', '/xem VT1')).toMatch(/Chị Hoa tổ 8[\s\S]*đã xác nhận/);
  });

  it('is known by the words of the report where it was recorded before what it said was kept', async () => {
    const chat = await startVerified();
    await chat.app.db.deleteFrom('message_digests').execute();
    expect(await chat.says('An', `/viectot ${DEED}`, EDITED)).toBe('');
    expect(await chat.says('An', '/xem VT1')).toContain('đã xác nhận');
  });
});

describe('a report', () => {
  it('stays as it is when it is corrected into what it says', async () => {
    const chat = await startVerified();
    await chat.says('An', `/sua VT1 ${DEED}`);
    expect(await chat.says('An', '/xem VT1')).toContain('đã xác nhận');
  });

  it('waits for review again when its reporter changes the field, and not when a coordinator does', async () => {
    const chat = await startVerified();
    expect(await chat.says('Quantri', '/linhvuc VT1 Phát triển kinh tế')).toContain('đã xác nhận');
    expect(await chat.says('An', '/linhvuc VT1 Phát triển kinh tế')).toContain('đã xác nhận');
    expect(await chat.says('An', '/linhvuc VT1 Môi trường, nông thôn mới')).toContain('chờ duyệt');
  });

  it('of a unit that the chat has left is not reached by changing its message', async () => {
    const chat = await startVerified();
    await chat.says('Quantri', '/lienket Đoàn xã xacnhan');
    expect(await chat.says('An', `/viectot ${DEED} hôm qua`, EDITED)).toMatch(/đơn vị mà nhóm không còn gắn/);
    const { text, state } = await chat.app.db
      .selectFrom('reports')
      .select(['text', 'state'])
      .executeTakeFirstOrThrow();
    expect([text, state]).toEqual([DEED, 'verified']);
  });
});

async function startVerified(): Promise<TestChat> {
  const chat = await startLinkedChat();
  await chat.says('An', `/viectot ${DEED}`, { messageId: 'm1' });
  await chat.says('Quantri', '/duyet VT1');
  return chat;
}
