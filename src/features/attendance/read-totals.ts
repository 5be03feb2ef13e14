import { cleanLine, readLine } from '../../chat/read-line.ts';
import { fold } from '../../language/fold.ts';
import { UserError } from '../../texts/user-error.ts';
import { type SessionRef, takeSessionRef } from '../sessions/session-ref.ts';
import { type FigureToken, type FoundFigures, takeFigure } from './figure-patterns.ts';
import { checkCount, type Figures, NO_FIGURES, type Outcome } from './figures.ts';

/** What an administrator says of a session. */
export type Told = {
  ref: SessionRef | undefined;
  outcome: Outcome | undefined;
  figures: Figures;
  /** All that is neither: the outcome in a line. */
  note: string | undefined;
  /** The line with present and expected the other way round. */
  swapped: string | undefined;
};

const LONGEST_NOTE = 300;
const LONGEST_LINE = 1_500;
/** A choice goes back as what a button carries. */
const LONGEST_CHOICE = 60;

const TOKEN = /\d+(?:[.,]\d+)*|[\p{L}\p{M}]+|\n|[^\s\p{L}\p{M}\d]/gu;
/** A rate is worked out, not typed in. */
const PERCENT = /\d+(?:[.,]\d+)?\s?%/g;
const THOUSANDS = /^\d{1,3}(?:([.,])\d{3})(?:\1\d{3})*$/;

/** The outcome of a session in one line. @throws UserError when it says nothing, or is not one line any more */
export function readNote(text: string): string {
  return readLine(text, {
    needs: /\p{L}{2}/u,
    most: LONGEST_NOTE,
    none: () => new UserError('meeting.note_empty'),
    tooLong: (size) => new UserError('meeting.note_too_long', size),
  });
}

const NOTE = /(?:^|[\s,;.])(?:kết quả|ket qua|nội dung|noi dung|outcome)\s*:\s*/iu;

/**
 * `SH12 212/221 hình thức trực tuyến, 3 điểm cầu`, `có mặt 18/21, vắng có lý do 2, 431 lượt`, `hoãn vì mưa bão`.
 * @throws UserError asking for what cannot be meant
 */
export function readTold(text: string): Told {
  const { ref, rest: line } = takeSessionRef(text.normalize('NFC').trim());
  if (line.length > LONGEST_LINE)
    throw new UserError('meeting.note_too_long', { n: line.length, max: LONGEST_NOTE });
  const { outcome, rest } = takeOutcome(line.trim());
  // "hoãn sang 20/1": a date there, no count.
  if (outcome === 'postponed' || outcome === 'not_held')
    return {
      ref,
      outcome,
      figures: NO_FIGURES,
      note: rest === '' ? undefined : readNote(rest),
      swapped: undefined,
    };
  const [head = '', ...tail] = rest.split(NOTE);
  const { found, left } = takeFigures(head);
  const figures = toFigures(found);
  const note = joinPieces([...left, ...tail]);
  if (note !== '' && !/\p{L}{2}/u.test(note)) throw new UserError('meeting.unclear');
  return {
    ref,
    outcome,
    figures,
    note: note === '' ? undefined : readNote(note),
    swapped: swap(line, figures),
  };
}

const OUTCOMES: readonly [words: RegExp, outcome: Outcome][] = [
  [/^(?:đã tổ chức|da to chuc|held)(?![\p{L}\p{M}])/iu, 'held'],
  [/^(?:không tổ chức|khong to chuc|không họp|khong hop|not held)(?![\p{L}\p{M}])/iu, 'not_held'],
  // "hoàn thành" is no postponement.
  [
    /^(?:tạm hoãn|tam hoan|hoãn|hoan(?!\s+(?:thanh|thien|toan|chinh|tat))|postponed)(?![\p{L}\p{M}])/iu,
    'postponed',
  ],
];

function takeOutcome(line: string): { outcome: Outcome | undefined; rest: string } {
  for (const [words, outcome] of OUTCOMES)
    if (words.test(line)) return { outcome, rest: line.replace(words, '').replace(/^[\s,:;.–-]+/u, '') };
  return { outcome: undefined, rest: line };
}

