import type { Temporal } from 'temporal-polyfill';
import type { App } from '../../app.ts';
import type { Code } from '../../chat/codes.ts';
import { onWall } from '../../core/local-time.ts';
import { kindOfRule } from '../../language/days-of-rule.ts';
import { UserError } from '../../texts/user-error.ts';
import { writeLeads } from '../sessions/leads.ts';
import { codeOfSchedule, comingOf, datesShown, type Schedule } from '../sessions/schedule.ts';
import {
  findProposal,
  keepProposal,
  markActive,
  markPaused,
  rewriteSchedule,
} from '../sessions/schedule-store.ts';
import type { Session } from '../sessions/session.ts';
import { datesOfSchedule, dropPaused, openSessionsOf } from '../sessions/session-store.ts';
import { becomeAs, followSchedule } from './follow-schedule.ts';
import { planSchedule } from './plan-sessions.ts';
import { datesAfter, type Edit, type OpenSessions, redated } from './redate.ts';
import { changed, markOf, readChange, type ScheduleChange, writeChange } from './schedule-change.ts';
import { scheduleWithCode } from './set-schedule.ts';

/**
 * Its sessions are not held and not reminded of until it goes on, which it does of its own at `until`, where that is
 * said. @throws UserError when it does not run, or would have no date afterwards
 */
export async function pauseSchedule(
  app: App,
  unitId: string,
  code: Code,
  until: Temporal.Instant | undefined,
  saidIn: string,
): Promise<Schedule> {
  const schedule = await runningSchedule(app, unitId, code);
  if (schedule.state === 'paused' && !until)
    throw new UserError('schedule.is_paused', { code: codeOfSchedule(schedule) });
  const paused: Schedule = { ...schedule, state: 'paused', pausedUntil: until };
  if (until && comingOf(schedule, until.subtract({ seconds: 1 }), 1).length === 0)
    throw new UserError('schedule.never_after', { code: codeOfSchedule(schedule) });
  await followPause(app, schedule.id, saidIn, () => markPaused(app.db, schedule.id, app.clock.now(), until));
  if (until) await planSchedule(app, paused);
  return paused;
}

/** Stops sessions and lets them go on, whichever a change of the schedule does to each. */
async function followPause(
  app: App,
  scheduleId: string,
  saidIn: string,
  change: () => Promise<void>,
): Promise<void> {
  const paused = async () =>
    new Set(
      (await openSessionsOf(app.db, scheduleId, app.clock.now()))
        .filter(({ scheduleState }) => scheduleState === 'paused')
        .map(({ id }) => id),
    );
  const before = await paused();
  await change();
  const now = await paused();
  const isStopped = ({ id }: Session) => now.has(id) && !before.has(id);
  const goesOn = ({ id }: Session) => before.has(id) && !now.has(id);
  await followSchedule(app, scheduleId, { kind: 'paused' }, saidIn, isStopped);
  await followSchedule(app, scheduleId, { kind: 'resumed' }, saidIn, goesOn);
}

/** @throws UserError when the schedule does not run */
async function runningSchedule(app: App, unitId: string, code: Code): Promise<Schedule> {
  const schedule = await scheduleWithCode(app, unitId, code);
  const { state } = schedule;
  if (state === 'draft' || state === 'cancelled')
    throw new UserError(`schedule.is_${state}`, { code: codeOfSchedule(schedule) });
  return schedule;
}

/**
 * It goes on from now: what passed in between is not made up for.
 * @throws UserError when it was not stopped, or has no date to come
 */
export async function resumeSchedule(
  app: App,
  unitId: string,
  code: Code,
  saidIn: string,
): Promise<Schedule> {
  const schedule = await runningSchedule(app, unitId, code);
  if (schedule.state !== 'paused')
    throw new UserError('schedule.is_running', { code: codeOfSchedule(schedule) });
  const now = app.clock.now();
  await followPause(app, schedule.id, saidIn, async () => {
    await dropPaused(app.db, schedule.id, now);
    await markActive(app.db, schedule.id, now);
  });
  const active: Schedule = {
    ...schedule,
    state: 'active',
    activeSince: now,
    pausedUntil: undefined,
    plannedUntil: now,
  };
  await planSchedule(app, active, true);
  return active;
}

const RECURRING: ReadonlySet<ReturnType<typeof kindOfRule>> = new Set(['rule', 'lunar']);

/** A schedule as an edit makes it, with the next dates on which it is then held. */
type Edited = Edit & { dates: readonly Temporal.ZonedDateTime[] };

