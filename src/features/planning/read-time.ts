import type { Temporal } from 'temporal-polyfill';
import type { Call } from '../../chat/call.ts';
import type { Answers } from '../../chat/command.ts';
import { cleanLine, readLine } from '../../chat/read-line.ts';
import type { Language } from '../../core/languages.ts';
import { describeLeads, describeWhen } from '../../language/describe.ts';
import { readLeads } from '../../language/leads.ts';
import { readClock } from '../../language/read-clock.ts';
import { readWhen } from '../../language/read-when.ts';
import { readSchedulePhrase } from '../../language/schedule-phrase.ts';
import type { Doubt, Lead, When } from '../../language/when.ts';
import { formatDay, formatTime } from '../../texts/format.ts';
import { beginning } from '../../texts/shorten.ts';
import { UserError } from '../../texts/user-error.ts';

const LONGEST_LEAD_DAYS = 30;
const LONGEST_TITLE = 200;
const LONGEST_PLACE = 200;

/** The question for a doubt that only the person can settle; a missing hour is asked for on its own. */
export function doubtOf(doubt: Doubt, language: Language): UserError | undefined {
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
      return new UserError('time.no_day');
    case 'no-hour':
    case 'assumed-hour':
    case 'assumed-date':
    case 'short-month':
    case 'end-unused':
      return undefined;
  }
}

/** The time that a phrase gives. @throws UserError when it gives none, or one that only the person can settle */
export function readWhenOrAsk({ now, t }: Call) {
  return (text: string): When => {
    const { when, doubts, rest } = readWhen(text, { now });
    for (const doubt of doubts) {
      const asked = doubt.ask ? doubtOf(doubt, t.language) : undefined;
      if (asked) throw asked;
    }
    // A figure that was not read could be the hour or the day.
    if (!when || /\d/.test(rest)) throw new UserError('time.unknown', { text: beginning(text, 80) });
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

/** @throws UserError when it is too long */
export function readPlace(text: string): string {
  const place = cleanLine(text);
  if (place.length > LONGEST_PLACE) throw new UserError('schedule.place_too_long', { max: LONGEST_PLACE });
  return place;
}

/** `19h30 ngày 5 hằng tháng Sinh hoạt chi bộ, trước 3 ngày và 2 tiếng, tại nhà văn hóa ấp 2`, in any order. */
export function readScheduleLine(line: string, { now }: Call): Answers {
  const { when, leads, place, title, doubts } = readSchedulePhrase(line, { now });
  const onlyHour = doubts.find((doubt) => doubt.kind === 'no-day')?.time;
  const unsettled = doubts.some((doubt) => doubt.ask && doubt.kind !== 'no-day' && doubt.kind !== 'no-hour');
  const said = unsettled ? line : when && describeWhen(when, 'vi');
  return {
    ...(title === '' ? {} : { title }),
    ...(said === undefined ? {} : { when: said }),
    ...(onlyHour ? { time: formatTime(onlyHour, 'vi') } : {}),
    ...(leads === undefined ? {} : { leads: describeLeads(leads, 'vi') }),
    ...(place === undefined ? {} : { place }),
  };
}
