const TONE_KEYS: Readonly<Record<string, string>> = { f: '1', s: '2', x: '3', r: '4', j: '5' };
const VOWELS = 'aeiouy';
const CIRCUMFLEX = '\u0302';
const HORN = '\u031b';
const BREVE = '\u0306';

/**
 * The spelling (see fold.ts) of a word typed in Telex with the input method off: "thuws" is "thứ". A key for a
 * tone can only stand behind a vowel, since no Vietnamese word ends in f, s, x, r or j.
 */
export function fromTelex(word: string): string {
  let letters = '';
  let tone = '';
  let seenVowel = false;
  for (const key of word) {
    const toneHere = seenVowel ? TONE_KEYS[key] : undefined;
    if (toneHere !== undefined) {
      tone = toneHere;
      continue;
    }
    letters = typed(letters, key);
    seenVowel ||= VOWELS.includes(key) || key === 'w';
  }
  return letters + tone;
}

function typed(letters: string, key: string): string {
  if (key === 'w') return horned(letters);
  if (key === 'd' && letters === 'd') return 'đ';
  const doubles = key === letters.at(-1) && (key === 'a' || key === 'e' || key === 'o');
  return doubles ? letters + CIRCUMFLEX : letters + key;
}

function horned(letters: string): string {
  if (letters.endsWith('uo')) return `${letters.slice(0, -2)}u${HORN}o${HORN}`;
  const last = letters.at(-1);
  if (last === 'a') return letters + BREVE;
  return last === 'o' || last === 'u' ? letters + HORN : `${letters}u${HORN}`;
}
