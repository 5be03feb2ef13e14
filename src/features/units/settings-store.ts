import { Temporal } from 'temporal-polyfill';
import type { Database } from '../../storage/database.ts';
import { QUIET_BY_DEFAULT, type QuietHours } from './quiet-hours.ts';

/** How a unit wants to be reminded. */
export type ReminderSettings = {
  /** Its own words, with placeholders; undefined: the usual ones. */
  wording: string | undefined;
  quiet: QuietHours;
  /** The hour at which the unit usually meets. */
  usual?: Temporal.PlainTime | undefined;
};

export async function settingsOf(db: Database, unitId: string): Promise<ReminderSettings> {
  const row = await db
    .selectFrom('reminder_settings')
    .selectAll()
    .where('unit_id', '=', unitId)
    .executeTakeFirst();
  const { quiet_from: from = null, quiet_to: to = null } = row ?? {};
  const usual = row?.usual_time ?? null;
  return {
    wording: row?.wording ?? undefined,
    usual: usual === null ? undefined : Temporal.PlainTime.from(usual),
    quiet:
      from === null || to === null
        ? QUIET_BY_DEFAULT
        : { from: Temporal.PlainTime.from(from), to: Temporal.PlainTime.from(to) },
  };
}

export async function saveSettings(
  db: Database,
  unitId: string,
  { wording, quiet, usual }: ReminderSettings,
): Promise<void> {
  const settings = {
    wording: wording ?? null,
    usual_time: usual?.toString({ smallestUnit: 'minute' }) ?? null,
    quiet_from: quiet.from.toString({ smallestUnit: 'minute' }),
    quiet_to: quiet.to.toString({ smallestUnit: 'minute' }),
  };
  await db
    .insertInto('reminder_settings')
    .values({ unit_id: unitId, ...settings })
    .onConflict((conflict) => conflict.column('unit_id').doUpdateSet(settings))
    .execute();
}
