import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { readTold } from '../../../src/features/attendance/read-totals.ts';
import { UserError } from '../../../src/texts/user-error.ts';
import { growthOfReading, PROPORTION } from '../../support/growth.ts';
import type { TestChat } from '../../support/start-test-chat.ts';
import { at, SESSION, startWithReminder } from './attendance-chat.ts';

describe('what an administrator types', () => {
  it.each([
    ['212/221', 'present 212, expected 221'],
    [
      'SH12 212/221 hình thức trực tuyến, 3 điểm cầu',
      'SH12, present 212, expected 221, sites 3, mode online',
    ],
    ['sh-12: 212 / 221', 'SH12, present 212, expected 221'],
    ['có mặt 18/21, vắng có lý do 2, 431 lượt', 'present 18, expected 21, excused 2, visits 431'],
    ['co mat 18/21 vang co ly do 2', 'present 18, expected 21, excused 2'],
    ['18 trên tổng số 21 đảng viên', 'present 18, expected 21'],
    ['18', 'present 18'],
    ['dự 18 đồng chí', 'present 18'],
    ['21 đảng viên, có mặt 18', 'present 18, expected 21'],
    ['có mặt 18 vắng 3 (có lý do 2)', 'present 18, expected 21, excused 2'],
    ['tổng số 21, vắng 3', 'present 18, expected 21'],
    ['vắng 3: 2 có lý do, 1 không lý do; 18/21', 'present 18, expected 21, excused 2'],
    ['431.346 lượt người tham dự', 'visits 431346'],
    ['dự 431 lượt, 18/21', 'present 18, expected 21, visits 431'],
    ['18/21 trực tiếp kết hợp trực tuyến', 'present 18, expected 21, mode both'],
    ['trực tiếp, 18/21', 'present 18, expected 21, mode in_person'],
    ['8.198/9.000', 'present 8198, expected 9000'],
    ['18/21 (85,7%)', 'present 18, expected 21'],
    ['212/221 chuyên đề tháng 1', 'present 212, expected 221, “chuyên đề tháng 1”'],
    ['212/221 chuyên đề tháng 1/2026', 'present 212, expected 221, “chuyên đề tháng 1/2026”'],
    ['18/21, 3 đồng chí phát biểu', 'present 18, expected 21, “3 đồng chí phát biểu”'],
    ['18/21. Kết quả: thống nhất 3 việc', 'present 18, expected 21, “thống nhất 3 việc”'],
    ['hoàn thành tốt 18/21', 'present 18, expected 21, “hoàn thành tốt”'],
    ['đã tổ chức', 'held'],
    ['hoan', 'postponed'],
    ['hoãn sang 20/1', 'postponed, “sang 20/1”'],
    ['không tổ chức vì mưa bão', 'not_held, “vì mưa bão”'],
    ['SH12', 'SH12'],
    ['-5/21', 'meeting.negative'],
    ['có mặt -5', 'meeting.negative'],
    ['3,5/21', 'meeting.not_whole'],
    ['10.000.000/20.000.000', 'meeting.too_many'],
    ['1'.repeat(40), 'meeting.too_many'],
    ['có mặt 18/21, vắng 5', 'meeting.does_not_add_up'],
    ['18/21 18/22', 'meeting.said_twice'],
    ['18-21', 'meeting.unclear'],
    ['VT3 18/21', 'session.not_a_session'],
  ])('%s', (text, meaning) => {
    expect(read(text)).toBe(meaning);
    expect(read(text.normalize('NFD'))).toBe(meaning);
  });

  it('may be of any length', () => {
    expect(read('9'.repeat(400))).toBe('meeting.too_many');
    expect(read('x'.repeat(5_000))).toBe('meeting.note_too_long');
  });

  it.each(['1/', 'vắng ', '1 ', ', ', '9', 'có mặt ', '18/21 ', '-'])(
    'is no more work than it is long: “%s”…',
    async (piece) => {
      expect(await growthOfReading(read, piece)).toBeLessThan(PROPORTION);
    },
  );
});

