import type { Language } from '../core/languages.ts';
import type { Role } from './access.ts';
import type { Incoming, IncomingMessage } from './incoming.ts';

/** What is typed, as it were, by choosing a bot where a person is meant. */
export const CHOSEN_BOT = '@bot';

export type Localized = Record<Language, string>;

/** An argument of a command, as menus show it. */
export type ArgumentSheet = {
  /** By which the command knows it; nothing for the whole line, which the command takes apart itself. */
  name: string | undefined;
  /** As typed: [a-z0-9_]. */
  option: string;
  /** The same with diacritics. */
  accented: string;
  label: Localized;
  /** A person is meant, chosen from those of the channel. */
  person: boolean;
  /** While it is typed, the bot says what it may become. */
  completes: boolean;
  choices: readonly { label: Localized; answer: string }[];
};

/** A command, as menus show it. */
export type CommandSheet = {
  name: string;
  /** Other names, where commands are text. */
  aliases: readonly string[];
  accented: string;
  summary: Localized;
  access: Role;
  arguments: readonly ArgumentSheet[];
  /** Something may be attached to it. */
  takesFiles: boolean;
  /** What doing it to somebody else's message is called, where that can be done. */
  onMessage: Localized | undefined;
};

/** What is still to be typed for a command, all of it at once. */
export type Form = {
  command: string;
  title: string;
  /** What is known already and need not be shown. */
  known: Readonly<Record<string, string>>;
  fields: readonly FormField[];
  /** What is known, for where it has to be shown all the same. */
  knownFields?: readonly FormField[];
};

export type FormField = {
  argument: string;
  label: string;
  hint: string;
  /** What stands in it to begin with. */
  value: string;
  required: boolean;
  /** A person is meant, chosen from those of the channel. */
  person?: boolean;
};

/** What the bot does for a person who is still typing; nothing of it changes anything. */
export type Assist = {
  /** The commands that menus list. */
  commands: readonly CommandSheet[];
  /** The form that an event opens in place of being acted on; nothing where there is no more to type. */
  form(incoming: Incoming): Promise<Form | undefined>;
  /** What the argument that is being typed may become; `answers` holds what has been typed so far. */
  complete(
    incoming: IncomingMessage & { answers: Readonly<Record<string, string>> },
    argument: string,
  ): Promise<readonly { label: string; answer: string }[]>;
};
