import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import { describe, expect, it } from 'vitest';
import {
  countsBetween,
  deedsWorthReading,
  modelsBetween,
} from '../../../src/features/reports/period-store.ts';
import type { Report } from '../../../src/features/reports/report.ts';
import { insertReport } from '../../../src/features/reports/report-store.ts';
import { summarise } from '../../../src/features/summaries/summary.ts';
import { FIELDS } from '../../../src/language/fields.ts';
import { SUBJECT_TYPES } from '../../../src/language/subject.ts';
import { howMany } from '../../support/soak.ts';
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
    ['/thang quý 4', 'QUÝ IV/2025 (01/10 – 31/12/2025)'],
    ['/thang 6 tháng cuối năm 2025', '6 THÁNG CUỐI NĂM 2025 (01/07 – 31/12/2025)'],
    ['/thang 6 tháng đầu năm 2025', '6 THÁNG ĐẦU NĂM 2025 (01/01 – 30/06/2025)'],
    ['/thang năm 2025', 'NĂM 2025 (01/01 – 31/12/2025)'],
    ['/thang từ 1/10/2025 đến 20/11/2025', 'TỪ 01/10/2025 ĐẾN 20/11/2025\n'],
    ['/thang 9 tháng đầu năm 2025', '9 THÁNG NĂM 2025 (01/01 – 30/09/2025)'],
    ['/tuan hôm qua', 'TUẦN 3/2026 (12/01 – 18/01/2026)'],
    ['/thang hôm qua', 'NGÀY 13/01/2026\n'],
  ])('%s prints its exact dates', async (line, dates) => {
    const chat = await startLinkedChat();
    expect(await chat.says('Quantri', line)).toContain(dates);
  });

  it('compares a quarter with the period before it, not with a month', async () => {
    const chat = await startLinkedChat();
    expect(await chat.says('Quantri', '/thang quý 4')).toMatch(
      /\(kỳ trước 0, bằng nhau\)[\s\S]*Thời gian tới/,
    );
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
const before = { ...week, from: day('2026-01-05'), to: day('2026-01-11') };

const anyReport = fc.record({
  kind: fc.constantFrom('good_deed', 'model'),
  field: fc.constantFrom(...FIELDS),
  subjectType: fc.constantFrom(...SUBJECT_TYPES),
  state: fc.constantFrom('proposed', 'verified', 'returned', 'withdrawn'),
  owner: fc.constantFrom(undefined, 'chị Hiền'),
  text: fc.constantFrom('ngắn', 'nhặt được 3,2 triệu', 'rất dài '.repeat(10), `${'rất dài '.repeat(10)} 7`),
  date: fc.integer({ min: 0, max: 20 }).map((days) => day('2026-01-02').add({ days })),
});
type AnyReport = typeof anyReport extends fc.Arbitrary<infer Value> ? Value : never;

describe('the totals', () => {
  it('agree with each other and with what was reported, whatever it was: by field, by subject, by state', async () => {
    const { app } = await startLinkedChat();
    const { id: unitId } = await app.db.selectFrom('units').select('id').executeTakeFirstOrThrow();
    const { id: reporterId } = await app.db.selectFrom('people').select('id').executeTakeFirstOrThrow();
    const { id: channelId } = await app.db.selectFrom('channels').select('id').executeTakeFirstOrThrow();
    const keep = async (report: AnyReport, at: number): Promise<void> =>
      insertReport(app.db, {
        ...report,
        id: String(at),
        unitId,
        code: { prefix: report.kind === 'model' ? 'MH' : 'VT', number: at },
        title: undefined,
        returnReason: undefined,
        reporterId,
        channelId,
        messageId: undefined,
        createdAt: Temporal.Instant.fromEpochMilliseconds(0),
      });
    await fc.assert(
      fc.asyncProperty(fc.array(anyReport, { maxLength: 40 }), async (reports) => {
        await app.db.deleteFrom('reports').execute();
        for (const [at, report] of reports.entries()) await keep(report, at);
        const counts = await countsBetween(app.db, unitId, week);
        const { deeds, models, fields, received } = summarise(
          { period: week, before },
          counts,
          await countsBetween(app.db, unitId, before),
        );
        const within = ({ from, to }: typeof before) =>
          reports.filter(
            ({ date, state }) =>
              state === 'verified' &&
              Temporal.PlainDate.compare(from, date) <= 0 &&
              Temporal.PlainDate.compare(date, to) <= 0,
          );
        const verified = within(week);
        const sum = (numbers: number[]) => numbers.reduce((total, number) => total + number, 0);
        expect(deeds.total + models.total).toBe(verified.length);
        expect(deeds.before + models.before).toBe(within(before).length);
        expect(sum(fields.map((row) => row.deeds))).toBe(deeds.total);
        expect(sum(fields.map((row) => row.models))).toBe(models.total);
        expect(sum(deeds.bySubject.map(({ count }) => count))).toBe(deeds.total);
        expect(received.verified + received.proposed + received.returned).toBe(received.total);
        const shownModels = await modelsBetween(app.db, unitId, week, 10);
        expect(shownModels.length).toBe(Math.min(10, models.total));
        const worths = verified.filter(({ kind }) => kind === 'good_deed').map(worthOf);
        const readOut = await deedsWorthReading(app.db, unitId, week, 3);
        expect(readOut.map(worthOf).toSorted()).toEqual(worths.toSorted().slice(-3));
      }),
      { numRuns: howMany({ usually: 30, soaking: 300 }) },
    );
  });
});

/** How much speaks for reading a deed out. */
function worthOf({ owner, text }: Pick<Report, 'owner' | 'text'>): number {
  return Number(owner !== undefined) + Number(/\d/.test(text)) + Number(text.length >= 60);
}
