import type { App } from '../../app.ts';
import type { Dialog } from '../../chat/dialog.ts';
import { closeDialog, findDialog, saveDialog, type Where } from './dialog-store.ts';

/**
 * From now on what this person types there answers the question of a command. False, and nothing changes, when
 * they are in the middle of something else and did not ask for this themselves.
 */
export async function openQuestion(
  app: App,
  where: Where,
  dialog: Dialog,
  isAskedFor = false,
): Promise<boolean> {
  const open = await findDialog(app, where);
  if (!isAskedFor && open && !open.expired && open.dialog.command !== dialog.command) return false;
  await saveDialog(app, where, dialog);
  return true;
}

/** What this person types there answers that command no more. */
export async function dropQuestion(app: App, where: Where, command: string): Promise<void> {
  const open = await findDialog(app, where);
  if (open?.dialog.command === command) await closeDialog(app, where);
}
