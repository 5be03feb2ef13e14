import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { LONGEST_TEXT, toHtmlParts } from '../../../src/platforms/telegram/render.ts';
import { escapeTyped, joinMarkup, type Markup, markup, toPlain, typed } from '../../../src/texts/markup.ts';
import { parseHtml } from '../../support/telegram/html.ts';

test('the marks become tags, and exactly & < > are escaped', () => {
  expect(toHtmlParts(markup('<b>Việc</b> <i>tốt</i> <code>VT12</code> &lt;b&gt; &amp; "\''))).toEqual([
    '<b>Việc</b> <i>tốt</i> <code>VT12</code> &lt;b&gt; &amp; "\'',
  ]);
});

test('what somebody typed shows as it was typed', () => {
  const [html = ''] = toHtmlParts(typed('<b>đậm</b> &amp; <script> & "x"'));
  expect(parseHtml(html)).toEqual({ text: '<b>đậm</b> &amp; <script> & "x"', entities: [] });
});

test('nested marks nest, but nothing is inside code', () => {
  expect(toHtmlParts(markup('<b>a<i>b</i></b><b><code>c</code></b>'))).toEqual([
    '<b>a</b><b><i>b</i></b><code>c</code>',
  ]);
});

test('a mark over several lines is opened anew in each', () => {
  expect(toHtmlParts(markup('<b>một\nhai</b>\nba'))).toEqual(['<b>một</b>\n<b>hai</b>\nba']);
});

test('a text of nothing but white space has no parts', () => {
  expect(toHtmlParts(markup(' \n\t\n'))).toEqual([]);
});

test('4096 units are one part, one more is two', () => {
  expect(toHtmlParts(markup('a'.repeat(LONGEST_TEXT)))).toHaveLength(1);
  expect(toHtmlParts(markup('a'.repeat(LONGEST_TEXT + 1)))).toHaveLength(2);
  expect(toHtmlParts(markup('&lt;'.repeat(LONGEST_TEXT)))).toHaveLength(1);
});

test('lines stay whole: a part ends where a line ends', () => {
  const lines = Array.from({ length: 200 }, (_, i) => `${i}. <b>Nguyễn Văn An</b> giúp cụ già qua đường`);
  const parts = toHtmlParts(markup(lines.join('\n')));
  expect(parts.length).toBeGreaterThan(1);
  expect(parts.flatMap((part) => part.split('\n'))).toEqual(lines);
});

test('a part has at most a hundred entities, since Telegram drops the rest', () => {
  const parts = toHtmlParts(markup(Array.from({ length: 250 }, (_, i) => `<b>${i}</b>`).join('\n')));
  expect(parts.map((part) => parseHtml(part).entities.length)).toEqual([100, 100, 50]);
});

test('a line that is too long alone is cut where a word ends', () => {
  const [first = '', second = ''] = toHtmlParts(markup(`${'việc '.repeat(818)}tốt-nhất`));
  expect(first.endsWith('việc')).toBe(true);
  expect(first).toHaveLength(4089);
  expect(second).toBe('tốt-nhất');
});

test('a word that is too long alone is cut between characters as people see them', () => {
  const family = '👨‍👩‍👧';
  const parts = toHtmlParts(markup(family.repeat(600)));
  for (const part of parts) expect(part.length % family.length).toBe(0);
  const decomposed = 'ệ'.normalize('NFD');
  for (const part of toHtmlParts(markup(`a${decomposed.repeat(1500)}`))) {
    expect(part.replace(/^a/, '').length % decomposed.length).toBe(0);
  }
});

test('a space that carries a mark of its own is no place to cut', () => {
  const [first = ''] = toHtmlParts(markup(`${'a'.repeat(4000)} ${'b'.repeat(94)} \u0301${'c'.repeat(10)}`));
  expect(first).toHaveLength(4000);
});

test('a word that ends just after the limit is cut within it', () => {
  expect(toHtmlParts(markup(`${'a'.repeat(4097)} b`)).map((part) => part.length)).toEqual([4096, 3]);
});

test('a character that is longer than a message is cut, but never through a surrogate pair', () => {
  for (const start of ['a', 'ab']) {
    const parts = toHtmlParts(markup(start + '\u{1e4ec}'.repeat(3000)));
    expect(parts.length).toBeLessThanOrEqual(3);
    for (const part of parts) expect(part.isWellFormed()).toBe(true);
  }
});

const piece = fc.oneof(
  fc.string({ unit: 'grapheme', maxLength: 300 }).map(escapeTyped),
  fc.constantFrom(
    ' ',
    '\n',
    '\n\n',
    '&lt;',
    '&amp;',
    '👨‍👩‍👧',
    'ệ'.normalize('NFD'),
    'x'.repeat(5000),
    'việc tốt '.repeat(600),
  ),
);
const styled = fc
  .tuple(piece, fc.subarray(['b', 'i', 'code']))
  .map(([text, tags]) => tags.reduceRight((inner, tag) => `<${tag}>${inner}</${tag}>`, text));
const texts: fc.Arbitrary<Markup> = fc
  .array(styled, { maxLength: 60 })
  .map((pieces) => joinMarkup(pieces.map(markup), ''));

describe('for any text', () => {
  test('the parts are valid, short enough, not empty, and together the text', () => {
    fc.assert(
      fc.property(texts, (text) => {
        const parts = toHtmlParts(text).map(plain);
        for (const part of parts) {
          expect(part.length).toBeGreaterThan(0);
          expect(part.length).toBeLessThanOrEqual(LONGEST_TEXT);
        }
        expect(withoutSpaces(parts.join('\n'))).toBe(withoutSpaces(toPlain(text)));
      }),
      { numRuns: 300 },
    );
  });

  test('no part cuts a line that would fit into a message', () => {
    fc.assert(
      fc.property(texts, (text) => {
        const lines = new Set(
          toPlain(text)
            .split('\n')
            .map((line) => line.trim()),
        );
        const long = [...lines].some((line) => line.length > LONGEST_TEXT);
        fc.pre(!long);
        for (const part of toHtmlParts(text)) {
          for (const line of plain(part).split('\n')) expect(lines).toContain(line.trim());
        }
      }),
      { numRuns: 300 },
    );
  });

  test('the styles are those of the text', () => {
    // Letters of Vietnamese; the whole of à-ỹ holds a mark of direction, which is dropped, and an old space.
    const short = fc
      .array(
        fc.tuple(fc.stringMatching(/^[a-zà-ýăđĩũơưạ-ỹ&<>]{1,20}$/u), fc.constantFrom('b', 'i', 'code', '')),
        {
          minLength: 1,
          maxLength: 20,
        },
      )
      .filter((spans) => spans.length > 0);
    const typeOf: Record<string, string> = { b: 'bold', i: 'italic', code: 'code' };
    fc.assert(
      fc.property(short, (spans) => {
        const source = spans.map(([text, tag]) =>
          tag ? `<${tag}>${escapeTyped(text)}</${tag}>` : escapeTyped(text),
        );
        const [html = ''] = toHtmlParts(markup(source.join('\n')));
        const { text, entities } = parseHtml(html);
        const seen = entities.map(({ type, offset, length }) => [type, text.slice(offset, offset + length)]);
        expect(seen).toEqual(
          spans.filter(([, tag]) => tag).map(([plainText, tag]) => [typeOf[tag], plainText]),
        );
      }),
    );
  });
});

function plain(html: string): string {
  return parseHtml(html).text;
}

function withoutSpaces(text: string): string {
  return text.replace(/\s+/gu, '');
}
