import type { Menu, MenuCommand } from '../../chat/platform.ts';
import { beginning } from '../../texts/shorten.ts';
import type { Api } from './api.ts';

/** core.telegram.org/bots/api#botcommand */
const NAME = /^[a-z0-9_]{1,32}$/;
const LONGEST_DESCRIPTION = 256;
const MOST_COMMANDS = 100;

const PLACES = [
  { type: 'default', administrators: false },
  { type: 'all_group_chats', administrators: false },
  { type: 'all_chat_administrators', administrators: true },
  { type: 'all_private_chats', administrators: true },
] as const;

export async function publishMenus(api: Api, menus: readonly Menu[]): Promise<void> {
  for (const { language, everyone, administrators } of menus) {
    for (const { type, administrators: forAdministrators } of PLACES) {
      await api.call('setMyCommands', {
        commands: listed(forAdministrators ? [...everyone, ...administrators] : everyone),
        scope: { type },
        // Without a language it is what everybody sees whose language has no menu of its own.
        ...(language === 'vi' ? {} : { language_code: language }),
      });
    }
  }
}

function listed(commands: readonly MenuCommand[]) {
  return commands
    .filter(({ name, description }) => NAME.test(name) && description.trim() !== '')
    .slice(0, MOST_COMMANDS)
    .map(({ name, description }) => ({
      command: name,
      description: beginning(description, LONGEST_DESCRIPTION),
    }));
}
