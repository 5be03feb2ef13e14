import { withStep } from './name-company.ts';
import { SIGN, signStep } from './name-signs.ts';
import { belongs, type Company, isLocal, type State, type Step } from './name-state.ts';
import { phraseAt, vocabularyOf } from './report-words.ts';
import { gapBefore, isAct, isCapital, isNumber, type Kind, type Sentence } from './sentence.ts';
import { BESIDE_NAMES, FAMILY_NAMES, TRADES, WORKS_OF_GROUPS } from './subject-words.ts';

/** Words from one up to another. */
export type Span = { readonly from: number; readonly to: number };

/** Where a name ends, whether by the act, and who else is in it. */
export type Name = Span & {
  /** The word behind it. */
  readonly stop: number;
  readonly byAct: boolean;
  /** Whether it is more than a title. */
  readonly named: boolean;
  readonly company: Company | undefined;
};

const BESIDE = vocabularyOf([[true, BESIDE_NAMES]]);
const MOST_WORDS = 24;
const MOST_UNKNOWN = 5;

/** The name that begins with a title or the word for a group, which ends before `at`. */
export function nameFrom(sentence: Sentence, from: number, at: number, kind: Kind): Name | undefined {
  const isGroup = kind === 'collective' || kind === 'place';
  const state: State = { at, solid: at, named: false, loose: isGroup, unknown: 0, company: undefined };
  let step: Step = 'on';
  while (step === 'on') step = stepOn(sentence, state, at, kind === 'individual' && at === from + 1);
  if (step === 'end') return undefined;
  const whole = state.loose && (step === 'act' || step === 'sign');
  const to = whole ? withoutBeside(sentence, state) : state.solid;
  return { from, to, stop: state.at, byAct: step === 'act', named: state.named, company: state.company };
}

function withoutBeside({ words, marked }: Sentence, { at, solid }: State): number {
  let to = at;
  while (to > solid && phraseAt(words, to - 1, BESIDE, marked)) to--;
  return to;
}

function stepOn(sentence: Sentence, state: State, begun: number, isAddress: boolean): Step {
  const { at } = state;
  if (at - begun > MOST_WORDS) return 'end';
  const sign = signStep(sentence, state);
  if (sign) return sign;
  if (at >= sentence.words.length) return 'end';
  if ((phraseAt(sentence.words, at, BESIDE, sentence.marked)?.end ?? at) > at + 1)
    return beside(sentence, state);
  if (isMiddleName(sentence, at)) return belongs(state, at + 2, true);
  // Right after a title stands a name, even one that reads like an act: "chi hien" is "chị Hiền", not "hiến".
  const isWord = (sentence.hits.get(at)?.end ?? at) <= at + 1;
  const isFirst = at === begun && isAddress && !sentence.marked && isWord;
  if (isTrade(sentence, state)) return belongs(state, at + 1, false);
  const work = at === begun && state.loose ? phraseAt(sentence.words, at, WORKS, sentence.marked) : undefined;
  if (work) return belongs(state, work.end, true);
  return (
    withStep(sentence, state) ??
    (isAct(sentence, at) && !isFirst ? 'act' : wordStep(sentence, state, isFirst))
  );
}

const WORKS = vocabularyOf([[true, WORKS_OF_GROUPS]]);
const TRADE_WORDS = vocabularyOf([[true, TRADES]]);
const TRADE_IS_SHORT = 5;

/** "Nghệ nhân hát Soọng cô Lý Thị Cam", "cô bán vé số Lê Thị Năm": what somebody does stands before the name. */
function isTrade(sentence: Sentence, { at, named, loose }: State): boolean {
  const { words, marked } = sentence;
  if (named || loose || !isAct(sentence, at) || !phraseAt(words, at, TRADE_WORDS, marked)) return false;
  for (let next = at + 1; next < at + TRADE_IS_SHORT; next++) {
    if (SIGN.test(gapBefore(sentence, next)) || isAct(sentence, next)) return false;
    if (phraseAt(words, next, FAMILIES, marked) && isCapital(sentence, next) && isCapital(sentence, next + 1))
      return true;
  }
  return false;
}

const FAMILIES = vocabularyOf([[true, FAMILY_NAMES]]);

