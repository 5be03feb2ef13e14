import { afterEach, describe, expect, it } from 'vitest';
import { readSaid } from '../../../src/features/attendance/read-answer.ts';
import { translator } from '../../../src/texts/translator.ts';
import { UserError } from '../../../src/texts/user-error.ts';
import { growthOfReading, PROPORTION } from '../../support/growth.ts';
import type { TestChat } from '../../support/start-test-chat.ts';
import { at, reminder, SESSION, startWithReminder, startWithSession } from './attendance-chat.ts';

describe('what people type', () => {
  it.each([
    ['du', 'present: '],
    ['có', 'present: '],
    ['co mat', 'present: '],
    ['em có mặt ạ', 'present: '],
    ['dự muộn 15 phút', 'present: muộn 15 phút'],
    ['vắng', 'excused: '],
    ['Vắng có lý do', 'excused: '],
    ['vắng đi công tác', 'excused: đi công tác'],
    ['vang: di cong tac', 'excused: di cong tac'],
    ['vắng vì đi khám bệnh', 'excused: đi khám bệnh'],
    ['xin phép nghỉ ốm', 'excused: ốm'],
    ['có việc bận', 'excused: có việc bận'],
    ['bận việc nhà', 'excused: bận việc nhà'],
    ['đi công tác', 'excused: đi công tác'],
    ['không dự được', 'excused: '],
    ['chưa chắc', 'unsure: '],
    ['Chưa chắc, chờ lịch trực', 'unsure: chờ lịch trực'],
    ['có thể', 'unsure: '],
    ['coming', 'present: '],
    ['absent with reason', 'excused: '],
    ['not sure', 'unsure: '],
    ['dự không chị', 'attendance.unclear'],
    ['đi học', 'attendance.unclear'],
    ['blah', 'attendance.unclear'],
    ['thêm Nguyễn Văn An, Trần Thị Bé và Lê Cường', '+ Nguyễn Văn An + Trần Thị Bé + Lê Cường'],
    ['them', 'attendance.name_needed'],
    ['thêm 0912345678', 'attendance.name_unclear'],
    ['thêm An 0912345678', 'attendance.name_unclear'],
  ])('%s', (text, meaning) => {
    expect(read(text)).toBe(meaning);
    expect(read(text.normalize('NFD'))).toBe(meaning);
  });

  it.each(['vắng ', 'x', ' '])('may be of any length, with no more work than that: “%s”…', async (piece) => {
    expect(await growthOfReading(read, piece)).toBeLessThan(PROPORTION);
  });

  it('may name any number of people, with no more work than that', async () => {
    expect(await growthOfReading((names) => read(`thêm ${names}`), 'An, ')).toBeLessThan(PROPORTION);
  });
});

