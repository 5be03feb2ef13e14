import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { escapeTyped, joinMarkup, markup, toLines, toPlain, typed } from '../../src/texts/markup.ts';

describe('what the bot says', () => {
  it('never takes what somebody typed for markup', () => {
    expect(toLines(typed('<b>đậm</b> & co'))).toEqual([[{ text: '<b>đậm</b> & co', styles: [] }]]);
  });

  it('breaks a mention and a command that somebody typed, and leaves the rest readable', () => {
    expect(toPlain(typed('@all gõ /rut VT1'))).toBe('@\u2060all gõ /\u2060rut VT1');
    expect(toPlain(typed('ngày 5/12, a@ b'))).toBe('ngày 5/12, a@ b');
  });

  it.each(['(', '“', '-', '.', ':', '…', '\u00a0', '[', '*', '&', '👍', ''])(
    'breaks a command behind “%s”, as Telegram would see one there',
    (before) => {
      expect(toPlain(typed(`xem ${before}/diemdanh`))).toBe(`xem ${before}/\u2060diemdanh`);
    },
  );

  it.each(['https://a.vn/b/c', 'và/hoặc', '5/12', '2//3', '</b>'])('leaves “%s” as it is', (text) => {
    expect(toPlain(typed(text))).toBe(text);
  });

  it('drops marks that turn the direction of the text', () => {
    expect(toPlain(typed('an\u202egnuad\u2066'))).toBe('angnuad');
  });

  it('reads its own marks, nested and over several lines', () => {
    expect(toLines(markup('<b>A <i>b</i></b>\nc &lt;'))).toEqual([
      [
        { text: 'A ', styles: ['b'] },
        { text: 'b', styles: ['b', 'i'] },
      ],
      [{ text: 'c <', styles: [] }],
    ]);
  });

  it('joins parts by lines', () => {
    expect(toPlain(joinMarkup([typed('a'), markup('<b>b</b>')]))).toBe('a\nb');
  });

  it('shows any typed text as plain text, whatever it is', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        const spans = toLines(markup(escapeTyped(text))).flat();
        expect(spans.every(({ styles }) => styles.length === 0)).toBe(true);
      }),
    );
  });
});
