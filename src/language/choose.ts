import { type Atom, type Run, runsOf } from './atoms.ts';
import type { Span } from './leftover.ts';
import type { Line } from './line.ts';
import { hintsAtDay, join, namesDay, namesHour, type Slots } from './slots.ts';

/** The atoms that make up the time, and what they say together. */
export type Chosen = { readonly slots: Slots; readonly atoms: readonly Atom[] };

const NOTHING: Chosen = { slots: {}, atoms: [] };

const add = (chosen: Chosen, atom: Atom): Chosen | undefined => {
  const slots = join(chosen.slots, atom.says);
  return slots && { slots, atoms: [...chosen.atoms, atom] };
};

/** From this atom on as far as they agree. */
const grow = (run: Run, start: number): Chosen => {
  let chosen = NOTHING;
  for (const atom of run.slice(start)) {
    const more = add(chosen, atom);
    if (!more) break;
    chosen = more;
  }
  return chosen;
};

const DAY = 1000;
const HINT = 300;
const HOUR = 500;
const WORD = 1;
const ANNOUNCED = 0.5;

const announced = (line: Line, { atoms }: Chosen): number =>
  atoms.filter(({ from, says }) => says.dates && line.at(from)?.kind === 'word').length;

const worth = (line: Line, chosen: Chosen): number => {
  const { slots, atoms } = chosen;
  const day = namesDay(slots) ? DAY : Number(hintsAtDay(slots)) * HINT;
  const words = atoms.reduce((sum, { from, to }) => sum + to - from, 0);
  return day + Number(namesHour(slots)) * HOUR + words * WORD + announced(line, chosen) * ANNOUNCED;
};

// Longer runs are no phrase; a bound keeps the work linear.
const LONGEST_RUN = 12;

const candidates = (runs: readonly Run[]): readonly Chosen[] =>
  runs.flatMap((run) => {
    const start = run.slice(0, LONGEST_RUN);
    return start.map((_, index) => grow(start, index));
  });

/** The best; of equals the first when it begins the line, otherwise the last: the title is at the other end. */
const best = (line: Line, all: readonly Chosen[]): Chosen => {
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
};

const lacksHour = (slots: Slots): boolean => !namesHour(slots) && slots.part === undefined;
const canRecur = ({ every, weekdays, monthDays, week, ahead, month }: Slots): boolean =>
  every === undefined &&
  week === undefined &&
  ahead === undefined &&
  month === undefined &&
  (weekdays ?? monthDays) !== undefined;

/** What stands elsewhere in the line: "Hằng tháng họp chi bộ ngày 5 lúc 19h30". */
const wanted = ({ slots }: Chosen, atom: Atom): boolean => {
  const { clock, workingHour, every, part } = atom.says;
  if (clock || workingHour) return !namesHour(slots);
  if (every && atom.says.weekdays === undefined)
    return canRecur(slots) && (part === undefined || lacksHour(slots));
  return !namesDay(slots) && !hintsAtDay(slots) && namesDay(atom.says);
};

const withTheRest = (runs: readonly Run[], start: Chosen): Chosen => {
  let chosen = start;
  for (const atom of runs.flat()) {
    if (chosen.atoms.includes(atom) || !wanted(chosen, atom)) continue;
    chosen = add(chosen, atom) ?? chosen;
  }
  return chosen;
};

const saysWhichMonth = ({ month, every, nth }: Slots): boolean =>
  nth === undefined || month !== undefined || every !== undefined;

/** "tuần 2" without a month is part of a title. */
const withoutLooseWeek = (runs: readonly Run[]): readonly Run[] =>
  runs.map((run) => run.filter(({ says }) => says.nth === undefined || says.month !== undefined));

const chooseFrom = (line: Line, runs: readonly Run[]): Chosen =>
  withTheRest(runs, best(line, candidates(runs)));

/** Which words of the line are its time. The others stay for the title. */
export const choose = (line: Line, taken: readonly Span[] = []): Chosen => {
  const runs = runsOf(line, taken);
  const chosen = chooseFrom(line, runs);
  return saysWhichMonth(chosen.slots) ? chosen : chooseFrom(line, withoutLooseWeek(runs));
};
