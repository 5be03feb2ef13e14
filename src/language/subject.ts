import { type DoerType, findDoer } from './reports/doer.ts';
import { findPhrases, vocabularyOf, wordsOf } from './reports/report-words.ts';
import { isAct, isCapital, type Sentence, sentenceOf } from './reports/sentence.ts';
import { WORDS_ANYWHERE } from './reports/subject-words.ts';

export const SUBJECT_TYPES = ['individual', 'collective', 'household'] as const satisfies readonly DoerType[];

export type SubjectType = (typeof SUBJECT_TYPES)[number];

const ANYWHERE = vocabularyOf<SubjectType>([
  ['household', WORDS_ANYWHERE.household],
  ['collective', WORDS_ANYWHERE.collective],
]);

/** What kind of doer a report is about; `otherwise` when it names none before the deed. */
export function guessSubjectType(text: string, otherwise: SubjectType = 'individual'): SubjectType {
  const type = findDoer(text)?.type;
  const anywhere = [...findPhrases(wordsOf(text), ANYWHERE)].map(({ meaning }) => meaning);
  return anywhere.includes('household') ? 'household' : (type ?? anywhere[0] ?? otherwise);
}

/** The name of the doer as it was typed, or undefined when the text does not show clearly where it ends. */
export function guessSubjectName(text: string): string | undefined {
  return findDoer(text)?.name?.text;
}

/** Who stands in front of what they do: "Công an xã phát loa" is the name and "phát loa". */
export function doerInFront(text: string): { readonly name: string; readonly told: string } | undefined {
  const name = findDoer(text)?.name;
  return name?.start === 0 ? { name: name.text, told: text.slice(name.end).trim() } : undefined;
}

/** A unit, or a person or a household by name: "anh Lý A Dình bản Sin Chải". */
export function isOwnerName(text: string): boolean {
  return isUnitName(text) || isPersonName(text);
}

function isPersonName(text: string): boolean {
  const sentence = sentenceOf(text);
  const { words, hits } = sentence;
  const head = hits.get(0);
  const isPerson =
    head?.meaning === 'individual' || head?.meaning === 'household' || head?.meaning === 'role';
  if (!head || !isPerson || words.length <= head.end || words.length > LONGEST_NAME) return false;
  const names = words.some(
    (_, at) => at >= head.end && (isCapital(sentence, at) || hits.get(at)?.meaning === 'individual'),
  );
  return names && !hasAct(sentence, head.end);
}

const LONGEST_NAME = 12;

/** Whether the text is nothing but the name of a unit: "Hội LHPN xã Trường Hòa", not "Hội trao 5 suất quà". */
export function isUnitName(text: string): boolean {
  const sentence = sentenceOf(text);
  const { words, hits } = sentence;
  const head = hits.get(0);
  const isGroup = head?.meaning === 'collective' || head?.meaning === 'role' || head?.meaning === 'place';
  if (!head || !isGroup || words.length < 2 || words.length > LONGEST_NAME) return false;
  return !hasAct(sentence, head.end);
}

function hasAct(sentence: Sentence, from: number): boolean {
  for (let at = from; at < sentence.words.length; at = sentence.hits.get(at)?.end ?? at + 1)
    if (isAct(sentence, at)) return true;
  return false;
}
