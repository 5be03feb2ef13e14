import type { Temporal } from 'temporal-polyfill';
import type { App } from '../../app.ts';
import { toPlain } from '../../texts/markup.ts';
import type { Translator } from '../../texts/translator.ts';
import { dayOffOf } from './calendar.ts';
import { daysOfUnit } from './unit-day-store.ts';

/** The day off that a date is in a unit, by name. */
export async function dayOffOn(
  app: App,
  unitId: string,
  date: Temporal.PlainDate,
): Promise<{ name: (t: Translator) => string } | undefined> {
  const name = dayOffOf(date, await daysOfUnit(app.db, unitId));
  return name && { name: (t) => toPlain(name(t)) };
}
