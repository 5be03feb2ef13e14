import { mkdtempSync, readdirSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PassThrough } from 'node:stream';
import { describe, expect, it } from 'vitest';
import { openBlobs } from '../../../src/blobs/open-blobs.ts';
import { loadConfig } from '../../../src/config.ts';
import { createLog } from '../../../src/core/log.ts';
import { readScriptLine } from '../../../src/platforms/console/script.ts';
import { openDatabase } from '../../../src/storage/database.ts';
import { runTerminal } from '../../../src/terminal.ts';
import { manualClock } from '../../support/manual-clock.ts';
import { testApp } from '../../support/test-app.ts';

const DEED = 'Chị Hiền tổ 7 nhặt được ví, đã trả lại người mất';

describe('a line of the terminal chat', () => {
  it.each([
    ['an: /viectot Chị Hiền', { kind: 'says', speaker: 'an', text: '/viectot Chị Hiền' }],
    ['/viectot có dấu: hai chấm', { kind: 'says', speaker: 'last', text: '/viectot có dấu: hai chấm' }],
    ['Trần Lan:/lich', { kind: 'says', speaker: 'Trần Lan', text: '/lich' }],
    ['[2]', { kind: 'presses', speaker: 'last', number: 2 }],
    ['lan: [12]', { kind: 'presses', speaker: 'lan', number: 12 }],
    ['xem http://a.vn', { kind: 'says', speaker: 'last', text: 'xem http://a.vn' }],
    [':gio', { kind: 'asks-time' }],
    [':moi', { kind: 'starts-afresh' }],
    [':abc', { kind: 'unknown' }],
    ['', { kind: 'nothing' }],
    ['an:', { kind: 'nothing' }],
    ['# a remark', { kind: 'nothing' }],
  ])('“%s”', (line, read) => {
    expect(readScriptLine(line, 'last')).toEqual(read);
  });

  it.each([
    [':qua 3 ngày', 'P3D'],
    [':pass 3d', 'P3D'],
    [':qua 2 tiếng', 'PT2H'],
    [':qua 90 phut', 'PT90M'],
    [':qua 1 tuần', 'P1W'],
    [':qua 2 tháng', 'P2M'],
  ])('“%s” is a length of time', (line, length) => {
    const read = readScriptLine(line, 'an');
    expect(read.kind === 'passes' && read.length?.toString()).toBe(length);
  });
});

