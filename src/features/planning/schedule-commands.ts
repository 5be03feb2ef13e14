import { z } from 'zod';
import type { App } from '../../app.ts';
import { button, inPlaceOfPressed } from '../../chat/button.ts';
import { type Call, unitOf } from '../../chat/call.ts';
import { codeAnd, readCode, readCodes, writeCode } from '../../chat/codes.ts';
import {
  type Answer,
  type Answers,
  argument,
  type Command,
  defineCommand,
  refTo,
} from '../../chat/command.ts';
import type { When } from '../../language/when.ts';
import { formatTime } from '../../texts/format.ts';
import { joinMarkup } from '../../texts/markup.ts';
import { UserError } from '../../texts/user-error.ts';
import { DEFAULT_LEADS } from '../sessions/leads.ts';
import { codeOfSchedule, type Schedule } from '../sessions/schedule.ts';
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
import { changedMessage, confirmed, listEntry, type Proposed, proposal } from './schedule-text.ts';
import { warningsOf } from './schedule-warnings.ts';
import { cancelSchedule, confirmSchedule, proposeAnew, proposeSchedules } from './set-schedule.ts';

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
      repeated: argument(readWhenOrAsk(call)).optional(),
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
  run: async (app, call, { title, when, time, leads, place, repeated }) => {
    const at = when.time ?? time;
    if (!at) {
      const { usual } = await settingsOf(app.db, unitOf(call).id);
      throw new UserError('time.no_hour').about('time', usual ? [formatTime(usual, call.t.language)] : []);
    }
    const wanted = { title, when, time: at, leads: leads ?? DEFAULT_LEADS, place };
    const schedules = await proposeSchedules(app, unitOf(call), wanted, call.caller.personId);
    return proposed(app, call, schedules, repeated);
  },
});

async function proposed(
  app: App,
  call: Call,
  schedules: readonly Schedule[],
  repeated: When | undefined,
): Promise<Answer> {
  const cards: Proposed[] = [];
  for (const schedule of schedules)
    cards.push({ schedule, warnings: await warningsOf(app, schedule, call.t) });
  return {
    ...proposal(cards, repeated, app.clock.now(), call.t),
    ref: refTo(schedules.map(codeOfSchedule)),
  };
}

/** A single date that waits to be confirmed is to be repeated. */
const repeat = defineCommand({
  name: 'laplich',
  accented: 'lặp-lịch',
  aliases: ['repeat'],
  summary: 'schedule.repeat_summary',
  example: 'schedule.repeat_example',
  access: 'administrator',
  listed: false,
  arguments: (call) => z.object({ code: argument(readCode), when: argument(readWhenOrAsk(call)) }),
  ask: { code: 'schedule.ask_code', when: 'schedule.ask_when' },
  read: codeAnd('when'),
  run: async (app, call, { code, when }) => {
    const schedule = await proposeAnew(app, unitOf(call), code, when);
    return { ...(await proposed(app, call, [schedule], undefined)), inPlace: true };
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
  arguments: z.object({
    code: argument(readCode),
    more: argument(readCodes).optional(),
    mark: argument(readMark).optional(),
  }),
  ask: { code: 'schedule.ask_code' },
  read: readConfirmation,
  run: async (app, call, { code, more = [], mark }) => {
    const [unitId, now, ref] = [unitOf(call).id, app.clock.now(), refTo([code, ...more].map(writeCode))];
    if (mark !== undefined || (await hasProposal(app, unitId, code))) {
      const meant = meantBy(call, mark);
      const { after, dates, sessions } = await applyProposal(app, unitId, code, call.caller.channelId, meant);
      let done = { ...changedMessage(after, dates, now, call.t), ref };
      for (const session of sessions) done = await withAskedAnew(app, call, session, done);
      return done;
    }
    const schedules = [];
    for (const each of [code, ...more]) schedules.push(await confirmSchedule(app, unitId, each));
    return { ...confirmed(schedules, now, call.t), ref };
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
  arguments: () => z.object({ code: argument(readCodes) }),
  ask: { code: 'schedule.ask_code' },
  complete: { code: completeSchedule },
  run: async (app, call, { code: codes }) => {
    const lines = [];
    for (const code of codes) {
      const schedule = await cancelSchedule(app, unitOf(call).id, code, call.caller.channelId);
      const key = schedule.state === 'draft' ? 'schedule.dropped' : 'schedule.cancelled';
      lines.push(call.t(key, { code: codeOfSchedule(schedule), title: schedule.title }));
    }
    return { text: joinMarkup(lines), inPlace: true, ref: refTo(codes.map(writeCode)) };
  },
});

export const scheduleCommands: readonly Command[] = [
  remind,
  repeat,
  confirm,
  list,
  cancel,
  ...scheduleChanges,
];

/** `NL3`, `NL3 NL4` of one line, or `NL3 1f3a2b` with the mark of a change. */
function readConfirmation(line: string): Answers {
  const { code, mark } = codeAnd('mark')(line);
  const isCode = /^\s*#?nl/i.test(mark ?? '');
  return {
    ...(code !== undefined && { code }),
    ...(mark !== undefined && { [isCode ? 'more' : 'mark']: mark }),
  };
}

/** @throws UserError when it is no number of a page */
function readPage(text: string): number {
  const [, page] = /^(?:trang |page )?(\d{1,3})$/iu.exec(text.trim()) ?? [];
  if (page === undefined || Number(page) < 1) throw new UserError('schedule.page_unknown');
  return Number(page);
}
