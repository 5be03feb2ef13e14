import type { Selectable } from 'kysely';
import type { Temporal } from 'temporal-polyfill';
import { z } from 'zod';
import type { App } from '../../app.ts';
import { type Asked, DIALOG_MINUTES, type Dialog, subjectOfQuestion } from '../../chat/dialog.ts';
import { sentFileSchema } from '../../chat/incoming.ts';
import { fromIso, toIso } from '../../core/local-time.ts';
import type { Database } from '../../storage/database.ts';
import { prepared } from '../../storage/prepared.ts';
import type { Schema } from '../../storage/schema.ts';

/** One person in one channel. */
export type Where = { platform: string; channel: { id: string }; sender: { id: string } };

const answersSchema = z.record(z.string(), z.string());
const filesSchema = z.array(sentFileSchema);

/** What was asked of a person in a channel and is not answered yet, with the messages that ask it. */
export async function askedOf(
  { db, clock }: Pick<App, 'db' | 'clock'>,
  { platform, channel, sender }: Where,
): Promise<Asked[]> {
  const rows = await dialogsOf(db, { platform, channel: channel.id, account: sender.id });
  const now = clock.now();
  return Promise.all(rows.map(async (row) => toAsked(row, await messagesOf(db, row), now)));
}

const dialogsOf = prepared<{ platform: string; channel: string; account: string }>()((db, value) =>
  db
    .selectFrom('dialogs')
    .selectAll()
    .where('platform', '=', value('platform'))
    .where('channel', '=', value('channel'))
    .where('account', '=', value('account')),
);

async function messagesOf(
  db: Database,
  { id, platform, channel }: Pick<Selectable<Schema['dialogs']>, 'id' | 'platform' | 'channel'>,
): Promise<string[]> {
  const rows = await postsAbout(db, { platform, channel, subject: subjectOfQuestion(id) });
  return rows.map(({ message_id }) => message_id);
}

const postsAbout = prepared<{ platform: string; channel: string; subject: string }>()((db, value) =>
  db
    .selectFrom('posts')
    .select('message_id')
    .where('platform', '=', value('platform'))
    .where('channel', '=', value('channel'))
    .where('subject', '=', value('subject')),
);

function toAsked(row: Selectable<Schema['dialogs']>, messages: string[], now: Temporal.Instant): Asked {
  return {
    id: row.id,
    dialog: {
      command: row.command,
      asking: row.asking,
      answers: answersSchema.parse(JSON.parse(row.answers)),
      guided: row.guided === 1,
      files: filesSchema.parse(JSON.parse(row.files ?? '[]')),
      messageId: row.message_id ?? undefined,
    },
    isOpen: row.is_open === 1,
    isExpired: fromIso(row.expires_at).epochMilliseconds <= now.epochMilliseconds,
    messages: row.takes_any === 1 ? undefined : messages,
  };
}

/**
 * From now on the person is asked this there, and what they were asked last waits no more. `before`: the question that
 * this one goes on from; the same asked again keeps its id. Gives the id.
 */
export async function saveDialog(app: App, where: Where, dialog: Dialog, before?: Asked): Promise<string> {
  const { db, clock, newId } = app;
  const isAgain = before !== undefined && before.dialog.asking === dialog.asking;
  if (before && !isAgain) await closeDialog(app, before.id);
  await stopDialog(app, where);
  const { command, asking, answers, guided, files = [], messageId } = dialog;
  const state = {
    command,
    asking,
    answers: JSON.stringify(answers),
    guided: guided ? 1 : 0,
    files: files.length > 0 ? JSON.stringify(files) : null,
    message_id: messageId ?? null,
    is_open: 1,
    expires_at: toIso(clock.now().add({ minutes: DIALOG_MINUTES })),
  };
  const id = isAgain ? before.id : newId();
  const place = { platform: where.platform, channel: where.channel.id, account: where.sender.id };
  await db
    .insertInto('dialogs')
    .values({ id, ...place, ...state, takes_any: 0 })
    .onConflict((conflict) => conflict.column('id').doUpdateSet(state))
    .execute();
  return id;
}

/** What the person was asked last waits no more. */
export async function stopDialog({ db }: App, { platform, channel, sender }: Where): Promise<void> {
  await db
    .updateTable('dialogs')
    .set({ is_open: 0 })
    .where('platform', '=', platform)
    .where('channel', '=', channel.id)
    .where('account', '=', sender.id)
    .where('is_open', '=', 1)
    .execute();
}

export async function closeDialog({ db }: App, id: string): Promise<void> {
  await db.deleteFrom('dialogs').where('id', '=', id).execute();
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

/** The channel goes on under another id, where its messages have other ids. */
export async function moveDialogs(db: Database, platform: string, from: string, to: string): Promise<void> {
  // Whoever began anew there has let go of what they began here.
  const anew = db
    .selectFrom('dialogs')
    .select('account')
    .where('platform', '=', platform)
    .where('channel', '=', to);
  await db
    .deleteFrom('dialogs')
    .where('platform', '=', platform)
    .where('channel', '=', from)
    .where('account', 'in', anew)
    .execute();
  await db
    .updateTable('dialogs')
    .set({ channel: to, takes_any: 1 })
    .where('platform', '=', platform)
    .where('channel', '=', from)
    .execute();
}
