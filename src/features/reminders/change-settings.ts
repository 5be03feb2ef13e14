import type { App } from '../../app.ts';
import { isOn } from '../sessions/session.ts';
import { sessionsOfUnit } from '../sessions/session-store.ts';
import type { QuietHours } from '../units/quiet-hours.ts';
import { saveSettings, settingsOf } from '../units/settings-store.ts';
import { planReminders } from './plan-reminders.ts';

/** From now on the unit's reminders read so; undefined: as is usual. */
export async function setWording(app: App, unitId: string, wording: string | undefined): Promise<void> {
  const settings = await settingsOf(app.db, unitId);
  await saveSettings(app.db, unitId, { ...settings, wording });
}

const ALL = 10_000;

/** From now on no reminder goes out in these hours; those that wait follow. */
export async function setQuietHours(app: App, unitId: string, quiet: QuietHours): Promise<void> {
  const settings = await settingsOf(app.db, unitId);
  await saveSettings(app.db, unitId, { ...settings, quiet });
  const now = app.clock.now();
  const sessions = await sessionsOfUnit(app.db, unitId, 'on', { after: now, until: undefined, most: ALL });
  for (const session of sessions) if (isOn(session)) await planReminders(app, session, now, 'once');
}
