import type { Database } from '../../storage/database.ts';

type MessageOfReport = { channelId: string; messageId: string; reportId: string };

/** From now on changing the message changes this report, and none that the message made before. */
export async function keepReportMessage(
  db: Database,
  { channelId, messageId, reportId }: MessageOfReport,
): Promise<void> {
  await db
    .insertInto('report_messages')
    .values({ channel_id: channelId, message_id: messageId, report_id: reportId })
    .onConflict((conflict) =>
      conflict.columns(['channel_id', 'message_id']).doUpdateSet({ report_id: reportId }),
    )
    .execute();
}
