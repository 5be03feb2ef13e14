import type { App } from '../../app.ts';
import { accountsOfUnit } from './member-store.ts';

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
