import { isDeepStrictEqual } from 'node:util';
import { z } from 'zod';
import type { ArgumentSheet, CommandSheet, Localized } from '../../chat/assist.ts';
import type { Clock } from '../../core/clock.ts';
import type { Language } from '../../core/languages.ts';
import type { Log } from '../../core/log.ts';
import { toPlain } from '../../texts/markup.ts';
import { shorten } from '../../texts/shorten.ts';
import { fill, type PlainKey } from '../../texts/translator.ts';
import type { Api } from './api.ts';

// discord.com/developers/docs/interactions/application-commands
const TYPE = { typed: 1, onMessage: 3 } as const;
const OPTION = { text: 3, person: 6, file: 11 } as const;
const EVERYWHERE = [0, 1];
const IN_SERVERS = [0];
const MANAGE_SERVER = 1 << 5;
const LONGEST_DESCRIPTION = 100;
const MOST_CHOICES = 25;
const LONGEST_VALUE = 6000;

const localizations = z
  .record(z.string(), z.string())
  .nullish()
  .transform((texts) => texts ?? {});

const choiceSchema = z.object({ name: z.string(), name_localizations: localizations, value: z.string() });

const optionSchema = z.object({
  type: z.int(),
  name: z.string(),
  name_localizations: localizations,
  description: z.string(),
  description_localizations: localizations,
  required: z.boolean().nullish().transform(Boolean),
  autocomplete: z.boolean().nullish().transform(Boolean),
  max_length: z
    .int()
    .nullish()
    .transform((length) => length ?? undefined),
  choices: z
    .array(choiceSchema)
    .nullish()
    .transform((choices) => choices ?? []),
});

const numbers = z
  .array(z.int())
  .nullish()
  .transform((all) => all?.toSorted() ?? []);

/** A command as far as the bot has a say in it; what Discord adds is dropped. */
const commandSchema = z.object({
  type: z.int().default(TYPE.typed),
  name: z.string(),
  name_localizations: localizations,
  description: z.string().default(''),
  description_localizations: localizations,
  options: z
    .array(optionSchema)
    .nullish()
    .transform((options) => options ?? []),
  default_member_permissions: z
    .union([z.string(), z.number()])
    .nullish()
    .transform((permissions) =>
      permissions === null || permissions === undefined ? null : String(permissions),
    ),
  contexts: numbers,
  integration_types: numbers,
});

/** By its own name, as it is no argument of the command. */
const FILE_OPTION = 'tep';

type Deps = { api: Api; clock: Clock; log: Log; stop: AbortSignal };

const FIRST_WAIT = 5_000;
const LONGEST_WAIT = 300_000;

/** Discord is not asked about the servers faster than this. */
const BETWEEN_SERVERS = 1_100;

type Where = {
  application: string;
  /** The one server to try the commands in, in place of all. */
  guild: string | undefined;
  /** All that the bot is in. */
  servers: readonly string[];
};

/**
 * Registers the commands globally, or in one server to try them; tries again until it is done. Where they were before,
 * they are taken off, as everybody there would see them twice.
 */
export async function keepRegistered(
  deps: Deps,
  { application, guild, servers }: Where,
  sheets: readonly CommandSheet[],
): Promise<void> {
  const globally = `/applications/${application}/commands` as const;
  const inServer = (id: string) => `/applications/${application}/guilds/${id}/commands` as const;
  await persistently(deps, guild === undefined ? globally : inServer(guild), sheets);
  if (guild !== undefined) await persistently(deps, globally, []);
  for (const [index, server] of servers.filter((id) => id !== guild).entries()) {
    if (index > 0) await deps.clock.sleep(BETWEEN_SERVERS, deps.stop).catch(() => undefined);
    if (deps.stop.aborted) return;
    await register(deps, inServer(server), []).catch((err: unknown) => {
      deps.log.debug({ err, server }, 'discord: the commands of a server could not be looked at');
    });
  }
}

