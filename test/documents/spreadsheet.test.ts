import fc from 'fast-check';
import { strToU8, zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { readRows } from '../../src/documents/spreadsheets/read-rows.ts';
import { workbook } from '../support/workbook.ts';

describe('a workbook', () => {
  it('is read as texts, a number and a date too', async () => {
    const read = await readRows(
      'Kế hoạch.xlsx',
      workbook([
        ['Tháng', 'Chuyên đề'],
        [1, ' Học tập Di chúc '],
        [{ date: '2026-02-01' }, 'Đền ơn <đáp> & nghĩa'],
      ]),
    );
    expect(read).toEqual({
      kind: 'rows',
      rows: [
        ['Tháng', 'Chuyên đề'],
        ['1', 'Học tập Di chúc'],
        ['2026-02-01', 'Đền ơn <đáp> & nghĩa'],
      ],
    });
  });

  it('is known by its bytes, whatever its name', async () => {
    expect((await readRows('khong-ten', workbook([['a']]))).kind).toBe('rows');
  });

  it('that is damaged, or another packed file, cannot be read', async () => {
    expect((await readRows('a.xlsx', workbook([['a']]).slice(0, 200))).kind).toBe('unreadable');
    expect((await readRows('a.xlsx', zipSync({ 'a.txt': strToU8('x') }))).kind).toBe('unreadable');
  });

  it('that would unpack to more than the bot has room for is not unpacked', async () => {
    const bomb = zipSync({ 'xl/worksheets/sheet1.xml': new Uint8Array(20_100_000) });
    expect(bomb.length).toBeLessThan(100_000);
    expect((await readRows('a.xlsx', bomb)).kind).toBe('too-large');
  });

  it('of too many rows is refused', async () => {
    const rows = Array.from({ length: 2001 }, () => ['x']);
    expect((await readRows('a.xlsx', workbook(rows))).kind).toBe('too-large');
  });
});

describe('a CSV file', () => {
  it.each([
    ['semicolons', 'Tháng;Chuyên đề\r\n1;"Một; hai"\r\n'],
    ['commas', 'Tháng,Chuyên đề\n1,"Một; hai"\n'],
    ['tabs', 'Tháng\tChuyên đề\n1\tMột; hai\n'],
    ['a byte order mark', '\ufeffTháng;Chuyên đề\r\n1;"Một; hai"'],
  ])('with %s is read', async (_, text) => {
    const read = await csv(text);
    expect(read.kind === 'rows' && read.rows.slice(0, 2)).toEqual([
      ['Tháng', 'Chuyên đề'],
      ['1', 'Một; hai'],
    ]);
  });

  it('as Excel saves “Unicode text” is read', async () => {
    const bytes = Buffer.from('\ufeffTháng\tChuyên đề\r\n1\tMột', 'utf16le');
    expect(await readRows('a.txt', bytes)).toEqual({
      kind: 'rows',
      rows: [
        ['Tháng', 'Chuyên đề'],
        ['1', 'Một'],
      ],
    });
  });

  it('in an older code page cannot be read, rather than read wrong', async () => {
    const bytes = Uint8Array.of(0x54, 0x68, 0xe1, 0x6e, 0x67, 0x3b);
    expect((await readRows('a.csv', bytes)).kind).toBe('unreadable');
  });

  it('gives back any cells that were written by the rules', async () => {
    const cell = fc
      .string({ unit: 'grapheme' })
      .map((text) => text.normalize('NFC').replaceAll('\r', '').trim());
    const write = (text: string) => `"${text.replaceAll('"', '""')}"`;
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.array(cell, { minLength: 2, maxLength: 4 }), { minLength: 1 }),
        async (rows) => {
          fc.pre(!JSON.stringify(rows).includes('\\u0000'));
          const heading = ['Tháng', 'Chuyên đề'];
          const text = [heading, ...rows].map((row) => row.map(write).join(';')).join('\n');
          expect(await csv(text)).toEqual({ kind: 'rows', rows: [heading, ...rows] });
        },
      ),
      { numRuns: 200 },
    );
  });
});

it('what is no spreadsheet is said to be none', async () => {
  expect((await readRows('anh.jpg', Uint8Array.of(0xff, 0xd8, 0xff))).kind).toBe('unknown-type');
  expect((await readRows('cu.xls', Uint8Array.of(0xd0, 0xcf))).kind).toBe('unknown-type');
});

function csv(text: string, name = 'a.csv') {
  return readRows(name, strToU8(text));
}
