import { type Name, nameFrom } from './doer-name.ts';
import { phraseAt, vocabularyOf } from './report-words.ts';
import { isAct, isCapital, isNumber, type Kind, opensClause, type Sentence, said } from './sentence.ts';
import { DOER_WORDS, FAMILY_NAMES, FORMER, SEVERAL } from './subject-words.ts';

/** Where a doer may begin: the word for it ends before `to`. */
export type Head = { readonly from: number; readonly at: number; readonly to: number; readonly kind: Kind };
export type Found = { readonly head: Head; readonly name: Name | undefined };

const FAMILIES = vocabularyOf([[true, FAMILY_NAMES]]);
const OPENINGS = vocabularyOf([[true, DOER_WORDS.opening]]);
const PLURALS = vocabularyOf([[true, SEVERAL]]);
const FORMERS = vocabularyOf([[true, FORMER]]);

/** The word for a person or a group that stands here. */
export function headAt(sentence: Sentence, at: number): Head | undefined {
  const hit = sentence.hits.get(at);
  if (counted(sentence, at)) return people(sentence, at);
  if (hit && hit.meaning !== 'act' && hit.meaning !== 'neutral' && !isThereWas(sentence, at))
    return { from: at, at, to: hit.end, kind: hit.meaning };
  const behind = behindSmallWord(sentence, at);
  if (behind || hit) return behind;
  return bareName(sentence, at) ?? namedGroup(sentence, at) ?? abbreviation(sentence, at);
}

/** The doer that begins here, as far as its name goes. */
export function foundAt(sentence: Sentence, at: number): Found | undefined {
  const head = headAt(sentence, at);
  return head && { head, name: nameOf(sentence, head) };
}

function nameOf(sentence: Sentence, { from, to, kind }: Head): Name | undefined {
  return nameFrom(sentence, from, to, kind);
}

/** Past the words for when it was: "Sáng nay", "Tối 20/11,". */
export function afterTime(sentence: Sentence, from: number): number {
  let at = from;
  for (;;) {
    const hit = sentence.hits.get(at);
    if (hit?.meaning === 'neutral') at = hit.end;
    else if (isNumber(sentence, at) && !counted(sentence, at)) at++;
    else if (ABOUT.test(wordAt(sentence, at)) && isNumber(sentence, at + 1)) at++;
    else return at;
  }
}

const ABOUT = /^(?:hơn|hon|gần|gan|suốt|suot|đã|da|khoảng|khoang|trên|tren)$/u;

function wordAt({ text, words }: Sentence, at: number): string {
  const word = words[at];
  return word ? said(text, word) : '';
}

/** "2 em Trâm và Anh" are people by name, "12 hộ bản Pá Khoang" are a group. */
function people({ hits }: Sentence, at: number): Head {
  const who = hits.get(at + 1);
  const kind = who?.meaning === 'household' ? 'collective' : 'individual';
  return { from: at, at: at + 1, to: who?.end ?? at + 2, kind };
}

const COUNT = /^(?:[2-9]|[1-9]\d|hai|ba|bốn|bon|năm|nam|sáu|sau)$/u;
const COUNTABLE =
  /^(?:em|bạn|ban|cháu|chau|bé|be|anh|chị|chi|ông|ong|bà|ba|cô|co|chú|chu|chủ|bác|bac|thầy|thay|đ|d|đồng|dong|nữ|nu|nam|học|hoc|sinh|sv|hs|thanh|đoàn|doan|chiến|chien|người|nguoi|cán|can|công|cong|ccb|bác|đảng|dang|hội|hoi|hộ|ho|y|thợ|tho)$/u;
const BEFORE_DAY = /^(?:ngày|ngay|mùng|mung|mồng|mong|tháng|thang|lúc|luc|thứ|thu)$/u;

const IN_DATE = /^[/.-]$/u;

/** Whether so many people are named here: "2 em", "hai nữ sinh"; "mùng 10 ông Khang", "22/11 chị Hiền" are one. */
function counted({ words, hits, text }: Sentence, at: number): boolean {
  const [before, count, who] = [words[at - 1], words[at], words[at + 1]];
  const kind = hits.get(at + 1)?.meaning;
  if (!count || !who || kind === undefined || kind === 'act' || kind === 'neutral') return false;
  const isDay =
    before && (BEFORE_DAY.test(said(text, before)) || IN_DATE.test(text.slice(before.end, count.start)));
  const isSome = COUNT.test(said(text, count)) && COUNTABLE.test(said(text, who));
  return isSome && !isDay && text.slice(count.end, who.start).trim() === '';
}

