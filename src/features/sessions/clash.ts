import type { Temporal } from 'temporal-polyfill';
import type { App } from '../../app.ts';
import { type ComingSession, comingSessions, isStillOn } from './coming-sessions.ts';
import type { Session } from './session.ts';

/** Two sessions of a unit that begin nearer to each other than this cannot both be attended. */
const CLASH_MINUTES = 120;
/** Two that begin nearer than this, on one day, take the same morning, afternoon or evening of people. */
const ONE_EVENING_MINUTES = 300;
const MOST_LOOKED_AT = 5;

/** Another session of the unit at about the same time. */
export async function clashAt(
  app: App,
  unitId: string,
  start: Temporal.ZonedDateTime,
  isItself: (other: ComingSession) => boolean,
  minutes = CLASH_MINUTES,
): Promise<ComingSession | undefined> {
  const instant = start.toInstant();
  const around = await comingSessions(
    app,
    unitId,
    instant.subtract({ minutes }),
    MOST_LOOKED_AT,
    instant.add({ minutes }),
  );
  return around.find((other) => isStillOn(other) && !isItself(other));
}

/** Another session that would take the same evening, if this one were held then. */
export function sameEvening(
  app: App,
  { id, unitId }: Session,
  start: Temporal.ZonedDateTime,
): Promise<ComingSession | undefined> {
  const day = start.toPlainDate();
  const isElse = (other: ComingSession) => other.session?.id === id || !other.start.toPlainDate().equals(day);
  return clashAt(app, unitId, start, isElse, ONE_EVENING_MINUTES);
}
