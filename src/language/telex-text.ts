import { fromTelex } from './grammar/telex.ts';

const WORD = /\p{L}[\p{L}\p{M}]*/gu;
const ASCII = /^[a-z]{2,12}$/iu;
const KEYS = /aa|ee|oo|dd|[aou]w|w[aou]|[aeiouy][a-z]*[sfrxj]/iu;
const FEWEST = 3;

/** The text as it was meant, when it was typed in Telex with the input method off; otherwise as it is. */
export function withoutTelex(text: string): string {
  const words = text.slice(0, 2000).match(WORD) ?? [];
  const keyed = words.filter((word) => ASCII.test(word) && KEYS.test(word)).length;
  if (keyed < FEWEST || keyed * 4 < words.length) return text;
  return text.replace(WORD, (word) => (ASCII.test(word) && KEYS.test(word) ? composed(word) : word));
}

const MARKS: Readonly<Record<string, string>> = {
  '1': '\u0300',
  '2': '\u0301',
  '3': '\u0303',
  '4': '\u0309',
  '5': '\u0323',
};
const VOWEL = /[aeiouy][\u0302\u031b\u0306]?/giu;

function composed(word: string): string {
  const spelt = fromTelex(word.toLowerCase());
  const tone = MARKS[spelt.at(-1) ?? ''];
  const letters = tone ? spelt.slice(0, -1) : spelt;
  const at = tone ? placeOfTone(letters) : letters.length;
  const whole = (letters.slice(0, at) + (tone ?? '') + letters.slice(at)).normalize('NFC');
  return /^\p{Lu}/u.test(word) ? whole.charAt(0).toUpperCase() + whole.slice(1) : whole;
}

/** Behind the vowel that carries the tone: the last one with a mark of its own, or before a last consonant. */
function placeOfTone(letters: string): number {
  const vowels = [...letters.matchAll(VOWEL)].filter(
    ({ index }) => !/^(?:qu|gi)$/u.test(letters.slice(0, index + 1)) || index > 1,
  );
  const marked = vowels.findLast(([vowel]) => vowel.length > 1);
  const endsInVowel = /[aeiouy]$/u.test(letters);
  const plain = endsInVowel && vowels.length > 1 ? vowels.at(-2) : vowels.at(-1);
  const bearer = marked ?? plain;
  return bearer ? bearer.index + bearer[0].length : letters.length;
}
