import { forLastText } from '../for-last-text.ts';
import {
  afterTime,
  type Found,
  foundAt,
  type Head,
  headAt,
  openingAt,
  opensFullName,
  unknownDoer,
} from './doer-heads.ts';
import type { Name, Span } from './doer-name.ts';
import { notHelped } from './helped.ts';
import { phraseAt, vocabularyOf } from './report-words.ts';
import { isAct, isCapital, isNumber, opensClause, type Sentence, said, sentenceOf } from './sentence.ts';
import { NAMELESS } from './subject-words.ts';

export type DoerType = 'individual' | 'collective' | 'household';

/** Who did it: of what kind, and the name as typed where the text shows clearly where it ends. */
export type Doer = { readonly type: DoerType; readonly name: TypedName | undefined };

/** As typed, without emoji, and where it stands in the text. */
type TypedName = { readonly text: string; readonly start: number; readonly end: number };

const NO_NAMES = vocabularyOf([[true, NAMELESS]]);

/** Finds who did it; undefined when nobody is named before the deed. Nobody who was helped counts. */
export const findDoer = forLastText(readDoer);

function readDoer(text: string): Doer | undefined {
  const sentence = sentenceOf(text);
  const found = doerOf(sentence);
  return found && { type: typeOf(sentence, found), name: typedName(sentence, found) };
}

function doerOf(sentence: Sentence): Found | undefined {
  const first = afterTime(sentence, 0);
  const found = foundAt(sentence, first);
  const opening = openingAt(sentence, first);
  const opens = opening !== undefined && opening >= (found?.head.to ?? 0);
  if (found && !opens) return notHelped(sentence, found);
  const actsFirst = !opens && isAct(sentence, first);
  return (
    (opens ? undefined : unknownDoer(sentence, first)) ??
    inLaterClause(sentence, first, actsFirst, opens) ??
    (actsFirst ? undefined : beforeTheAct(sentence, first))
  );
}

/** "Tại cầu Bến Thủy, anh Dần …": behind a clause that tells how it came about, or what was found. */
function inLaterClause(
  sentence: Sentence,
  from: number,
  actsFirst: boolean,
  opens: boolean,
): Found | undefined {
  let acts = actsFirst;
  for (let at = from + 1; at < sentence.words.length; at++) {
    if (!opensClause(sentence, at)) continue;
    const start = afterTime(sentence, at);
    const found = foundAt(sentence, start);
    const doer = found && found.head.kind !== 'place' ? notHelped(sentence, found) : undefined;
    // "Mất ví trên xe, em Trinh được bác tài Bằng đem trả": who was helped points to who did it.
    const isClearly = doer !== found || (found && isClear(sentence, found, acts, opens));
    if (doer && isClearly && !(acts && personIn(sentence, from, at))) return doer;
    acts ||= isAct(sentence, start);
  }
  return undefined;
}

/** Whether somebody in mid-sentence is the doer: behind an act only when another act follows. */
function isClear(sentence: Sentence, { head, name }: Found, acts: boolean, opens: boolean): boolean {
  if (!name) return false;
  if (acts) return name.byAct;
  return opens || head.kind === 'collective' || isCapital(sentence, head.to + 1);
}

function personIn(sentence: Sentence, from: number, to: number): boolean {
  for (let at = from; at < to; at++)
    if (headAt(sentence, at)?.kind === 'individual' && isCapital(sentence, at + 1)) return true;
  return false;
}

/** Whoever is named before the first act; the people of a place only when nobody else is. */
function beforeTheAct(sentence: Sentence, from: number): Found | undefined {
  let place: Found | undefined;
  let at = from;
  while (at < sentence.words.length && !isAct(sentence, at)) {
    const found = inMidSentence(sentence, at);
    if (found && found.head.kind !== 'place') return found;
    place ??= found;
    at = Math.max(at + 1, sentence.hits.get(at)?.end ?? found?.head.to ?? 0);
  }
  return whoeverIsThere(sentence, at) ?? place;
}

