import {
  findPhrases,
  type Hit,
  usesMarks,
  vocabularyOf,
  type Word,
  wordsOf,
} from './reports/report-words.ts';
import { DOER_WORDS, WORDS_ANYWHERE } from './reports/subject-words.ts';

export const SUBJECT_TYPES = ['individual', 'collective', 'household'] as const;

export type SubjectType = (typeof SUBJECT_TYPES)[number];

type Kind = keyof typeof DOER_WORDS;
type Doer = { readonly type: SubjectType; readonly hit: Hit<Kind>; readonly leading: boolean };

const DOERS = vocabularyOf<Kind>([
  ['neutral', DOER_WORDS.neutral],
  ['individual', DOER_WORDS.individual],
  ['role', DOER_WORDS.role],
  ['household', DOER_WORDS.household],
  ['collective', DOER_WORDS.collective],
  ['place', DOER_WORDS.place],
  ['act', DOER_WORDS.act],
]);
const ANYWHERE = vocabularyOf<SubjectType>([
  ['household', WORDS_ANYWHERE.household],
  ['collective', WORDS_ANYWHERE.collective],
]);

// A doer stands in the first words; what comes later is about the deed.
const REACH = 40;
const MOST_WORDS_IN_NAME = 14;

// A comma is inside a name when a place or a second person follows: "chị Hiền, tổ 7", "anh Tới, chị Ngọc".
const GOES_ON = String.raw`\s*(?:\p{Lu}|(?:tổ|to|ấp|ap|thôn|thon|bản|ban|xóm|xom|khóm|khom|xã|xa|phường|phuong|khu|chị|chi|anh|bà|ba|ông|ong)\s)`;
const AGE = String.raw`\s\p{N}+\s*(?:tuổi|tuoi|t)(?![\p{L}\p{M}])`;

/** What kind of doer a report is about; `otherwise` when it names none before the deed. */
export function guessSubjectType(text: string, otherwise: SubjectType = 'individual'): SubjectType {
  const words = wordsOf(text);
  const type = findDoer(words, text)?.type;
  const anywhere = [...findPhrases(words, ANYWHERE)].map(({ meaning }) => meaning);
  return anywhere.includes('household') ? 'household' : (type ?? anywhere[0] ?? otherwise);
}

/** Finds who did it: the first doer before the first act; the people of a place only when nobody else is named. */
function findDoer(words: readonly Word[], text: string): Doer | undefined {
  let place: Doer | undefined;
  for (const { hit, leading } of beforeTheAct(words, text)) {
    const type = typeOf(hit, words, text);
    // "thay" in the middle of a text without marks is as likely "thấy" as "thầy".
    if (!type || (hit.ambiguous && !leading && !isCapital(words[hit.end], text))) continue;
    if (hit.meaning !== 'place') return { type, hit, leading };
    place ??= { type, hit, leading };
  }
  return place;
}

/** The phrases before the first act, each with whether only a time stands before it. */
function* beforeTheAct(
  words: readonly Word[],
  text: string,
): Generator<{ hit: Hit<Kind>; leading: boolean }> {
  let opening = 0;
  for (const hit of findPhrases(words.slice(0, REACH), DOERS)) {
    while (opening < hit.start && isNumber(words[opening])) opening++;
    const leading = hit.start === opening;
    if (hit.meaning === 'neutral' && leading) opening = hit.end;
    if (hit.meaning === 'act' && (hit.start === 0 || !isCapital(words[hit.start], text))) return;
    yield { hit, leading };
  }
}

function isNumber(word: Word | undefined): boolean {
  return word !== undefined && /^\p{N}/u.test(word.bare);
}

function isCapital(word: Word | undefined, text: string): boolean {
  return word !== undefined && /^\p{Lu}/u.test(text.slice(word.start, word.end));
}

function typeOf(hit: Hit<Kind>, words: readonly Word[], text: string): SubjectType | undefined {
  switch (hit.meaning) {
    case 'neutral':
    case 'act':
      return undefined;
    case 'role':
      return isCapital(words[hit.end], text) ? 'individual' : 'collective';
    case 'place':
      return 'collective';
    case 'individual':
    case 'collective':
    case 'household':
      return hit.meaning;
  }
}

/** The name of the doer as it was typed, or undefined when the text does not show clearly where it ends. */
export function guessSubjectName(text: string): string | undefined {
  const words = wordsOf(text);
  const doer = findDoer(words, text);
  const first = doer && words[doer.hit.start];
  const end = doer?.leading ? endOfName(words, text, doer) : undefined;
  if (!first || end === undefined || /^(?:mấy|may|một|mot|những|nhung)$/u.test(first.bare)) return undefined;
  const length = words.filter((word) => word.start >= first.start && word.end <= end).length;
  // A title alone names nobody, and a single bare word is as likely another one.
  const tooShort =
    length <= (doer.type === 'collective' ? Number(doer.hit.ambiguous) : doer.hit.end - doer.hit.start);
  return tooShort || length > MOST_WORDS_IN_NAME
    ? undefined
    : text.slice(first.start, end).replace(/[\s,+]+$/u, '');
}

const QUOTE = /["“”]/;

/** Where the name ends: at the act or at a sign that the writer set, but not at a quotation, which may belong to it. */
function endOfName(words: readonly Word[], text: string, { hit, type }: Doer): number | undefined {
  const sign = signAfter(text, words[hit.start]?.start ?? 0);
  // Right after a title stands a name, even one that reads like an act: "chi hien" is "chị Hiền", not "hiến".
  const first = hit.end + (type === 'individual' && !usesMarks(words) ? 1 : 0);
  const rest = words.slice(first, hit.end + MOST_WORDS_IN_NAME);
  for (const { meaning, start } of findPhrases(rest, DOERS)) {
    const word = rest[start];
    if (meaning !== 'act' || !word || isCapital(word, text)) continue;
    if (sign === undefined || word.start < sign) return word.start;
  }
  return sign !== undefined && QUOTE.test(text.charAt(sign)) ? undefined : sign;
}

const END_OF_NAME = new RegExp(String.raw`[().:;!?–—|"“”\n]|\s-\s|,(?!${GOES_ON})|${AGE}`, 'u');

function signAfter(text: string, from: number): number | undefined {
  const at = text.slice(from, from + 300).search(END_OF_NAME);
  return at < 0 ? undefined : from + at;
}

/** Whether the text is nothing but the name of a unit: "Hội LHPN xã Trường Hòa", not "Hội trao 5 suất quà". */
export function isUnitName(text: string): boolean {
  const words = wordsOf(text);
  const doer = findDoer(words, text);
  if (doer?.type !== 'collective' || doer.hit.start > 0 || words.length < 2 || words.length > 12)
    return false;
  const rest = words.slice(doer.hit.end);
  return ![...findPhrases(rest, DOERS)].some(
    ({ meaning, start }) => meaning === 'act' && !isCapital(rest[start], text),
  );
}