/** Takes the figures out of a line; what is left are the pieces between them. */
function takeFigures(line: string): { found: FoundFigures; left: string[] } {
  const tokens = tokensOf(line);
  const left: string[] = [];
  let found: FoundFigures = {};
  let from = 0;
  let at = 0;
  let next = 0;
  while (at < tokens.length) {
    const taken = takeFigure(tokens, at, next);
    if (!taken) {
      at += 1;
      continue;
    }
    left.push(line.slice(from, tokens[at]?.start));
    found = merge(found, taken.found);
    at = taken.next;
    next = at;
    from = tokens[at - 1]?.end ?? line.length;
  }
  return { found, left: [...left, line.slice(from)] };
}

function tokensOf(line: string): FigureToken[] {
  return [...line.replace(PERCENT, (rate) => ' '.repeat(rate.length)).matchAll(TOKEN)].flatMap(
    ({ 0: text, index }) => {
      if (/^[-−]/.test(text) && /\d/.test(line[index + 1] ?? '') && isNegative(line, index + 1)) return [];
      const value = /^\d/.test(text) ? numberOf(text) * (isNegative(line, index) ? -1 : 1) : undefined;
      const plain = text === '\n' ? text : fold(text);
      return [{ plain, value, start: index, end: index + text.length }];
    },
  );
}

/** A dash that touches only the number behind it makes it negative: the rule is shown where it is refused. */
function isNegative(line: string, start: number): boolean {
  return /[-−]/.test(line[start - 1] ?? '') && !/[\p{L}\d]/u.test(line[start - 2] ?? '');
}

function numberOf(text: string): number {
  return Number(THOUSANDS.test(text) ? text.replace(/[.,]/g, '') : text.replace(',', '.'));
}

/** @throws UserError when one thing is said twice, in two ways */
function merge(before: FoundFigures, found: FoundFigures): FoundFigures {
  const clash = Object.entries(found).find(([key, value]) =>
    Object.entries(before).some(([other, earlier]) => other === key && earlier !== value),
  );
  if (clash) throw new UserError('meeting.said_twice');
  return { ...before, ...found };
}

/** @throws UserError when the people counted do not fit each other */
function toFigures({ absent, unexcused, people, ...found }: FoundFigures): Figures {
  // "21 đảng viên, có mặt 18": beside those present a bare number is all of them.
  if (people !== undefined)
    return toFigures(
      merge(
        { ...found, absent, unexcused },
        { [found.present === undefined ? 'present' : 'expected']: people },
      ),
    );
  const gone =
    absent ??
    (found.excused === undefined || unexcused === undefined ? undefined : found.excused + unexcused);
  const { present, expected } = found;
  if (gone !== undefined && present !== undefined && expected !== undefined && present + gone !== expected)
    throw new UserError('meeting.does_not_add_up', { present, absent: gone, expected });
  return {
    present:
      present ??
      (gone !== undefined && expected !== undefined ? checkCount('present', expected - gone) : undefined),
    expected: expected ?? (gone !== undefined && present !== undefined ? present + gone : undefined),
    excused: found.excused,
    visits: found.visits,
    sites: found.sites,
    mode: found.mode,
  };
}

/** The pieces in one line, without the commas and the “và” that held the figures together. */
function joinPieces(pieces: readonly string[]): string {
  return pieces
    .map((piece) => cleanLine(piece.replace(PERCENT, ' ')).replace(/^[\s,;.:()|–-]+|[\s,;:(|–-]+$/gu, ''))
    .filter((piece) => piece !== '' && piece !== '.' && !/^(?:và|va|and|với|voi|đồng chí|có)$/iu.test(piece))
    .join('; ');
}

function swap(line: string, { present, expected }: Figures): string | undefined {
  const swapped = line.replace(/(\d+(?:\.\d{3})*)(\s*\/\s*)(\d+(?:\.\d{3})*)/, '$3$2$1');
  const fits = swapped !== line && Buffer.byteLength(swapped) <= LONGEST_CHOICE;
  return fits && present !== undefined && expected !== undefined ? swapped : undefined;
}
