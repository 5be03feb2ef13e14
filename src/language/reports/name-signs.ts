import { goesOn, withStep } from './name-company.ts';
import type { State, Step } from './name-state.ts';
import { gapBefore, type Sentence } from './sentence.ts';

const QUOTE = /^\s+["“”'‘]/u;
export const SIGN = /[:;!?–—|()\n]|\.\s|(?:^|\s)-\s/u;

/** What a sign before the next word means: the end, or nothing. */
export function signStep(sentence: Sentence, state: State): Step | undefined {
  const gap = gapBefore(sentence, state.at);
  if (QUOTE.test(gap)) return overQuote(sentence, state);
  if (/\(/u.test(gap)) return overBracket(sentence, state);
  if (SIGN.test(gap)) return 'sign';
  if (!gap.includes(',')) return undefined;
  return goesOn(sentence, state.at) ? undefined : 'sign';
}

function overQuote(sentence: Sentence, state: State): Step {
  const { text, words } = sentence;
  const from = words[state.at]?.start ?? text.length;
  const length = text.slice(from, from + 80).search(/["”“']/u);
  if (length < 0) return 'sign';
  const behind = words.findIndex((word) => word.start > from + length);
  if (behind < 0) return 'end';
  state.at = state.solid = behind;
  state.named = true;
  return 'on';
}

/** A bracket ends the name, unless a second doer follows it: "đ/c Sơn (công an viên) với đ/c Chu". */
function overBracket(sentence: Sentence, state: State): Step {
  const { text, words } = sentence;
  const from = words[state.at]?.start ?? text.length;
  const length = text.slice(from, from + 80).indexOf(')');
  const behind = words.findIndex((word) => word.start > from + length);
  if (length < 0 || behind < 0 || text[from + length + 1] === ',') return 'sign';
  const ahead = { ...state, at: behind };
  if (withStep(sentence, ahead) !== 'on') return 'sign';
  Object.assign(state, ahead);
  return 'on';
}
