import { mark, oneOf, says } from './grammar/grammar.ts';
import { leftover, type Span, trimmed } from './grammar/leftover.ts';
import { Line } from './grammar/line.ts';
import { leadsAwaited, leadsInLine } from './leads.ts';
import { connector } from './moments/atoms.ts';
import { type Chosen, choose } from './moments/choose.ts';
import { eventInPlace, findPlace, type PlaceSpan } from './moments/place.ts';
import { namesDay, namesHour } from './moments/slots.ts';
import { understand } from './understanding/understand.ts';
import type { Doubt, Lead, When, WhenContext } from './when.ts';

export type SchedulePhrase = {
  readonly when?: When;
  /** undefined: nothing said about reminders; []: none wanted. */
  readonly leads?: readonly Lead[];
  readonly place?: string;
  /** What is neither time, lead nor place, as it was typed. '' when nothing is left. */
  readonly title: string;
  readonly doubts: readonly Doubt[];
};

type LeadsFound = Span & { readonly leads: readonly Lead[] };

/** Reads a line like "19h30 ngày 5 hằng tháng Sinh hoạt chi bộ, trước 3 ngày, tại nhà văn hóa". */
export function readSchedulePhrase(text: string, context: WhenContext): SchedulePhrase {
  const line = new Line(text);
  const leads = findLeads(line);
  const taken = [...leads, ...findLabels(line)];
  const found = findPlace(line, taken);
  const chosen = chooseAround(line, taken, found);
  const whole = cut(line, found, chosen) ?? findPlace(line, [...taken, ...chosen.atoms]);
  const spans = [...chosen.atoms, ...taken, ...(whole ? [whole] : [])];
  const { place, title } = split(line, whole, leftover(line, spans, connector));
  const said = chosen.atoms.map(({ from, to }) => line.between(from, to)).join(' ');
  const { when, doubts } = understand(chosen.slots, said, context);
  return {
    ...(when && { when }),
    ...(leads.length > 0 && { leads: leads.flatMap((one) => one.leads) }),
    ...(place && { place: trimmed(line.between(place.words, place.to)) }),
    title,
    doubts: withWhatIsMissing(when, doubts),
  };
}

function findLeads(line: Line): readonly LeadsFound[] {
  const found: LeadsFound[] = [];
  let at = 0;
  while (at < line.tokens.length) {
    const awaited = at === 0 || line.at(at - 1)?.kind === 'mark';
    const leads = (awaited ? leadsAwaited : leadsInLine)(line, at);
    if (leads) found.push({ from: at, to: leads.next, leads: leads.value });
    at = leads?.next ?? at + 1;
  }
  return found;
}

type Label = Span;
const label = oneOf(says('thời gian', 'nội dung', 'tên', 'việc', 'time', 'title'));
const colon = mark(':');

function findLabels(line: Line): readonly Label[] {
  const found: Label[] = [];
  for (let at = 0; at < line.tokens.length; at += 1) {
    const named = label(line, at);
    const end = named && colon(line, named.next);
    if (end) found.push({ from: at, to: end.next });
  }
  return found;
}

/** The place is left out at first: its name may hold figures ("nhà văn hóa 19/5"). */
function chooseAround(line: Line, taken: readonly Span[], place: PlaceSpan | undefined): Chosen {
  const outside = choose(line, place ? [...taken, place] : taken);
  return place && !complete(outside) ? choose(line, taken) : outside;
}

function complete({ slots }: Chosen): boolean {
  return namesDay(slots) && namesHour(slots);
}

function cut(line: Line, place: PlaceSpan | undefined, chosen: Chosen): PlaceSpan | undefined {
  if (!place) return undefined;
  const inside = chosen.atoms.find(({ from }) => from >= place.words && from < place.to);
  if (!inside) return place;
  let to = inside.from;
  while (to > place.words && connector(line, to - 1)?.next === to) to -= 1;
  return to > place.words ? { ...place, to } : undefined;
}

function split(
  line: Line,
  place: PlaceSpan | undefined,
  title: string,
): { place: PlaceSpan | undefined; title: string } {
  const at = place && title === '' ? eventInPlace(line, place) : undefined;
  return place && at !== undefined
    ? { place: { ...place, to: at }, title: line.between(at, place.to) }
    : { place, title };
}

const MISTAKES: ReadonlySet<Doubt['kind']> = new Set([
  'no-such-date',
  'no-such-time',
  'weekday-mismatch',
  'unsupported',
  'no-day',
]);

function withWhatIsMissing(when: When | undefined, doubts: readonly Doubt[]): readonly Doubt[] {
  if (when)
    return when.time || doubts.some(({ kind }) => kind === 'no-such-time')
      ? doubts
      : [...doubts, { kind: 'no-hour', ask: true }];
  return doubts.some(({ kind }) => MISTAKES.has(kind)) ? doubts : [...doubts, { kind: 'no-day', ask: true }];
}
