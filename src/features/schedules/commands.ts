import { z } from 'zod';
import type { App } from '../../app.ts';
import { unitOf } from '../../chat/call.ts';
import { readCode } from '../../chat/codes.ts';
import { argument, type Command, defineCommand } from '../../chat/command.ts';
import { joinMarkup } from '../../texts/markup.ts';
import { UserError } from '../../texts/user-error.ts';
import { comingSessions } from './coming-sessions.ts';
import { DEFAULT_LEADS } from './leads.ts';
import {
  readLeadsOrAsk,
  readScheduleLine,
  readScheduleTitle,
  readTimeOrAsk,
  readWhenOrAsk,
} from './read-time.ts';
import { codeOfSchedule, comingOf } from './schedule.ts';
import { schedulesOf } from './schedule-store.ts';
import { confirmed, listEntry, proposal, sessionLine } from './schedule-text.ts';
import { cancelSchedule, confirmSchedule, proposeSchedule } from './set-schedule.ts';

const SESSIONS_SHOWN = 3;
const MOST_LISTED = 30;
const LONGEST_PLACE = 200;

const readPlace = (text: string): string => {
  const place = text.normalize('NFC').replace(/\s+/g, ' ').trim();
  if (place.length > LONGEST_PLACE) throw new UserError('schedule.place_too_long', { max: LONGEST_PLACE });
  return place;
};

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
  read: readScheduleLine,
  run: async (app: App, call, { title, when, time, leads, place }) => {
    const at = when.time ?? time;
    if (!at) throw new UserError('time.no_hour').about('time');
    const wanted = { title, when, time: at, leads: leads ?? DEFAULT_LEADS, place };
    return proposal(await proposeSchedule(app, call, wanted), app.clock.now(), call.t);
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
  arguments: () => z.object({ code: argument(readCode) }),
  ask: { code: 'schedule.ask_code' },
  run: async (app: App, call, { code }) =>
    confirmed(await confirmSchedule(app, call, code), app.clock.now(), call.t),
});

const list = defineCommand({
  name: 'dslich',
  accented: 'ds-lịch',
  aliases: ['schedules'],
  summary: 'schedule.list_summary',
  example: 'schedule.list_example',
  access: 'administrator',
  run: async (app: App, call) => {
    const { t } = call;
    const now = app.clock.now();
    const all = await schedulesOf(app.db, unitOf(call).id);
    const running = all.filter((schedule) => comingOf(schedule, now, 1).length > 0);
    if (running.length === 0) return { text: t('schedule.list_empty') };
    const entries = running.slice(0, MOST_LISTED).map((schedule) => listEntry(schedule, now, t));
    const more = running.length > MOST_LISTED ? [t('list.more', { n: running.length - MOST_LISTED })] : [];
    return { text: joinMarkup([t('schedule.list', { n: running.length }), ...entries, ...more]) };
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
  run: async (app: App, call, { code }) => {
    const schedule = await cancelSchedule(app, call, code);
    const key = schedule.state === 'draft' ? 'schedule.dropped' : 'schedule.cancelled';
    return { text: call.t(key, { code: codeOfSchedule(schedule), title: schedule.title }), inPlace: true };
  },
});

const calendar = defineCommand({
  name: 'lich',
  accented: 'lịch',
  aliases: ['lichsh', 'calendar'],
  summary: 'calendar.summary',
  example: 'calendar.example',
  access: 'member',
  run: async (app: App, call) => {
    const { t } = call;
    const coming = await comingSessions(app, unitOf(call).id, app.clock.now(), SESSIONS_SHOWN);
    if (coming.length === 0) return { text: t('calendar.empty') };
    const lines = coming.map((session) => sessionLine(session, t));
    return { text: joinMarkup([t('calendar.heading'), ...lines]) };
  },
});

export const scheduleCommands: readonly Command<App>[] = [remind, confirm, list, cancel, calendar];
