import type { App } from '../../app.ts';
import { ruleStart } from './session.ts';
import { updateSession } from './session-store.ts';
import { sessionWithId } from './session-with-id.ts';

/** A session that is known to have been held can no longer be moved or cancelled; `false` takes that back. */
export async function markHeld(app: App, sessionId: string, held: boolean): Promise<void> {
  const session = await sessionWithId(app, sessionId);
  if (held && (session?.state === 'planned' || session?.state === 'moved'))
    await updateSession(app.db, { ...session, state: 'held' });
  if (!held && session?.state === 'held')
    await updateSession(app.db, {
      ...session,
      state: session.start.equals(ruleStart(session)) ? 'planned' : 'moved',
    });
}
