import { says } from './grammar/grammar.ts';
import type { Span } from './grammar/leftover.ts';
import type { Line } from './grammar/line.ts';
import { type Atom, runsOf } from './moments/atoms.ts';
import { hasFullDate, type Slots } from './moments/slots.ts';
import {
  beside,
  binder,
  compound,
  condition,
  givesName,
  hanging,
  leansOnTime,
  measured,
  namedAfterDay,
  often,
} from './smell.ts';
import type { When } from './when.ts';

/** Words about time that the reading has no use for. `inName`: they may belong to the name they stand in. */
export type Unused = Span & { readonly inName: boolean };

type Reading = {
  readonly slots: Slots;
  readonly when: When | undefined;
  /** What is looked through is a name as a whole: figures, months and dates may be of it. */
  readonly isName?: true;
};

/**
 * What no reading of a schedule may do without, among the tokens outside `taken`. A name may hold a month or a
 * date of its own ("sơ kết quý I"), but never a condition, an hour or a frequency.
 */
export function unusedIn(
  line: Line,
  taken: readonly Span[],
  opaque: readonly Span[],
  reading: Reading,
): Unused[] {
  const loose = new Map(
    runsOf(line, [...taken, ...opaque]).flatMap((run) => run.map((atom) => [atom.from, atom])),
  );
  return piecesOf(line, [...taken, ...opaque]).flatMap((piece) => {
    const found = firstUnused(line, piece, loose, reading);
    return found ? [found] : [];
  });
}

const BREAKS = ',;|\n(';

/** What stands between what was taken, apart at commas. */
function piecesOf(line: Line, taken: readonly Span[]): readonly Span[] {
  const skipped = new Map<number, number>();
  for (const { from, to } of taken) skipped.set(from, Math.max(to, skipped.get(from) ?? 0));
  const pieces: Span[] = [];
  let from = 0;
  let at = 0;
  const close = (to: number) => {
    if (to > from) pieces.push({ from, to });
  };
  while (at < line.tokens.length) {
    const to = skipped.get(at);
    const here = line.tokens[at];
    if (to !== undefined && to > at) {
      close(at);
      at = to;
      from = to;
    } else if (here?.kind === 'mark' && BREAKS.includes(here.plain)) {
      close(at);
      at += 1;
      from = at;
    } else at += 1;
  }
  close(line.tokens.length);
  return pieces;
}

function firstUnused(
  line: Line,
  piece: Span,
  loose: ReadonlyMap<number, Atom>,
  reading: Reading,
): Unused | undefined {
  const isName = reading.isName === true;
  if (!isName && (sticksToTime(line, piece) || goesOnCounting(line, piece) || isOnlyNumbers(line, piece)))
    return { ...piece, inName: false };
  let isBound = isName;
  let at = piece.from;
  while (at < piece.to) {
    const name = compound(line, at) ?? givesName(line, at);
    const atom = name ? undefined : loose.get(at);
    const found = name ? undefined : unusedAt(line, at, { piece, atom, reading, isBound });
    if (found) return found;
    isBound ||= binder(line, at) !== undefined;
    at = Math.max(name?.next ?? 0, atom?.to ?? 0, at + 1);
  }
  return undefined;
}

function unusedAt(line: Line, at: number, place: Place): Unused | undefined {
  const { piece, reading } = place;
  if (saysWhen(line, at, piece, reading)) return { from: at, to: piece.to, inName: false };
  const to = timeAt(line, at, place);
  return to === undefined ? undefined : { from: at, to: and(line, to)?.next ?? to, inName: at > piece.from };
}

const and = says('và', 'and', 'hoặc', 'or', 'rồi');

function saysWhen(line: Line, at: number, piece: Span, { when }: Reading): boolean {
  const leans = condition(line, at) ?? leansOnTime(line, at);
  if (leans && leans.next <= piece.to) return true;
  if (often(line, at)) {
    const frequency = line.at(at)?.plain.toUpperCase() ?? '';
    return when?.kind !== 'rule' || !when.rrule.startsWith(`FREQ=${frequency}`);
  }
  const next = (hanging(line, at) ?? beside(line, at))?.next ?? 0;
  if (next < piece.to || next === 0) return false;
  if (beside(line, at)) return isBeforeTime(line, piece.to);
  return at === piece.from || isSpelled(line, at) || isBeforeTime(line, piece.to);
}

/** Typed with its diacritics; without them "moi" is more often "mới", and "tre" "trẻ". */
function isSpelled(line: Line, at: number): boolean {
  const here = line.at(at);
  return here !== undefined && here.spelling !== here.plain;
}

const MORE_OFTEN_NAMES: ReadonlySet<string> = new Set(['moi', 'hang', 'nhac', 'cu', 'som', 'muon', 'cach']);

function isBeforeTime(line: Line, at: number): boolean {
  const here = line.at(at);
  const before = line.at(at - 1)?.plain ?? '';
  return here !== undefined && here.kind !== 'mark' && !MORE_OFTEN_NAMES.has(before);
}

type Place = {
  readonly piece: Span;
  readonly atom: Atom | undefined;
  readonly reading: Reading;
  /** Behind a word that takes figures into a name. */
  readonly isBound: boolean;
};

/** Up to where words that were not taken smell of time. */
function timeAt(line: Line, at: number, { piece, atom, reading, isBound }: Place): number | undefined {
  if (atom) return timeOf(line, atom, piece, reading, isBound);
  const amount = isBound || hasFullDate(reading.slots) ? undefined : measured(line, at);
  return amount && Math.min(amount.next, piece.to);
}

function timeOf(
  line: Line,
  { from, to, says: said }: Atom,
  piece: Span,
  { slots }: Reading,
  isBound: boolean,
): number | undefined {
  const names = Object.keys(said).filter((name) => name !== 'orElse');
  if (names.every((name) => name === 'part' || name === 'nth'))
    return from === piece.from && to >= piece.to ? to : undefined;
  if (namedAfterDay(line, to)) return undefined;
  const isOnlyMonth = names.every((name) => name === 'month');
  if (isOnlyMonth && hasFullDate(slots)) return undefined;
  return isBound && mayBeInName(said) ? undefined : to;
}

function mayBeInName({ clock, workingHour, every, lunar, repeats, weekdays }: Slots): boolean {
  return (clock ?? workingHour ?? every ?? lunar ?? repeats ?? weekdays) === undefined;
}

/** "ngày 5, 12, 19 họp": a figure more in a list of figures. */
function goesOnCounting(line: Line, { from }: Span): boolean {
  const isFigure = (at: number) => line.at(at)?.kind === 'number';
  return from > 1 && isFigure(from) && line.at(from - 1)?.plain === ',' && isFigure(from - 2);
}

/** "19h300", "28-29/03": what sticks to a time was meant to belong to it. */
function sticksToTime(line: Line, { from, to }: Span): boolean {
  const first = line.at(from);
  const second = line.at(from + 1);
  const begins =
    first?.kind === 'number' || (first?.kind === 'mark' && second?.kind === 'number' && second.glued);
  if (from > 0 && first?.glued && begins && line.at(from - 1)?.kind !== 'mark') return true;
  return line.at(to)?.glued === true && line.at(to)?.kind === 'number' && line.at(to - 1)?.kind === 'number';
}

function isOnlyNumbers(line: Line, { from, to }: Span): boolean {
  let hasFigure = false;
  for (let at = from; at < to; at += 1) {
    const here = line.at(at);
    if (here?.kind === 'word') return false;
    hasFigure ||= here?.kind === 'number';
  }
  return hasFigure;
}
