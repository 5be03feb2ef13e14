import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { PlatformError } from '../../../src/chat/platform.ts';
import { startLinkedChat, startTestChat, type TestChat } from '../../support/start-test-chat.ts';

const DEED = 'Chị Hiền tổ 7 nhặt được ví có 3,2 triệu, đã trả lại người mất';
const OTHER = 'Anh Nam ở ấp 3 cứu một em nhỏ bị đuối nước';

let chat: TestChat;
beforeEach(async () => {
  chat = await startLinkedChat();
});
afterEach(() => chat.stop());

describe('a file that comes with a report', () => {
  it('is kept: /xem sends it back, pictures first, when the platform has it no longer', async () => {
    const said = await chat.says('An', `/viectot ${DEED}`, { file: pdf('đơn.pdf') });
    expect(said).toContain('Tệp kèm theo: đơn.pdf');
    await chat.says('An', '/sua VT1', { file: picture('ví.jpg') });
    chat.platform.files.clear();
    expect(await chat.says('Binh', '/xem VT1')).toContain('Tệp kèm theo: đơn.pdf, ví.jpg');
    expect(await givenBack()).toEqual([
      ['ví.jpg', 'image/jpeg', picture('ví.jpg').content],
      ['đơn.pdf', 'application/pdf', pdf('đơn.pdf').content],
    ]);
  });

  it('is there after a restart, on disk beside the database', async () => {
    const databaseUrl = `sqlite:${join(mkdtempSync(join(tmpdir(), 'neu-guong-')), 'bot.db')}`;
    const first = await startLinkedChat({ databaseUrl });
    await first.says('An', `/viectot ${DEED}`, { file: picture('ví.jpg') });
    await first.stop();
    await chat.stop();
    chat = await startTestChat({ databaseUrl });
    await chat.says('An', '/xem VT1', { updateId: 'after', messageId: 'after' });
    expect(await givenBack()).toEqual([['ví.jpg', 'image/jpeg', picture('ví.jpg').content]]);
  });

  it('may hang on the message that the report answers', async () => {
    await chat.says('An', `/viectot ${DEED}`, { replyTo: 'Binh', replyToFile: picture('ví.jpg') });
    await chat.says('An', '/xem VT1');
    expect((await givenBack()).map(([name]) => name)).toEqual(['ví.jpg']);
  });

  it('has the type that its content shows, whatever it is called', async () => {
    const file = { name: 'ví.jpg', content: '<html>', mimeType: 'image/jpeg' };
    await chat.says('An', `/viectot ${DEED}`, { file });
    await chat.says('An', '/xem VT1');
    expect((await givenBack()).map(([, type]) => type)).toEqual(['text/plain']);
  });

  it('stays with it while the bot asks for what is missing', async () => {
    expect(await chat.says('An', '/viectot', { file: picture('ví.jpg') })).toContain('Mời kể việc tốt');
    expect(await chat.says('An', 'tốt')).toContain('ngắn quá');
    expect(await chat.says('An', DEED)).toContain('Tệp kèm theo: ví.jpg');
  });

  it('stays with it while the bot asks whether the same words are meant twice', async () => {
    await chat.says('An', `/viectot ${DEED}`);
    expect(await chat.says('An', `/viectot ${DEED}`, { file: picture('ví.jpg') })).toContain('giống VT1');
    expect(await chat.presses('An', 'Vẫn ghi')).toMatch(/VT2[\s\S]*Tệp kèm theo: ví\.jpg/);
  });

  it('may come alone as the answer to the question, and waits for the words', async () => {
    await chat.says('An', '/viectot');
    expect(await chat.says('An', '', { file: picture('ví.jpg') })).toContain('ngắn quá');
    expect(await chat.says('An', DEED)).toContain('Tệp kèm theo: ví.jpg');
  });

  it('is shown in the receipt as long as the receipt is changed', async () => {
    await chat.says('An', `/viectot ${DEED}`, { file: picture('ví.jpg') });
    await chat.presses('An', 'Đổi lĩnh vực');
    expect(await chat.presses('An', 'Quốc phòng, an ninh')).toContain('Tệp kèm theo: ví.jpg');
  });

  it('is fetched again with the message that is changed, and is there once', async () => {
    const file = picture('ví.jpg');
    await chat.says('An', `/viectot ${DEED}`, { messageId: 'm77', file });
    const edited = { messageId: 'm77', edited: true };
    await chat.says('An', `/viectot ${OTHER}`, { ...edited, file });
    expect(await chat.says('An', '/xem VT1')).toContain('Tệp kèm theo: ví.jpg');
    await chat.says('An', `/viectot ${OTHER}`, { ...edited, file: picture('chợ.jpg') });
    expect(await chat.says('An', '/xem VT1')).toContain('Tệp kèm theo: ví.jpg, chợ.jpg');
  });
});

