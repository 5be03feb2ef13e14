import { Temporal } from 'temporal-polyfill';
import type { Call } from '../../chat/call.ts';
import { unusedWords } from '../../chat/unused-words.ts';
import { describeTime, describeWhen } from '../../language/describe.ts';
import { fold } from '../../language/fold.ts';
import { readLeads } from '../../language/leads.ts';
import { readClock } from '../../language/read-clock.ts';
import type { When } from '../../language/when.ts';
import { UserError } from '../../texts/user-error.ts';
import { readWhenOrAsk } from './read-time.ts';

/** Where a session is moved to: another day, another hour or both, or by so much. */
export type Move =
  | { kind: 'to'; date: Temporal.PlainDate | undefined; time: Temporal.PlainTime | undefined }
  | { kind: 'by'; days: number; minutes: number; time?: Temporal.PlainTime | undefined };

/** As buttons say it. */
const ISO = /^(\d{4}-\d\d-\d\d)T(\d\d:\d\d)$/;
const IN_FRONT =
  /^\s*(?:(?:dời|doi|chuyển|chuyen|đổi)\s+)?(?:(?:sang|qua|đến|den|tới|toi|thành|thanh|to)\s+)?(?:lúc\s+)?/iu;
const SHIFT = /^(?:(lui|muon|tre|cham|later)(?: lai| hon| xuong)?|(som|day len|earlier)(?: hon)?) (.+)$/;

/** `20h ngày 7/12`, `thứ bảy tuần sau`, `20h`, `lùi 2 ngày`. @throws UserError when it is no single day to come */
export function readMoveOrAsk(call: Call) {
  return (text: string): Move => {
    const [, date, time] = ISO.exec(text.trim()) ?? [];
    if (date !== undefined && time !== undefined)
      return { kind: 'to', date: Temporal.PlainDate.from(date), time: Temporal.PlainTime.from(time) };
    const said = text.replace(IN_FRONT, '');
    const known = readShift(said) ?? readHour(said);
    if (known) return known;
    const when = readWhenOrAsk(call)(said);
    if (when.kind !== 'once' || when.also) throw new UserError('move.one_day');
    demandNoEnd(when, call);
    return { kind: 'to', date: when.date, time: when.time };
  };
}

/** A session that is moved is as long as it was. @throws UserError naming the hour at which it was said to end */
function demandNoEnd({ ends, ...rest }: When, { t }: Call): void {
  if (!ends) return;
  const { language } = t;
  const error = unusedWords([`– ${describeTime(ends, language)}`], [describeWhen(rest, language)]);
  throw error.about('when', error.choices);
}

/** `lùi 2 ngày`, `sớm hơn 1 tuần`, `muộn hơn 30 phút` */
function readShift(text: string): Move | undefined {
  const [, later, , amount = ''] = SHIFT.exec(fold(text)) ?? [];
  const [lead, ...more] = readLeads(amount) ?? [];
  if (!lead || more.length > 0) return undefined;
  const sign = later === undefined ? -1 : 1;
  return lead.kind === 'days'
    ? { kind: 'by', days: sign * lead.days, minutes: 0, time: lead.at }
    : { kind: 'by', days: 0, minutes: sign * lead.minutes };
}

/** The hour alone: the day stays. @throws UserError when it may be two */
function readHour(text: string): Move | undefined {
  const clock = readClock(text);
  if (!clock) return undefined;
  const [ambiguous] = clock.doubts.filter((doubt) => doubt.kind === 'ambiguous');
  if (ambiguous) throw new UserError('time.ambiguous', { text }).about('when', ambiguous.readings);
  return { kind: 'to', date: undefined, time: clock.time };
}

/** The new time of a session that begins at `start`. */
export function movedStart(start: Temporal.ZonedDateTime, move: Move): Temporal.ZonedDateTime {
  if (move.kind === 'by') {
    const shifted = start.add({ days: move.days, minutes: move.minutes });
    return move.time ? shifted.withPlainTime(move.time) : shifted;
  }
  const date = move.date ?? start.toPlainDate();
  return date.toZonedDateTime({
    timeZone: start.timeZoneId,
    plainTime: move.time ?? start.toPlainTime(),
  });
}

/** A new date is asked for after so many days when nothing is said. */
export const DEFAULT_POSTPONE_DAYS = 3;
const LONGEST_POSTPONE_DAYS = 60;

/** `5 ngày`, `1 tuần`, `hỏi lại sau 5 ngày`, `5`. @throws UserError showing how it is said */
export function readPostponeDays(text: string): number {
  const said = fold(text).replace(/^(?:hoi lai |nhac lai )?(?:sau |after )?/, '');
  const [lead] = /^\d{1,3}$/.test(said)
    ? [{ kind: 'days', days: Number(said) } as const]
    : (readLeads(said) ?? []);
  if (lead?.kind !== 'days') throw new UserError('postpone.days_unknown');
  if ('at' in lead && lead.at) throw unusedWords([text.trim()], [String(lead.days)]);
  if (lead.days < 1 || lead.days > LONGEST_POSTPONE_DAYS)
    throw new UserError('postpone.days_range', { max: LONGEST_POSTPONE_DAYS });
  return lead.days;
}
