import type { Temporal } from 'temporal-polyfill';
import { z } from 'zod';
import { button } from '../../chat/button.ts';
import { type Call, unitOf } from '../../chat/call.ts';
import { codeAnd, readCode } from '../../chat/codes.ts';
import { argument, type Command, defineCommand } from '../../chat/command.ts';
import { unusedWords } from '../../chat/unused-words.ts';
import { formatDay, formatMoment } from '../../texts/format.ts';
import type { Markup } from '../../texts/markup.ts';
import type { Translator } from '../../texts/translator.ts';
import { codeOfSchedule, comingOf, type Schedule } from '../sessions/schedule.ts';
import {
  dropProposal,
  type MeantProposal,
  pauseSchedule,
  proposeChange,
  resumeSchedule,
} from './change-schedule.ts';
import { completeSchedule } from './complete.ts';
import { nextSessionOf } from './next-session.ts';
import { readScheduleChange } from './read-change.ts';
import { readUntil } from './read-until.ts';
import { changeProposal } from './schedule-text.ts';
import { warningsOf } from './schedule-warnings.ts';

const pause = defineCommand({
  name: 'tamdung',
  accented: 'tạm-dừng',
  aliases: ['pause'],
  summary: 'schedule.pause_summary',
  example: 'schedule.pause_example',
  access: 'administrator',
  arguments: (call) => z.object({ code: argument(readCode), until: argument(readUntil(call)).optional() }),
  ask: { code: 'schedule.ask_code' },
  complete: { code: completeSchedule },
  read: codeAnd('until'),
  run: async (app, call, { code, until }) => {
    const schedule = await pauseSchedule(app, unitOf(call).id, code, until, call.caller.channelId);
    const words = { code: codeOfSchedule(schedule), title: schedule.title };
    return {
      text: until ? pausedUntil(schedule, until, call.t) : call.t('schedule.paused', words),
      buttons: [[button(call.t, 'button.resume', `/tieptuc ${words.code}`)]],
      ref: words.code,
    };
  },
});

const resume = defineCommand({
  name: 'tieptuc',
  accented: 'tiếp-tục',
  aliases: ['resume'],
  summary: 'schedule.resume_summary',
  example: 'schedule.resume_example',
  access: 'administrator',
  arguments: () => z.object({ code: argument(readCode) }),
  ask: { code: 'schedule.ask_code' },
  complete: { code: completeSchedule },
  run: async (app, call, { code }) => {
    const schedule = await resumeSchedule(app, unitOf(call).id, code, call.caller.channelId);
    const words = { code: codeOfSchedule(schedule), title: schedule.title };
    const next = await nextSessionOf(app, schedule.unitId, schedule.number);
    const text = next
      ? call.t('schedule.resumed', { ...words, moment: formatMoment(next.start, call.t.language) })
      : call.t('schedule.resumed_without', words);
    return { text, inPlace: true, ref: words.code };
  },
});

const change = defineCommand({
  name: 'sualich',
  accented: 'sửa-lịch',
  aliases: ['changeschedule'],
  summary: 'schedule.change_summary',
  example: 'schedule.change_example',
  access: 'administrator',
  arguments: (call) => z.object({ code: argument(readCode), what: argument(readScheduleChange(call)) }),
  ask: { code: 'schedule.ask_code', what: 'schedule.ask_change' },
  labels: { what: 'argument.change' },
  complete: { code: completeSchedule },
  read: codeAnd('what'),
  run: async (app, call, { code, what }) => {
    const proposed = await proposeChange(app, unitOf(call).id, code, what);
    const warnings = await warningsOf(app, proposed.after, call.t);
    const ref = codeOfSchedule(proposed.after);
    return { ...changeProposal(proposed, warnings, app.clock.now(), call.t), ref };
  },
});

const drop = defineCommand({
  name: 'bosua',
  accented: 'bỏ-sửa',
  aliases: ['dropchange'],
  summary: 'schedule.drop_summary',
  example: 'schedule.drop_example',
  access: 'administrator',
  listed: false,
  arguments: () => z.object({ code: argument(readCode), mark: argument(readMark).optional() }),
  ask: { code: 'schedule.ask_code' },
  read: codeAnd('mark'),
  run: async (app, call, { code, mark }) => {
    const schedule = await dropProposal(app, unitOf(call).id, code, meantBy(call, mark));
    const words = { code: codeOfSchedule(schedule), title: schedule.title };
    return { text: call.t('schedule.change_dropped', words), inPlace: true, ref: words.code };
  },
});

/** The mark of a proposal, as buttons say it. @throws UserError for anything else behind a code */
export function readMark(text: string): string {
  if (!/^[0-9a-f]{6}$/.test(text.trim())) throw unusedWords([text.trim()], []);
  return text.trim();
}

/** A button that names no proposal is from when they had no mark. */
export function meantBy({ incoming }: Call, mark: string | undefined): MeantProposal {
  return incoming.kind === 'press' || mark !== undefined ? { mark } : 'waiting';
}

/** With the first session behind the pause. */
function pausedUntil(schedule: Schedule, until: Temporal.Instant, t: Translator): Markup {
  const [next] = comingOf(schedule, until.subtract({ seconds: 1 }), 1);
  return t('schedule.paused_until', {
    code: codeOfSchedule(schedule),
    title: schedule.title,
    day: formatDay(until.toZonedDateTimeISO(schedule.timeZone), t.language),
    moment: next ? formatMoment(next, t.language) : '–',
  });
}

export const scheduleChanges: readonly Command[] = [change, pause, resume, drop];