/** "co mot ban" is "có một bạn", "thay 2 em" is "thấy 2 em". */
function isThereWas({ words, marked }: Sentence, at: number): boolean {
  const begins = /^(?:co|thay)$/u.test(words[at]?.bare ?? '');
  return !marked && begins && /^(?:mot|may|nhieu|nhung|cac|nguoi|\p{N}+)$/u.test(words[at + 1]?.bare ?? '');
}

/** "các hội viên", "toàn thể giáo viên" are a group, "cựu HS", "nữ đoàn viên" what stands behind. */
function behindSmallWord({ words, hits, marked }: Sentence, at: number): Head | undefined {
  const several = phraseAt(words, at, PLURALS, marked);
  const small = several ?? phraseAt(words, at, FORMERS, marked);
  const hit = small && hits.get(small.end);
  if (!hit || hit.meaning === 'act' || hit.meaning === 'neutral') return undefined;
  return { from: at, at, to: hit.end, kind: several ? 'collective' : hit.meaning };
}

/** "Nguyễn Văn Tình", "nguyen van tinh", "a Hoan". */
function bareName(sentence: Sentence, at: number): Head | undefined {
  const { words } = sentence;
  if (/^[ace]$/u.test(words[at]?.bare ?? '') && isCapital(sentence, at + 1))
    return { from: at, at, to: at + 1, kind: 'individual' };
  if (!isFamilyName(sentence, at)) return undefined;
  const isFull = [0, 1, 2].every((offset) => isCapital(sentence, at + offset));
  if (isFull) return { from: at, at, to: at, kind: 'individual' };
  return isMiddleName(sentence, at + 1) ? { from: at, at, to: at + 2, kind: 'individual' } : undefined;
}

/** Whether a person's full name begins here, with its capitals or by its "văn" or "thị". */
export function opensFullName(sentence: Sentence, at: number): boolean {
  const isFull = [0, 1, 2].every((offset) => isCapital(sentence, at + offset));
  if (!isFamilyName(sentence, at)) return isFull && isMiddleName(sentence, at + 1);
  return isFull || sentence.loud || isMiddleName(sentence, at + 1);
}

function isFamilyName({ words, marked }: Sentence, at: number): boolean {
  return phraseAt(words, at, FAMILIES, marked) !== undefined;
}

function isMiddleName({ words }: Sentence, at: number): boolean {
  return /^(?:van|thi)$/u.test(words[at]?.bare ?? '');
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

/** "DN tư nhân Hồng Phát", "VKSND tỉnh": capitals that nobody knows are an office, or what a person is. */
function abbreviation(sentence: Sentence, at: number): Head | undefined {
  const word = sentence.words[at];
  const isShort = word && /^\p{Lu}{2,6}$/u.test(sentence.text.slice(word.start, word.end));
  if (!isShort || sentence.loud || !opensClause(sentence, at)) return undefined;
  return { from: at, at, to: at + 1, kind: 'role' };
}

/** Where the words end that tell how it came about: "tại", "biết tin". */
export function openingAt({ words, marked }: Sentence, at: number): number | undefined {
  return phraseAt(words, at, OPENINGS, marked)?.end;
}

const MOST_UNKNOWN = 4;

/**
 * "Trại giam Nghĩa An", "Quân y Trung đoàn 88", "Chủ trọ Lê Thị Thu Hồng": words that nobody knows, with a name or a
 * group in them, which do something.
 */
export function unknownDoer(sentence: Sentence, from: number): Found | undefined {
  const head = sentence.loud || !sentence.marked ? undefined : unknownHead(sentence, from);
  const found = head && { head, name: nameOf(sentence, head) };
  return found?.name?.byAct ? found : undefined;
}

function unknownHead(sentence: Sentence, from: number): Head | undefined {
  for (let at = from; at < from + MOST_UNKNOWN; at++) {
    if (isAct(sentence, at) || (at > from && opensClause(sentence, at))) return undefined;
    const kind = sentence.hits.get(at)?.meaning;
    if (kind === 'collective') return { from, at, to: at, kind };
    if (at > from && isCapital(sentence, at))
      return { from, at: from, to: at, kind: opensFullName(sentence, at) ? 'individual' : 'collective' };
  }
  return undefined;
}
