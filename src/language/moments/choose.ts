import type { Span } from '../grammar/leftover.ts';
import type { Line } from '../grammar/line.ts';
import { type Atom, type Run, runsOf } from './atoms.ts';
import { hintsAtDay, join, namesDay, namesHour, type Slots } from './slots.ts';

/** The atoms that make up the time, and what they say together. */
export type Chosen = { readonly slots: Slots; readonly atoms: readonly Atom[] };

const NOTHING: Chosen = { slots: {}, atoms: [] };

/** Which words of the line are its time. The others stay for the title. */
export function choose(line: Line, taken: readonly Span[] = []): Chosen {
  const runs = runsOf(line, taken);
  const chosen = chooseFrom(line, runs);
  return saysWhichMonth(chosen.slots) ? chosen : chooseFrom(line, withoutLooseWeek(runs));
}

function chooseFrom(line: Line, runs: readonly Run[]): Chosen {
  return withTheRest(runs, best(line, candidates(runs)));
}

function withTheRest(runs: readonly Run[], start: Chosen): Chosen {
  let chosen = start;
  for (const atom of runs.flat()) {
    if (chosen.atoms.includes(atom) || !wanted(chosen, atom)) continue;
    chosen = add(chosen, atom) ?? chosen;
  }
  return chosen;
}

/** What stands elsewhere in the line: "Hằng tháng họp chi bộ ngày 5 lúc 19h30". */
function wanted({ slots }: Chosen, atom: Atom): boolean {
  const { clock, workingHour, every, part, starts, until, without, shift } = atom.says;
  if (starts ?? until ?? without ?? shift) return recurs(slots);
  if (clock || workingHour) return !namesHour(slots);
  if (every && atom.says.weekdays === undefined)
    return canRecur(slots) && (part === undefined || lacksHour(slots));
  return !namesDay(slots) && !hintsAtDay(slots) && namesDay(atom.says);
}

function recurs({ every, month, repeats, weekdays, monthDays, workday, nthDays, lunar }: Slots): boolean {
  const isMonthly = month?.kind === 'each' || month?.kind === 'quarterly';
  const day = weekdays ?? monthDays ?? workday ?? nthDays ?? lunar;
  return every !== undefined || isMonthly || repeats === true || day !== undefined;
}

function canRecur({ every, weekdays, monthDays, lunar, week, ahead, month }: Slots): boolean {
  return (
    every === undefined &&
    week === undefined &&
    ahead === undefined &&
    month === undefined &&
    (weekdays ?? monthDays ?? lunar) !== undefined
  );
}

function lacksHour(slots: Slots): boolean {
  return !namesHour(slots) && slots.part === undefined;
}

function add(chosen: Chosen, atom: Atom): Chosen | undefined {
  const slots = join(chosen.slots, atom.says);
  return slots && { slots, atoms: [...chosen.atoms, atom] };
}

/** The best; of equals the first when it begins the line, otherwise the last: the title is at the other end. */
function best(line: Line, all: readonly Chosen[]): Chosen {
  let winner = NOTHING;
  let most = 0;
  for (const chosen of all) {
    const value = worth(line, chosen);
    const opensTheLine = winner.atoms[0]?.from === 0;
    if (value > most || (value === most && !opensTheLine)) {
      winner = chosen;
      most = value;
    }
  }
  return winner;
}

const DAY = 1000;
const HINT = 300;
const HOUR = 500;
const WORD = 1;
const ANNOUNCED = 0.5;

function worth(line: Line, chosen: Chosen): number {
  const { slots, atoms } = chosen;
  const day = namesDay(slots) ? DAY : Number(hintsAtDay(slots)) * HINT;
  const words = atoms.reduce((sum, { from, to }) => sum + to - from, 0);
  return day + Number(namesHour(slots)) * HOUR + words * WORD + announced(line, chosen) * ANNOUNCED;
}

function announced(line: Line, { atoms }: Chosen): number {
  return atoms.filter(({ from, says }) => says.dates && line.at(from)?.kind === 'word').length;
}

// Longer runs are no phrase; a bound keeps the work linear.
const LONGEST_RUN = 12;

function candidates(runs: readonly Run[]): readonly Chosen[] {
  return runs.flatMap((run) => {
    const start = run.slice(0, LONGEST_RUN);
    return start.map((_, index) => grow(start, index));
  });
}

/** From this atom on as far as they agree. */
function grow(run: Run, start: number): Chosen {
  let chosen = NOTHING;
  for (const atom of run.slice(start)) {
    const more = add(chosen, atom);
    if (!more) break;
    chosen = more;
  }
  return chosen;
}

function saysWhichMonth({ month, every, nth }: Slots): boolean {
  return nth === undefined || month !== undefined || every !== undefined;
}

/** "tuần 2" without a month is part of a title. */
function withoutLooseWeek(runs: readonly Run[]): readonly Run[] {
  return runs.map((run) => run.filter(({ says }) => says.nth === undefined || says.month !== undefined));
}
