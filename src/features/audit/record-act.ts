import type { App } from '../../app.ts';
import type { Act } from '../../chat/act.ts';
import { channelWithId } from '../units/channels.ts';
import { findPerson } from '../units/member-store.ts';
import { insertAct } from './act-store.ts';

/**
 * Writes down who did what, where and with what outcome: no word of what was typed. To be run in the transaction of
 * the act, at its end: it may have linked the channel to a unit, or made another person of the one who acted.
 */
export async function recordAct(app: App, { incoming, caller, command, outcome, ref }: Act): Promise<void> {
  const person = await findPerson(app.db, incoming.platform, incoming.sender.id);
  if (!person) return;
  const unit = caller.unit ?? (await channelWithId(app, caller.channelId))?.unit;
  await insertAct(app.db, {
    id: app.newId(),
    at: app.clock.now(),
    personId: person.personId,
    unitId: unit?.id,
    channelId: caller.channelId,
    command,
    outcome,
    ref,
  });
}
