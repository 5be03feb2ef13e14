import type { App } from '../../app.ts';
import type { Session } from './session.ts';
import { sessionsWithIds } from './session-store.ts';

export async function sessionWithId(app: App, id: string): Promise<Session | undefined> {
  return (await sessionsWithIds(app.db, [id])).at(0);
}
