import type { Temporal } from 'temporal-polyfill';
import { z } from 'zod';
import type { App } from '../../app.ts';
import { DIALOG_MINUTES, type Dialog } from '../../chat/dialog.ts';
import { sentFileSchema } from '../../chat/incoming.ts';
import { fromIso, toIso } from '../../core/local-time.ts';
import type { Database } from '../../storage/database.ts';

/** One person in one channel. */
export type Where = { platform: string; channel: { id: string }; sender: { id: string } };

const answersSchema = z.record(z.string(), z.string());
const filesSchema = z.array(sentFileSchema);

/** What this person is typing in, in this channel; one that has expired is told apart, so that they can be told. */
export async function findDialog(
  { db, clock }: App,
  { platform, channel, sender }: Where,
): Promise<{ dialog: Dialog; expired: boolean } | undefined> {
  const row = await db
    .selectFrom('dialogs')
    .selectAll()
    .where('platform', '=', platform)
    .where('channel', '=', channel.id)
    .where('account', '=', sender.id)
    .executeTakeFirst();
  if (!row) return undefined;
  const { command, asking } = row;
  const answers = answersSchema.parse(JSON.parse(row.answers));
  const expired = fromIso(row.expires_at).epochMilliseconds <= clock.now().epochMilliseconds;
  const files = filesSchema.parse(JSON.parse(row.files ?? '[]'));
  const messageId = row.message_id ?? undefined;
  return { dialog: { command, asking, answers, guided: row.guided === 1, files, messageId }, expired };
}

export async function saveDialog(
  { db, clock }: App,
  { platform, channel, sender }: Where,
  { command, asking, answers, guided, files = [], messageId }: Dialog,
): Promise<void> {
  const state = {
    command,
    asking,
    answers: JSON.stringify(answers),
    guided: guided ? 1 : 0,
    files: files.length > 0 ? JSON.stringify(files) : null,
    message_id: messageId ?? null,
    expires_at: toIso(clock.now().add({ minutes: DIALOG_MINUTES })),
  };
  await db
    .insertInto('dialogs')
    .values({ platform, channel: channel.id, account: sender.id, ...state })
    .onConflict((conflict) => conflict.columns(['platform', 'channel', 'account']).doUpdateSet(state))
    .execute();
}

/** True when there was something to close. */
export async function closeDialog({ db }: App, { platform, channel, sender }: Where): Promise<boolean> {
  const { numDeletedRows } = await db
    .deleteFrom('dialogs')
    .where('platform', '=', platform)
    .where('channel', '=', channel.id)
    .where('account', '=', sender.id)
    .executeTakeFirstOrThrow();
  return numDeletedRows > 0n;
}

/** Forgets what nobody came back to. */
export async function forgetDialogs(db: Database, before: Temporal.Instant): Promise<void> {
  await db.deleteFrom('dialogs').where('expires_at', '<', toIso(before)).execute();
}

/** When the first of all dialogs expires, or did. */
export async function firstExpiry(db: Database): Promise<Temporal.Instant | undefined> {
  const row = await db
    .selectFrom('dialogs')
    .select('expires_at')
    .orderBy('expires_at')
    .limit(1)
    .executeTakeFirst();
  return row && fromIso(row.expires_at);
}

/** The channel goes on under another id. */
export async function moveDialogs(db: Database, platform: string, from: string, to: string): Promise<void> {
  // Whoever began anew there has let go of what they began here.
  const anew = await db
    .selectFrom('dialogs')
    .select('account')
    .where('platform', '=', platform)
    .where('channel', '=', to)
    .execute();
  await db
    .deleteFrom('dialogs')
    .where('platform', '=', platform)
    .where('channel', '=', from)
    .where(
      'account',
      'in',
      anew.map(({ account }) => account),
    )
    .execute();
  await db
    .updateTable('dialogs')
    .set({ channel: to })
    .where('platform', '=', platform)
    .where('channel', '=', from)
    .execute();
}
