import { cleanLine, readLine } from '../../chat/read-line.ts';
import { fold } from '../../language/fold.ts';
import { toPlain } from '../../texts/markup.ts';
import { beginning } from '../../texts/shorten.ts';
import type { Translator } from '../../texts/translator.ts';
import { UserError } from '../../texts/user-error.ts';

export const ANSWERS = ['present', 'excused', 'unsure'] as const;
export type Answer = (typeof ANSWERS)[number];

/** What somebody says about coming, or the names that an administrator adds. */
export type Said =
  | { kind: 'answer'; answer: Answer; reason: string | undefined }
  | { kind: 'names'; names: readonly string[] };

/** How an answer is written on a button. */
export const ANSWER_WORDS: Record<Answer, string> = { present: 'du', excused: 'vang', unsure: 'chua' };

/** What may stand in front and says nothing: "em vắng", "dạ có". */
const IN_FRONT = new Set('em toi tui minh chau con anh chi da bao xin'.split(' '));
const AT_THE_END = new Set('a ah nhe nha nghe em toi minh day roi'.split(' '));

const PHRASES: Record<Answer, string> = {
  present: 'co mat|co du|se co mat|se du|se den|tham du|tham gia|den du|di du|du|present|coming',
  excused: [
    'vang mat co ly do|vang co ly do|vang mat|vang|xin vang|xin phep vang|xin phep nghi|xin phep|xin nghi|nghi',
    'khong du duoc|khong tham du duoc|khong den duoc|khong di duoc|khong the du|khong the tham du|khong co mat',
    'khong the den|khong tham du|khong du|khong den|khong di|khong|co phep|du khong duoc|den khong duoc',
    'di khong duoc|absent with reason|excused|absent|no',
  ].join('|'),
  unsure:
    'chua chac chan|chua chac|khong chac|khong chac chan|chua biet|chua ro|co the|co le|chua|not sure|unsure|maybe',
};
/** These may begin anything ("có việc", "đi học"): they have to stand alone. */
const ALONE = 'co|di|den|yes|ok|x';
/** These say why in themselves: they stay part of the reason. */
const REASONS = 'co viec|ban|bi om|om|di cong tac|cong tac|di hop|truc|di vang';

type Phrase = { words: readonly string[]; answer: Answer; isReason: boolean };

const ADD = /^(?:thêm|them|add)(?:\s+|$)/iu;

/** What is said behind `diemdanh` and its code. @throws UserError asking for what is not clear */
export function readSaid(t: Translator) {
  return (text: string): Said => {
    const line = text.normalize('NFC').trim();
    return ADD.test(line) ? readNames(line.replace(ADD, '')) : readAnswerWords(line, t);
  };
}

const MOST_NAMES = 50;
const LONGEST_NAME = 60;

/** @throws UserError when a name is none, or when there are too many */
function readNames(text: string): Said {
  const names = text
    .split(/[,;\n]|\s(?:và|va|and)\s/iu)
    .map((name) => cleanLine(name))
    .filter((name) => name !== '');
  if (names.length === 0) throw new UserError('attendance.name_needed');
  if (names.length > MOST_NAMES) throw new UserError('attendance.too_many_names', { max: MOST_NAMES });
  for (const name of names)
    if (name.length > LONGEST_NAME || !/\p{L}{2}/u.test(name) || /\d{5}/.test(name))
      throw new UserError('attendance.name_unclear', { name: beginning(name, LONGEST_NAME) });
  return { kind: 'names', names };
}

const ALL: readonly Phrase[] = [
  ...ANSWERS.flatMap((answer) => toPhrases(PHRASES[answer], answer)),
  ...toPhrases(ALONE, 'present'),
  ...toPhrases(REASONS, 'excused', true),
].toSorted((one, other) => other.words.length - one.words.length);

/** `dự`, `vắng đi công tác`, `em chưa chắc ạ`, with and without diacritics. @throws UserError asking which is meant */
function readAnswerWords(text: string, t: Translator): Said {
  const words = cleanLine(text).split(' ');
  const folded = words.slice(0, 12).map(bare);
  const from =
    IN_FRONT.has(folded[0] ?? '') && !ALL.some(({ words }) => words.length > 1 && startsWith(folded, words))
      ? 1
      : 0;
  const phrase = ALL.find(({ words }) => startsWith(folded.slice(from), words));
  if (!phrase) throw unclear(t);
  const rest = dropParticles(words.slice(from + (phrase.isReason ? 0 : phrase.words.length)));
  const { answer } = phrase;
  if (rest.length === 0) return { kind: 'answer', answer, reason: undefined };
  const doubtful =
    ALONE.split('|').includes(phrase.words.join(' ')) || rest.some((word) => bare(word) === 'khong');
  if (answer === 'present' && doubtful) throw unclear(t);
  return { kind: 'answer', answer, reason: readReason(rest.join(' ')) };
}

function bare(word: string): string {
  return fold(word).replace(/[^\p{L}\d]+/gu, '');
}

function startsWith(words: readonly string[], phrase: readonly string[]): boolean {
  return phrase.every((word, index) => words[index] === word);
}

function unclear(t: Translator): UserError {
  return new UserError('attendance.unclear').about(
    'what',
    ANSWERS.map((answer) => toPlain(t(`button.${answer}`))),
  );
}

/** What is left behind an answer; nothing where it only makes it polite. */
function dropParticles(words: readonly string[]): readonly string[] {
  return words.every((word) => AT_THE_END.has(bare(word)) || bare(word) === '') ? [] : words;
}

function toPhrases(text: string, answer: Answer, isReason = false): Phrase[] {
  return text.split('|').map((words) => ({ words: words.split(' '), answer, isReason }));
}

const LONGEST_REASON = 300;
const LEADING = /^[\s:,;.–-]+/u;
const BECAUSE = /^(?:vì|vi|do|bởi vì|boi vi|lý do|ly do|because(?: of)?)(?:\s+(?:là|la))?\s*:?\s+(?=\S)/iu;

/** Why somebody cannot come, in a line. @throws UserError when it says nothing, or too much */
export function readReason(text: string): string {
  return readLine(cleanLine(text).replace(LEADING, '').replace(BECAUSE, ''), {
    needs: /[\p{L}\d]/u,
    most: LONGEST_REASON,
    none: () => new UserError('attendance.reason_empty'),
    tooLong: (size) => new UserError('attendance.reason_too_long', size),
  });
}
