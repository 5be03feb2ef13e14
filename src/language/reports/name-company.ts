import { isLocal, type State, type Step, take } from './name-state.ts';
import { phraseAt, vocabularyOf } from './report-words.ts';
import { gapBefore, isCapital, isNumber, type Sentence } from './sentence.ts';
import { WITH } from './subject-words.ts';

const TOGETHER = vocabularyOf([[true, WITH]]);
const HELPERS = /^(?:bà con|nhân dân|dân làng|dân bản|người dân|ba con|nhan dan)$/u;
const FAMILY = /^(?:cùng|với|cung|voi) (?:vợ|chồng|con|gia đình|vo|chong|gia dinh)(?: là| la)?$/u;
const FRIEND = /^(?:bạn trai|bạn gái|ban trai|ban gai)$/u;
const FELLOWS = /^(?:đồng đội|đồng nghiệp|hàng xóm|học trò|dong doi|dong nghiep|bạn bè)$/u;

/** "và", "với", "cùng", "+" and who follows; "cùng bà con" only helped along. */
export function withStep(sentence: Sentence, state: State): Step | undefined {
  const { words, marked, hits } = sentence;
  const isPlus = /[+&]/u.test(gapBefore(sentence, state.at));
  const link = isPlus ? undefined : phraseAt(words, state.at, TOGETHER, marked);
  const next = link?.end ?? state.at;
  if (!isPlus && !link) return undefined;
  if (next >= words.length) return 'end';
  if (isPlus || (link && /^(?:và|va|and)/u.test(said(sentence, state.at, next)) && goesOn(sentence, next))) {
    const kind = hits.get(next)?.meaning;
    const isGroup = kind === 'collective' || kind === 'place';
    return take(state, hits.get(next)?.end ?? next + 1, isGroup ? 'group' : 'person');
  }
  return companyStep(sentence, state, next);
}

function companyStep(sentence: Sentence, state: State, next: number): Step | undefined {
  const link = said(sentence, state.at, next);
  const two = said(sentence, next, next + 2);
  if (FAMILY.test(link)) return take(state, next, 'family');
  if (FELLOWS.test(two)) return take(state, next + 2, 'group');
  if (FRIEND.test(two)) return take(state, next + 2, 'person');
  return groupStep(sentence, state, next) ?? personStep(sentence, state, next) ?? unlessWith(sentence, state);
}

/** "cùng" alone is how it was done, "với" may be anything. */
function unlessWith(sentence: Sentence, state: State): Step | undefined {
  return said(sentence, state.at, state.at + 1).startsWith('c') ? 'act' : undefined;
}

/** "cùng 7 thành viên", "và nhóm bạn". */
function groupStep(sentence: Sentence, state: State, next: number): Step | undefined {
  const isCount = isNumber(sentence, next) && next + 1 < sentence.words.length;
  const hit = sentence.hits.get(isCount ? next + 1 : next);
  const isGroup = hit !== undefined && isLocal(hit.meaning);
  if (!isCount && !isGroup) return undefined;
  if (isGroup && HELPERS.test(said(sentence, hit.start, hit.end))) return 'act';
  state.loose = true;
  return take(state, hit && hit.meaning !== 'act' ? hit.end : next + 2, 'group');
}

function personStep(sentence: Sentence, state: State, next: number): Step | undefined {
  const hit = sentence.hits.get(next);
  const isPerson = hit?.meaning === 'individual' || hit?.meaning === 'role';
  if (isPerson && (isCapital(sentence, hit.end) || !sentence.marked)) return take(state, hit.end, 'person');
  return isCapital(sentence, next) ? take(state, next + 1, 'person') : undefined;
}

function said({ text, words }: Sentence, from: number, to: number): string {
  return text
    .slice(words[from]?.start ?? text.length, words[to - 1]?.end ?? text.length)
    .normalize('NFC')
    .toLowerCase();
}

/** A comma is inside a name when a place, a title or a second name follows. */
export function goesOn(sentence: Sentence, at: number): boolean {
  const kind = sentence.hits.get(at)?.meaning;
  if (kind !== undefined && kind !== 'act' && kind !== 'neutral') return true;
  return isCapital(sentence, at);
}
