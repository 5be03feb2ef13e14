import type { App } from '../app.ts';
import type { Command } from './command.ts';
import { defineCommand } from './command.ts';
import type { Incoming } from './incoming.ts';

export const CANCEL = 'huy';

/** `huy`: stops what is being typed in. */
export function cancelCommand(close: (app: App, incoming: Incoming) => Promise<boolean>): Command {
  return defineCommand({
    name: CANCEL,
    accented: 'hủy',
    aliases: ['cancel'],
    summary: 'huy.summary',
    example: 'huy.example',
    access: 'member',
    needsUnit: false,
    run: async (app: App, { incoming, t }) => ({
      text: (await close(app, incoming)) ? t('dialog.stopped') : t('dialog.nothing'),
    }),
  });
}
