import type { Language } from '../core/languages.ts';
import { describeWhen } from './describe.ts';
import { mark, oneOf, reads, says } from './grammar/grammar.ts';
import { introduced, leftover, type Span, trimmed } from './grammar/leftover.ts';
import { Line } from './grammar/line.ts';
import { dayNumber } from './grammar/numbers.ts';
import { type Atom, connector, introducer } from './moments/atoms.ts';
import { type Chosen, choose } from './moments/choose.ts';
import type { Clauses } from './moments/clauses.ts';
import { lunarSaid } from './moments/lunar-words.ts';
import { findPlace } from './moments/place.ts';
import { join, namesDay, type Slots } from './moments/slots.ts';
import { beforeTime, chooseAround, clausesAround, cut, split } from './phrase/around-place.ts';
import { findLabels, findLeads, findQuotes, findShifts } from './phrase/set-apart.ts';
import { resolveLunar } from './resolving/resolve-once.ts';
import { understand, understandClauses } from './understanding/understand.ts';
import type { Understood } from './understanding/understood.ts';
import { type Unused, unusedIn } from './unused.ts';
import type { Doubt, Lead, When, WhenContext } from './when.ts';

export type SchedulePhrase = {
  readonly when?: When;
  /** undefined: nothing said about reminders; []: none wanted. */
  readonly leads?: readonly Lead[];
  readonly place?: string;
  /** What is neither time, lead nor place, as it was typed. '' when nothing is left. */
  readonly title: string;
  readonly doubts: readonly Doubt[];
  /** The words about time, to which an answer can be added ("hằng tháng", and then "ngày 5"). */
  readonly said: string;
  /** The rule that the words of a single date may mean as well. */
  readonly repeated?: When;
};

/**
 * Reads a line like "19h30 ngày 5 hằng tháng Sinh hoạt chi bộ, trước 3 ngày, tại nhà văn hóa". `before`: words about
 * the time that were said earlier. What smells of time and has no use is a doubt, and never silently a name.
 */
export function readSchedulePhrase(text: string, context: WhenContext, before = ''): SchedulePhrase {
  const line = new Line(text);
  const quotes = findQuotes(line);
  const leads = findLeads(line, [...quotes, ...findShifts(line)]);
  const taken = [...leads, ...findLabels(line)];
  const found = beforeTime(line, findPlace(line, taken), quotes);
  const clauses = clausesAround(line, [...taken, ...quotes], found);
  const chosen = clauses ? together(clauses) : chooseAround(line, [...taken, ...quotes], found);
  const whole = cut(line, found, chosen) ?? findPlace(line, [...taken, ...chosen.atoms]);
  const said = chosen.atoms.map(({ from, to }) => line.between(from, to)).join(' ');
  const day = before === '' || namesDay(chosen.slots) ? undefined : reads(dayNumber, line);
  const slots = added(before, day === undefined ? chosen.slots : { ...chosen.slots, monthDays: [day] });
  const words = [before, said].filter(Boolean).join(' ');
  const understood = clauses
    ? understandClauses(
        clauses.each.map((clause) => clause.slots),
        said,
        context,
      )
    : understand(slots, words, context);
  const { when, doubts } = understood;
  const spans: Span[] = [
    ...chosen.atoms,
    ...(clauses?.between ?? []),
    ...taken,
    ...(whole ? [whole] : []),
    ...sameInLunar(line, when, context),
  ];
  // A bare figure is the day that was asked for.
  if (day !== undefined) spans.push({ from: 0, to: line.tokens.length });
  const unused = unusedIn(line, withIntroductions(line, spans, chosen.atoms), quotes, { slots, when });
  const dropped = [...spans, ...unused.filter(({ inName }) => !inName)];
  const { place, title } = split(line, whole, leftover(line, dropped, connector));
  return {
    ...(when && { when }),
    ...(understood.repeated && { repeated: understood.repeated }),
    ...(leads.length > 0 && { leads: leads.flatMap((one) => one.leads) }),
    ...(place && { place: trimmed(line.between(place.words, place.to)) }),
    title,
    doubts: [
      ...withWhatIsMissing(when, doubts, slots),
      ...unusedDoubt(line, unused, understood, context.language ?? 'vi'),
    ],
    said: words,
  };
}

const thatIs = oneOf<unknown>(says('tức', 'tức là', 'tức ngày', 'nhằm', 'nhằm ngày', 'nhằm vào'), mark('('));

/** "5/2 (tức 18 tháng Chạp)": the same day said once more. */
function sameInLunar(line: Line, when: When | undefined, { now }: WhenContext): readonly Span[] {
  if (when?.kind !== 'once') return [];
  const today = now.toPlainDate();
  return line.tokens.flatMap((_, at) => {
    const opens = thatIs(line, at);
    const lunar = opens && lunarSaid(line, opens.next);
    if (!opens || !lunar?.value.lunar) return [];
    const { day } = resolveLunar(lunar.value.lunar, {}, { today, from: today, hourSaid: false, text: '' });
    const isSame = day?.kind === 'once' && day.date.equals(when.date);
    return isSame ? [{ from: at, to: lunar.next }] : [];
  });
}

/** "từ 19h" only introduces an hour; "từ ngày 5/2" says more, and has to be asked about. */
function withIntroductions(line: Line, spans: readonly Span[], atoms: readonly Atom[]): readonly Span[] {
  const ofHours = atoms.filter(({ says: said }) => said.clock ?? said.workingHour);
  return [...introduced(line, spans, introducer), ...introduced(line, ofHours, connector)];
}

function unusedDoubt(
  line: Line,
  unused: readonly Unused[],
  { when, doubts }: Understood,
  language: Language,
): readonly Doubt[] {
  if (unused.length === 0) return [];
  const others = doubts.flatMap((doubt) => ('readings' in doubt ? doubt.readings : []));
  const readings = when && others.length === 0 ? [describeWhen(when, language)] : others;
  return [
    {
      kind: 'unused',
      ask: true,
      words: unused.map(({ from, to }) => trimmed(line.between(from, to))),
      readings,
    },
  ];
}

/** What was said earlier, and what is said now. */
function added(before: string, now: Slots): Slots {
  if (before === '') return now;
  const earlier = choose(new Line(before)).slots;
  return join(earlier, now) ?? (namesDay(now) ? withHour(now, earlier) : { ...earlier, ...now });
}

function withHour(slots: Slots, { clock, part }: Slots): Slots {
  return { ...(clock && { clock }), ...(part && { part }), ...slots };
}

/** As the first of them, with the words of all. */
function together({ each }: Clauses): Chosen {
  return { slots: each[0]?.slots ?? {}, atoms: each.flatMap(({ atoms }) => atoms) };
}

const MISTAKES: ReadonlySet<Doubt['kind']> = new Set([
  'no-such-date',
  'no-such-time',
  'weekday-mismatch',
  'unsupported',
  'no-day',
]);

function withWhatIsMissing(
  when: When | undefined,
  doubts: readonly Doubt[],
  { every }: Slots,
): readonly Doubt[] {
  if (when)
    return when.time || doubts.some(({ kind }) => kind === 'no-such-time')
      ? doubts
      : [...doubts, { kind: 'no-hour', ask: true }];
  return doubts.some(({ kind }) => MISTAKES.has(kind))
    ? doubts.map((doubt) => (doubt.kind === 'no-day' && every ? { ...doubt, every: every.unit } : doubt))
    : [...doubts, { kind: 'no-day', ask: true }];
}
