import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { PlatformError } from '../../../src/chat/platform.ts';
import { startLinkedChat, type TestChat } from '../../support/start-test-chat.ts';

let chat: TestChat;
beforeEach(async () => {
  chat = await startLinkedChat();
  await chat.says('Quantri', '/chuyende tháng 1: Học tập Di chúc');
});
afterEach(() => chat.stop());

const file = { name: 'Di chúc.pdf', content: '%PDF', mimeType: 'application/pdf' };

describe('/tailieu', () => {
  it.each([
    ['https://dichuc.vn/ban-goc Di chúc, bản gốc', '1. Di chúc, bản gốc – https://dichuc.vn/ban-goc'],
    ['Di chúc: https://dichuc.vn/ban-goc.', '1. Di chúc – https://dichuc.vn/ban-goc'],
    ['tulieuvankien.dangcongsan.vn/a?b=1&c=2', '1. tulieuvankien.dangcongsan.vn – https://tulieuvankien'],
    ['Đường cách mệnh', '1. Đường cách mệnh'],
    ['https://a.vn/@x xem', '1. xem – https://a.vn/%40x'],
  ])('adds “%s”', async (what, line) => {
    expect(await admin(`/tailieu CD1 ${what}`)).toContain(line);
    expect(await chat.says('An', '/chuyende')).toContain(line);
  });

  it('of a topic that is not there names the way to those of the year', async () => {
    expect(await admin('/tailieu CD9 1')).toBe(
      'Không có chuyên đề CD9 trong đơn vị này. Gõ /chuyende năm 2026 để xem cả năm.',
    );
  });

  it('adds a file that comes with it, and gives it back to whoever presses its button', async () => {
    const answer = await chat.says('Quantri', '/tailieu cd1', { file });
    expect(answer).toContain('1. Di chúc.pdf (tệp)');
    await chat.says('An', '/chuyende');
    await chat.presses('An', 'Di chúc.pdf');
    const [given] = chat.platform.posted.at(-1)?.message.files ?? [];
    expect(given).toMatchObject({ name: 'Di chúc.pdf', mimeType: 'application/pdf' });
    const bytes = await chat.app.blobs.read(given?.blob ?? '');
    expect(new TextDecoder().decode(bytes)).toBe(file.content);
  });

  it('gives it back when the platform has it no longer', async () => {
    await chat.says('Quantri', '/tailieu CD1', { file });
    chat.platform.files.clear();
    expect(await chat.says('An', '/tailieu CD1 1')).toBe('Tài liệu: Di chúc.pdf');
    expect(chat.platform.posted.at(-1)?.message.files).toHaveLength(1);
  });

  it('keeps the file that came while it was asked for which topic it is', async () => {
    await admin('/chuyende thêm tháng 1: Đền ơn');
    expect(await chat.says('Quantri', '/tailieu', { file })).toContain('của chuyên đề nào');
    expect(await chat.presses('Quantri', 'CD2')).toContain('1. Di chúc.pdf (tệp)');
  });

  it.each([
    ['is too large', { ...file, size: 25_000_000 }, 'tối đa 20.480 KB. Vui lòng gửi tệp nhỏ hơn'],
    ['is out of reach', file, 'Tạm thời chưa lấy được tệp “Di chúc.pdf”'],
  ])('refuses a file that %s, and adds nothing', async (_, sent, words) => {
    chat.platform.download = () => Promise.reject(new PlatformError('unavailable', 'down'));
    expect(await chat.says('Quantri', '/tailieu CD1', { file: sent })).toContain(words);
    expect(await chat.says('An', '/tailieu CD1')).not.toContain('Di chúc.pdf');
  });

  it('does not fetch what a member may not add', async () => {
    chat.platform.download = () => Promise.reject(new Error('it was fetched'));
    expect(await chat.says('An', '/tailieu CD1', { file })).toContain('dành cho quản trị viên');
  });

  it('adds a file that it is an answer to, under the name that is typed', async () => {
    const answer = await chat.says('Quantri', '/tailieu CD1 Bản in năm 1969', { replyToFile: file });
    expect(answer).toContain('1. Bản in năm 1969 (tệp)');
  });

  it('needs no code where there is one topic today, and asks where there are several', async () => {
    expect(await admin('/tailieu Đường cách mệnh')).toContain('(CD1)');
    await admin('/chuyende thêm tháng 1: Đền ơn');
    expect(await admin('/tailieu Sổ tay')).toContain('của chuyên đề nào');
    expect(await chat.presses('Quantri', 'CD2')).toContain('Đền ơn');
    expect(await chat.says('An', '/tailieu CD2')).toContain('1. Sổ tay');
  });

  it('alone shows the topics of today, with a code that topic', async () => {
    await admin('/tailieu CD1 Đường cách mệnh');
    expect(await chat.says('An', '/tailieu')).toContain('1. Đường cách mệnh');
    expect(await chat.says('An', '/tailieu CD1')).toContain('1. Đường cách mệnh');
    expect(await chat.says('An', '/tailieu CD1 1')).toContain('1. Đường cách mệnh');
  });

  it('removes one, and never gives its number again', async () => {
    await admin('/tailieu CD1 Sách một');
    await admin('/tailieu CD1 Sách hai');
    expect(await admin('/tailieu CD1 xóa 2')).not.toContain('Sách hai');
    expect(await admin('/tailieu CD1 Sách ba')).toContain('3. Sách ba');
    expect(await admin('/tailieu CD1 xóa 2')).toContain('không có tài liệu số 2');
  });

  it('is for administrators but for what only shows', async () => {
    expect(await chat.says('An', '/tailieu CD1 Sách của tôi')).toContain('dành cho quản trị viên');
    expect(await chat.says('An', '/tailieu CD1', { file })).toContain('dành cho quản trị viên');
    expect(await chat.says('An', '/tailieu Sách của tôi')).toContain('dành cho quản trị viên');
    await admin('/tailieu CD1 Sách một');
    expect(await chat.says('An', '/tailieu CD1 xóa 1')).toContain('dành cho quản trị viên');
  });

  it.each([
    ['CD9 Sách', 'Không có chuyên đề CD9'],
    ['CD1 ...', 'Mời ghi liên kết hoặc tên'],
    [`CD1 ${'dài '.repeat(60)}`, 'Tên tài liệu dài quá 200'],
    [`CD1 https://a.vn/${'x'.repeat(600)}`, 'Liên kết dài quá 500'],
    ['CD1 7', 'không có tài liệu số 7'],
  ])('refuses “%s” in words', async (line, words) => {
    expect(await admin(`/tailieu ${line}`)).toContain(words);
  });

  it('takes at most twenty for a topic', async () => {
    for (let count = 1; count <= 20; count += 1) await admin(`/tailieu CD1 Sách số ${count} của tủ`);
    expect(await admin('/tailieu CD1 Một cuốn nữa')).toContain('nhiều nhất 20');
  });

  it('says where a file is that another platform holds', async () => {
    await chat.says('Quantri', '/tailieu CD1', { file });
    const before = { platform: 'telegram', file_id: 'BQACAgU', blob: null };
    await chat.app.db.updateTable('topic_materials').set(before).execute();
    expect(await chat.says('An', '/tailieu CD1 1')).toContain('được gửi trên Telegram');
  });
});