describe('diemdanh', () => {
  let chat: TestChat;
  afterEach(() => chat.stop());

  it.each([
    ['/diemdanh', 'dự'],
    ['/dd có', 'dự'],
    ['/comat', 'dự'],
    ['/diemdanh SH1', 'dự'],
    ['/diemdanh vắng đi công tác', 'vắng có lý do'],
    ['/diemdanh SH1 chưa chắc', 'chưa chắc'],
    ['/DiemDanh sh-1 VẮNG', 'vắng có lý do'],
    ['/diemdanh SH 1: co', 'dự'],
    ['/điểmdanh vang'.normalize('NFD'), 'vắng có lý do'],
  ])('%s', async (line, answer) => {
    chat = await startWithReminder();
    expect(await chat.says('An', line)).toMatch(new RegExp(`^Đã ghi: ${answer}\\.`));
  });

  it('alone takes people to come, and offers the other answers', async () => {
    chat = await startWithReminder();
    await chat.says('An', '/diemdanh');
    expect(await chat.presses('An', 'Chưa chắc')).toMatch(/^Đã ghi: chưa chắc/);
    await chat.pass(1);
    expect(reminder(chat)).toContain('Báo dự: 0 · vắng có lý do: 0 · chưa chắc: 1');
  });

  it('asks which answer is meant, and takes the one that is pressed', async () => {
    chat = await startWithReminder();
    expect(await chat.says('An', '/diemdanh SH1 hôm đó đi học')).toBe(
      'Chưa rõ là dự hay vắng. Mời chọn một ý.',
    );
    expect(await chat.says('An', 'Vắng có lý do')).toMatch(/^Đã ghi: vắng có lý do/);
  });

  it('without a code means the session that goes on, not the one to come', async () => {
    chat = await startWithSession();
    await chat.says('Quantri', '/nhaclich 20h ngày 22/1 Chuyên đề quý, trước 1 ngày');
    await chat.presses('Quantri', 'Đúng, đặt lịch');
    await at(chat, '2026-01-20T20:00:00+07:00');
    expect(await chat.says('An', '/dd')).toContain('SH1 – Sinh hoạt chi bộ');
    await at(chat, '2026-01-21T08:00:00+07:00');
    expect(await chat.says('An', '/dd')).toContain('SH2 – Chuyên đề quý');
  });

  it('asks which session, when two come on the same day', async () => {
    chat = await startWithSession();
    await chat.says('Quantri', '/nhaclich 14h ngày 20/1 Chuyên đề quý, trước 1 ngày');
    await chat.presses('Quantri', 'Đúng, đặt lịch');
    expect(await chat.says('An', '/diemdanh vắng')).toMatch(
      /Đang có nhiều buổi\. Buổi nào\?\n• SH2 – Chuyên đề quý.*\n• SH1 – Sinh hoạt chi bộ/,
    );
    expect(await chat.presses('An', 'SH1')).toMatch(/^Đã ghi: vắng có lý do\.[\s\S]*SH1/);
  });

  it('is not open yet for a session that is far ahead', async () => {
    chat = await startWithSession('/nhaclich 19h30 ngày 20/2 Sinh hoạt chi bộ, trước 3 ngày');
    expect(await chat.says('An', '/diemdanh SH1 co')).toMatch(
      /^Buổi SH1 – .* còn xa\. Điểm danh mở từ thứ Sáu, 06\/02\/2026, 19 giờ 30\.$/,
    );
    expect(await chat.says('An', '/diemdanh')).toMatch(/không có buổi nào đang mở điểm danh/);
  });

  it('says so politely when the code is none, or that of something else', async () => {
    chat = await startWithReminder();
    expect(await chat.says('An', '/diemdanh SH9 co')).toBe(
      'Không có buổi SH9 trong đơn vị này. Gõ /lich để xem mã các buổi.',
    );
    expect(await chat.says('An', '/diemdanh VT1 co')).toBe(
      '“VT1” không phải mã buổi sinh hoạt. Mã có dạng SH12.',
    );
  });

  it('can still be answered during the session and the evening after it', async () => {
    chat = await startWithReminder();
    await at(chat, SESSION);
    expect(await chat.says('An', '/comat')).toMatch(/^Đã ghi: dự/);
    await at(chat, '2026-01-20T22:00:00+07:00');
    expect(await chat.says('Hoa', '/dd')).toMatch(/^Đã ghi: dự/);
    await at(chat, '2026-01-21T19:00:00+07:00');
    expect(await chat.says('Binh', '/dd SH1 vắng')).toMatch(/^Đã ghi: vắng có lý do/);
  });

  it.each(['2026-01-20T22:30:00+07:00', '2026-01-21T08:00:00+07:00'])(
    'does not mean a session that is over: at %s it is asked about',
    async (moment) => {
      chat = await startWithReminder();
      await at(chat, moment);
      expect(await chat.says('An', '/dd vắng')).toMatch(/^Buổi SH1 – .* đã xong\./);
      expect(await chat.presses('An', 'SH1')).toMatch(/^Đã ghi: vắng có lý do/);
    },
  );

  it('means the next session once one with an hour to its end is over, and that one a little longer', async () => {
    chat = await startWithSession('/nhaclich 8h–9h ngày 20/1 Chào cờ, trước 1 ngày');
    await chat.says('Quantri', '/nhaclich 19h30 ngày 20/1 Sinh hoạt chi bộ, trước 1 ngày');
    await chat.presses('Quantri', 'Đúng, đặt lịch');
    await at(chat, '2026-01-20T09:59:00+07:00');
    expect(await chat.says('An', '/dd')).toContain('Chào cờ');
    await at(chat, '2026-01-20T10:00:00+07:00');
    expect(await chat.says('An', '/dd')).toContain('Sinh hoạt chi bộ');
  });

  it('keeps answers apart that come from two people with one name', async () => {
    chat = await startWithReminder();
    for (const [id, updateId] of [
      ['an1', 'x1'],
      ['an2', 'x2'],
    ] as const)
      await chat.deliver({
        platform: 'memory',
        updateId,
        channel: { id: 'nhom', kind: 'group', title: 'nhom' },
        sender: { id, name: 'Nguyễn Văn An' },
        kind: 'press',
        messageId: '3',
        pressId: updateId,
        line: '/diemdanh SH1 du',
      });
    await chat.pass(1);
    expect(reminder(chat)).toContain('Báo dự: 2');
  });
});

function read(text: string): string {
  try {
    const said = readSaid(translator('vi'))(text);
    return said.kind === 'names' ? `+ ${said.names.join(' + ')}` : `${said.answer}: ${said.reason ?? ''}`;
  } catch (error) {
    if (error instanceof UserError) return error.key;
    throw error;
  }
}