/**
 * Notes what is to be changed of a schedule; it stays as it is until that is confirmed. Gives it as it would be.
 * @throws UserError when it does not run, when nothing would change, when it would have no date to come, or when it
 * recurs and the words may end that
 */
export async function proposeChange(
  app: App,
  unitId: string,
  code: Code,
  change: ScheduleChange,
): Promise<Edited & { mark: string }> {
  const before = await runningSchedule(app, unitId, code);
  if (change.repeatedOrOnce && RECURRING.has(kindOfRule(before.rrule)))
    throw new UserError('schedule.change_repeated').about('what', change.repeatedOrOnce);
  const after = changed(before, change, app.clock.now());
  if (saysTheSame(before, after)) throw new UserError('schedule.same', { code: codeOfSchedule(before) });
  const dates = datesOf(app, { before, after }, await sessionsOf(app, before));
  if (dates.length === 0) throw new UserError('schedule.never').about('what');
  const mark = app.newId().slice(-6);
  await keepProposal(app.db, before.id, writeChange(change, mark));
  return { before, after, dates, mark };
}

function saysTheSame(one: Schedule, other: Schedule): boolean {
  const words = (schedule: Schedule) =>
    JSON.stringify([
      schedule.title,
      schedule.place,
      schedule.rrule,
      schedule.startsOn,
      schedule.time,
      schedule.minutes,
      writeLeads(schedule.leads),
    ]);
  return words(one) === words(other);
}

function datesOf(app: App, edit: Edit, sessions: OpenSessions): Temporal.ZonedDateTime[] {
  return datesAfter(sessions, edit, app.clock.now(), datesShown(edit.after));
}

/** The sessions of a schedule that its rule may still move, and the days that the others have. */
async function sessionsOf(app: App, schedule: Schedule): Promise<OpenSessions> {
  const now = app.clock.now();
  const open = await openSessionsOf(app.db, schedule.id, now);
  const ids = new Set(open.map(({ id }) => id));
  const today = onWall(now, schedule.timeZone).toPlainDate();
  const others = (await datesOfSchedule(app.db, schedule.id, today)).filter(({ id }) => !ids.has(id));
  return { open, taken: new Set(others.map(({ date }) => date)) };
}

/** Which proposal is meant: a button means the one that it stands under, who types the one that waits. */
export type MeantProposal = { mark: string | undefined } | 'waiting';

/** Changes the schedule as it was proposed. @throws UserError when that does not wait to be confirmed */
export async function applyProposal(
  app: App,
  unitId: string,
  code: Code,
  saidIn: string,
  meant: MeantProposal,
): Promise<Edited & { sessions: readonly Session[] }> {
  const before = await runningSchedule(app, unitId, code);
  const change = readChange(await proposalFor(app, before, meant));
  const now = app.clock.now();
  const after = { ...changed(before, change, now), plannedUntil: now };
  const sessions = await sessionsOf(app, before);
  const dates = datesOf(app, { before, after }, sessions);
  if (dates.length === 0) throw new UserError('schedule.never');
  await rewriteSchedule(app.db, after);
  const become = redated(sessions, { before, after }, now);
  await becomeAs(app, become, saidIn);
  if (after.state === 'active' || after.pausedUntil) await planSchedule(app, after, true);
  return { before, after, dates, sessions: [...become.values()] };
}

/** What waits to be confirmed. @throws UserError when nothing does, or not what is meant */
async function proposalFor(app: App, schedule: Schedule, meant: MeantProposal): Promise<string> {
  const proposal = await findProposal(app.db, schedule.id);
  const words = { code: codeOfSchedule(schedule) };
  if (proposal === undefined) throw new UserError('schedule.nothing_proposed', words);
  if (meant !== 'waiting' && meant.mark !== markOf(proposal))
    throw new UserError('schedule.proposal_replaced', words);
  return proposal;
}

/** Leaves the schedule as it is. @throws UserError when what is meant does not wait to be confirmed */
export async function dropProposal(
  app: App,
  unitId: string,
  code: Code,
  meant: MeantProposal,
): Promise<Schedule> {
  const schedule = await runningSchedule(app, unitId, code);
  await proposalFor(app, schedule, meant);
  await keepProposal(app.db, schedule.id, null);
  return schedule;
}

/** Whether a change of the schedule waits to be confirmed. */
export async function hasProposal(app: App, unitId: string, code: Code): Promise<boolean> {
  const { id, state } = await scheduleWithCode(app, unitId, code);
  return (state === 'active' || state === 'paused') && (await findProposal(app.db, id)) !== undefined;
}
