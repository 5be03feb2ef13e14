import type { Temporal } from 'temporal-polyfill';
import type { App } from '../../app.ts';
import { describeLead } from '../../language/describe.ts';
import { formatMoment } from '../../texts/format.ts';
import type { Markup } from '../../texts/markup.ts';
import type { Translator } from '../../texts/translator.ts';
import { clashAt } from '../sessions/clash.ts';
import { dueAt } from '../sessions/leads.ts';
import { codeOfSchedule, comingOf, type Schedule } from '../sessions/schedule.ts';

const LOOKED_AT = 3;

/** What an administrator should know before a schedule is set. */
export async function warningsOf(app: App, schedule: Schedule, t: Translator): Promise<Markup[]> {
  const starts = comingOf(schedule, app.clock.now(), LOOKED_AT);
  return [...longLeadNote(schedule, starts, t), ...(await clashNote(app, schedule, starts, t))];
}

/** A reminder that comes before the session before it has been held may be taken for one of that. */
function longLeadNote(
  schedule: Schedule,
  starts: readonly Temporal.ZonedDateTime[],
  t: Translator,
): Markup[] {
  const [first, second] = starts;
  if (!first || !second) return [];
  const long = schedule.leads.find((lead) => dueAt(lead, second).epochMilliseconds < first.epochMilliseconds);
  return long ? [t('schedule.long_lead', { lead: describeLead(long, t.language) })] : [];
}

/** The first of its coming sessions that meets another one of the unit. */
async function clashNote(
  app: App,
  schedule: Schedule,
  starts: readonly Temporal.ZonedDateTime[],
  t: Translator,
): Promise<Markup[]> {
  for (const start of starts) {
    const other = await clashAt(app, schedule.unitId, start, (each) => each.schedule.id === schedule.id);
    if (other)
      return [
        t('schedule.clash', {
          moment: formatMoment(start, t.language),
          code: codeOfSchedule(other.schedule),
          title: other.schedule.title,
          time: formatMoment(other.start, t.language),
        }),
      ];
  }
  return [];
}
