import { type Name, nameFrom, type Span } from './doer-name.ts';
import { phraseAt, vocabularyOf } from './report-words.ts';
import { isAct, isCapital, isNumber, type Kind, opensClause, type Sentence, sentenceOf } from './sentence.ts';
import { DOER_WORDS, FAMILY_NAMES, HELPED } from './subject-words.ts';

export type DoerType = 'individual' | 'collective' | 'household';

/** Who did it: of what kind, and the name as typed where the text shows clearly where it ends. */
export type Doer = { readonly type: DoerType; readonly name: TypedName | undefined };

/** As typed, without emoji, and where it stands in the text. */
type TypedName = { readonly text: string; readonly start: number; readonly end: number };

/** Where a doer may begin: the word for it ends before `to`. */
type Head = { readonly from: number; readonly at: number; readonly to: number; readonly kind: Kind };
type Found = { readonly head: Head; readonly name: Name | undefined };

const OPENINGS = vocabularyOf([[true, DOER_WORDS.opening]]);
const FAMILIES = vocabularyOf([[true, FAMILY_NAMES]]);
const HELPS = vocabularyOf([[true, HELPED]]);

/** Finds who did it; undefined when nobody is named before the deed. Nobody who was helped counts. */
export function findDoer(text: string): Doer | undefined {
  const sentence = sentenceOf(text);
  const found = doerOf(sentence);
  return found && { type: typeOf(sentence, found), name: typedName(sentence, found) };
}

function doerOf(sentence: Sentence): Found | undefined {
  const first = afterTime(sentence, 0);
  const head = headAt(sentence, first);
  const opening = phraseAt(sentence.words, first, OPENINGS, sentence.marked);
  const opens = opening !== undefined && opening.end >= (head?.to ?? 0);
  if (head && !opens) return notHelped(sentence, { head, name: nameOf(sentence, head) });
  const actsFirst = !opens && isAct(sentence, first);
  return (
    inLaterClause(sentence, first, actsFirst, opens) ??
    (actsFirst ? undefined : beforeTheAct(sentence, first))
  );
}

/** Past the words for when it was: "Sáng nay", "Tối 20/11,". */
function afterTime(sentence: Sentence, from: number): number {
  let at = from;
  for (;;) {
    const hit = sentence.hits.get(at);
    if (hit?.meaning === 'neutral') at = hit.end;
    else if (isNumber(sentence, at) && !counted(sentence, at)) at++;
    else return at;
  }
}

const COUNT = /^(?:[2-9]|[1-9]\d|hai|ba|bốn|bon|năm|nam|sáu|sau)$/u;
const COUNTABLE =
  /^(?:em|bạn|ban|cháu|chau|bé|be|anh|chị|chi|ông|ong|bà|ba|cô|co|chú|chu|bác|bac|thầy|thay|đ|d|đồng|dong|nữ|nu|nam|học|hoc|sinh|sv|hs|thanh|đoàn|doan|chiến|chien|người|nguoi|cán|can|công|cong|ccb|bác|đảng|dang|hội|hoi|y|thợ|tho)$/u;

/** Whether so many people are named here: "2 em", "hai nữ sinh". */
function counted({ words, hits, text }: Sentence, at: number): boolean {
  const [count, who] = [words[at], words[at + 1]];
  const kind = hits.get(at + 1)?.meaning;
  if (!count || !who || kind === undefined || kind === 'act' || kind === 'neutral') return false;
  const isOneOf = COUNT.test(said(text, count)) && COUNTABLE.test(said(text, who));
  return isOneOf && text.slice(count.end, who.start).trim() === '';
}

function said(text: string, { start, end }: { start: number; end: number }): string {
  return text.slice(start, end).normalize('NFC').toLowerCase();
}

/** The word for a person or a group that stands here. */
function headAt(sentence: Sentence, at: number): Head | undefined {
  const hit = sentence.hits.get(at);
  if (counted(sentence, at))
    return { from: at, at: at + 1, to: sentence.hits.get(at + 1)?.end ?? at + 2, kind: 'individual' };
  if (hit && hit.meaning !== 'act' && hit.meaning !== 'neutral' && !isThereWas(sentence, at))
    return { from: at, at, to: hit.end, kind: hit.meaning };
  return hit ? undefined : (bareName(sentence, at) ?? namedGroup(sentence, at));
}

/** "co mot ban" is "có một bạn", "thay 2 em" is "thấy 2 em". */
function isThereWas({ words, marked }: Sentence, at: number): boolean {
  const begins = /^(?:co|thay)$/u.test(words[at]?.bare ?? '');
  return !marked && begins && /^(?:mot|may|nhieu|nhung|cac|nguoi|\p{N}+)$/u.test(words[at + 1]?.bare ?? '');
}

/** "Nguyễn Văn Tình", "nguyen van tinh", "a Hoan". */
function bareName(sentence: Sentence, at: number): Head | undefined {
  const { words, marked } = sentence;
  const middle = words[at + 1]?.bare ?? '';
  if (/^[ace]$/u.test(words[at]?.bare ?? '') && isCapital(sentence, at + 1))
    return { from: at, at, to: at + 1, kind: 'individual' };
  if (!phraseAt(words, at, FAMILIES, marked)) return undefined;
  const isFull = [0, 1, 2].every((offset) => isCapital(sentence, at + offset));
  if (isFull) return { from: at, at, to: at, kind: 'individual' };
  return /^(?:van|thi)$/u.test(middle) ? { from: at, at, to: at + 2, kind: 'individual' } : undefined;
}

const LONGEST_OWN_NAME = 3;

