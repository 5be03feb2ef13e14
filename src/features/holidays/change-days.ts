import type { App } from '../../app.ts';
import { toPlain } from '../../texts/markup.ts';
import type { Translator } from '../../texts/translator.ts';
import { UserError } from '../../texts/user-error.ts';
import { dayOffCheckOf } from '../sessions/session.ts';
import { sessionsOfUnit, updateSession } from '../sessions/session-store.ts';
import { formatDayOfYear, formatDays } from './days-text.ts';
import type { DayLine } from './read-day-line.ts';
import { covers, type DayOfYear, type UnitDay } from './unit-day.ts';
import { daysOfUnit, deleteUnitDays, insertUnitDay } from './unit-day-store.ts';

const MOST_DAYS = 200;
const ALL = 10_000;

type NewDay = Exclude<DayLine, { kind: 'remove' }>;

/** The unit keeps one more day; sessions that fall on a new day off are asked about. @throws UserError when it has too many */
export async function addDay(
  app: App,
  unitId: string,
  line: NewDay,
  by: string,
  t: Translator,
): Promise<UnitDay> {
  const known = await daysOfUnit(app.db, unitId);
  if (known.length >= MOST_DAYS) throw new UserError('days.too_many', { max: MOST_DAYS });
  const day = toDay(app, line, t);
  const same = known.filter(
    ({ kind, name, ...other }) =>
      kind === day.kind && name === day.name && formatDays(other) === formatDays(day),
  );
  if (same.length > 0)
    await deleteUnitDays(
      app.db,
      same.map(({ id }) => id),
    );
  await insertUnitDay(app.db, unitId, day, { by, at: app.clock.now() });
  if (day.kind === 'day_off') await lookAgain(app, unitId, day);
  return day;
}

/** Sessions on another day off are asked about, also those that were asked about before. */
async function lookAgain(app: App, unitId: string, day: UnitDay): Promise<void> {
  const range = { after: app.clock.now(), until: undefined, most: ALL };
  for (const session of await sessionsOfUnit(app.db, unitId, 'on', range))
    if (covers(day, session.start.toPlainDate()))
      await updateSession(app.db, { ...session, checkAt: dayOffCheckOf(session.start), dayOff: undefined });
}

function toDay(app: App, line: NewDay, t: Translator): UnitDay {
  const id = app.newId();
  if (line.kind === 'day_off') {
    const name = line.name === '' ? toPlain(t('days.off_unnamed')) : line.name;
    return { id, kind: 'day_off', from: line.from, to: line.to, since: undefined, name };
  }
  const day = { ...line.day, year: undefined };
  return { id, kind: 'anniversary', from: day, to: day, since: line.day.year, name: line.name };
}

/** @throws UserError when the unit keeps no such day of its own */
export async function removeDays(app: App, unitId: string, day: DayOfYear): Promise<UnitDay[]> {
  const found = (await daysOfUnit(app.db, unitId)).filter((known) => isDay(known, day));
  if (found.length === 0) throw new UserError('days.not_found', { day: formatDayOfYear(day) });
  await deleteUnitDays(
    app.db,
    found.map(({ id }) => id),
  );
  return found;
}

function isDay({ from, to }: UnitDay, { day, month, year }: DayOfYear): boolean {
  return (
    [from, to].some((each) => each.day === day && each.month === month) &&
    (year === undefined || from.year === undefined || from.year === year || to.year === year)
  );
}
