import { z } from 'zod';
import type { App } from '../../app.ts';
import { mayActAs } from '../../chat/access.ts';
import { unitOf } from '../../chat/call.ts';
import { argument, defineCommand } from '../../chat/command.ts';
import { UserError } from '../../texts/user-error.ts';
import { comingSessions } from '../sessions/coming-sessions.ts';
import { completeSession } from '../sessions/complete-session.ts';
import type { Session } from '../sessions/session.ts';
import { readSessionRef } from '../sessions/session-ref.ts';
import { namedSession, nextSessionOf } from './next-session.ts';
import { sessionMessage } from './session-message.ts';

export const showSession = defineCommand({
  name: 'buoi',
  accented: 'buổi',
  aliases: ['session'],
  summary: 'session.summary',
  example: 'session.example',
  access: 'member',
  arguments: () => z.object({ code: argument(readSessionRef).optional() }),
  complete: { code: completeSession },
  run: async (app, call, { code }) => {
    const unitId = unitOf(call).id;
    const session = code ? await namedSession(app, unitId, code) : await nextOfUnit(app, unitId);
    return sessionMessage(app, session, call.t, mayActAs(call.caller.role, 'administrator'));
  },
});

/** The next session of the unit that takes place. @throws UserError when there is none */
async function nextOfUnit(app: App, unitId: string): Promise<Session> {
  const [next] = (await comingSessions(app, unitId, app.clock.now(), 1)).toReversed();
  const session = next && (next.session ?? (await nextSessionOf(app, unitId, next.schedule.number)));
  if (!session) throw new UserError('session.none');
  return session;
}
