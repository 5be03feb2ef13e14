import type { Temporal } from 'temporal-polyfill';
import type { Call } from '../../chat/call.ts';
import type { Answers } from '../../chat/command.ts';
import { cleanLine, readLine } from '../../chat/read-line.ts';
import { demandAllUsed, nameOrAsk, unusedWords } from '../../chat/unused-words.ts';
import type { Language } from '../../core/languages.ts';
import { readAnnouncement } from '../../language/announcement.ts';
import { describeLeads, describeWhen } from '../../language/describe.ts';
import { readLeads } from '../../language/leads.ts';
import { readClock } from '../../language/read-clock.ts';
import { readWhen } from '../../language/read-when.ts';
import { readSchedulePhrase } from '../../language/schedule-phrase.ts';
import { timeInName } from '../../language/time-in-name.ts';
import type { Doubt, Lead, When } from '../../language/when.ts';
import { formatDay, formatTime } from '../../texts/format.ts';
import { beginning } from '../../texts/shorten.ts';
import { UserError } from '../../texts/user-error.ts';

const LONGEST_LEAD_DAYS = 30;
const LONGEST_TITLE = 200;
const LONGEST_PLACE = 200;

const LEAST_HELPFUL: readonly Doubt['kind'][] = ['ambiguous', 'no-day'];

/** The question for the first doubt that only the person can settle; a mistake, or what was not read, before a choice. */
export function questionOf(doubts: readonly Doubt[], language: Language): UserError | undefined {
  const asking = doubts.filter(({ ask }) => ask);
  const first = [
    ...asking.filter(({ kind }) => !LEAST_HELPFUL.includes(kind) && kind !== 'unused'),
    ...asking.filter(({ kind }) => kind === 'unused'),
    ...asking,
  ];
  for (const doubt of first) {
    const asked = doubtOf(doubt, language);
    if (asked) return asked;
  }
  return undefined;
}

/** The question for a doubt that only the person can settle; a missing hour is asked for on its own. */
function doubtOf(doubt: Doubt, language: Language): UserError | undefined {
  switch (doubt.kind) {
    case 'no-such-date':
    case 'no-such-time':
      return new UserError('time.no_such', { text: doubt.text });
    case 'weekday-mismatch':
      return new UserError('time.weekday_mismatch', { day: formatDay(doubt.date, language) }).about(
        'when',
        doubt.readings,
      );
    case 'past':
      return new UserError('time.past', { day: formatDay(doubt.date, language) }).about(
        'when',
        doubt.readings,
      );
    case 'ambiguous':
      return new UserError('time.ambiguous', { text: doubt.text }).about('when', doubt.readings);
    case 'unsupported':
      return new UserError('time.unsupported', { text: doubt.text });
    case 'no-day':
      return doubt.every === undefined || doubt.every === 'day'
        ? new UserError('time.no_day')
        : new UserError(`time.no_day_of_${doubt.every}`).about('when');
    case 'unused':
      return aboutWhen(unusedWords(doubt.words, doubt.readings));
    case 'no-hour':
    case 'assumed-hour':
    case 'assumed-date':
    case 'short-month':
      return undefined;
  }
}

function aboutWhen(error: UserError): UserError {
  return error.about('when', error.choices);
}

/** What the reading of a phrase needs: the moment and the language. */
export type Context = Pick<Call, 'now' | 't'>;

/** The time that a phrase gives. @throws UserError when it gives none, or one that only the person can settle */
export function readWhenOrAsk({ now, t }: Context) {
  return (text: string): When => {
    const { when, doubts, rest } = readWhen(text, { now, language: t.language });
    const asked = questionOf(doubts, t.language);
    if (asked) throw asked;
    if (!when) throw new UserError('time.unknown', { text: beginning(text, 80) });
    demandAllUsed(rest, describeWhen(when, t.language));
    return when;
  };
}

/** @throws UserError when it is no time of day */
export function readTimeOrAsk(text: string): Temporal.PlainTime {
  const clock = readClock(text);
  if (!clock) throw new UserError('time.no_hour');
  const [ambiguous] = clock.doubts.filter((doubt) => doubt.kind === 'ambiguous');
  if (ambiguous) throw new UserError('time.ambiguous', { text }).about('time', ambiguous.readings);
  return clock.time;
}

/** @throws UserError when one is too long */
export function checkLeads(leads: readonly Lead[]): readonly Lead[] {
  if (leads.some(tooLong)) throw new UserError('lead.too_long', { max: LONGEST_LEAD_DAYS });
  return leads;
}

