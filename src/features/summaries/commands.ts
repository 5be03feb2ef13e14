import { Temporal } from 'temporal-polyfill';
import { z } from 'zod';
import type { App } from '../../app.ts';
import { type Call, unitOf } from '../../chat/call.ts';
import { argument, type Choice, type Command, defineCommand } from '../../chat/command.ts';
import type { Message } from '../../chat/message.ts';
import { demandAllUsed } from '../../chat/unused-words.ts';
import { fromWall } from '../../core/local-time.ts';
import { fold } from '../../language/fold.ts';
import { around, type Period, periodBefore, readPeriod, readPeriodArgument } from '../../language/period.ts';
import { toPlain } from '../../texts/markup.ts';
import { beginning } from '../../texts/shorten.ts';
import { UserError } from '../../texts/user-error.ts';
import { attendanceBetween } from '../attendance/attendance-between.ts';
import { countsBetween, deedsWorthReading, modelsBetween, reportsBetween } from '../reports/period-store.ts';
import { countProposed } from '../reports/report-store.ts';
import { comingSessions } from '../sessions/coming-sessions.ts';
import { periodAfter, summarise } from './summary.ts';
import { figuresMessage, summaryMessage } from './summary-text.ts';

const SESSIONS_SHOWN = 10;
const MODELS_SHOWN = 10;
const WORTH_READING = { week: 3, month: 5 } as const;

const week = defineCommand({
  name: 'tuan',
  accented: 'tuần',
  aliases: ['week'],
  summary: 'summary.week_summary',
  example: 'summary.week_example',
  access: 'coordinator',
  arguments: (call) => z.object({ which: argument(readPeriodOf('week', call)).optional() }),
  complete: { which: completePeriod('week') },
  run: (app, call, { which }) => summaryOf(app, call, 'week', which ?? readPeriodOf('week', call)('')),
});

const month = defineCommand({
  name: 'thang',
  accented: 'tháng',
  aliases: ['month'],
  summary: 'summary.month_summary',
  example: 'summary.month_example',
  access: 'coordinator',
  arguments: (call) => z.object({ which: argument(readPeriodOf('month', call)).optional() }),
  complete: { which: completePeriod('month') },
  run: (app, call, { which }) => summaryOf(app, call, 'month', which ?? readPeriodOf('month', call)('')),
});

const ISO_DAYS = /^(\d{4}-\d\d-\d\d) (\d{4}-\d\d-\d\d)$/;

const figures = defineCommand({
  name: 'danhsach',
  accented: 'danh-sách',
  aliases: ['figures'],
  summary: 'figures.summary',
  example: 'figures.example',
  access: 'coordinator',
  listed: false,
  arguments: (call) => z.object({ period: argument(readDays(call)) }),
  ask: { period: 'figures.ask_period' },
  run: async (app, call, { period }) =>
    figuresMessage(await reportsBetween(app.db, unitOf(call).id, period), period, call.t),
});

export const summaryCommands: readonly Command[] = [week, month, figures];

/** The period that goes on, the one before, and whatever is typed as long as it is understood. */
function completePeriod(kind: 'week' | 'month') {
  return async (_: App, call: Call, typed: string): Promise<readonly Choice[]> => {
    const named = [call.t(`period.this_${kind}`), call.t(`period.last_${kind}`)].map((text) => toPlain(text));
    const said = readPeriodArgument(kind, typed, { today: call.now.toPlainDate() }) ? [typed] : [];
    const fitting = named.filter((name) => fold(name).includes(fold(typed)));
    return [...new Set([...fitting, ...said])].map((answer) => ({ label: answer, answer }));
  };
}

/** @throws UserError showing how a period is named */
function readPeriodOf(kind: 'week' | 'month', { now }: Call) {
  return (text: string): Period => {
    const read = readPeriodArgument(kind, text, { today: now.toPlainDate() });
    if (!read) throw new UserError(`period.${kind}_unknown`, { text: beginning(text, 60) });
    demandAllUsed(read.rest, read.said);
    return kind === 'week' && read.period.kind === 'day' ? around('week', read.period.from) : read.period;
  };
}

async function summaryOf(app: App, call: Call, kind: 'week' | 'month', period: Period): Promise<Message> {
  const unit = unitOf(call);
  const before = periodBefore(period);
  const counts = await countsBetween(app.db, unit.id, period);
  const summary = {
    ...summarise({ period, before }, counts, await countsBetween(app.db, unit.id, before)),
    worthReading: await deedsWorthReading(app.db, unit.id, period, WORTH_READING[kind]),
    newModels: await modelsBetween(app.db, unit.id, period, MODELS_SHOWN),
  };
  const next = periodAfter(period);
  const startOf = (day: Temporal.PlainDate) => fromWall(day.toPlainDateTime(), unit.timeZone);
  const from =
    [app.clock.now(), startOf(next.from)].toSorted(Temporal.Instant.compare).at(-1) ?? app.clock.now();
  const sessions = await comingSessions(
    app,
    unit.id,
    from,
    SESSIONS_SHOWN,
    startOf(next.to.add({ days: 1 })),
  );
  const waiting = await countProposed(app.db, unit.id);
  const attendance =
    kind === 'month'
      ? await attendanceBetween(app, unit.id, startOf(period.from), startOf(period.to.add({ days: 1 })))
      : undefined;
  const beside = { unit: unit.name, waiting, sessions, attendance, now: call.now };
  return { ...summaryMessage(summary, beside, call.t), kind: 'summary' };
}

/** `2026-01-12 2026-01-18`, as the button of a summary says it, or a period in words. @throws UserError */
function readDays({ now }: Call) {
  return (text: string): { from: Temporal.PlainDate; to: Temporal.PlainDate } => {
    const [, from, to] = ISO_DAYS.exec(text.trim()) ?? [];
    if (from !== undefined && to !== undefined)
      return { from: Temporal.PlainDate.from(from), to: Temporal.PlainDate.from(to) };
    const read = readPeriod(text, { today: now.toPlainDate() });
    if (!read) throw new UserError('period.unknown', { text: beginning(text, 60) });
    demandAllUsed(read.rest, read.said);
    return read.period;
  };
}
