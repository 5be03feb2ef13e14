import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import { describe, expect, it } from 'vitest';
import type { Report } from '../../../src/features/reports/report.ts';
import { summarise } from '../../../src/features/summaries/summary.ts';
import { FIELDS } from '../../../src/language/fields.ts';
import { SUBJECT_TYPES } from '../../../src/language/subject.ts';
import { startLinkedChat } from '../../support/start-test-chat.ts';

const DEED = 'Chị Hiền tổ 7 nhặt được ví có 3,2 triệu, đã trả lại người mất';

describe('a summary', () => {
  it('of an empty week says so without failing, with its exact dates', async () => {
    const chat = await startLinkedChat();
    expect(await chat.says('Quantri', '/tuan')).toMatch(
      /BÁO CÁO TUẦN 3\/2026 \(12\/01 – 18\/01\/2026\)[\s\S]*Việc tốt: 0 \(tuần trước 0, bằng nhau\)/,
    );
  });

  it.each([
    ['/tuan trước', 'TUẦN 2/2026 (05/01 – 11/01/2026)'],
    ['/tuần truoc', 'TUẦN 2/2026 (05/01 – 11/01/2026)'],
    ['/tuan 3', 'TUẦN 3/2026 (12/01 – 18/01/2026)'],
    ['/thang', 'THÁNG 1/2026 (01/01 – 31/01/2026)'],
    ['/thang 12/2025', 'THÁNG 12/2025 (01/12 – 31/12/2025)'],
    ['/thang 12', 'THÁNG 12/2025 (01/12 – 31/12/2025)'],
  ])('%s prints its exact dates', async (line, dates) => {
    const chat = await startLinkedChat();
    expect(await chat.says('Quantri', line)).toContain(dates);
  });

  it('does not guess a period that it cannot read', async () => {
    const chat = await startLinkedChat();
    expect(await chat.says('Quantri', '/tuan blabla')).toContain('Chưa hiểu tuần “blabla”');
    expect(await chat.says('Quantri', '/thang 13')).toContain('Chưa hiểu tháng “13”');
  });

  it('counts verified reports only, by the day of the deed, and says so', async () => {
    const chat = await startLinkedChat();
    await chat.says('An', `/viectot ${DEED}`);
    await chat.says('An', '/viectot Hôm 9/1 anh Nam ở ấp 3 cứu một em nhỏ bị đuối nước');
    await chat.says('An', '/viectot Đoàn xã dọn kênh sáng nay 22 bạn tham gia');
    await chat.says('Quantri', '/duyet VT1 VT2');
    const week = await chat.says('Quantri', '/tuan');
    expect(week).toContain('Việc tốt: 1 (tuần trước 1, bằng nhau) – cá nhân 1, tập thể 0, hộ gia đình 0');
    expect(week).toContain('Báo cáo nhận được: 2 – đã xác nhận 1, chờ duyệt 1, cần bổ sung 0');
    expect(week).toContain('chỉ tính báo cáo đã xác nhận');
  });

  it('opens every figure: the reports behind it by their codes', async () => {
    const chat = await startLinkedChat();
    await chat.says('An', `/viectot ${DEED}`);
    await chat.says('An', '/viectot Đoàn xã dọn kênh sáng nay 22 bạn tham gia');
    await chat.says('Quantri', '/duyet VT1');
    await chat.says('Quantri', '/tuan');
    expect(await chat.presses('Quantri', 'Xem các báo cáo đã tính')).toBe(
      'Báo cáo của kỳ 12/01 – 18/01/2026\nViệc tốt: 1\n• Văn hóa - xã hội (1): VT1\nKhông tính\n• chờ duyệt (1): VT2',
    );
  });

  it('tells what comes next', async () => {
    const chat = await startLinkedChat();
    await chat.says('Quantri', '/nhaclich 19h30 thứ ba hằng tuần Họp tổ');
    await chat.presses('Quantri', 'Đúng, đặt lịch');
    expect(await chat.says('Quantri', '/tuan')).toMatch(
      /Tuần tới \(19\/01 – 25\/01\/2026\)\n• thứ Ba, 20\/01\/2026, 19 giờ 30: Họp tổ/,
    );
  });

  it('shows nothing of another unit', async () => {
    const chat = await startLinkedChat();
    await chat.says('An', `/viectot ${DEED}`);
    await chat.says('Quantri', '/duyet VT1');
    chat.platform.standings.set('khac:chinh', 'administrator');
    await chat.saysIn('khac', 'Chinh', '/lienket Đoàn xã');
    expect(await chat.saysIn('khac', 'Chinh', '/tuan')).toContain('Việc tốt: 0');
  });
});

const day = Temporal.PlainDate.from;
const week = { kind: 'week', from: day('2026-01-12'), to: day('2026-01-18') } as const;
const periods = { period: week, before: { ...week, from: day('2026-01-05'), to: day('2026-01-11') } };

const anyReport = fc
  .record({
    kind: fc.constantFrom('good_deed', 'model'),
    number: fc.nat(999),
    field: fc.constantFrom(...FIELDS),
    subjectType: fc.constantFrom(...SUBJECT_TYPES),
    state: fc.constantFrom('proposed', 'verified', 'returned', 'withdrawn'),
    text: fc.string(),
  })
  .map(
    ({ kind, number, ...rest }): Report => ({
      ...rest,
      kind,
      code: { prefix: kind === 'model' ? 'MH' : 'VT', number },
      id: '',
      unitId: '',
      title: undefined,
      owner: undefined,
      date: week.from,
      returnReason: undefined,
      reporterId: '',
      reporterName: '',
      channelId: '',
      messageId: '',
      createdAt: Temporal.Instant.fromEpochMilliseconds(0),
    }),
  );

describe('the totals', () => {
  it('agree with each other, whatever was reported: by field, by subject, by state', () => {
    fc.assert(
      fc.property(
        fc.array(anyReport, { maxLength: 60 }),
        fc.array(anyReport, { maxLength: 20 }),
        (reports, earlier) => {
          const { deeds, models, fields, received, worthReading } = summarise(periods, reports, earlier, {
            worthReading: 3,
          });
          const sum = (numbers: number[]) => numbers.reduce((total, number) => total + number, 0);
          const verified = reports.filter(({ state }) => state === 'verified');
          expect(deeds.total + models.total).toBe(verified.length);
          expect(sum(fields.map((row) => row.deeds))).toBe(deeds.total);
          expect(sum(fields.map((row) => row.models))).toBe(models.total);
          expect(sum(deeds.bySubject.map(({ count }) => count))).toBe(deeds.total);
          expect(received.verified + received.proposed + received.returned).toBe(received.total);
          expect(
            worthReading.every((report) => verified.includes(report) && report.kind === 'good_deed'),
          ).toBe(true);
          expect(worthReading.length).toBe(Math.min(3, deeds.total));
        },
      ),
    );
  });
});
