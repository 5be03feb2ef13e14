import { z } from 'zod';
import type { App } from '../../app.ts';
import { demandRole } from '../../chat/access.ts';
import { type Call, unitOf } from '../../chat/call.ts';
import { argument, type Command, defineCommand } from '../../chat/command.ts';
import type { Message } from '../../chat/message.ts';
import { joinMarkup } from '../../texts/markup.ts';
import { keptDays } from './calendar.ts';
import { addDay, removeDays } from './change-days.ts';
import { addedText, daysList, formatDays } from './days-text.ts';
import { readDayLine } from './read-day-line.ts';
import { daysOfUnit } from './unit-day-store.ts';

const SHOWN_DAYS = 60;
const MOST_SHOWN = 25;

const days = defineCommand({
  name: 'ngayle',
  accented: 'ngày-lễ',
  aliases: ['holidays'],
  summary: 'days.summary',
  example: 'days.example',
  access: 'member',
  arguments: () => z.object({ what: argument(readDayLine).optional() }),
  run: async (app, call, { what }) => {
    if (!what) return list(app, call);
    const { caller, t } = call;
    const unitId = unitOf(call).id;
    demandRole(caller.role, 'administrator');
    if (what.kind !== 'remove')
      return { text: addedText(await addDay(app, unitId, what, caller.personId, t), t) };
    const removed = await removeDays(app, unitId, what.day);
    return {
      text: joinMarkup(removed.map((day) => t('days.removed', { days: formatDays(day), name: day.name }))),
    };
  },
});

export const holidayCommands: readonly Command[] = [days];

async function list(app: App, call: Call): Promise<Message> {
  const own = await daysOfUnit(app.db, unitOf(call).id);
  const today = call.now.toPlainDate();
  const anniversaries = own.filter(({ kind }) => kind === 'anniversary');
  const kept = keptDays(today, today.add({ days: SHOWN_DAYS }), anniversaries).slice(0, MOST_SHOWN);
  const off = own.filter(
    ({ kind, to }) => kind === 'day_off' && (to.year === undefined || to.year >= today.year),
  );
  return { text: daysList(kept, off, { days: SHOWN_DAYS }, call.t) };
}
