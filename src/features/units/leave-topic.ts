import type { App } from '../../app.ts';
import { leaveThread } from '../../delivery/outbox.ts';
import { tellAdministrators } from './tell-administrators.ts';
import { findChannel, updateChannel } from './unit-store.ts';

/**
 * A topic takes nothing more: what was meant for it goes to the group itself. Where it is the one for the unit's
 * reminders, it is forgotten, and the administrators are told.
 */
export async function leaveTopic(app: App, platform: string, channel: string, thread: string): Promise<void> {
  await leaveThread(app.db, platform, channel, thread);
  const row = await findChannel(app.db, platform, channel);
  if (row?.thread !== thread) return;
  await updateChannel(app.db, row.id, { thread: null });
  const key = `topic-gone:${row.id}:${thread}`;
  await tellAdministrators(app, row.unit_id ?? undefined, key, (t) =>
    t('unit.topic_gone', { channel: row.title }),
  );
}
