import { createHash } from 'node:crypto';
import type { Temporal } from 'temporal-polyfill';
import { type PlatformName, platformSchema } from '../../chat/incoming.ts';
import { toIso } from '../../core/local-time.ts';
import type { Database } from '../../storage/database.ts';

type AccountRef = { platform: PlatformName; account: string };
type JoinCode = { code: string; personId: string; platform: string; account: string; expiresAt: string };

/** A code that is good: whom it was shown to, and the account that typed it and said that it is the same person. */
export type GoodCode = { shown: AccountRef; typed: AccountRef | undefined };

export async function insertJoinCode(db: Database, code: JoinCode): Promise<void> {
  const { personId, expiresAt, ...rest } = code;
  await db
    .insertInto('join_codes')
    .values({
      ...rest,
      code: hashOf(code.code),
      person_id: personId,
      expires_at: expiresAt,
      typed_platform: null,
      typed_account: null,
    })
    .execute();
}

export async function findJoinCode(
  db: Database,
  code: string,
  now: Temporal.Instant,
): Promise<GoodCode | undefined> {
  const row = await db
    .selectFrom('join_codes')
    .selectAll()
    .where('code', '=', hashOf(code))
    .where('expires_at', '>', toIso(now))
    .executeTakeFirst();
  if (!row) return undefined;
  const { platform, account, typed_platform: typedPlatform, typed_account: typedAccount } = row;
  return {
    shown: { platform: platformSchema.parse(platform), account },
    typed:
      typedPlatform === null || typedAccount === null
        ? undefined
        : { platform: platformSchema.parse(typedPlatform), account: typedAccount },
  };
}

/** Whoever gets to see the database is not to get in by what it holds. */
function hashOf(code: string): string {
  return createHash('sha256').update(code).digest('hex');
}

/** The account that typed a code has said that it is the same person. */
export async function setTyped(db: Database, code: string, { platform, account }: AccountRef): Promise<void> {
  await db
    .updateTable('join_codes')
    .set({ typed_platform: platform, typed_account: account })
    .where('code', '=', hashOf(code))
    .execute();
}

/** Forgets the codes of a person, and all that are over. */
export async function forgetJoinCodes(db: Database, personId: string, now: Temporal.Instant): Promise<void> {
  await db.deleteFrom('join_codes').where('person_id', '=', personId).execute();
  await db.deleteFrom('join_codes').where('expires_at', '<=', toIso(now)).execute();
}
