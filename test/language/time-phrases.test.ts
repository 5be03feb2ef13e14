import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { classify } from '../../src/language/classify.ts';
import { fold } from '../../src/language/fold.ts';
import { NOW } from './clock-at.ts';

const phrase = z.object({
  text: z.string(),
  type: z.string(),
  expect: z.union([z.string(), z.array(z.string()), z.null()]),
  ambiguous: z.boolean(),
});

const KNOWN = phrasesOf('times.jsonl');
const HELD_OUT = phrasesOf('held-out.jsonl');
const ALL = [...KNOWN, ...HELD_OUT].map((one) => [one.text, one] as const);

describe('a time phrase', () => {
  test.each(ALL)('%s', (text, { type, expect: meaning, ambiguous }) => {
    expect(classify(text, NOW)).toEqual({ type, expect: meaning, ambiguous });
  });

  test('reads the same in composed and in decomposed letters', () => {
    for (const [text] of ALL) {
      expect([text, classify(text.normalize('NFD'), NOW)]).toEqual([
        text,
        classify(text.normalize('NFC'), NOW),
      ]);
    }
  });

  test('reads the same with more white space and in capitals', () => {
    for (const [text] of ALL) {
      const meaning = classify(text, NOW);
      expect([text, classify(`  ${text.replaceAll(' ', '  ')} `, NOW)]).toEqual([text, meaning]);
      expect([text, classify(text.toUpperCase(), NOW)]).toEqual([text, meaning]);
    }
  });

  // Without diacritics these may be something else, and that is asked.
  const SEVERAL = new Set([
    'ngày 5 tháng sau',
    'ngày 5 tháng sáu',
    'ngày 31 tháng sau',
    'thứ sáu tới',
    'ngày kìa',
    'thứ hai đầu tháng sau',
  ]);

  test('reads the same without diacritics', () => {
    for (const [text] of ALL.filter(([accented]) => !SEVERAL.has(accented))) {
      expect([text, classify(fold(text), NOW)]).toEqual([text, classify(text, NOW)]);
    }
  });

  test('is unknown when it is no time at all', () => {
    for (const text of [
      '',
      '   ',
      'Sinh hoạt chi bộ',
      'tổ 7',
      '3 triệu',
      'Chị Mai',
      '😊',
      '12345678901234567890',
      '3 ngày',
    ]) {
      expect([text, classify(text, NOW).type]).toEqual([text, 'unknown']);
    }
  });
});

function phrasesOf(file: string): z.infer<typeof phrase>[] {
  return readFileSync(new URL(file, import.meta.url), 'utf8')
    .split('\n')
    .filter((line) => line.includes('"text"'))
    .map((line) => phrase.parse(JSON.parse(line)));
}