describe('a file that cannot be kept', () => {
  it('because it is too large does not lose the report, and the way to send a smaller one is said', async () => {
    const file = { ...picture('video.mp4'), size: 21 * 1024 * 1024 };
    const said = await chat.says('An', `/viectot ${DEED}`, { file });
    expect(said).toMatch(/Đã ghi việc tốt VT1[\s\S]*“video\.mp4” nặng quá 20 MB nên chưa giữ được/);
    expect(said).toContain('Vui lòng gửi tệp nhỏ hơn, kèm: /sua VT1');
    expect(await chat.says('An', '/sua VT1', { file: picture('ảnh.jpg') })).toContain('kèm theo: ảnh.jpg');
  });

  it('because it is gone, or larger than was said, does not lose the report', async () => {
    chat.platform.download = () => Promise.reject(new PlatformError('rejected', 'gone'));
    const said = await chat.says('An', `/viectot ${DEED}`, { file: picture('ví.jpg') });
    expect(said).toMatch(/VT1[\s\S]*“ví\.jpg” quá nặng hoặc không còn nên chưa giữ được/);
  });

  it('because the platform is out of reach does not lose the report, which says so until it comes', async () => {
    const download = chat.platform.download.bind(chat.platform);
    chat.platform.download = () => Promise.reject(new PlatformError('unavailable', 'down'));
    const how = { messageId: 'm77', file: picture('ví.jpg') };
    const missing = '“ví.jpg” tạm thời chưa lấy được nên chưa giữ được';
    expect(await chat.says('An', `/viectot ${DEED}`, how)).toMatch(new RegExp(`VT1[\\s\\S]*${missing}`));
    expect(await chat.says('Binh', '/xem VT1')).toContain(missing);
    expect(await givenBack()).toEqual([]);
    chat.platform.download = download;
    const said = await chat.says('An', `/viectot ${OTHER}`, { ...how, edited: true });
    expect(said).toContain('Tệp kèm theo: ví.jpg');
    expect(said).not.toContain('chưa giữ được');
  });

  it('does not hide one of that name that is kept, when the message is changed in the meantime', async () => {
    const how = { messageId: 'm77', file: picture('ví.jpg') };
    await chat.says('An', `/viectot ${DEED}`, how);
    chat.platform.download = () => Promise.reject(new PlatformError('unavailable', 'down'));
    const said = await chat.says('An', `/viectot ${OTHER}`, { ...how, edited: true });
    expect(said).toContain('Tệp kèm theo: ví.jpg');
    expect(said).not.toContain('chưa giữ được');
  });

  it('is not fetched for a report that is refused anyway', async () => {
    let fetched = 0;
    const download = chat.platform.download.bind(chat.platform);
    chat.platform.download = (...asked) => {
      fetched += 1;
      return download(...asked);
    };
    await chat.says('An', '/viectot tốt', { file: picture('ví.jpg') });
    await chat.says('An', '/sua VT9', { file: picture('ví.jpg') });
    expect(fetched).toBe(0);
  });
});

