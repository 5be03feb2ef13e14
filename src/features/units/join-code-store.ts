import type { Temporal } from 'temporal-polyfill';
import { type PlatformName, platformSchema } from '../../chat/incoming.ts';
import { toIso } from '../../core/local-time.ts';
import type { Database } from '../../storage/database.ts';

type AccountRef = { platform: PlatformName; account: string };
type JoinCode = {
  id: string;
  sealed: string;
  personId: string;
  platform: string;
  account: string;
  expiresAt: string;
};

/** A code that is good: whom it was shown to, and the account that typed it and said that it is the same person. */
export type GoodCode = { id: string; shown: AccountRef; typed: AccountRef | undefined };

export async function insertJoinCode(db: Database, code: JoinCode): Promise<void> {
  const { id, sealed, personId, platform, account, expiresAt } = code;
  await db
    .insertInto('join_codes')
    .values({
      id,
      code: sealed,
      person_id: personId,
      platform,
      account,
      expires_at: expiresAt,
      typed_platform: null,
      typed_account: null,
    })
    .execute();
}

/** A code by what was typed of it, sealed, or by the id that buttons carry. */
export async function findJoinCode(
  db: Database,
  by: { sealed: string } | { id: string },
  now: Temporal.Instant,
): Promise<GoodCode | undefined> {
  const row = await db
    .selectFrom('join_codes')
    .selectAll()
    .where((where) => ('id' in by ? where('id', '=', by.id) : where('code', '=', by.sealed)))
    .where('expires_at', '>', toIso(now))
    .executeTakeFirst();
  if (!row) return undefined;
  const { id, platform, account, typed_platform: typedPlatform, typed_account: typedAccount } = row;
  return {
    id,
    shown: { platform: platformSchema.parse(platform), account },
    typed:
      typedPlatform === null || typedAccount === null
        ? undefined
        : { platform: platformSchema.parse(typedPlatform), account: typedAccount },
  };
}

/** The account that typed a code has said that it is the same person. */
export async function setTyped(db: Database, id: string, { platform, account }: AccountRef): Promise<void> {
  await db
    .updateTable('join_codes')
    .set({ typed_platform: platform, typed_account: account })
    .where('id', '=', id)
    .execute();
}

/** Forgets the codes of a person, and all that are over. */
export async function forgetJoinCodes(db: Database, personId: string, now: Temporal.Instant): Promise<void> {
  await db.deleteFrom('join_codes').where('person_id', '=', personId).execute();
  await db.deleteFrom('join_codes').where('expires_at', '<=', toIso(now)).execute();
}
