import { Temporal } from 'temporal-polyfill';
import { beforeEach, describe, expect, it } from 'vitest';
import { dayOffOf, keptDays } from '../../../src/features/holidays/calendar.ts';
import { toPlain } from '../../../src/texts/markup.ts';
import { translator } from '../../../src/texts/translator.ts';
import { liveUntil } from '../../support/live-until.ts';
import { startLinkedChat, type TestChat } from '../../support/start-test-chat.ts';

const t = translator('vi');

describe('the days of the country', () => {
  // As the Vietnamese almanac has them.
  it.each([
    [2024, '02-10', '02-24', '04-18'],
    [2025, '01-29', '02-12', '04-07'],
    [2026, '02-17', '03-03', '04-26'],
    [2027, '02-06', '02-20', '04-16'],
    [2028, '01-26', '02-09', '04-04'],
    [2029, '02-13', '02-27', '04-23'],
    [2030, '02-02', '02-16', '04-12'],
    [2031, '01-23', '02-06', '04-01'],
    [2032, '02-11', '02-25', '04-19'],
  ])('of %i have Tết, Rằm tháng Giêng and Giỗ Tổ on their solar days', (year, tet, moon, kings) => {
    const lunar = keptDays(date(`${year}-01-01`), date(`${year}-12-31`), [])
      .map((day) => ({ name: toPlain(day.name(t)), day: day.date.toString() }))
      .filter(({ name }) => ['Mùng 1 Tết Nguyên đán', 'Rằm tháng Giêng', 'Giỗ Tổ Hùng Vương'].includes(name));
    expect(lunar.map(({ day }) => day)).toEqual([`${year}-${tet}`, `${year}-${moon}`, `${year}-${kings}`]);
  });

  it.each([
    ['2026-02-09', undefined],
    ['2026-02-10', 'Tết Nguyên đán'],
    ['2026-02-22', 'Tết Nguyên đán'],
    ['2026-02-23', undefined],
    ['2027-01-30', 'Tết Nguyên đán'],
    ['2026-04-26', 'Giỗ Tổ Hùng Vương'],
    ['2026-04-30', 'lễ 30/4'],
    ['2026-05-01', 'Ngày Quốc tế Lao động'],
    ['2026-05-02', undefined],
    ['2026-09-01', 'lễ Quốc khánh 2/9'],
    ['2026-09-03', 'lễ Quốc khánh 2/9'],
    ['2026-01-01', 'Tết Dương lịch'],
    ['2026-11-24', undefined],
  ])('%s is a day off: %s', (iso, name) => {
    const found = dayOffOf(date(iso), []);
    expect(found && toPlain(found(t))).toBe(name);
  });
});

describe('ngayle', () => {
  let chat: TestChat;
  const admin = (line: string) => chat.says('Quantri', line);

  beforeEach(async () => {
    chat = await startLinkedChat();
  });

  it('lists the days to come, with the years that they remember, round ones in bold', async () => {
    await liveUntil(chat, '2026-04-28T08:00');
    expect(await chat.says('An', '/ngayle')).toContain(
      [
        '• thứ Năm, 30/04/2026: Ngày giải phóng miền Nam, thống nhất đất nước – kỷ niệm 51 năm',
        '• thứ Sáu, 01/05/2026: Ngày Quốc tế Lao động',
        '• thứ Năm, 07/05/2026: Chiến thắng Điện Biên Phủ – kỷ niệm 72 năm',
        '• thứ Sáu, 15/05/2026: Ngày thành lập Đội TNTP Hồ Chí Minh – kỷ niệm 85 năm',
      ].join('\n'),
    );
    expect(chat.platform.posted.at(-1)?.message.text.markup).toContain(
      '<b>Ngày thành lập Đội TNTP Hồ Chí Minh',
    );
  });

  it('adds a local anniversary with its year, and takes it away again', async () => {
    expect(await admin('/ngayle 12/2/1953 Bác Hồ gửi thư')).toBe(
      '✅ Đã thêm ngày kỷ niệm 12/02: Bác Hồ gửi thư, năm 1953.',
    );
    expect(await chat.says('An', '/ngayle')).toContain(
      'thứ Năm, 12/02/2026: Bác Hồ gửi thư – kỷ niệm 73 năm',
    );
    expect(await admin('/ngayle bỏ 12/2')).toBe('Đã bỏ 12/02: Bác Hồ gửi thư.');
    expect(await chat.says('An', '/ngayle')).not.toContain('Bác Hồ gửi thư');
    expect(await admin('/ngayle bỏ 12/2')).toContain('Đơn vị chưa ghi ngày 12/02');
  });

  it.each([
    ['nghỉ 24/11 Ngày Văn hóa Việt Nam', 'ngày nghỉ 24/11: Ngày Văn hóa Việt Nam'],
    ['nghi 24/11/2026', 'ngày nghỉ 24/11/2026: Ngày nghỉ của đơn vị'],
    ['nghỉ ngày 14 tháng 2 năm 2026 đến 22/2/2026: Nghỉ Tết', 'ngày nghỉ 14/02/2026 – 22/02/2026: Nghỉ Tết'],
    ['nghỉ 28/12 - 3/1 Nghỉ cuối năm', 'ngày nghỉ 28/12 – 03/01: Nghỉ cuối năm'],
    ['29/2 Ngày nhuận', 'ngày kỷ niệm 29/02: Ngày nhuận'],
  ])('reads %s', async (line, said) => {
    expect(await admin(`/ngayle ${line}`)).toContain(said);
  });

  it.each([
    ['31/2 Ngày gì đó', 'Không có ngày 31/2'],
    ['29/2/2026 nghỉ', 'Không có ngày 29/2/2026'],
    ['10/3 âm lịch Giỗ Tổ', 'Chỉ ghi được ngày dương lịch'],
    ['12/12/1953', 'Ngày đó là ngày gì?'],
    ['hôm nào đó', 'Chưa hiểu ngày'],
    ['nghỉ 1/6 đến 31/8 Nghỉ hè', 'dài nhất 60 ngày'],
    ['nghỉ 22/2/2026 đến 14/2/2026', 'Ngày cuối phải sau ngày đầu'],
    [`24/11 ${'dài '.repeat(50)}`, 'Tên ngày dài quá'],
  ])('refuses in words: %s', async (line, said) => {
    expect(await admin(`/ngayle ${line}`)).toContain(said);
  });

  it('is changed by administrators only', async () => {
    expect(await chat.says('An', '/ngayle nghỉ 24/11')).toBe('Lệnh này dành cho quản trị viên.');
  });
});

function date(iso: string) {
  return Temporal.PlainDate.from(iso);
}