async function persistently(deps: Deps, route: `/${string}`, sheets: readonly CommandSheet[]): Promise<void> {
  for (let wait = FIRST_WAIT; !deps.stop.aborted; wait = Math.min(LONGEST_WAIT, wait * 2)) {
    try {
      return await register(deps, route, sheets);
    } catch (err) {
      deps.log.error(
        { err, seconds: wait / 1000 },
        'discord: the commands could not be registered; tried again later',
      );
      await deps.clock.sleep(wait, deps.stop).catch(() => undefined);
    }
  }
}

/** Tells Discord which commands there are, where they are not what it knows. */
async function register(
  { api, log }: Deps,
  route: `/${string}`,
  sheets: readonly CommandSheet[],
): Promise<void> {
  const isGlobal = !route.includes('/guilds/');
  const commands = sheets.flatMap((sheet) => toCommands(sheet, isGlobal));
  const known = await api.call('GET', route, { query: { with_localizations: 'true' } });
  if (isSame(commands, known)) return;
  await api.call('PUT', route, { body: commands });
  log.info({ commands: commands.length }, 'discord: the commands were registered anew');
}

const FILE = {
  type: OPTION.file,
  ...named(FILE_OPTION, 'tệp'),
  ...described({ vi: textOf('vi', 'argument.file_hint'), en: textOf('en', 'argument.file_hint') }),
};

function toCommands(sheet: CommandSheet, isGlobal: boolean): object[] {
  const typed = {
    type: TYPE.typed,
    ...named(sheet.name, sheet.accented),
    ...described(sheet.summary),
    // What is not given is asked for in a form, so that nothing is required here.
    options: [...sheet.arguments.map(toOption), ...(sheet.takesFiles ? [FILE] : [])],
    ...common(sheet, EVERYWHERE, isGlobal),
  };
  if (!sheet.onMessage) return [typed];
  const { vi, en } = sheet.onMessage;
  const chosen = { type: TYPE.onMessage, name: vi, name_localizations: { 'en-US': en, 'en-GB': en } };
  return [typed, { ...chosen, ...common(sheet, IN_SERVERS, isGlobal) }];
}

/** Discord takes names in NFC and lower case only. */
function named(name: string, accented: string) {
  return {
    name,
    name_localizations: { vi: accented.normalize('NFC').toLowerCase() },
  };
}

/** English is what Discord shows in every language that has no words of its own. */
function described({ vi, en }: Localized) {
  return {
    description: cut(en),
    description_localizations: { vi: cut(vi) },
  };
}

function cut(text: string): string {
  const line = text.replace(/\s+/g, ' ').trim();
  return shorten(line, LONGEST_DESCRIPTION);
}

function toOption(argument: ArgumentSheet) {
  return {
    type: argument.person ? OPTION.person : OPTION.text,
    ...named(argument.option, argument.accented),
    ...described(argument.label),
    ...(argument.person ? {} : { max_length: LONGEST_VALUE }),
    ...(argument.completes ? { autocomplete: true } : {}),
    ...(argument.choices.length > 0
      ? {
          choices: argument.choices.slice(0, MOST_CHOICES).map(({ label, answer }) => ({
            name: cut(label.en),
            name_localizations: { vi: cut(label.vi) },
            value: answer,
          })),
        }
      : {}),
  };
}

/** Where a command shows is said of global ones only: those of one server show there. */
function common({ access }: CommandSheet, contexts: number[], isGlobal: boolean) {
  return {
    ...(isGlobal ? { contexts, integration_types: [0] } : {}),
    // Coordinators are named by the bot, which Discord cannot know: their commands are shown to all.
    default_member_permissions: access === 'administrator' ? MANAGE_SERVER : null,
  };
}

function isSame(ours: unknown[], theirs: unknown): boolean {
  const canonical = (commands: unknown) =>
    z
      .array(commandSchema)
      .safeParse(commands)
      .data?.toSorted((a, b) => `${a.type}${a.name}`.localeCompare(`${b.type}${b.name}`));
  return isDeepStrictEqual(canonical(ours), canonical(theirs));
}

function textOf(language: Language, key: PlainKey): string {
  return toPlain(fill(language, key));
}
