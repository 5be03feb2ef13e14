import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readCode } from '../../../src/chat/codes.ts';
import type { Changeable, Report } from '../../../src/features/reports/report.ts';
import { changesOf } from '../../../src/features/reports/report-change-store.ts';
import { findReport } from '../../../src/features/reports/report-store.ts';
import { startLinkedChat, type TestChat } from '../../support/start-test-chat.ts';

const DEED = '/viectot Chị Hiền tổ 7 nhặt được ví có 3,2 triệu, đã trả lại';
const MODEL = '/mohinh Tủ đồ nhân ái | Hội LHPN xã | Ai thừa đến cho, ai thiếu đến lấy';
const CODES = ['VT1', 'MH1'] as const;
const WORDS = [
  'Hôm qua gia đình bà Én hiến 600m2 nương xây điểm trường',
  'Tủ đồ 0 đồng | Đoàn xã | Đã giúp 500 lượt người',
  'Bác Ba ở ấp 4 tặng 20 suất cơm cho bệnh nhân ngày 12/1',
];

const commands = {
  '/sua': WORDS,
  '/linhvuc': ['moi truong', 'linh vuc khac'],
  '/doituong': ['tap the', 'ca nhan'],
  '/tralai': ['thiếu ngày', 'chưa rõ nơi'],
  '/duyet': [''],
  '/rut': [''],
  '/khoiphuc': [''],
};
type Act = { code: 'VT1' | 'MH1'; who: string; said: { command: string; rest: string } };

const act: fc.Arbitrary<Act> = fc.record({
  code: fc.constantFrom(...CODES),
  who: fc.constantFrom('An', 'Quantri', 'Binh'),
  said: fc.oneof(
    ...Object.entries(commands).map(([command, rest]) =>
      fc.record({ command: fc.constant(command), rest: fc.constantFrom(...rest) }),
    ),
    fc.record({ command: fc.constant('edit'), rest: fc.constantFrom(...WORDS) }),
  ),
});

describe('the history of a report', () => {
  it('tells how it stood after each of many acts, whatever they were', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(act, { maxLength: 12 }), async (acts) => {
        const chat = await startLinkedChat();
        await chat.says('An', DEED, { messageId: 'VT1' });
        await chat.says('An', MODEL, { messageId: 'MH1' });
        const stood = new Map<string, string[]>();
        const look = async () => {
          for (const code of CODES)
            stood.set(code, [...(stood.get(code) ?? []), written(await report(chat, code))]);
        };
        await look();
        for (const each of acts) {
          await happen(chat, each);
          await look();
        }
        for (const code of CODES)
          expect(withoutRepeats(await told(chat, code))).toEqual(withoutRepeats(stood.get(code) ?? []));
        await chat.stop();
      }),
      { numRuns: 15 },
    );
  });

  it('names who did what, and why it was returned', async () => {
    const chat = await startLinkedChat();
    await chat.says('An', DEED);
    await chat.says('Quantri', '/tralai VT1 thiếu ngày');
    await chat.clock.advance(60_000);
    await chat.says('An', '/linhvuc VT1 moi truong');
    const { id } = await report(chat, 'VT1');
    const changes = await changesOf(chat.app.db, id);
    expect(changes.map(({ byName, action, note }) => [byName, action, note])).toEqual([
      ['Quantri', 'return', 'thiếu ngày'],
      ['An', 'field', undefined],
    ]);
    expect(changes[1]?.before).toMatchObject({ state: 'returned', returnReason: 'thiếu ngày' });
  });

  it('goes on where a change was made before it was kept', async () => {
    const chat = await startLinkedChat();
    await chat.says('An', DEED);
    await chat.says('An', `/sua VT1 ${WORDS[0]}`);
    await chat.app.db.updateTable('report_changes').set({ before: null }).execute();
    const { id } = await report(chat, 'VT1');
    expect(await changesOf(chat.app.db, id)).toMatchObject([{ action: 'correct', before: undefined }]);
    expect(await chat.says('An', '/xem VT1')).toContain('Sửa lần cuối');
  });
});

describe('a report that is shown', () => {
  it('says to its sender and to coordinators when it was last corrected, and to nobody else', async () => {
    const chat = await startLinkedChat();
    await chat.says('An', DEED);
    expect(await chat.says('An', '/xem VT1')).not.toContain('Sửa lần cuối');
    await chat.clock.advance(24 * 3_600_000);
    await chat.says('Quantri', '/linhvuc VT1 moi truong');
    await chat.clock.advance(3_600_000);
    await chat.says('Quantri', '/duyet VT1');
    const line = 'Sửa lần cuối: thứ Năm, 15/01/2026, 8 giờ 00, Quantri';
    expect(await chat.says('An', '/xem VT1')).toContain(line);
    expect(await chat.says('Quantri', '/xem VT1')).toContain(line);
    expect(await chat.says('Binh', '/xem VT1')).not.toContain('Sửa lần cuối');
  });
});

async function happen(chat: TestChat, { code, who, said: { command, rest } }: Act): Promise<void> {
  const make = code === 'VT1' ? '/viectot' : '/mohinh';
  if (command === 'edit') await chat.says(who, `${make} ${rest}`, { messageId: code, edited: true });
  else await chat.says(who, `${command} ${code} ${rest}`);
}

async function report({ app }: TestChat, code: string): Promise<Report> {
  const unit = await app.db.selectFrom('units').select('id').executeTakeFirstOrThrow();
  const found = await findReport(app.db, unit.id, readCode(code));
  if (!found) throw new Error(`there is no ${code}`);
  return found;
}

/** How a report stood at first and after each change, as its history tells. */
async function told(chat: TestChat, code: string): Promise<string[]> {
  const now = await report(chat, code);
  const changes = await changesOf(chat.app.db, now.id);
  return [...changes.map(({ before }) => before ?? now), now].map(written);
}

function written({ text, title, owner, field, subjectType, date, state, returnReason }: Changeable): string {
  return JSON.stringify([text, title, owner, field, subjectType, date, state, returnReason]);
}

/** Some acts change nothing, and are told all the same. */
function withoutRepeats(texts: readonly string[]): string[] {
  return texts.filter((text, index) => text !== texts[index - 1]);
}
