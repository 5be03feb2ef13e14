import { mark, oneOf, says } from '../grammar/grammar.ts';
import type { Span } from '../grammar/leftover.ts';
import type { Line } from '../grammar/line.ts';
import { type Atom, introducer, type Run, runsOf } from './atoms.ts';
import type { Chosen } from './choose.ts';
import { join, namesDay, namesHour, type Slots } from './slots.ts';

/** Several days of a line, each with its own hour, and the words between them. */
export type Clauses = { readonly each: readonly Chosen[]; readonly between: readonly Span[] };

const separator = oneOf<unknown>(
  mark(',', ';', '&', '+'),
  says('và', 'and', 'còn', 'rồi', 'và vào', 'và lúc', 'thêm'),
);

/** "7h30 thứ hai và 19h thứ sáu hằng tuần"; undefined where there are no two that both say a day and an hour. */
export function clausesOf(line: Line, taken: readonly Span[]): Clauses | undefined {
  const runs = runsOf(line, taken);
  const groups = runs.flatMap(groupsOf);
  const chain: Chosen[] = [];
  const between: Span[] = [];
  for (const group of groups) {
    const gap = gapBehind(line, chain.at(-1), group);
    if (chain.length > 0 && gap && isWhole(group)) {
      chain.push(group);
      between.push(gap);
    } else if (chain.length > 1) break;
    else chain.splice(0, chain.length, ...(isWhole(group) ? [group] : []));
  }
  if (chain.length < 2) return undefined;
  return { ...sharing(chain, elsewhere(runs, chain)), between };
}

/** The atoms of a run, a new group where one says again what was said. */
function groupsOf(run: Run): readonly Chosen[] {
  const groups: Chosen[] = [];
  for (const atom of run) {
    const last = groups.at(-1);
    const slots = last && join(last.slots, atom.says);
    if (last && slots) groups[groups.length - 1] = { slots, atoms: [...last.atoms, atom] };
    else groups.push({ slots: atom.says, atoms: [atom] });
  }
  return groups;
}

function isWhole({ slots }: Chosen): boolean {
  return namesDay(slots) && namesHour(slots) && slots.orElse === undefined;
}

function gapBehind(line: Line, before: Chosen | undefined, group: Chosen): Span | undefined {
  const from = before?.atoms.at(-1)?.to;
  const to = group.atoms[0]?.from;
  if (from === undefined || to === undefined) return undefined;
  let at = from;
  let isParted = false;
  while (at < to) {
    const parted = separator(line, at);
    const next = (parted ?? introducer(line, at))?.next;
    if (next === undefined || isDash(line, at)) return undefined;
    isParted ||= parted !== undefined;
    at = next;
  }
  return isParted && at === to ? { from, to } : undefined;
}

/** "8h 5/2 – 17h 6/2" is one span. */
const dash = mark('-', '–');
function isDash(line: Line, at: number): boolean {
  return dash(line, at) !== undefined;
}

type Recurring = Pick<Slots, 'every' | 'month' | 'starts' | 'until' | 'without' | 'shift'>;

/** "Hằng tuần họp 7h thứ hai và 19h thứ sáu": how often is said away from the days. */
function elsewhere(runs: readonly Run[], chain: readonly Chosen[]): readonly Atom[] {
  const taken = new Set(chain.flatMap(({ atoms }) => atoms));
  return runs
    .flat()
    .filter(
      (atom) =>
        !taken.has(atom) && Object.keys(recurring(atom.says)).length === Object.keys(atom.says).length,
    );
}

function recurring({ every, month, starts, until, without, shift }: Slots): Recurring {
  return {
    ...(every && { every }),
    ...(month?.kind === 'each' && { month }),
    ...(starts && { starts }),
    ...(until && { until }),
    ...(without && { without }),
    ...(shift && { shift }),
  };
}

/** What is said of the frequency once holds for all that say none. */
function sharing(chain: readonly Chosen[], more: readonly Atom[]): { readonly each: readonly Chosen[] } {
  const said = [...chain.map(({ slots }) => recurring(slots)), ...more.map((atom) => recurring(atom.says))];
  const each = chain.map(({ slots, atoms }, index) => ({
    slots: said.reduce<Slots>((sum, other) => withMore(sum, other), slots),
    atoms: index === 0 ? [...atoms, ...more] : atoms,
  }));
  return { each };
}

function withMore(slots: Slots, more: Recurring): Slots {
  const { every, month, ...bounds } = more;
  const recurs = slots.every ?? slots.month ?? slots.repeats;
  const often = { ...(every && { every }), ...(month && { month }) };
  const frequent = recurs === undefined ? (join(slots, often) ?? slots) : slots;
  return join(frequent, bounds) ?? frequent;
}
