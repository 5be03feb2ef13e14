import { z } from 'zod';
import type { App } from '../../app.ts';
import { type Call, unitOf } from '../../chat/call.ts';
import { argument, defineCommand } from '../../chat/command.ts';
import { UserError } from '../../texts/user-error.ts';
import { comingSessions } from '../sessions/coming-sessions.ts';
import type { Session } from '../sessions/session.ts';
import { readSessionRef } from '../sessions/session-ref.ts';
import { namedSession, nextSessionOf } from './next-session.ts';
import { viewFor } from './view-session.ts';

export const showSession = defineCommand({
  name: 'buoi',
  accented: 'buổi',
  aliases: ['session'],
  summary: 'session.summary',
  example: 'session.example',
  access: 'member',
  arguments: () => z.object({ code: argument(readSessionRef).optional() }),
  run: async (app, call, { code }) =>
    viewFor(app, call, code ? await namedSession(app, call, code) : await nextOfUnit(app, call)),
});

/** The next session of the unit that takes place. @throws UserError when there is none */
async function nextOfUnit(app: App, call: Call): Promise<Session> {
  const unit = unitOf(call);
  const [next] = (await comingSessions(app, unit.id, app.clock.now(), 1)).toReversed();
  const session = next && (next.session ?? (await nextSessionOf(app, unit.id, next.schedule.number)));
  if (!session) throw new UserError('session.none');
  return session;
}
