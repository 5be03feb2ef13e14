import type { Database } from '../../storage/database.ts';
import { prepared } from '../../storage/prepared.ts';

type MessageOf = { channelId: string; messageId: string };

/** From now on changing the message changes this report, and none that the message made before. */
export async function keepReportMessage(
  db: Database,
  message: MessageOf & { reportId: string },
): Promise<void> {
  await insertMessage(db, message);
}

const insertMessage = prepared<MessageOf & { reportId: string }>()((db, value) =>
  db
    .insertInto('report_messages')
    .values({
      channel_id: value('channelId'),
      message_id: value('messageId'),
      report_id: value('reportId'),
    })
    .onConflict((conflict) =>
      conflict.columns(['channel_id', 'message_id']).doUpdateSet({ report_id: value('reportId') }),
    ),
);

/** Keeps the digest of what a message says. */
export async function keepDigest(db: Database, message: MessageOf, said: string): Promise<void> {
  await insertDigest(db, { ...message, said });
}

const insertDigest = prepared<MessageOf & { said: string }>()((db, value) =>
  db
    .insertInto('message_digests')
    .values({ channel_id: value('channelId'), message_id: value('messageId'), said: value('said') })
    .onConflict((conflict) =>
      conflict.columns(['channel_id', 'message_id']).doUpdateSet({ said: value('said') }),
    ),
);

/** The digest of what a message said when it made or last changed its report. */
export async function digestOfMessage(
  db: Database,
  { channelId, messageId }: MessageOf,
): Promise<string | undefined> {
  const row = await db
    .selectFrom('message_digests')
    .select('said')
    .where('channel_id', '=', channelId)
    .where('message_id', '=', messageId)
    .executeTakeFirst();
  return row?.said;
}

/** What the message says now is not known. */
export async function forgetDigest(db: Database, { channelId, messageId }: MessageOf): Promise<void> {
  await db
    .deleteFrom('message_digests')
    .where('channel_id', '=', channelId)
    .where('message_id', '=', messageId)
    .execute();
}
