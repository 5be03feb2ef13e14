import type { Temporal } from 'temporal-polyfill';
import { toIso } from '../../src/core/local-time.ts';
import type { Database } from '../../src/storage/database.ts';

/**
 * One unit for each channel, each with a session in two hours of which it is to be reminded now: the burst that
 * a full hour brings. `administrators`: the account of the one of each unit, whom the bot may write to.
 */
export async function seedDueReminders(
  db: Database,
  platform: string,
  channels: readonly string[],
  now: Temporal.Instant,
  administrators: readonly string[] = [],
): Promise<void> {
  const zone = zoneAtNoon(now);
  const minute = now.round({ smallestUnit: 'minute', roundingMode: 'floor' });
  const at = toIso(minute);
  const start = minute.add({ hours: 2 }).toZonedDateTimeISO(zone);
  await db
    .insertInto('people')
    .values({ id: 'founder', display_name: 'Founder', current_unit_id: null, created_at: at })
    .execute();
  for (const [index, channel] of channels.entries()) {
    const id = `${index}`.padStart(5, '0');
    await db
      .insertInto('units')
      .values({
        id,
        name: `Unit ${index}`,
        folded_name: `unit ${index}`,
        time_zone: zone,
        created_by: 'founder',
        created_at: at,
      })
      .execute();
    await db
      .insertInto('channels')
      .values({
        id,
        platform,
        external_id: channel,
        kind: 'group',
        title: `Group ${index}`,
        unit_id: id,
        language: 'vi',
        state: 'open',
        thread: null,
        created_at: at,
      })
      .execute();
    await db
      .insertInto('schedules')
      .values({
        id,
        unit_id: id,
        number: 1,
        title: `Meeting ${index}`,
        place: null,
        rrule: null,
        starts_on: start.toPlainDate().toString(),
        time: start.toPlainTime().toString({ smallestUnit: 'minute' }),
        time_zone: zone,
        leads: 'PT120M',
        state: 'active',
        active_since: toIso(minute.subtract({ hours: 1 })),
        planned_until: toIso(start.toInstant()),
        plan_at: null,
        created_by: 'founder',
        created_at: at,
      })
      .execute();
    await db
      .insertInto('sessions')
      .values({
        id,
        unit_id: id,
        number: 1,
        schedule_id: id,
        original_date: start.toPlainDate().toString(),
        starts_at: toIso(start.toInstant()),
        created_at: at,
      })
      .execute();
    await db
      .insertInto('reminders')
      .values({ id, session_id: id, lead: 'PT120M', due_at: at, state: 'waiting' })
      .execute();
    const account = administrators[index];
    if (account !== undefined) await insertAdministrator(db, { platform, account, unitId: id, at });
  }
}

async function insertAdministrator(
  db: Database,
  { platform, account, unitId, at }: { platform: string; account: string; unitId: string; at: string },
): Promise<void> {
  const id = `admin-${unitId}`;
  const name = `Admin ${unitId}`;
  await db
    .insertInto('people')
    .values({ id, display_name: name, current_unit_id: null, created_at: at })
    .execute();
  await db
    .insertInto('accounts')
    .values({ platform, external_id: account, person_id: id, username: null, name })
    .execute();
  await db
    .insertInto('roles')
    .values({ unit_id: unitId, person_id: id, role: 'administrator', granted_by: 'founder', granted_at: at })
    .execute();
  await db
    .insertInto('channels')
    .values({
      id,
      platform,
      external_id: account,
      kind: 'private',
      title: name,
      unit_id: null,
      language: 'vi',
      state: 'open',
      thread: null,
      created_at: at,
    })
    .execute();
}

/** A zone in which it is about noon, whatever the hour of the test: far from the quiet hours. */
function zoneAtNoon(now: Temporal.Instant): string {
  const ahead = 12 - now.toZonedDateTimeISO('UTC').hour;
  return ahead >= 0 ? `Etc/GMT-${ahead}` : `Etc/GMT+${-ahead}`;
}
