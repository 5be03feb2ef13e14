import type { App } from '../../app.ts';
import type { Account, PlatformName } from '../../chat/incoming.ts';
import { toIso } from '../../core/local-time.ts';
import { atomically } from '../../storage/atomically.ts';
import { LOOK_AGAIN } from './look-again.ts';
import { accountsOfUnit, findPerson, insertPerson, type KnownPerson, renamePerson } from './member-store.ts';

/** The person behind an account; one not seen before is noted, a changed name is followed. */
export async function meetPerson(app: App, platform: PlatformName, account: Account): Promise<KnownPerson> {
  const username = account.username?.toLowerCase() ?? null;
  const met = await findPerson(app.db, platform, account.id);
  if (met?.name === account.name && met.username === username) return met;
  return atomically(app.db, async (db) => {
    const known = await findPerson(db, platform, account.id);
    if (!known) {
      const id = app.newId();
      const now = app.clock.now();
      const dates = { createdAt: toIso(now), lookAt: toIso(now.add(LOOK_AGAIN)) };
      await insertPerson(db, platform, account, { id, ...dates });
      return { personId: id, name: account.name, username, currentUnitId: null };
    }
    await renamePerson(db, platform, account, known.personId);
    return { ...known, name: account.name, username };
  });
}

/** The person behind an account that somebody else points out: what they are called is for themselves to say. */
export async function knowPerson(app: App, platform: PlatformName, account: Account): Promise<KnownPerson> {
  return (await findPerson(app.db, platform, account.id)) ?? meetPerson(app, platform, account);
}

/** Somebody who acts in a unit, with the accounts by which they can be reached. */
export type Member = {
  personId: string;
  name: string;
  username: string | null;
  accounts: readonly { platform: string; account: string }[];
};

/** The people whose unit this is: those who last acted in it. */
export async function membersOf(app: App, unitId: string): Promise<Member[]> {
  const rows = await accountsOfUnit(app.db, unitId);
  return [...Map.groupBy(rows, ({ personId }) => personId).values()].flatMap((accounts) => {
    const [first] = accounts;
    return first ? [{ personId: first.personId, name: first.name, username: first.username, accounts }] : [];
  });
}