/** "nguyen thi hien" typed without capitals or diacritics: no act stands behind a family name, but "vận động" does. */
function isMiddleName({ words, hits, marked }: Sentence, at: number): boolean {
  const isMiddle = !marked && /^(?:van|thi)$/u.test(words[at]?.bare ?? '');
  const isLonger = (hits.get(at)?.end ?? at) > at + 1;
  return isMiddle && !isLonger && at > 0 && phraseAt(words, at - 1, FAMILIES, marked) !== undefined;
}

/** "về hưu", "tên là": belongs to the name when more of it follows. */
function beside({ words, marked }: Sentence, state: State): Step {
  state.at = phraseAt(words, state.at, BESIDE, marked)?.end ?? state.at + 1;
  return 'on';
}

function wordStep(sentence: Sentence, state: State, isFirst: boolean): Step {
  const { at } = state;
  if (isNumber(sentence, at)) return numberStep(sentence, state);
  const title = titleStep(sentence, state);
  if (title) return title;
  if (isCapital(sentence, at) || isFirst) return belongs(state, at + 1, true);
  if (phraseAt(sentence.words, at, BESIDE, sentence.marked)) return beside(sentence, state);
  if (sentence.hits.get(at)?.meaning === 'neutral') return state.loose ? 'sign' : 'word';
  return unknownStep(sentence, state);
}

/** A second title, an office, a group or a place in the name. */
function titleStep(sentence: Sentence, state: State): Step | undefined {
  const { at } = state;
  const hit = sentence.hits.get(at);
  if (!hit || hit.meaning === 'act' || hit.meaning === 'neutral') return undefined;
  const isGroup = isLocal(hit.meaning);
  if (!isGroup && hit.end === at + 1 && isCapital(sentence, at)) return undefined;
  state.loose ||= isGroup || (hit.meaning === 'role' && state.named);
  return belongs(state, hit.end, state.named || isGroup);
}

const ABBREVIATION = /^\p{Lu}{2,}$/u;
const NUMBERED = /^(?:số|khóa|khoá|lớp|tổ|khu|ấp|thôn|đội|xóm|so|khoa|lop|to|ap|thon|doi|xom)$/u;

/** A number belongs to a group, a place or a class: "tổ 7", "lớp 9A2", "Hải đội 2", "KP 5". */
function numberStep(sentence: Sentence, state: State): Step {
  const { at } = state;
  const before = sentence.words[at - 1];
  const word = before ? sentence.text.slice(before.start, before.end) : '';
  const isGlued = /^[/.-]?$/u.test(gapBefore(sentence, at));
  const last = [...sentence.hits.values()].find(({ end, meaning }) => end === at && isLocal(meaning));
  const goesWith = isGlued || ABBREVIATION.test(word) || last !== undefined;
  if (NUMBERED.test(word) || (state.solid === at && goesWith))
    return belongs(state, at + 1, state.named || !isGlued);
  // "Cụ ông 88 tuổi Trịnh Bá Lộc", "Thương binh 1/4 Đoàn Văn Sinh".
  if (!state.named && !state.loose && capitalAhead(sentence, at + 1)) {
    state.at++;
    return 'on';
  }
  return 'word';
}

/** A small word that nothing is known of. */
function unknownStep(sentence: Sentence, state: State): Step {
  state.unknown++;
  if (state.unknown > MOST_UNKNOWN) return 'end';
  const { at } = state;
  // Letters glued to a number: "lớp 7b".
  if (isNumber(sentence, at - 1) && gapBefore(sentence, at) === '') return belongs(state, at + 1, true);
  if (state.loose || (!state.named && capitalAhead(sentence, at))) {
    state.at++;
    return 'on';
  }
  const inSmallLetters = !sentence.words.some((_, index) => index > 0 && isCapital(sentence, index));
  return inSmallLetters ? belongs(state, at + 1, true) : 'word';
}

/** "Anh thợ điện lạnh Trần Văn A": the name comes behind words that nobody knows. */
function capitalAhead(sentence: Sentence, at: number): boolean {
  for (let next = at; next < at + MOST_UNKNOWN; next++) {
    if (isCapital(sentence, next)) return true;
    if (isAct(sentence, next) || /[,.;:!?(]/u.test(gapBefore(sentence, next + 1))) return false;
  }
  return false;
}
