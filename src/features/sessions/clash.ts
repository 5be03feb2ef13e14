import type { Temporal } from 'temporal-polyfill';
import type { App } from '../../app.ts';
import { type ComingSession, comingSessions, isStillOn } from './coming-sessions.ts';

/** Two sessions of a unit that begin nearer to each other than this cannot both be attended. */
const CLASH_MINUTES = 120;
const MOST_LOOKED_AT = 5;

/** Another session of the unit at about the same time. */
export async function clashAt(
  app: App,
  unitId: string,
  start: Temporal.ZonedDateTime,
  isItself: (other: ComingSession) => boolean,
): Promise<ComingSession | undefined> {
  const instant = start.toInstant();
  const around = await comingSessions(
    app,
    unitId,
    instant.subtract({ minutes: CLASH_MINUTES }),
    MOST_LOOKED_AT,
    instant.add({ minutes: CLASH_MINUTES }),
  );
  return around.find((other) => isStillOn(other) && !isItself(other));
}
