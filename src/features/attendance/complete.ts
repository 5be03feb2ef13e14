import type { App } from '../../app.ts';
import { type Call, unitOf } from '../../chat/call.ts';
import type { Choice } from '../../chat/command.ts';
import { fold } from '../../language/fold.ts';
import { toPlain } from '../../texts/markup.ts';
import type { PlainKey } from '../../texts/translator.ts';
import { completeSession, sessionChoices } from '../sessions/complete-session.ts';
import { ANSWERS } from './read-answer.ts';
import { sessionsBegun } from './which-session.ts';

const MOST_OFFERED = 25;

/** The sessions of the last days, the newest first. */
export async function completeBegun(app: App, call: Call, typed: string): Promise<readonly Choice[]> {
  return sessionChoices((await sessionsBegun(app, unitOf(call).id)).toReversed(), call, typed);
}

/** The same, and those to come. */
export async function completeAttended(app: App, call: Call, typed: string): Promise<readonly Choice[]> {
  const coming = await completeSession(app, call, typed);
  return [...(await completeBegun(app, call, typed)), ...coming].slice(0, MOST_OFFERED);
}

/** What can be said about coming, in a word. */
export function completeAnswer(_: App, call: Call, typed: string): Promise<readonly Choice[]> {
  return offered(
    ANSWERS.map((answer) => `button.${answer}` as const),
    call,
    typed,
  );
}

/** How a session can have gone, where there are no figures. */
export function completeOutcome(_: App, call: Call, typed: string): Promise<readonly Choice[]> {
  return offered(['button.held', 'button.postponed', 'button.not_held'], call, typed);
}

async function offered(keys: readonly PlainKey[], { t }: Call, typed: string): Promise<readonly Choice[]> {
  return keys
    .map((key) => toPlain(t(key)))
    .filter((label) => fold(label).includes(fold(typed)))
    .map((label) => ({ label, answer: label }));
}
