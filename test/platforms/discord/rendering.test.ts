import fc from 'fast-check';
import { expect, test } from 'vitest';
import { toMarkdownParts } from '../../../src/platforms/discord/render.ts';
import { escapeTyped, joinMarkup, markup, stamped, toPlain, typed } from '../../../src/texts/markup.ts';
import { readMarkdown } from '../../support/discord/markdown.ts';

test('the marks of a message show, and its entities are letters', () => {
  expect(shown('<b>Đã ghi</b> VT12, <i>hôm nay</i> <code>x*y</code> &lt;3 &amp;')).toEqual({
    text: 'Đã ghi VT12, hôm nay x*y <3 &',
    marks: ['bold:Đã ghi', 'italic:hôm nay', 'code:x*y'],
    effects: [],
  });
});

test('marks within marks, side by side and around spaces show', () => {
  expect(shown('<b><i>một</i></b> <b> hai </b>ba').marks).toEqual(['italic:một', 'bold:một', 'bold:hai']);
  expect(shown('<b>một</b><b>hai</b>').marks).toEqual(['bold:mộthai']);
});

test.each([
  '@everyone @here <@123456789012345678> <@!1> <@&2> <#3> </viectot:4> <id:guide>',
  '<t:1700000000:F> <:emoji:123> <a:emoji:123>',
  'https://example.org http://a.b <https://x.y> [ở đây](https://x.y) steam://run discord.gg/abc discord.com/invite/abc',
  '# đề mục\n## hai\n### ba\n-# nhỏ\n> trích\n>>> trích dài\n- một\n* hai\n+ ba\n1. bốn\n  - năm',
  '**đậm** __gạch__ *nghiêng* _nghiêng_ ~~xóa~~ ||ẩn|| `mã` ```khối``` \\*',
  'giá 5*3=15, viec_tot_1, a|b, ~2 km, C:\\thư mục',
])('%j stays as it was typed', (text) => {
  const { text: read, marks, effects } = readMarkdown(toMarkdownParts(typed(text)).join('\n'));
  expect({ marks, effects }).toEqual({ marks: [], effects: [] });
  expect(read.replaceAll('\u2060', '')).toBe(text);
});

test('whatever is typed pings, formats and links nothing', () => {
  const pieces = fc.constantFrom(
    '*',
    '_',
    '~',
    '`',
    '|',
    '<',
    '>',
    '@',
    '#',
    '-',
    '+',
    '1.',
    '[',
    ']',
    '(',
    ')',
    '\\',
    ':',
    '/',
    'https',
    '://',
    'everyone',
    'a',
    'ệ',
    ' ',
    '\n',
    't:1',
    '@1',
    'discord',
    '.gg/',
  );
  fc.assert(
    fc.property(fc.array(pieces, { maxLength: 40 }), (parts) => {
      const { marks, effects } = readMarkdown(toMarkdownParts(typed(`x${parts.join('')}`)).join('\n'));
      expect({ marks, effects }).toEqual({ marks: [], effects: [] });
    }),
    { numRuns: 3000 },
  );
});

test('no part is longer than Discord takes, and no word is lost', () => {
  const words = fc.array(
    fc.constantFrom('đồng', 'chí*', '_họp_', 'ngày', '\n', 'https://x.y', '👨‍👩‍👧', 'một '.repeat(300)),
    { maxLength: 60 },
  );
  fc.assert(
    fc.property(words, fc.boolean(), (list, bold) => {
      const text = list.join(' ');
      const parts = toMarkdownParts(markup(bold ? `<b>${escapeTyped(text)}</b>` : escapeTyped(text)));
      for (const part of parts) {
        expect(part.length).toBeLessThanOrEqual(2000);
        expect(part.trim()).not.toBe('');
        expect(part.isWellFormed()).toBe(true);
      }
      const letters = (all: string) => all.replace(/[\s\u2060]/gu, '');
      expect(letters(parts.map((part) => readMarkdown(part).text).join('\n'))).toBe(letters(text));
    }),
    { numRuns: 300 },
  );
});

test('a long text is cut where a line ends, and a long line where a word ends', () => {
  const lines = Array.from({ length: 60 }, (_, n) => `${n} ${'chữ '.repeat(12)}`.trim());
  const parts = toMarkdownParts(markup(lines.join('\n')));
  expect(parts.length).toBe(2);
  expect(parts.join('\n').split('\n')).toEqual(lines);
  const [one = '', two = ''] = toMarkdownParts(markup('xin chào '.repeat(250)));
  expect([one.endsWith('xin') || one.endsWith('chào'), /^(xin|chào) /.test(two)]).toEqual([true, true]);
});

test('marks go on in the next part', () => {
  const parts = toMarkdownParts(markup(`<b>${'đậm '.repeat(600)}</b>`));
  expect(parts.map((part) => readMarkdown(part).marks.length)).toEqual([1, 1]);
});

test('a word of any length is cut between its characters', () => {
  const parts = toMarkdownParts(markup('👨‍👩‍👧'.repeat(500)));
  for (const part of parts) expect(part.length % '👨‍👩‍👧'.length).toBe(0);
});

test('a text of nothing but spaces has no parts', () => {
  expect(toMarkdownParts(markup(' \n\n '))).toEqual([]);
});

test('beside a date each reader sees the moment in their own zone', () => {
  const at = { epochMilliseconds: 1_796_473_800_000 };
  const text = joinMarkup([markup('<b>Họp</b>'), stamped('thứ Bảy, 05/12/2026, 19 giờ 30', at)]);
  expect(readMarkdown(toMarkdownParts(text).join(''))).toMatchObject({
    text: 'Họp\nthứ Bảy, 05/12/2026, 19 giờ 30 (⟨1796473800⟩)',
    effects: ['time:1796473800'],
  });
  expect(toPlain(text)).toBe('Họp\nthứ Bảy, 05/12/2026, 19 giờ 30');
});

function shown(text: string) {
  return readMarkdown(toMarkdownParts(markup(text)).join('\n'));
}