function tooLong(lead: Lead): boolean {
  return lead.kind === 'days' ? lead.days > LONGEST_LEAD_DAYS : lead.minutes > LONGEST_LEAD_DAYS * 24 * 60;
}

/** @throws UserError when it says no lead, or one that is too long */
export function readLeadsOrAsk(text: string): readonly Lead[] {
  const leads = readLeads(text);
  if (!leads) throw new UserError('lead.unknown', { text: beginning(text, 80) });
  return checkLeads(leads);
}

/** @throws UserError when it says nothing, or too much */
export function readScheduleTitle(text: string): string {
  return readLine(text, {
    most: LONGEST_TITLE,
    none: () => new UserError('schedule.title_needed'),
    tooLong: (size) => new UserError('schedule.title_too_long', size),
  });
}

/** @throws UserError when it is too long, or words about time are in it */
export function readPlace(text: string): string {
  const place = nameOrAsk(cleanLine(text));
  if (place.length > LONGEST_PLACE) throw new UserError('schedule.place_too_long', { max: LONGEST_PLACE });
  return place;
}

/** `19h30 ngày 5 hằng tháng Sinh hoạt chi bộ, trước 3 ngày và 2 tiếng, tại nhà văn hóa ấp 2`, in any order. */
export function readScheduleLine(line: string, context: Context): Answers {
  const announced = readAnnouncement(line);
  if (!announced) return understood({}, line, context);
  const { when, title, place } = announced;
  const known = {
    ...(title !== undefined && { title: beginning(title, LONGEST_TITLE) }),
    ...(place !== undefined && { place: beginning(place, LONGEST_PLACE) }),
  };
  return understood(known, when, context);
}

/** The answer to "Khi nào?" may say the place or the reminders too, and goes on from what was said of the time. */
export function readScheduleAnswer(
  known: Answers,
  argument: string,
  text: string,
  context: Context,
): Answers {
  if (argument === 'when') return understood(known, text, context);
  // Who says all of it at once is understood, too.
  if (argument === 'title' && timeInName(text).length > 0) return understood(known, text, context);
  if (argument === 'leads' && readClock(text) && !hasHour(known, context)) return { ...known, time: text };
  return { ...known, [argument]: text };
}

/** Who has not said the hour yet may say it where reminders are asked for. */
function hasHour({ when, time }: Answers, { now, t }: Context): boolean {
  return time !== undefined || readWhen(when ?? '', { now, language: t.language }).when?.time !== undefined;
}

/** @throws UserError about the time, keeping the rest: words are left that smell of time, or the day is not clear */
function understood(known: Answers, text: string, { now, t }: Context): Answers {
  const phrase = readSchedulePhrase(text, { now, language: t.language }, known['said']);
  const { when, leads, place, title, doubts, said, repeated } = phrase;
  const onlyHour = doubts.find((doubt) => doubt.kind === 'no-day')?.time;
  const isNamed = known['title'] !== undefined;
  const answers: Answers = {
    ...known,
    ...(title === '' || isNamed ? {} : { title }),
    ...(onlyHour ? { time: formatTime(onlyHour, 'vi') } : {}),
    ...(leads === undefined ? {} : { leads: describeLeads(leads, 'vi') }),
    ...(place === undefined ? {} : { place }),
  };
  const asked = questionOf(isNamed ? withName(title, when, doubts, t.language) : doubts, t.language);
  // What contradicts itself, or has to be chosen, is said anew.
  const isOpen =
    said !== '' && doubts.every(({ ask, kind }) => !ask || kind === 'no-day' || kind === 'no-hour');
  const { said: _, repeated: __, ...rest } = answers;
  const kept = isOpen ? { ...rest, said } : rest;
  const isMissing = asked?.key === 'time.no_day' && !isNamed;
  if (asked && !isMissing) throw asked.about('when', asked.choices).keeping(kept);
  if (!when) return kept;
  const repetition = repeated && { repeated: describeWhen(repeated, 'vi') };
  return { ...rest, when: describeWhen(when, 'vi'), ...repetition };
}

/** A name has been said before: what is left now is no name. */
function withName(
  left: string,
  when: When | undefined,
  doubts: readonly Doubt[],
  language: Language,
): readonly Doubt[] {
  if (left === '' || doubts.some(({ kind }) => kind === 'unused')) return doubts;
  const readings = when ? [describeWhen(when, language)] : [];
  return [...doubts, { kind: 'unused', ask: true, words: [left], readings }];
}
