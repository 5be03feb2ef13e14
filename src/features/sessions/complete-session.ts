import type { App } from '../../app.ts';
import { type Call, unitOf } from '../../chat/call.ts';
import type { Choice } from '../../chat/command.ts';
import { fold } from '../../language/fold.ts';
import { formatMoment } from '../../texts/format.ts';
import { toPlain } from '../../texts/markup.ts';
import { comingSessions } from './coming-sessions.ts';
import { codeOfSession, type Session } from './session.ts';

const MOST = 25;

/** The sessions to come, by code, title or day. */
export async function completeSession(app: App, call: Call, typed: string): Promise<readonly Choice[]> {
  const coming = await comingSessions(app, unitOf(call).id, app.clock.now(), MOST);
  return sessionChoices(
    coming.flatMap(({ session }) => (session ? [session] : [])),
    call,
    typed,
  );
}

/** Those of the sessions in whose code, title or day the typed text is found. */
export function sessionChoices(sessions: readonly Session[], { t }: Call, typed: string): Choice[] {
  return sessions
    .map((session) => ({
      label: toPlain(
        t('complete.labelled', {
          code: codeOfSession(session),
          heading: `${session.title}, ${formatMoment(session.start, t.language)}`,
        }),
      ),
      answer: codeOfSession(session),
    }))
    .filter(({ label }) => fold(label).includes(fold(typed)))
    .slice(0, MOST);
}