describe('sinhhoat', () => {
  let chat: TestChat;
  beforeEach(async () => {
    chat = await startWithReminder();
    await at(chat, SESSION);
  });
  afterEach(() => chat.stop());

  const says = (text: string) => chat.says('Quantri', text);

  it('shows what was noted, with the rate as it is printed, people and visits apart', async () => {
    expect(await says('/sinhhoat SH1 212/221 hình thức trực tuyến, 3 điểm cầu, 431 lượt')).toBe(
      [
        '✅ Đã ghi buổi SH1 – Sinh hoạt chi bộ, thứ Ba, 20/01/2026, 19 giờ 30',
        'Dự 212/221 (95,9%)',
        'Lượt người: 431 (không cộng vào số người)',
        'Hình thức: trực tuyến',
        'Điểm cầu: 3',
      ].join('\n'),
    );
  });

  it('adds to what was noted before, and corrects it', async () => {
    await says('/sh 212/221, 3 điểm cầu');
    expect(await says('/sh 213/221')).toMatch(/Dự 213\/221 \(96,4%\)[\s\S]*Điểm cầu: 3/);
    expect(await says('/sinhhoat SH1')).toMatch(/Dự 213\/221/);
  });

  it('asks politely for numbers that cannot be meant, and takes the answer', async () => {
    expect(await says('/sinhhoat 221/212')).toBe(
      'Có mặt 221 nhiều hơn tổng số 212. Mời ghi lại theo dạng có mặt/tổng số.',
    );
    expect(await chat.presses('Quantri', '212/221')).toContain('Dự 212/221');
    expect(await says('/sinhhoat 10.000.000')).toMatch(/quá lớn cho một buổi \(phải dưới 100\.000\)/);
    expect(await says('18/21')).toContain('Dự 18/21');
    expect(await says('/sinhhoat 0/0')).toMatch(/chưa thể là 0/);
  });

  it('never rounds a single absence away', async () => {
    expect(await says('/sinhhoat 2.999/3.000')).toContain('Dự 2.999/3.000 (99,9%)');
    expect(await says('/sinhhoat 3.000/3.000')).toContain('(100%)');
  });

  it('asks when it is sent alone', async () => {
    expect(await says('/sinhhoat')).toMatch(/^Bao nhiêu người dự/);
    expect(await says('SH1 18/21')).toContain('Dự 18/21 (85,7%)');
  });

  it('is for administrators, and for sessions of this unit that have begun', async () => {
    expect(await chat.says('An', '/sinhhoat 18/21')).toBe('Lệnh này dành cho quản trị viên.');
    expect(await says('/sinhhoat SH9 18/21')).toBe(
      'Không có buổi SH9 trong đơn vị này. Gõ /lich để xem mã các buổi.',
    );
    await says('/nhaclich 19h30 ngày 25/1 Chuyên đề quý, trước 1 ngày');
    await chat.presses('Quantri', 'Đúng, đặt lịch');
    expect(await says('/sinhhoat SH2 18/21')).toMatch(/^Buổi SH2 – Chuyên đề quý, .* chưa diễn ra/);
  });

  it('asks which session, when two have just been', async () => {
    await says('/nhaclich 20h ngày 20/1 Chuyên đề quý, không nhắc trước');
    await chat.presses('Quantri', 'Đúng, đặt lịch');
    await at(chat, '2026-01-20T20:10:00+07:00');
    expect(await says('/sinhhoat 18/21')).toMatch(/^Đang có nhiều buổi\. Buổi nào\?/);
    expect(await chat.presses('Quantri', 'SH2')).toMatch(/SH2 – Chuyên đề quý[\s\S]*Dự 18\/21/);
    expect(await says('/sinhhoat 17/21')).toMatch(/SH1[\s\S]*Dự 17\/21/);
  });

  it('can say it in English', async () => {
    await says('/ngonngu English');
    expect(await says('/meeting SH1 present 18/21, excused 2, 431 visits, online')).toMatch(
      /18 of 21 people came \(85\.7%\)\nAbsent with reason: 2\nVisits: 431 \(not added to the people\)\nHeld: online/,
    );
  });
});

function read(text: string): string {
  try {
    const { ref, outcome, figures, note } = readTold(text);
    const said = Object.entries(figures).filter(([, value]) => value !== undefined);
    return [
      ...(ref ? [`SH${ref.code.number}`] : []),
      ...(outcome ? [outcome] : []),
      ...said.map(([key, value]) => `${key} ${value}`),
      ...(note === undefined ? [] : [`“${note}”`]),
    ].join(', ');
  } catch (error) {
    if (error instanceof UserError) return error.key;
    throw error;
  }
}
