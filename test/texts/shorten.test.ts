import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { presentable } from '../../src/chat/message.ts';
import { markup } from '../../src/texts/markup.ts';
import { beginning, shorten, toLabel } from '../../src/texts/shorten.ts';

const hostile = fc.array(
  fc.constantFrom(
    'a',
    'ấ',
    'a\u0302\u0301',
    '👍🏽',
    '👨‍👩‍👧',
    '\ud83d',
    '\udc4d',
    '🇻🇳',
    ' ',
    '\u202e',
    '\u200b',
    'e\u0301'.repeat(9),
  ),
  { maxLength: 40 },
);

describe('a text that is cut', () => {
  it('is never longer than it may be and never ends in half a character', () => {
    fc.assert(
      fc.property(hostile, fc.integer({ min: 1, max: 60 }), (pieces, most) => {
        const text = pieces.join('');
        for (const cut of [beginning(text, most), shorten(text, most)]) {
          expect(cut.length).toBeLessThanOrEqual(most);
          expect(cut.isWellFormed()).toBe(true);
        }
      }),
    );
  });

  it.each([
    ['aaaa👍🏽', 6, 'aaaa'],
    ['aaa👨‍👩‍👧b', 8, 'aaa'],
    ['Tiê\u0301ng', 3, 'Ti'],
    ['ngắn', 4, 'ngắn'],
  ])('“%s” to %i is “%s”', (text, most, cut) => {
    expect(beginning(text, most)).toBe(cut);
  });

  it('that is one character without an end shows its beginning', () => {
    expect(beginning(`a${'\u0301'.repeat(1_000)}`, 20)).toHaveLength(20);
  });
});

describe('a label', () => {
  it.each([
    ['Lan', 'Lan'],
    [' Lan\n Anh ', 'Lan Anh'],
    ['A\u202eB\u2066C', 'ABC'],
    ['\u200b', '…'],
    ['\u202e\u2066', '…'],
    ['\u3164\u2800', '…'],
    ['👨‍👩‍👧', '👨‍👩‍👧'],
    ['👍\ud83d', '👍\ufffd'],
  ])('of “%s” is “%s”', (text, label) => {
    expect(toLabel(text)).toBe(label);
  });

  it('is what buttons carry, and the names of files, wherever they come from', () => {
    const shown = presentable({
      text: markup(''),
      buttons: [[{ label: '\u202e', line: '/xem VT1' }]],
      files: [
        { name: '\u202egpj.exe', mimeType: 'image/jpeg', blob: '0' },
        { name: '../../etc/passwd', mimeType: 'text/plain', blob: '0' },
        { name: '\u200b', mimeType: 'text/plain', blob: '0' },
      ],
    });
    expect(shown.buttons).toEqual([[{ label: '…', line: '/xem VT1' }]]);
    expect(shown.files?.map(({ name }) => name)).toEqual(['gpj.exe', '..-..-etc-passwd', 'tep']);
  });
});