describe('the terminal chat', () => {
  it('says in five lines what to type', async () => {
    expect((await play([])).trim().split('\n')).toHaveLength(5);
    expect((await play([], { language: 'en' })).trim().split('\n')).toHaveLength(5);
  });

  it('takes what a person says next for the reply to their question, and nothing that others say', async () => {
    const transcript = await play([
      'quantri: /lienket Chi bộ ấp 2',
      'an: /viectot',
      `binh: ${DEED}`,
      'tonghop: /choduyet',
      `an: ${DEED}`,
      `an: ${DEED} hôm qua`,
      'tonghop: /choduyet',
    ]);
    expect(transcript).toMatch(/Không có báo cáo nào[\s\S]*Đã ghi việc tốt VT1/);
    expect(transcript).not.toContain('VT2');
  });

  it('answers every line in order, in plain text', async () => {
    const transcript = await play([
      'quantri: /lienket Chi bộ ấp 2',
      `an: /viectot ${DEED}`,
      '[6]',
      'tonghop: /choduyet',
    ]);
    expect(transcript).toMatch(
      /Đã gắn[\s\S]*✅ Đã ghi việc tốt VT1[\s\S]*Đã rút VT1[\s\S]*Không có báo cáo nào chờ duyệt/,
    );
    // biome-ignore lint/suspicious/noControlCharactersInRegex: that is what is looked for
    expect(transcript).not.toMatch(/\u001b\[/);
  });

  it('is coloured when it is a terminal', async () => {
    expect(await play(['quantri: /lienket Chi bộ ấp 2'], { interactive: true })).toContain('\u001b[32m');
  });

  it('moves the clock and shows what is posted on the way', async () => {
    const transcript = await play([
      'quantri: /lienket Chi bộ ấp 2',
      '/nhaclich 19h30 thứ ba hằng tuần Họp tổ, trước 1 ngày',
      '[1]',
      ':gio',
      ':qua 1 tuần',
    ]);
    expect(transcript).toContain('Bây giờ là thứ Tư, 14/01/2026, 8 giờ 00.');
    expect(transcript).toMatch(
      /🔔 Họp tổ[\s\S]*thứ Ba, 20\/01\/2026, 19 giờ 30[\s\S]*Bây giờ là thứ Tư, 21\/01\/2026, 8 giờ 00/,
    );
  });

  it('tells that talk in the group is not for the bot, and what it does not understand', async () => {
    const transcript = await play([':qua lâu', ':xyz', '[7]', 'an: chào cả nhà', 'an: /xyz']);
    expect(transcript.match(/chỉ trả lời lệnh/g)).toHaveLength(2);
    expect(transcript).toMatch(
      /Chưa hiểu khoảng thời gian[\s\S]*Có ba lệnh[\s\S]*Chưa có nút số 7[\s\S]*chỉ trả lời lệnh/,
    );
  });

  it('puts a file that the bot sends into a folder, and forgets it when it starts afresh', async () => {
    const place = mkdtempSync(join(tmpdir(), 'neu-guong-'));
    const where = { url: `sqlite:${join(place, 'bot.db')}`, folder: join(place, 'sent') };
    const set = ['quantri: /lienket Tổ 7', '/nhaclich 19h30 thứ ba hằng tuần Họp tổ', '[1]', '/lich tep'];
    expect(await play(set, where)).toContain(join(where.folder, 'lich-to-7.ics'));
    expect(readFileSync(join(where.folder, 'lich-to-7.ics'), 'utf8')).toContain('BEGIN:VCALENDAR');
    expect(readdirSync(join(place, 'bot.db.blobs'))).toHaveLength(1);
    await play([':moi'], where);
    expect(readdirSync(place)).not.toContain('bot.db.blobs');
  });

  it('starts afresh on request, but never empties a database with real chats', async () => {
    const lines = ['quantri: /lienket Chi bộ ấp 2', `an: /viectot ${DEED}`, ':moi', '/cuatoi'];
    expect(await play(lines)).toMatch(/Đã xóa dữ liệu thử[\s\S]*chưa gắn với đơn vị/);
    const url = `sqlite:${join(mkdtempSync(join(tmpdir(), 'neu-guong-')), 'bot.db')}`;
    const db = await openDatabase(url);
    const at = '2026-01-01T00:00:00.000Z';
    const group = { id: 'c', platform: 'telegram', external_id: '-1', kind: 'group', title: 'Real' } as const;
    await db
      .insertInto('channels')
      .values({ ...group, unit_id: null, language: 'vi', state: 'open', thread: null, created_at: at })
      .execute();
    await db.destroy();
    expect(await play([':moi'], { url })).toContain('còn chứa nhóm thật');
  });
});

async function play(
  lines: string[],
  more: { interactive?: boolean; language?: string; url?: string; folder?: string } = {},
): Promise<string> {
  const printed: string[] = [];
  const clock = manualClock('2026-01-14T08:00:00+07:00');
  const url = more.url ?? 'sqlite::memory:';
  const app = testApp({
    db: await openDatabase(url),
    blobs: openBlobs(url, clock),
    clock,
    log: createLog('silent', process.stderr),
    config: loadConfig(more.language ? { DEFAULT_LANGUAGE: more.language } : {}),
  });
  const input = new PassThrough();
  input.end(lines.join('\n'));
  const output = { write: (text: string) => void printed.push(text) };
  const { interactive = false, folder = 'data' } = more;
  await runTerminal(app, { input, output, interactive, folder });
  return printed.join('');
}
