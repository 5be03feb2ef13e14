import type { App } from '../../app.ts';
import type { Session } from './session.ts';
import { sessionsWithIds } from './session-store.ts';

export const sessionWithId = async (app: App, id: string): Promise<Session | undefined> =>
  (await sessionsWithIds(app.db, [id])).at(0);
