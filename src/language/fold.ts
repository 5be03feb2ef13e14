const MARKS = /\p{M}+/gu;
const SPACES = /\s+/gu;

/** The text without diacritics and capitals, white space collapsed: for matching, never for showing. */
export function fold(text: string): string {
  return text
    .normalize('NFD')
    .replace(MARKS, '')
    .toLowerCase()
    .replaceAll('đ', 'd')
    .replace(SPACES, ' ')
    .trim();
}

const TONES: Readonly<Record<string, string>> = {
  '\u0300': '1',
  '\u0301': '2',
  '\u0303': '3',
  '\u0309': '4',
  '\u0323': '5',
};

/** A word in lower case with its tone moved to the end, so that hoà and hòa are the same word. */
export function spelling(word: string): string {
  let letters = '';
  let tones = '';
  for (const mark of word.toLowerCase().normalize('NFD')) {
    const tone = TONES[mark];
    if (tone === undefined) letters += mark;
    else tones += tone;
  }
  return letters + tones;
}
