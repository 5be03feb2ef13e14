import { Temporal } from 'temporal-polyfill';
import type { Language } from '../core/languages.ts';
import { fold } from '../language/fold.ts';
import { toPlain } from '../texts/markup.ts';
import { fill, type PlainKey, translator } from '../texts/translator.ts';
import type { ArgumentSheet, CommandSheet, Localized } from './assist.ts';
import type { Call } from './call.ts';
import type { Command } from './command.ts';

/** What arguments are called in menus and forms. Those of a name mean the same in every command. */
const LABELS = {
  text: 'argument.text',
  title: 'argument.title',
  owner: 'argument.owner',
  content: 'argument.content',
  code: 'argument.code',
  codes: 'argument.codes',
  when: 'argument.when',
  until: 'argument.until',
  leads: 'argument.leads',
  place: 'argument.place',
  who: 'argument.who',
  role: 'argument.role',
  unit: 'argument.unit',
  language: 'argument.language',
  reason: 'argument.reason',
  which: 'argument.which',
  command: 'argument.command',
  session: 'argument.session',
  days: 'argument.days',
  page: 'argument.page',
  hours: 'argument.hours',
  wording: 'argument.wording',
} as const satisfies Record<string, PlainKey>;

/** What an argument is called in a form, where that has been settled. */
export function labelOf(command: Command, argument: string, language: Language): string | undefined {
  const key = keyOf(command, argument);
  return key && toPlain(fill(language, key));
}

function keyOf({ labels }: Command, argument: string): PlainKey | undefined {
  return labels[argument] ?? (isLabelled(argument) ? LABELS[argument] : undefined);
}

function isLabelled(name: string): name is keyof typeof LABELS {
  return Object.hasOwn(LABELS, name);
}

/** The commands as the menus of a platform that has forms list them. */
export function sheetsOf(commands: readonly Command[]): CommandSheet[] {
  return commands
    .filter(({ listed }) => listed)
    .map((command) => ({
      name: command.name,
      aliases: command.aliases,
      accented: command.accented,
      summary: localized(command.summary),
      access: command.access,
      arguments: argumentsOf(command),
      takesFiles: command.takesFiles,
      onMessage: command.onMessage === undefined ? undefined : localized(command.onMessage),
    }));
}

function localized(key: PlainKey): Localized {
  return {
    vi: toPlain(fill('vi', key)),
    en: toPlain(fill('en', key)),
  };
}

/** What only answers to a doubt, or presses, give. */
const NEVER_TYPED = new Set(['again', 'anyway', 'time', 'repeated']);

/** One field for each argument where all of them have a name in menus; otherwise one for the whole line. */
function argumentsOf(command: Command): ArgumentSheet[] {
  const names = command.argumentNames(nobodysCalls.vi).filter((name) => !NEVER_TYPED.has(name));
  const fields = names.flatMap((name) => {
    const key = keyOf(command, name);
    return key ? [argumentOf(command, name, key)] : [];
  });
  return fields.length === names.length ? fields : [argumentOf(command, undefined, 'argument.line')];
}

/** Calls that nobody made: enough to see what a command takes, which each keeps for the call it was asked about. */
const nobodysCalls: Record<Language, Call> = { vi: nobodysCall('vi'), en: nobodysCall('en') };

function nobodysCall(language: Language): Call {
  const nobody = { id: '', name: '' };
  const channel = { id: '', kind: 'group', title: '' } as const;
  return {
    incoming: { platform: '', kind: 'joined', updateId: '', channel, sender: nobody },
    caller: { personId: '', name: '', channelId: '', unit: undefined, role: 'member' },
    now: Temporal.Instant.fromEpochMilliseconds(0).toZonedDateTimeISO('UTC'),
    t: translator(language),
    attached: [],
  };
}

function argumentOf(command: Command, name: string | undefined, key: PlainKey): ArgumentSheet {
  const label = localized(key);
  const words = label.vi.replace(/[^\p{L}\p{N}]+/gu, ' ').trim();
  return {
    name,
    option: fold(words).replaceAll(' ', '_'),
    accented: words.toLowerCase().replaceAll(' ', '-'),
    label,
    person: name !== undefined && command.people.includes(name),
    completes: name !== undefined && command.completes.includes(name),
    choices: name === undefined ? [] : choicesOf(command, name),
  };
}

function choicesOf(command: Command, argument: string): ArgumentSheet['choices'] {
  const inLanguage = (language: Language) =>
    command.questions(nobodysCalls[language]).find((question) => question.argument === argument)?.choices ??
    [];
  const english = inLanguage('en');
  return inLanguage('vi').map(({ label, answer }) => {
    const en = english.find((choice) => choice.answer === answer)?.label ?? label;
    return { label: { vi: label, en }, answer };
  });
}
