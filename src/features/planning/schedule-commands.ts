import { z } from 'zod';
import { button, inPlaceOfPressed } from '../../chat/button.ts';
import { unitOf } from '../../chat/call.ts';
import { codeAnd, readCode, writeCode } from '../../chat/codes.ts';
import { argument, type Command, defineCommand } from '../../chat/command.ts';
import { formatTime } from '../../texts/format.ts';
import { joinMarkup } from '../../texts/markup.ts';
import { UserError } from '../../texts/user-error.ts';
import { DEFAULT_LEADS } from '../sessions/leads.ts';
import { codeOfSchedule } from '../sessions/schedule.ts';
import { settingsOf } from '../units/settings-store.ts';
import { withAskedAnew } from './asked-anew.ts';
import { applyProposal, hasProposal } from './change-schedule.ts';
import { completeSchedule, completeWhen } from './complete.ts';
import { listSchedules } from './list-schedules.ts';
import {
  readLeadsOrAsk,
  readPlace,
  readScheduleAnswer,
  readScheduleLine,
  readScheduleTitle,
  readTimeOrAsk,
  readWhenOrAsk,
} from './read-time.ts';
import { meantBy, readMark, scheduleChanges } from './schedule-changes.ts';
import { changedMessage, confirmed, listEntry, proposal } from './schedule-text.ts';
import { warningsOf } from './schedule-warnings.ts';
import { cancelSchedule, confirmSchedule, proposeSchedule } from './set-schedule.ts';

const MOST_LISTED = 30;

const remind = defineCommand({
  name: 'nhaclich',
  accented: 'nhắc-lịch',
  aliases: ['nl', 'remind'],
  summary: 'schedule.summary',
  example: 'schedule.example',
  access: 'administrator',
  arguments: (call) =>
    z.object({
      title: argument(readScheduleTitle),
      when: argument(readWhenOrAsk(call)),
      time: argument(readTimeOrAsk).optional(),
      leads: argument(readLeadsOrAsk).optional(),
      place: argument(readPlace).optional(),
    }),
  ask: {
    title: 'schedule.ask_title',
    when: 'schedule.ask_when',
    leads: 'schedule.ask_leads',
    place: 'schedule.ask_place',
  },
  complete: { when: completeWhen },
  read: readScheduleLine,
  readAnswer: readScheduleAnswer,
  run: async (app, call, { title, when, time, leads, place }) => {
    const at = when.time ?? time;
    if (!at) {
      const { usual } = await settingsOf(app.db, unitOf(call).id);
      throw new UserError('time.no_hour').about('time', usual ? [formatTime(usual, call.t.language)] : []);
    }
    const wanted = { title, when, time: at, leads: leads ?? DEFAULT_LEADS, place };
    const schedule = await proposeSchedule(app, unitOf(call), wanted, call.caller.personId);
    const warnings = await warningsOf(app, schedule, call.t);
    return { ...proposal(schedule, warnings, app.clock.now(), call.t), ref: codeOfSchedule(schedule) };
  },
});

const confirm = defineCommand({
  name: 'datlich',
  accented: 'đặt-lịch',
  aliases: ['confirm'],
  summary: 'schedule.confirm_summary',
  example: 'schedule.confirm_example',
  access: 'administrator',
  listed: false,
  arguments: () => z.object({ code: argument(readCode), mark: argument(readMark).optional() }),
  ask: { code: 'schedule.ask_code' },
  read: codeAnd('mark'),
  run: async (app, call, { code, mark }) => {
    const [unitId, now, ref] = [unitOf(call).id, app.clock.now(), writeCode(code)];
    if (mark !== undefined || (await hasProposal(app, unitId, code))) {
      const meant = meantBy(call, mark);
      const { after, dates, sessions } = await applyProposal(app, unitId, code, call.caller.channelId, meant);
      let done = { ...changedMessage(after, dates, now, call.t), ref };
      for (const session of sessions) done = await withAskedAnew(app, call, session, done);
      return done;
    }
    return { ...confirmed(await confirmSchedule(app, unitId, code), now, call.t), ref };
  },
});

const list = defineCommand({
  name: 'dslich',
  accented: 'ds-lịch',
  aliases: ['schedules'],
  summary: 'schedule.list_summary',
  example: 'schedule.list_example',
  access: 'administrator',
  arguments: () => z.object({ page: argument(readPage).optional() }),
  run: async (app, call, { page = 1 }) => {
    const { t } = call;
    const { entries, count } = await listSchedules(app, unitOf(call), (page - 1) * MOST_LISTED, MOST_LISTED);
    if (count === 0) return { text: t('schedule.list_empty') };
    const left = count - (page - 1) * MOST_LISTED - entries.length;
    const lines = entries.map(({ schedule, next }) => listEntry(schedule, next, app.clock.now(), t));
    const further = left > 0 ? [[button(t, 'button.next_page', `/dslich ${page + 1}`)]] : [];
    const text = joinMarkup([
      t('schedule.list', { n: count }),
      ...lines,
      ...(left > 0 ? [t('list.more', { n: left })] : []),
    ]);
    return inPlaceOfPressed(call, further.length > 0 ? { text, buttons: further } : { text });
  },
});

const cancel = defineCommand({
  name: 'huylich',
  accented: 'hủy-lịch',
  aliases: ['cancelschedule'],
  summary: 'schedule.cancel_summary',
  example: 'schedule.cancel_example',
  access: 'administrator',
  arguments: () => z.object({ code: argument(readCode) }),
  ask: { code: 'schedule.ask_code' },
  complete: { code: completeSchedule },
  run: async (app, call, { code }) => {
    const schedule = await cancelSchedule(app, unitOf(call).id, code, call.caller.channelId);
    const key = schedule.state === 'draft' ? 'schedule.dropped' : 'schedule.cancelled';
    const words = { code: codeOfSchedule(schedule), title: schedule.title };
    return { text: call.t(key, words), inPlace: true, ref: words.code };
  },
});

export const scheduleCommands: readonly Command[] = [remind, confirm, list, cancel, ...scheduleChanges];

/** @throws UserError when it is no number of a page */
function readPage(text: string): number {
  const [, page] = /^(?:trang |page )?(\d{1,3})$/iu.exec(text.trim()) ?? [];
  if (page === undefined || Number(page) < 1) throw new UserError('schedule.page_unknown');
  return Number(page);
}
