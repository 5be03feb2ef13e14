import type { Span } from '../grammar/leftover.ts';
import type { Line } from '../grammar/line.ts';
import { connector } from '../moments/atoms.ts';
import { type Chosen, choose } from '../moments/choose.ts';
import { type Clauses, clausesOf } from '../moments/clauses.ts';
import { eventInPlace, type PlaceSpan } from '../moments/place.ts';
import { namesDay, namesHour } from '../moments/slots.ts';
import { unusedIn } from '../unused.ts';

/** A place goes up to where a time or a condition begins that is no part of its name: "tại hội trường từ tháng 3". */
export function beforeTime(
  line: Line,
  place: PlaceSpan | undefined,
  quotes: readonly Span[],
): PlaceSpan | undefined {
  if (!place) return undefined;
  const around = [
    { from: 0, to: place.words },
    { from: place.to, to: line.tokens.length },
  ];
  const [time] = unusedIn(line, around, quotes, { slots: {}, when: undefined, isName: true });
  const to = time ? withoutConnector(line, time.from, place.words) : place.to;
  return to > place.words ? { ...place, to } : place;
}

/** The place is left out at first: its name may hold figures ("nhà văn hóa 19/5"). */
export function chooseAround(line: Line, taken: readonly Span[], place: PlaceSpan | undefined): Chosen {
  const outside = choose(line, place ? [...taken, place] : taken);
  return place && !complete(outside) ? choose(line, taken) : outside;
}

/** Days that each have their own hour, outside the place. */
export function clausesAround(
  line: Line,
  taken: readonly Span[],
  place: PlaceSpan | undefined,
): Clauses | undefined {
  return clausesOf(line, place ? [...taken, place] : taken);
}

function complete({ slots }: Chosen): boolean {
  return namesDay(slots) && namesHour(slots);
}

/** The place up to a time that was read in it. undefined when nothing is left of it. */
export function cut(line: Line, place: PlaceSpan | undefined, chosen: Chosen): PlaceSpan | undefined {
  if (!place) return undefined;
  const inside = chosen.atoms.find(({ from }) => from >= place.words && from < place.to);
  if (!inside) return place;
  const to = withoutConnector(line, inside.from, place.words);
  return to > place.words ? { ...place, to } : undefined;
}

function withoutConnector(line: Line, end: number, from: number): number {
  let to = end;
  while (to > from && connector(line, to - 1)?.next === to) to -= 1;
  return to;
}

/** Where no title is left, one that stands in the place: "tại nhà văn hóa sinh hoạt chi bộ". */
export function split(
  line: Line,
  place: PlaceSpan | undefined,
  title: string,
): { place: PlaceSpan | undefined; title: string } {
  const at = place && title === '' ? eventInPlace(line, place) : undefined;
  return place && at !== undefined
    ? { place: { ...place, to: at }, title: line.between(at, place.to) }
    : { place, title };
}