/** "Ở xóm 5 vừa rồi có chị Bình nhận nuôi …". */
function whoeverIsThere(sentence: Sentence, at: number): Found | undefined {
  const word = sentence.words[at];
  const found = word && said(sentence.text, word) === 'có' ? foundAt(sentence, at + 1) : undefined;
  return found?.name?.byAct ? found : undefined;
}

function inMidSentence(sentence: Sentence, at: number): Found | undefined {
  const found = foundAt(sentence, at);
  const hit = sentence.hits.get(at);
  // "thay" in the middle of a text without marks is as likely "thấy" as "thầy".
  if (!found || !hit || (hit.ambiguous && !isCapital(sentence, found.head.to))) return undefined;
  const { head, name } = found;
  const isFull = isCapital(sentence, head.to) && isCapital(sentence, head.to + 1);
  const isGroup = head.kind === 'collective' && name?.byAct === true;
  return { head, name: isGroup || (isFull && head.kind !== 'place') ? name : undefined };
}

const NO_WORDS = /(?:\s|\p{Extended_Pictographic}|\u200d|\ufe0f|\p{Emoji_Modifier})+/gu;
const NOBODY = /^(?:mấy|may|một|mot|những|nhung)$/u;
function typedName(sentence: Sentence, { head, name }: Found): TypedName | undefined {
  const first = sentence.words[head.from];
  const last = name && sentence.words[name.to - 1];
  if (!first || !last || NOBODY.test(said(sentence.text, first))) return undefined;
  if (isNameless(sentence) && !hasFullName(sentence, name)) return undefined;
  // A title alone names nobody, and a single bare word is as likely another one.
  const isGroup = head.kind === 'collective' || head.kind === 'place' || head.kind === 'role';
  const isOne = name.to - head.from === 1;
  const isAlone = isOne && (head.kind === 'place' || sentence.hits.get(head.at)?.ambiguous === true);
  if (isGroup ? isAlone : !name.named) return undefined;
  const { offset } = sentence;
  const text = sentence.text.slice(first.start, last.end).replace(NO_WORDS, ' ');
  return { text, start: offset + first.start, end: offset + last.end };
}

/** "Nhà hảo tâm giấu tên", "quên hỏi tên". */
function isNameless({ words, marked }: Sentence): boolean {
  return words.some((_, at) => phraseAt(words, at, NO_NAMES, marked));
}

function typeOf(sentence: Sentence, { head, name }: Found): DoerType {
  const alone = typeAlone(sentence, head, name);
  if (alone !== 'individual') return alone;
  if (name?.company === 'group') return 'collective';
  return name?.company === 'family' ? 'household' : 'individual';
}

function typeAlone(sentence: Sentence, head: Head, name: Name | undefined): DoerType {
  if (head.from < head.at && head.kind === 'individual') return name?.named ? 'individual' : 'collective';
  if (head.kind === 'household' || head.kind === 'individual') return head.kind;
  if (head.kind !== 'role') return 'collective';
  return isOne(sentence, head.to) || (name && hasFullName(sentence, name)) ? 'individual' : 'collective';
}

/** "Đảng viên Tấn", "Cựu chiến binh ông Ba", "Đảng viên 85 tuổi". */
function isOne(sentence: Sentence, at: number): boolean {
  const hit = sentence.hits.get(at);
  const next = sentence.words[at + 1];
  if (isNumber(sentence, at))
    return next !== undefined && /^(?:tuổi|tuoi|t)$/u.test(said(sentence.text, next));
  if (hit?.meaning === 'individual') return !hit.ambiguous || isCapital(sentence, hit.end);
  if (hit?.meaning === 'collective' || hit?.meaning === 'place') return false;
  return isCapital(sentence, at) || opensFullName(sentence, at);
}

function hasFullName(sentence: Sentence, { from, to }: Span): boolean {
  for (let at = from; at + 2 < to; at++) if (opensFullName(sentence, at)) return true;
  return false;
}
