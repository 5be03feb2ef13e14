import type { Command } from './command.ts';
import { defineCommand } from './command.ts';
import type { Incoming } from './incoming.ts';

/** `huy`: stops what is being typed in. */
export function cancelCommand<Deps>(
  close: (deps: Deps, incoming: Incoming) => Promise<boolean>,
): Command<Deps> {
  return defineCommand({
    name: 'huy',
    accented: 'hủy',
    aliases: ['cancel'],
    summary: 'huy.summary',
    example: 'huy.example',
    access: 'member',
    needsUnit: false,
    run: async (deps: Deps, { incoming, t }) => ({
      text: (await close(deps, incoming)) ? t('dialog.stopped') : t('dialog.nothing'),
    }),
  });
}