/** "Agribank chi nhánh Lâm Đồng": a name before the word for the group. */
function namedGroup(sentence: Sentence, from: number): Head | undefined {
  for (let at = from; at < from + LONGEST_OWN_NAME && isCapital(sentence, at); at++) {
    const hit = sentence.hits.get(at + 1);
    if (hit?.meaning === 'collective') return { from, at: at + 1, to: hit.end, kind: 'collective' };
  }
  return undefined;
}

function nameOf(sentence: Sentence, { from, to, kind }: Head): Name | undefined {
  return nameFrom(sentence, from, to, kind);
}

const PRAISE =
  /bằng khen|giấy khen|khen thưởng|khen ngợi|biểu dương|tuyên dương|danh hiệu|kỷ niệm chương|huân chương/iu;
const HELP_IS_NEAR = 10;

/** The one who helped, when the first one named was helped; "Thôn 6 có bà Nghê" names bà Nghê. */
function notHelped(sentence: Sentence, found: Found): Found | undefined {
  const stop = found.name?.stop ?? found.head.to;
  const word = wordAt(sentence, stop);
  if (word === 'có' || word === 'co') return personBehind(sentence, found, stop + 1) ?? found;
  if (PRAISE.test(sentence.text)) return found;
  if (word === 'bị' || word === 'bi') {
    const help = findWord(sentence, stop + 1, /^(?:được|duoc)$/u, HELP_IS_NEAR);
    return help === undefined ? found : helperBehind(sentence, found, help + 1);
  }
  return word === 'được' || word === 'duoc' ? helperBehind(sentence, found, stop + 1) : found;
}

function wordAt({ text, words }: Sentence, at: number): string {
  const word = words[at];
  return word ? said(text, word) : '';
}

function findWord(sentence: Sentence, from: number, what: RegExp, within: number): number | undefined {
  for (let at = from; at < Math.min(from + within, sentence.words.length); at++)
    if (what.test(wordAt(sentence, at))) return at;
  return undefined;
}

function personBehind(sentence: Sentence, { head }: Found, at: number): Found | undefined {
  if (head.kind !== 'place' && head.kind !== 'collective') return undefined;
  const person = headAt(sentence, at);
  return person?.kind === 'individual' ? { head: person, name: nameOf(sentence, person) } : undefined;
}

function helperBehind(sentence: Sentence, found: Found, at: number): Found | undefined {
  const helper = headAt(sentence, at);
  if (helper) return { head: helper, name: nameOf(sentence, helper) };
  if (!phraseAt(sentence.words, at, HELPS, sentence.marked)) return found;
  const thanks = findWord(sentence, at, /^(?:nhờ|nho)$/u, sentence.words.length);
  const thanked = thanks === undefined ? undefined : headAt(sentence, thanks + 1);
  return thanked && { head: thanked, name: nameOf(sentence, thanked) };
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
    const head = headAt(sentence, start);
    const found = head && head.kind !== 'place' && { head, name: nameOf(sentence, head) };
    if (found && isClear(sentence, found, acts, opens) && !(acts && personIn(sentence, from, at)))
      return notHelped(sentence, found);
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
  for (let at = from; at < sentence.words.length && !isAct(sentence, at); ) {
    const found = inMidSentence(sentence, at);
    if (found && found.head.kind !== 'place') return found;
    place ??= found;
    at = Math.max(at + 1, sentence.hits.get(at)?.end ?? found?.head.to ?? 0);
  }
  return place;
}

function inMidSentence(sentence: Sentence, at: number): Found | undefined {
  const head = headAt(sentence, at);
  const hit = sentence.hits.get(at);
  // "thay" in the middle of a text without marks is as likely "thấy" as "thầy".
  if (!head || !hit || (hit.ambiguous && !isCapital(sentence, head.to))) return undefined;
  const isFull = isCapital(sentence, head.to) && isCapital(sentence, head.to + 1);
  return { head, name: isFull && head.kind !== 'place' ? nameOf(sentence, head) : undefined };
}

const NO_WORDS = /(?:\s|\p{Extended_Pictographic}|\u200d|\ufe0f|\p{Emoji_Modifier})+/gu;
const NOBODY = /^(?:mấy|may|một|mot|những|nhung)$/u;

function typedName(sentence: Sentence, { head, name }: Found): TypedName | undefined {
  const first = sentence.words[head.from];
  const last = name && sentence.words[name.to - 1];
  if (!first || !last || NOBODY.test(said(sentence.text, first))) return undefined;
  // A title alone names nobody, and a single bare word is as likely another one.
  const isGroup = head.kind === 'collective' || head.kind === 'place' || head.kind === 'role';
  const isOne = name.to - head.from === 1;
  const isAlone = isOne && (head.kind === 'place' || sentence.hits.get(head.at)?.ambiguous === true);
  if (isGroup ? isAlone : !name.named) return undefined;
  const { offset } = sentence;
  const text = sentence.text.slice(first.start, last.end).replace(NO_WORDS, ' ');
  return { text, start: offset + first.start, end: offset + last.end };
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
  if (isNumber(sentence, at)) return /^(?:tuổi|tuoi|t)$/u.test(wordAt(sentence, at + 1));
  if (hit?.meaning === 'individual') return !hit.ambiguous || isCapital(sentence, hit.end);
  return isCapital(sentence, at) && hit?.meaning !== 'collective' && hit?.meaning !== 'place';
}

function hasFullName(sentence: Sentence, { from, to }: Span): boolean {
  for (let at = from; at + 2 < to; at++) {
    const isName = [0, 1, 2].every((offset) => isCapital(sentence, at + offset));
    if (isName && phraseAt(sentence.words, at, FAMILIES, sentence.marked)) return true;
  }
  return false;
}
