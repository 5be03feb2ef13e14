import { describe, expect, it } from 'vitest';
import { startLinkedChat } from '../../support/start-test-chat.ts';

const DEED = 'Chị Hiền tổ 7 nhặt được ví có 3,2 triệu, đã trả lại người mất';
const OTHER_DEED = 'Đoàn xã dọn kênh sáng nay 22 bạn';
const MODEL = 'Tủ đồ nhân ái | Hội LHPN xã | Ai thừa đến cho, ai thiếu đến lấy';

describe('a message that is changed', () => {
  it('from a good deed into a model makes the model, and from then on changes that', async () => {
    const chat = await startLinkedChat();
    const changed = { messageId: 'm77', edited: true };
    await chat.says('An', `/viectot ${DEED}`, { messageId: 'm77' });
    expect(await chat.says('An', `/mohinh ${MODEL}`, changed)).toContain('Đã ghi mô hình MH1');
    expect(await chat.says('An', `/mohinh ${MODEL} cả năm`, changed)).toContain('Đã sửa mô hình MH1');
    expect(await chat.says('An', '/xem VT1')).toContain(DEED);
  });

  it('changes the report that was recorded of it after a doubt', async () => {
    const chat = await startLinkedChat();
    await chat.says('An', `/viectot ${DEED}`, { messageId: 'm1' });
    await chat.says('An', `/viectot ${DEED}`, { messageId: 'm2' });
    expect(await chat.presses('An', 'Vẫn ghi')).toContain('VT2');
    const changed = await chat.says('An', `/viectot ${DEED} hôm qua`, { messageId: 'm2', edited: true });
    expect(changed).toContain('Đã sửa việc tốt VT2');
    expect(await chat.says('An', '/xem VT1')).not.toContain('hôm qua');
    expect(await chat.says('An', '/cuatoi')).toContain('Các báo cáo đã gửi: 2');
  });

  it('changes the newest of the reports that it made', async () => {
    const chat = await startLinkedChat();
    const changed = { messageId: 'm2', edited: true };
    await chat.says('An', `/viectot ${DEED}`, { messageId: 'm1' });
    expect(await chat.says('An', `/viectot ${DEED}`, { messageId: 'm2' })).toContain('giống VT1');
    expect(await chat.says('An', `/viectot ${OTHER_DEED}`, changed)).toContain('Đã ghi việc tốt VT2');
    expect(await chat.presses('An', 'Vẫn ghi')).toContain('VT3');
    expect(await chat.says('An', `/viectot ${OTHER_DEED}, 30 cây`, changed)).toContain('Đã sửa việc tốt VT3');
    expect(await chat.says('An', '/xem VT2')).not.toContain('30 cây');
  });

  it('changes no report of another channel whose message has the same number', async () => {
    const chat = await startLinkedChat();
    chat.platform.standings.set('khac:chinh', 'administrator');
    await chat.saysIn('khac', 'Chinh', '/lienket Đoàn xã');
    await chat.says('An', `/viectot ${DEED}`, { messageId: 'm5' });
    await chat.saysIn('khac', 'An', `/viectot ${OTHER_DEED}`, { messageId: 'm5' });
    await chat.says('An', `/viectot ${DEED} hôm qua`, { messageId: 'm5', edited: true });
    expect(await chat.saysIn('khac', 'An', '/xem VT1')).not.toContain('hôm qua');
  });
});

describe('a report that is returned', () => {
  it('is told in answer to the message that it was made of', async () => {
    const chat = await startLinkedChat();
    await chat.says('An', `/viectot ${DEED}`, { messageId: 'm1' });
    await chat.says('An', `/viectot ${DEED}`, { messageId: 'm2' });
    await chat.presses('An', 'Vẫn ghi');
    await chat.says('Quantri', '/tralai VT1 thiếu ngày');
    expect(chat.platform.posted.at(-1)).toMatchObject({ replyTo: 'm1' });
    await chat.says('Quantri', '/tralai VT2 thiếu ngày');
    expect(chat.platform.posted.at(-1)).toMatchObject({ replyTo: 'm2' });
  });

  it('is told in answer to the message that said what had been asked for', async () => {
    const chat = await startLinkedChat();
    await chat.says('An', '/viectot', { messageId: 'm1' });
    await chat.says('An', DEED, { messageId: 'm2' });
    await chat.says('Quantri', '/tralai VT1 thiếu ngày');
    expect(chat.platform.posted.at(-1)).toMatchObject({ replyTo: 'm2' });
  });

  it('and came by a form is told in answer to no message', async () => {
    const chat = await startLinkedChat();
    await chat.deliver({
      platform: 'memory',
      kind: 'message',
      updateId: 'form1',
      messageId: 'form1',
      posted: false,
      text: '/viectot',
      answers: { text: DEED },
      edited: false,
      channel: { id: 'nhom', kind: 'group', title: 'nhom' },
      sender: { id: 'an', name: 'An' },
    });
    const told = await chat.says('Quantri', '/tralai VT1 thiếu ngày');
    expect(told).toContain('An: báo cáo VT1');
    expect(chat.platform.posted.at(-1)).toMatchObject({ replyTo: undefined });
  });
});