describe('/sua with a file', () => {
  it('adds it without touching the words, which may come along', async () => {
    await chat.says('An', `/viectot ${DEED}`);
    expect(await chat.says('An', '/sua VT1', { file: picture('một.jpg') })).toContain(DEED);
    const said = await chat.says('An', `/sua VT1 ${OTHER}`, { file: picture('hai.jpg') });
    expect(said).toMatch(new RegExp(`${OTHER}[\\s\\S]*kèm theo: một\\.jpg, hai\\.jpg`));
  });

  it('takes one alone as the answer to its question', async () => {
    await chat.says('An', `/viectot ${DEED}`);
    await chat.says('An', '/sua VT1');
    expect(await chat.says('An', '', { file: picture('ví.jpg') })).toMatch(
      new RegExp(`${DEED}[\\s\\S]*kèm theo: ví\\.jpg`),
    );
  });

  it('and nothing else is asked for what is missing, and lets the words be', async () => {
    await chat.says('An', `/viectot ${DEED}`);
    expect(await chat.says('An', '/sua', { file: picture('ví.jpg') })).toContain('Mã báo cáo là gì');
    expect(await chat.says('An', 'VT1')).toContain('Mời viết lại nội dung');
    expect(await chat.presses('An', 'Bỏ qua')).toMatch(new RegExp(`${DEED}[\\s\\S]*kèm theo: ví\\.jpg`));
  });

  it('of a report that was verified has it reviewed again', async () => {
    await chat.says('An', `/viectot ${DEED}`);
    await chat.says('Quantri', '/duyet VT1');
    expect(await chat.says('An', '/sua VT1', { file: picture('ví.jpg') })).toContain('chờ duyệt');
  });

  it('takes it from the sender and from coordinators only, and not for what was withdrawn', async () => {
    const file = picture('ví.jpg');
    await chat.says('An', `/viectot ${DEED}`);
    expect(await chat.says('Binh', '/sua VT1', { file })).toContain('do người khác gửi');
    await chat.says('An', '/rut VT1');
    expect(await chat.says('An', '/sua VT1', { file })).toBe('VT1 đã được rút.');
  });

  it('that cannot be had is refused in words, and the report stays as it is', async () => {
    await chat.says('An', `/viectot ${DEED}`);
    const file = { ...picture('ví.jpg'), size: 30_000_000 };
    expect(await chat.says('An', '/sua VT1', { file })).toContain('tối đa 20.480 KB');
    expect(await chat.says('An', '/xem VT1')).not.toContain('ví.jpg');
  });

  it('keeps ten of a report', async () => {
    await chat.says('An', `/viectot ${DEED}`);
    for (let count = 1; count <= 10; count += 1)
      await chat.says('An', '/sua VT1', { file: picture(`${count}.jpg`) });
    expect(await chat.says('An', '/sua VT1', { file: picture('11.jpg') })).toBe('VT1 có nhiều nhất 10 tệp.');
    await chat.says('An', '/xem VT1');
    expect(await givenBack()).toHaveLength(10);
  });
});

describe('a file that cannot be sent back', () => {
  it('because it is too large for the platform is named, and the others come', async () => {
    await chat.says('An', `/viectot ${DEED}`, { file: picture('ví.jpg') });
    await chat.says('An', '/sua VT1', { file: { name: 'to.pdf', content: `%PDF${'x'.repeat(3_000_000)}` } });
    chat.platform.largestFile = 2 * 1024 * 1024;
    expect(await chat.says('An', '/xem VT1')).toContain('“to.pdf” nặng quá 2 MB nên không gửi được ở đây');
    expect((await givenBack()).map(([name]) => name)).toEqual(['ví.jpg']);
  });

  it('because it was lost from the disk is said to be so', async () => {
    await chat.says('An', `/viectot ${DEED}`, { file: picture('ví.jpg') });
    await chat.app.blobs.empty();
    expect(await chat.says('An', '/xem VT1')).toContain('“ví.jpg” trống hoặc không còn trong kho lưu');
    expect(await givenBack()).toEqual([]);
  });
});

it('a report of the time before files were kept still names those that came with it', async () => {
  await chat.says('An', `/viectot ${DEED}`);
  const files = JSON.stringify([{ id: 'https://cdn.discordapp.com/1', name: 'cũ.jpg', size: 9 }]);
  await chat.app.db.updateTable('reports').set({ files }).execute();
  expect(await chat.says('An', '/xem VT1')).toContain('Tệp kèm theo: cũ.jpg');
  await chat.says('An', '/sua VT1', { file: picture('mới.jpg') });
  expect(await chat.says('An', '/xem VT1')).toContain('Tệp kèm theo: cũ.jpg, mới.jpg');
});

function picture(name: string) {
  return { name, content: Buffer.from(`ffd8ff${Buffer.from(name).toString('hex')}`, 'hex') };
}

function pdf(name: string) {
  return { name, content: Buffer.from(`%PDF ${name}`) };
}

/** Name, type and content of the files of the bot's last message. */
async function givenBack() {
  const files = chat.platform.posted.at(-1)?.message.files ?? [];
  return Promise.all(
    files.map(async ({ name, mimeType, blob }) => [
      name,
      mimeType,
      Buffer.from(await chat.app.blobs.read(blob)),
    ]),
  );
}
