import type { App } from '../app.ts';
import { joinMarkup } from '../texts/markup.ts';
import type { Call } from './call.ts';
import { CANCEL } from './cancel.ts';
import type { Desk, Ending } from './desk.ts';
import { type Asked, openAmong } from './dialog.ts';
import type { Turn } from './turn.ts';

/** Does what was wanted. What the person was in the middle of ends with another command or question, in words. */
export async function instead(
  { dialogs }: Pick<Desk, 'dialogs'>,
  app: App,
  call: Call,
  turn: Turn,
  asked: readonly Asked[],
  work: () => Promise<Ending | undefined>,
): Promise<Ending | undefined> {
  const open = openAmong(asked);
  if (open && isTypedCommand(call, turn)) await dialogs.stop(app, call.incoming);
  const ending = await work();
  if (!open || !ending?.message) return ending;
  const after = await dialogs.asked(app, call.incoming);
  const wasStopped = after.some(({ id, isOpen }) => id === open.id && !isOpen);
  if (!wasStopped || isSameQuestion(open, openAmong(after))) return ending;
  const line = call.t('dialog.other_stopped', { command: open.dialog.command });
  return { ...ending, message: { ...ending.message, text: joinMarkup([ending.message.text, line]) } };
}

function isTypedCommand({ incoming }: Call, turn: Turn): boolean {
  if (incoming.kind !== 'message' || incoming.edited) return false;
  return turn.kind === 'command' && turn.command.name !== CANCEL;
}

/** Nothing of what was typed is lost. */
function isSameQuestion({ dialog: before }: Asked, after: Asked | undefined): boolean {
  return (
    before.command === after?.dialog.command &&
    JSON.stringify(before.answers) === JSON.stringify(after.dialog.answers)
  );
}
