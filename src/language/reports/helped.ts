import { afterTime, type Found, foundAt } from './doer-heads.ts';
import { phraseAt, vocabularyOf } from './report-words.ts';
import { isAct, isCapital, isNumber, opensClause, type Sentence, said } from './sentence.ts';
import { HELPED, MISHAPS } from './subject-words.ts';

const HELPS = vocabularyOf([[true, HELPED]]);
const BEFALLS = vocabularyOf([[true, MISHAPS]]);

const PRAISE =
  /bằng khen|giấy khen|khen thưởng|khen ngợi|biểu dương|tuyên dương|danh hiệu|kỷ niệm chương|huân chương|huy hiệu/iu;
const HELP_IS_NEAR = 20;

/** The one who helped, when the first one named was helped; "Thôn 6 có bà Nghê" names bà Nghê. */
export function notHelped(sentence: Sentence, found: Found): Found | undefined {
  const stop = found.name?.stop ?? found.head.to;
  if (/^(?:có|co)$/u.test(wordAt(sentence, stop))) return personBehind(sentence, found, stop + 1) ?? found;
  if (PRAISE.test(sentence.text)) return found;
  const act = firstAct(sentence, stop);
  const word = wordAt(sentence, act);
  if (word === 'được' || word === 'duoc') return helperBehind(sentence, found, act + 1);
  const mishap = mishapIn(sentence, stop, act);
  if (mishap !== undefined) return afterMishap(sentence, found, mishap);
  return byState(sentence, found, stop, act) ?? found;
}

const NO_ACTS = /^(?:không|khong|đã|da|đang|dang|vừa|vua|chẳng|chang|may|có|co)$/u;

/** Where something is first done or undergone; the end when nothing is. */
function firstAct(sentence: Sentence, from: number): number {
  for (let at = from; at < sentence.words.length; at++)
    if (isAct(sentence, at) && !NO_ACTS.test(wordAt(sentence, at))) return at;
  return sentence.words.length;
}

/** Behind the first words up to the act for what befell somebody: "bị", "đi lạc", "đánh rơi". */
function mishapIn({ words, marked }: Sentence, from: number, act: number): number | undefined {
  for (let at = from; at <= Math.min(act, words.length - 1); at++) {
    const mishap = phraseAt(words, at, BEFALLS, marked);
    if (mishap) return mishap.end;
  }
  return undefined;
}

/** Whoever is there: "thôn 6 có bà Nghê". */
function personBehind(sentence: Sentence, { head }: Found, at: number): Found | undefined {
  if (head.kind !== 'place' && head.kind !== 'collective') return undefined;
  const person = foundAt(sentence, at);
  return person?.head.kind === 'individual' ? person : undefined;
}

function helperBehind(sentence: Sentence, found: Found, at: number): Found | undefined {
  const helper = foundAt(sentence, at);
  if (helper) return helper.name?.byAct === false ? found : helper;
  if (!phraseAt(sentence.words, at, HELPS, sentence.marked)) return found;
  const thanks = findWord(sentence, at, /^(?:nhờ|nho)$/u, sentence.words.length);
  return thanks === undefined ? undefined : foundAt(sentence, thanks + 1);
}

function findWord(sentence: Sentence, from: number, what: RegExp, within: number): number | undefined {
  for (let at = from; at < Math.min(from + within, sentence.words.length); at++)
    if (what.test(wordAt(sentence, at))) return at;
  return undefined;
}

/** "Bé An bị ngã xuống ao được anh Lợi cứu", "Em Na bị bệnh tim, lớp 8C góp tiền giúp em". */
function afterMishap(sentence: Sentence, found: Found, from: number): Found | undefined {
  const help = findWord(sentence, from, /^(?:được|duoc|vẫn|van|nhưng|nhung)$/u, HELP_IS_NEAR);
  if (help === undefined) return nextDoer(sentence, found, from, from + HELP_IS_NEAR) ?? found;
  return /^(?:được|duoc)$/u.test(wordAt(sentence, help)) ? helperBehind(sentence, found, help + 1) : found;
}

/** "Nhà bà Sáu dột nát, chi đoàn lợp lại mái": of the first is told only how things were. */
function byState(sentence: Sentence, found: Found, stop: number, act: number): Found | undefined {
  const { kind } = found.head;
  const isState = kind === 'individual' || kind === 'household';
  if (!isState || opensClause(sentence, stop) || isNumber(sentence, stop)) return undefined;
  return nextDoer(sentence, found, stop, act);
}

/** Who opens a clause before `to` and does something in it; behind a person a bare office is that person's own. */
function nextDoer(sentence: Sentence, first: Found, from: number, to: number): Found | undefined {
  for (let at = from + 1; at < Math.min(to, sentence.words.length); at++) {
    const found = opensClause(sentence, at) ? foundAt(sentence, afterTime(sentence, at)) : undefined;
    if (!found?.name?.byAct || found.head.kind === 'household') continue;
    const isOther = first.head.kind === 'household' || found.head.kind === 'collective';
    if (isOther || isCapital(sentence, found.head.to)) return found;
  }
  return undefined;
}

function wordAt({ text, words }: Sentence, at: number): string {
  const word = words[at];
  return word ? said(text, word) : '';
}
