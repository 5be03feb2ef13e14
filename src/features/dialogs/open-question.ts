import type { App } from '../../app.ts';
import { type Dialog, openAmong } from '../../chat/dialog.ts';
import { askedOf, closeDialog, saveDialog, type Where } from './dialog-store.ts';

/**
 * From now on what this person types there answers the question of a command. Gives the id of the question; nothing
 * happens when they are in the middle of something else and did not ask for this themselves.
 */
export async function openQuestion(
  app: App,
  where: Where,
  dialog: Dialog,
  isAskedFor = false,
): Promise<string | undefined> {
  const open = openAmong(await askedOf(app, where));
  if (!isAskedFor && open && open.dialog.command !== dialog.command) return undefined;
  return saveDialog(app, where, dialog);
}

/** What this person types there answers that command no more. */
export async function dropQuestion(app: App, where: Where, command: string): Promise<void> {
  for (const { id, dialog } of await askedOf(app, where))
    if (dialog.command === command) await closeDialog(app, id);
}

/** Stops what this person is typing in there; false when that is nothing. */
export async function stopTyping(app: App, where: Where): Promise<boolean> {
  const open = (await askedOf(app, where)).find(({ isOpen }) => isOpen);
  if (open) await closeDialog(app, open.id);
  return open !== undefined;
}
