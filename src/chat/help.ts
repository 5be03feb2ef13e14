import { z } from 'zod';
import type { App } from '../app.ts';
import { LANGUAGES } from '../core/languages.ts';
import { fold } from '../language/fold.ts';
import { joinMarkup, type Markup, toPlain } from '../texts/markup.ts';
import { beginning } from '../texts/shorten.ts';
import { fill, type Translator } from '../texts/translator.ts';
import { UserError } from '../texts/user-error.ts';
import { mayActAs, ROLES, type Role } from './access.ts';
import { argument, type Command, defineCommand } from './command.ts';
import { findCommand } from './command-line.ts';
import type { Menu, MenuCommand } from './platform.ts';

/** What help and menus need of a command. */
type Listed = Pick<Command, 'name' | 'aliases' | 'summary' | 'example' | 'access' | 'listed'>;

/** `trogiup`, over all commands of the bot, itself among them. */
export function helpCommand(commands: () => readonly Listed[]): Command {
  return defineCommand({
    name: 'trogiup',
    accented: 'trợ-giúp',
    aliases: ['help'],
    summary: 'help.summary',
    example: 'help.example',
    access: 'member',
    needsUnit: false,
    arguments: () => z.object({ command: argument((text) => text).optional() }),
    run: async (_app: App, { caller, t }, { command }) => {
      if (command === undefined) return { text: overview(commands(), caller.role, t), aside: true };
      const name = fold(command).replace(/[^a-z0-9]/g, '');
      const found = findCommand(commands(), name);
      if (!found) throw new UserError('command.unknown', { command: beginning(command, 32) });
      return { text: explanation(found, t), aside: true };
    },
  });
}

/** The commands that a role may use, grouped by the role they are for. */
function overview(commands: readonly Listed[], role: Role, t: Translator): Markup {
  const groups = ROLES.filter((group) => mayActAs(role, group)).map((group) => {
    const lines = commands
      .filter(({ access, listed }) => listed && access === group)
      .map((command) => summaryOf(command, t));
    return joinMarkup([t(`help.for_${group}`), ...lines]);
  });
  return joinMarkup([...groups, t('help.more')], '\n\n');
}

function summaryOf({ name, summary }: Listed, t: Translator): Markup {
  return t('help.line', { command: t('help.command', { name }), summary: fill(t.language, summary) });
}

/** One command: what it does, its short names and examples. */
function explanation(command: Listed, t: Translator): Markup {
  const aliases = joinMarkup(
    command.aliases.map((name) => t('help.command', { name })),
    ', ',
  );
  return joinMarkup([
    joinMarkup(
      [summaryOf(command, t), ...(command.aliases.length === 0 ? [] : [t('help.aliases', { aliases })])],
      '',
    ),
    t('help.examples'),
    fill(t.language, command.example),
  ]);
}

/** The menus of a platform: in each language what everyone, and what administrators may use. */
export function menusOf(commands: readonly Listed[]): Menu[] {
  return LANGUAGES.map((language) => {
    const entry = ({ name, summary }: Listed): MenuCommand => ({
      name,
      description: toPlain(fill(language, summary)),
    });
    const listed = commands.filter((command) => command.listed);
    return {
      language,
      everyone: listed.filter(({ access }) => access === 'member').map(entry),
      administrators: listed.filter(({ access }) => access !== 'member').map(entry),
    };
  });
}
