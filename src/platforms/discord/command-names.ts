import type { CommandSheet } from '../../chat/assist.ts';
import { type Markup, markup } from '../../texts/markup.ts';

/** By their short and their English names, the names that commands have on Discord, where each has one. */
export type CommandNames = ReadonlyMap<string, string>;

export function commandNames(sheets: readonly CommandSheet[]): CommandNames {
  return new Map(sheets.flatMap(({ name, aliases }) => aliases.map((alias) => [alias, name] as const)));
}

/** An address, or a command; what somebody typed is no command, as its slash is followed by a mark. */
const NAMED = /<l>.*?<\/l>|(?<![\p{L}\d/.<])\/([a-z]+)(?![a-z\d/])/gu;

/** The text with each command by the name that it has on Discord. */
export function withTheirNames(text: Markup, names: CommandNames): Markup {
  return markup(
    text.markup.replace(NAMED, (whole, name?: string) => {
      const known = name === undefined ? undefined : names.get(name);
      return known === undefined ? whole : `/${known}`;
    }),
  );
}
