import { Temporal } from 'temporal-polyfill';
import type { App } from '../../app.ts';
import { type Call, unitOf } from '../../chat/call.ts';
import { writeCode } from '../../chat/codes.ts';
import { joinMarkup } from '../../texts/markup.ts';
import { UserError } from '../../texts/user-error.ts';
import {
  bears,
  codeOfMeeting,
  hasBegun,
  isOpen,
  isRunning,
  type Meeting,
  mayTick,
  startOf,
} from './meeting.ts';
import { findMeeting, meetingsBetween } from './meeting-store.ts';
import { meetingName } from './meeting-text.ts';
import type { Ref } from './read-ref.ts';
import { resultsBetween } from './result-store.ts';

const LOOK_AHEAD_DAYS = 45;
const LOOK_BACK_DAYS = 7;
const MOST_OFFERED = 6;

/**
 * The session that an answer is about: the one that is meant, the one that goes on, the next one, or the one that
 * has just been. @throws UserError asking which, when two go on or come on the same day
 */
export async function meetingToAnswer(app: App, call: Call, ref: Ref | undefined): Promise<Meeting> {
  if (ref) return meetingWithRef(app, call, ref);
  const now = app.clock.now();
  const open = (await around(app, call, LOOK_BACK_DAYS, LOOK_AHEAD_DAYS)).filter((each) => isOpen(each, now));
  const coming = open.filter((meeting) => !hasBegun(meeting, now));
  const [next] = coming;
  const found =
    onlyOne(
      open.filter((meeting) => isRunning(meeting, now)),
      call,
    ) ??
    onlyOne(next ? coming.filter((meeting) => onSameDay(meeting, next)) : [], call) ??
    open.at(-1);
  if (!found) throw new UserError('attendance.none_open');
  return found;
}

/** @throws UserError when the unit has no such session, or the button is one of another unit's */
async function meetingWithRef(app: App, call: Call, { number, tag }: Ref): Promise<Meeting> {
  const meeting = await findMeeting(app.db, unitOf(call).id, number, app.clock.now());
  if (meeting && bears(meeting, tag)) return meeting;
  if (tag !== undefined) throw new UserError('attendance.other_unit');
  throw new UserError('attendance.not_found', { code: writeCode({ prefix: 'SH', number }) });
}

function around(app: App, call: Call, backDays: number, aheadDays: number): Promise<Meeting[]> {
  const now = app.clock.now();
  const [from, to] = [now.subtract({ hours: 24 * backDays }), now.add({ hours: 24 * aheadDays })];
  return meetingsBetween(app.db, unitOf(call).id, from, to, now);
}

/** @throws UserError asking which one, when there are several */
function onlyOne(meetings: readonly Meeting[], { t }: Call): Meeting | undefined {
  const [only, ...others] = meetings;
  if (others.length === 0) return only;
  const offered = meetings.slice(-MOST_OFFERED);
  const lines = offered.map((meeting) =>
    t('attendance.which_line', { session: meetingName(meeting, t.language) }),
  );
  throw new UserError('attendance.which', { sessions: joinMarkup(lines) }).about(
    'session',
    offered.map(codeOfMeeting),
  );
}

function onSameDay(one: Meeting, other: Meeting): boolean {
  return Temporal.PlainDate.compare(startOf(one), startOf(other)) === 0;
}

/** The session whose people are being ticked: the one that goes on, or the last one. @throws UserError asking which */
export async function meetingToTick(app: App, call: Call, ref: Ref | undefined): Promise<Meeting> {
  if (ref) return meetingWithRef(app, call, ref);
  const now = app.clock.now();
  const begun = (await around(app, call, LOOK_BACK_DAYS, 1)).filter((meeting) => mayTick(meeting, now));
  const running = begun.filter((meeting) => isRunning(meeting, now));
  const found = onlyOne(running.length > 0 ? running : begun, call);
  if (!found) throw new UserError('attendance.none_open');
  return found;
}

/**
 * The session that totals are about: the one that is meant, or the one of the last week without any yet.
 * @throws UserError asking which, when there are several
 */
export async function meetingToRecord(app: App, call: Call, ref: Ref | undefined): Promise<Meeting> {
  const now = app.clock.now();
  if (ref) {
    const meeting = await meetingWithRef(app, call, ref);
    if (!hasBegun(meeting, now))
      throw new UserError('meeting.not_yet', { session: meetingName(meeting, call.t.language) });
    return meeting;
  }
  const begun = (await around(app, call, LOOK_BACK_DAYS, 0)).filter(({ state }) => state === 'on');
  const [first] = begun;
  const recorded = first
    ? await resultsBetween(app.db, first.unitId, first.startsAt, now.add({ seconds: 1 }))
    : [];
  const done = new Set(recorded.map(({ sessionId }) => sessionId));
  const found =
    onlyOne(
      begun.filter(({ id }) => !done.has(id)),
      call,
    ) ?? begun.at(-1);
  if (!found) throw new UserError('meeting.none_yet');
  return found;
}
