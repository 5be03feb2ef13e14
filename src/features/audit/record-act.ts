import type { App } from '../../app.ts';
import type { Act } from '../../chat/act.ts';
import { channelWithId } from '../units/channels.ts';
import { insertAct } from './act-store.ts';

/**
 * Writes down who did what, where and with what outcome: no word of what was typed. To be run in the transaction of
 * the act, at its end: it may have linked the channel to a unit, or made another person of the one who acted.
 */
export async function recordAct(app: App, { incoming, caller, command, outcome, ref }: Act): Promise<void> {
  const unit = caller.unit ?? (await channelWithId(app, caller.channelId))?.unit;
  await insertAct(app.db, {
    id: app.newId(),
    at: app.clock.now(),
    platform: incoming.platform,
    account: incoming.sender.id,
    unitId: unit?.id,
    channelId: caller.channelId,
    command,
    outcome,
    ref,
  });
}
