import type { Temporal } from 'temporal-polyfill';
import type { App } from '../../app.ts';
import { type Call, unitOf } from '../../chat/call.ts';
import type { Choice } from '../../chat/command.ts';
import { fromWall } from '../../core/local-time.ts';
import { describeWhen } from '../../language/describe.ts';
import { fold } from '../../language/fold.ts';
import { readWhen } from '../../language/read-when.ts';
import type { When } from '../../language/when.ts';
import { formatMoment } from '../../texts/format.ts';
import { toPlain } from '../../texts/markup.ts';
import { occurrences } from '../sessions/recurrence.ts';
import { codeOfSchedule } from '../sessions/schedule.ts';
import { schedulesOf } from '../sessions/schedule-store.ts';

const MOST = 25;

/** How the phrase is understood so far, with its next date; or the ways in which it may be meant. */
export async function completeWhen(_: App, call: Call, typed: string): Promise<readonly Choice[]> {
  const { language } = call.t;
  const { when, doubts } = readWhen(typed, { now: call.now, language });
  const readings = doubts.flatMap((doubt) => ('readings' in doubt ? doubt.readings : []));
  if (readings.length > 0) return readings.map((reading) => ({ label: reading, answer: reading }));
  if (!when) return [];
  const rule = describeWhen(when, language);
  const next = nextOf(when, call);
  if (!next) return [{ label: rule, answer: typed }];
  const moment = formatMoment(next, language);
  return [{ label: toPlain(call.t('complete.reading', { rule, moment })), answer: typed }];
}

function nextOf(when: When, { now }: Call): Temporal.ZonedDateTime | undefined {
  const { time } = when;
  const timeZone = now.timeZoneId;
  if (!time) return undefined;
  if (when.kind === 'once')
    return fromWall(when.date.toPlainDateTime(time), timeZone).toZonedDateTimeISO(timeZone);
  const rule = { rrule: when.rrule, startsOn: now.toPlainDate(), time, timeZone };
  return occurrences(rule, now.toInstant(), 1).at(0);
}

/** The schedules of the unit, by code or by title. */
export async function completeSchedule(app: App, call: Call, typed: string): Promise<readonly Choice[]> {
  const now = app.clock.now();
  const page = { now, today: call.now.toPlainDate(), from: 0, most: 100 };
  const { schedules } = await schedulesOf(app.db, unitOf(call).id, page);
  return schedules
    .map((schedule) => ({ code: codeOfSchedule(schedule), heading: schedule.title }))
    .filter(({ code, heading }) => fold(`${code} ${heading}`).includes(fold(typed)))
    .slice(0, MOST)
    .map(({ code, heading }) => ({
      label: toPlain(call.t('complete.labelled', { code, heading })),
      answer: code,
    }));
}