describe('a file of the time before files were kept', () => {
  beforeEach(async () => {
    await chat.says('Quantri', '/tailieu CD1', { file });
    const before = { platform: 'memory', file_id: 'file1', blob: null };
    await chat.app.db.updateTable('topic_materials').set(before).execute();
    await chat.app.blobs.empty();
  });

  it('is fetched from the platform that holds it when somebody asks for it, and is kept from then on', async () => {
    expect(await chat.says('An', '/tailieu CD1 1')).toBe('Tài liệu: Di chúc.pdf');
    chat.platform.files.clear();
    await chat.says('An', '/tailieu CD1 1');
    const [given] = chat.platform.posted.at(-1)?.message.files ?? [];
    expect(given).toMatchObject({ name: 'Di chúc.pdf', mimeType: 'application/pdf' });
    expect(Buffer.from(await chat.app.blobs.read(given?.blob ?? '')).toString()).toBe(file.content);
  });

  it('that the platform does not have any more is said to be so, with the way to send it again', async () => {
    chat.platform.files.clear();
    expect(await chat.says('An', '/tailieu CD1 1')).toBe(
      'Tệp “Di chúc.pdf” được gửi trên Memory trước đây, nay không còn lấy được. Quản trị viên gửi lại tệp kèm: /tailieu CD1',
    );
  });

  it('that is out of reach is asked for again later', async () => {
    chat.platform.download = () => Promise.reject(new PlatformError('unavailable', 'down'));
    expect(await chat.says('An', '/tailieu CD1 1')).toContain('Vui lòng gửi lại sau ít phút');
  });
});

describe('the button “Thêm tài liệu”', () => {
  it('asks for the material and takes a text', async () => {
    await admin('/chuyende tháng 2: Liêm chính');
    expect(await chat.presses('Quantri', 'Thêm tài liệu')).toContain('Gửi liên kết, tên tài liệu hoặc tệp');
    expect(await admin('https://a.vn/b Sách trắng')).toContain('1. Sách trắng – https://a.vn/b');
  });

  it('takes a file without a word', async () => {
    await chat.presses('Quantri', 'Thêm tài liệu');
    expect(await chat.says('Quantri', '', { file })).toContain('1. Di chúc.pdf (tệp)');
  });

  it('takes nothing from a member', async () => {
    expect(await chat.presses('An', 'Thêm tài liệu')).toContain('dành cho quản trị viên');
  });
});

function admin(text: string) {
  return chat.says('Quantri', text);
}
