import type { App } from '../../app.ts';
import { type Call, unitOf } from '../../chat/call.ts';
import type { Markup } from '../../texts/markup.ts';
import { comingSessions } from '../sessions/coming-sessions.ts';
import { remindersOfSession } from './reminder-message.ts';

/** How the next session of the unit would be announced. */
export async function sampleOf(app: App, call: Call): Promise<Markup | undefined> {
  const coming = await comingSessions(app, unitOf(call).id, app.clock.now(), 1);
  const session = coming.at(-1)?.session;
  if (!session) return undefined;
  return (await remindersOfSession(app, session))({ kind: 'changed' }, call.t).text;
}
