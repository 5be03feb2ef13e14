import type { App } from '../../app.ts';
import { fold } from '../../language/fold.ts';
import { UserError } from '../../texts/user-error.ts';
import type { Session } from '../sessions/session.ts';
import { membersOf } from '../units/people.ts';
import { attendanceOfSession, saveNameSeen, savePersonSeen } from './attendance-store.ts';
import type { Answer } from './read-answer.ts';

/** Somebody in the list of a session. */
export type Attendee = {
  /** The end of an id, by which a button names them. */
  key: string;
  personId: string | undefined;
  /** As shown: where two have one name it says which of them. */
  name: string;
  plainName: string;
  answer: Answer | undefined;
  reason: string | undefined;
  came: boolean;
};

const KEY_LENGTH = 12;

type Unnumbered = Attendee & { username: string | null };

/** The members of the unit, whoever has answered, and the names that were added; by name. */
export async function rollOf(app: App, session: Session): Promise<Attendee[]> {
  const rows = await attendanceOfSession(app.db, session);
  const members = await membersOf(app, session.unitId);
  const usernames = new Map(members.map(({ personId, username }) => [personId, username]));
  const noted: Unnumbered[] = rows.map((row) => {
    const name = row.display_name ?? row.name ?? '';
    return {
      key: keyOf(row.person_id ?? row.id),
      personId: row.person_id ?? undefined,
      name,
      plainName: name,
      answer: row.answer ?? undefined,
      reason: row.reason ?? undefined,
      came: row.came === 1,
      username: usernames.get(row.person_id ?? '') ?? null,
    };
  });
  const known = new Set(noted.map(({ personId }) => personId));
  const silent: Unnumbered[] = members
    .filter(({ personId }) => !known.has(personId))
    .map(({ personId, name, username }) => ({
      key: keyOf(personId),
      personId,
      name,
      plainName: name,
      answer: undefined,
      reason: undefined,
      came: false,
      username,
    }));
  return tellApart([...noted, ...silent].toSorted(byName));
}

function keyOf(id: string): string {
  return id.slice(-KEY_LENGTH);
}

/** People who share a name are told apart by what they are called on the platform, or by a number. */
function tellApart(attendees: readonly Unnumbered[]): Attendee[] {
  const named = Map.groupBy(attendees, ({ plainName }) => fold(plainName));
  return attendees.map(({ username, ...attendee }) => {
    const same = named.get(fold(attendee.plainName)) ?? [];
    if (same.length < 2) return attendee;
    const place = same.findIndex(({ key }) => key === attendee.key) + 1;
    const name = `${attendee.plainName} (${username ?? place})`;
    return { ...attendee, name };
  });
}

function byName(one: Unnumbered, other: Unnumbered): number {
  return (
    one.plainName.localeCompare(other.plainName, 'vi') ||
    (one.username ?? '').localeCompare(other.username ?? '') ||
    (one.key < other.key ? -1 : 1)
  );
}

/** Ticks somebody, or takes the tick away. False when nobody in the list is meant. */
export async function toggleSeen(app: App, session: Session, key: string, by: string): Promise<boolean> {
  const who = (await rollOf(app, session)).find((each) => each.key === key);
  if (who) await saveSeen(app, session, who, { came: !who.came, by });
  return who !== undefined;
}

type Seen = { came: boolean; by: string };

async function saveSeen(app: App, session: Session, who: Attendee, { came, by }: Seen): Promise<void> {
  const seen = { came, by, at: app.clock.now() };
  const where = { id: app.newId(), session };
  if (who.personId !== undefined) return savePersonSeen(app.db, { ...where, personId: who.personId }, seen);
  await saveNameSeen(app.db, { ...where, name: who.plainName, foldedName: fold(who.plainName) }, seen);
}

/** Ticks everybody who said that they come. */
export async function tickAnswered(app: App, session: Session, by: string): Promise<void> {
  for (const who of await rollOf(app, session))
    if (who.answer === 'present' && !who.came) await saveSeen(app, session, who, { came: true, by });
}

/**
 * Ticks people by name: the one in the list who bears it, or somebody who has no account.
 * @throws UserError when several in the list bear the name
 */
export async function tickNames(
  app: App,
  session: Session,
  names: readonly string[],
  by: string,
): Promise<void> {
  for (const name of names) {
    const roll = await rollOf(app, session);
    const [only, ...others] = roll.filter((each) => fold(each.plainName) === fold(name));
    if (others.length > 0) throw new UserError('attendance.same_name', { name, n: others.length + 1 });
    const added = {
      key: '',
      personId: undefined,
      name,
      plainName: name,
      answer: undefined,
      reason: undefined,
    };
    await saveSeen(app, session, only ?? { ...added, came: false }, { came: true, by });
  }
}
