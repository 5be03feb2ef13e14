import { Temporal } from 'temporal-polyfill';
import type { Answers } from '../../chat/command.ts';
import type { When } from '../../language/when.ts';
import { toPlain } from '../../texts/markup.ts';
import { translator } from '../../texts/translator.ts';
import { UserError } from '../../texts/user-error.ts';
import { writeLead } from '../sessions/leads.ts';
import { comingOf } from '../sessions/schedule.ts';
import {
  type Context,
  readLeadsOrAsk,
  readPlace,
  readScheduleLine,
  readScheduleTitle,
  readTimeOrAsk,
  readWhenOrAsk,
} from './read-time.ts';
import { recurrenceOf } from './recurrence-of.ts';

/** What one line behind /nhaclich comes to. */
export type Understood = {
  /** Whether the bot would ask about it; a name that is missing does not count. */
  asks: boolean;
  question?: string;
  readings?: readonly string[];
  title: string | null;
  time: string | null;
  /** The first three, on the wall clock: `2026-02-05T19:30`. */
  next: readonly string[];
  /** `P3D`, `P1D@19:30`, `PT120M`. */
  leads: readonly string[];
  place: string | null;
  ends: string | null;
};

const SHOWN = 3;

/** Reads a line as the command does. */
export function understandSchedule(text: string, now: Temporal.ZonedDateTime): Understood {
  const context: Context = { now, t: translator('vi') };
  const read = attempt(() => readScheduleLine(text, context));
  const answers = read instanceof UserError ? read.kept : read;
  const set = read instanceof UserError ? read : attempt(() => dates(answers, context));
  const refused = set instanceof UserError ? set : undefined;
  const leads = attempt(() => readLeadsOrAsk(answers['leads'] ?? ''));
  return {
    asks: refused !== undefined,
    ...(refused && { question: toPlain(refused.inWords('vi')), readings: refused.choices }),
    title: answers['title'] ?? null,
    ...(set instanceof UserError ? { time: null, next: [], ends: null } : set),
    leads: leads instanceof UserError ? [] : leads.map(writeLead),
    place: answers['place'] ?? null,
  };
}

/** @throws UserError for what would be asked */
function dates(answers: Answers, context: Context): Pick<Understood, 'time' | 'next' | 'ends'> {
  const { title, place, leads } = answers;
  if (title !== undefined) readScheduleTitle(title);
  if (place !== undefined) readPlace(place);
  if (leads !== undefined) readLeadsOrAsk(leads);
  const when = readWhenOrAsk(context)(answers['when'] ?? '');
  const hour = answers['time'] === undefined ? undefined : readTimeOrAsk(answers['time']);
  const time = when.time ?? hour;
  if (!time) throw new UserError('time.no_hour');
  const starts = [when, ...(when.also ?? [])]
    .flatMap((each) => startsOf(each, each.time ?? time, context))
    .sort((one, other) => Temporal.ZonedDateTime.compare(one, other))
    .slice(0, SHOWN);
  return {
    time: wall(time),
    next: starts.map((start) => start.toPlainDateTime().toString({ smallestUnit: 'minute' })),
    ends: when.ends ? wall(when.ends) : null,
  };
}

function startsOf(when: When, time: Temporal.PlainTime, { now }: Context): Temporal.ZonedDateTime[] {
  const starts = comingOf(recurrenceOf(when, time, now), now.toInstant(), SHOWN);
  if (starts.length === 0) throw new UserError('schedule.never');
  return starts;
}

function wall(time: Temporal.PlainTime): string {
  return time.toString({ smallestUnit: 'minute' });
}

function attempt<T>(work: () => T): T | UserError {
  try {
    return work();
  } catch (error) {
    if (error instanceof UserError) return error;
    throw error;
  }
}
