import type { App } from '../../app.ts';
import type { Session } from './session.ts';
import { updateSession } from './session-store.ts';

/** A session that is known to have been held can no longer be moved or cancelled; `false` takes that back. */
export async function markHeld(app: App, session: Session, held: boolean): Promise<void> {
  const { state } = session;
  if (held && (state === 'planned' || state === 'moved'))
    await updateSession(app.db, { ...session, state: 'held' });
  if (!held && state === 'held')
    await updateSession(app.db, { ...session, state: session.movedFrom ? 'moved' : 'planned' });
}
