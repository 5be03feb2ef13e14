import { LONGEST_TYPED } from '../core/longest-typed.ts';
import { beginning } from '../texts/shorten.ts';
import { UserError } from '../texts/user-error.ts';
import type { Call } from './call.ts';
import type { Answers, Command } from './command.ts';
import {
  type CommandLine,
  findCommand,
  readBareCommandLine,
  readCommandLine,
  suggestCommand,
} from './command-line.ts';
import { type Asked, isCancel, isSkip } from './dialog.ts';
import { type Incoming, type IncomingMessage, postedIn, type SentFile } from './incoming.ts';
import { asTyped, pointOut } from './pointed-out.ts';

/** A command, and what is known of its arguments. */
export type CommandTurn = {
  kind: 'command' | 'answer';
  /** The question that was answered. */
  asked: Asked | undefined;
  command: Command;
  answers: Answers;
  guided: boolean;
  files: readonly SentFile[];
  /** The person's message that gave the last answer. */
  messageId: string | undefined;
  /** What could not be read of it; the question it leaves is still open. */
  refused?: UserError;
};

/** What an event asks of the bot. */
export type Turn =
  | CommandTurn
  | { kind: 'cancel'; asked: Asked }
  | { kind: 'refusal'; error: UserError }
  /** It was not meant for the bot. */
  | { kind: 'silence' };

const SILENCE = { kind: 'silence' } as const;

/** Reads an event: a command, the answer to a question, or nothing for the bot. */
export function readTurn(commands: readonly Command[], call: Call, asked: Asked | undefined): Turn {
  const { incoming } = call;
  if (incoming.kind !== 'message' && incoming.kind !== 'press') return SILENCE;
  if (incoming.kind === 'press' && incoming.button === 'gone') return refusal(new UserError('button.gone'));
  const text = asTyped(incoming.kind === 'message' ? incoming.text : incoming.line);
  const line = readCommandLine(text.slice(0, LONGEST_TYPED));
  if (isTooLong(incoming, text)) return tooLong(line !== undefined || asked !== undefined, incoming);
  if (line) return readCommand(commands, line, call);
  if (incoming.kind === 'message' && incoming.edited) return SILENCE;
  if (asked) return readAnswer(commands, text || nameOfFile(incoming), call, asked);
  if (incoming.kind === 'press') return refusal(new UserError('dialog.not_yours'));
  return incoming.channel.kind === 'private' ? readBare(commands, text, call) : SILENCE;
}

function readCommand(commands: readonly Command[], line: CommandLine, call: Call): Turn {
  const command = findCommand(commands, line.name);
  return command ? startCommand(command, line, call) : unknownCommand(commands, line, call);
}

function isTooLong(incoming: Incoming, text: string): boolean {
  const given = incoming.kind === 'message' ? Object.values(incoming.answers ?? {}) : [];
  return [text, ...given].reduce((sum, { length }) => sum + length, 0) > LONGEST_TYPED;
}

/** Said to whoever meant the bot. */
function tooLong(isMeant: boolean, { channel }: Incoming): Turn {
  return isMeant || channel.kind === 'private'
    ? refusal(new UserError('command.too_long', { max: LONGEST_TYPED }))
    : SILENCE;
}

function startCommand(command: Command, line: CommandLine, call: Call): Turn {
  const { incoming } = call;
  if (incoming.kind === 'message' && incoming.edited && !command.takesEdits) return SILENCE;
  const given = incoming.kind === 'message' ? answersIn(command, incoming) : undefined;
  const read = given ? { answers: given } : reading(() => command.read(line.rest, call));
  const guided = !('refused' in read) && Object.keys(read.answers).length === 0;
  const messageId = postedIn(incoming);
  return { kind: 'command', asked: undefined, command, ...read, guided, files: call.attached, messageId };
}

function reading(read: () => Answers, before: Answers = {}): Pick<CommandTurn, 'answers' | 'refused'> {
  try {
    return { answers: read() };
  } catch (error) {
    if (!(error instanceof UserError) || error.argument === undefined) throw error;
    return { answers: before, refused: error };
  }
}

/** What a form gave: a person only where the platform itself says so. */
function answersIn({ people }: Command, { answers, mentions = [] }: IncomingMessage): Answers | undefined {
  if (!answers) return undefined;
  const read = ([name, text]: [string, string]): [string, string] => {
    const account = people.includes(name) && mentions.find(({ id }) => text.startsWith(`id:${id} `));
    return [name, account ? pointOut({ account }) : asTyped(text)];
  };
  return Object.fromEntries(Object.entries(answers).map(read));
}

/** In a group another bot may be meant: only a near miss is worth a word. */
function unknownCommand(commands: readonly Command[], line: CommandLine, call: Call): Turn {
  const suggestion = suggestCommand(commands, line.name);
  const command = beginning(line.name, 32);
  if (suggestion)
    return refusal(new UserError('command.unknown_near', { command, suggestion: suggestion.name }));
  return call.incoming.channel.kind === 'private'
    ? refusal(new UserError('command.unknown', { command }))
    : SILENCE;
}

function refusal(error: UserError) {
  return { kind: 'refusal', error } as const;
}

function readAnswer(commands: readonly Command[], text: string, call: Call, asked: Asked): Turn {
  const { dialog } = asked;
  const command = commands.find(({ name }) => name === dialog.command);
  if (!command) return SILENCE;
  if (asked.isExpired) return refusal(new UserError('dialog.expired', { command: command.name }));
  // A button still means what it stands under; what is typed might be meant for something else by now.
  if (!asked.isOpen && call.incoming.kind === 'message')
    return refusal(new UserError('dialog.was_stopped', { command: command.name }));
  if (isCancel(text)) return { kind: 'cancel', asked };
  const skips = isSkip(text);
  const files = call.attached.length > 0 ? call.attached : (dialog.files ?? []);
  const questions = command.questions({ ...call, attached: files });
  const question = questions.find(({ argument }) => argument === dialog.asking);
  if (skips && !question?.optional) return refusal(new UserError('dialog.needed'));
  const read = skips
    ? { answers: { ...dialog.answers, [dialog.asking]: '' } }
    : reading(() => command.readAnswer(dialog.answers, dialog.asking, text, call), dialog.answers);
  const messageId = postedIn(call.incoming) ?? dialog.messageId;
  return { kind: 'answer', asked, command, ...read, guided: dialog.guided, files, messageId };
}

/** A file that is sent without a word answers with its name. */
function nameOfFile(incoming: Incoming): string {
  return incoming.kind === 'message' ? (incoming.files?.at(0)?.name ?? '') : '';
}

function readBare(commands: readonly Command[], text: string, call: Call): Turn {
  const line = readBareCommandLine(text);
  const command =
    line && commands.find(({ name, aliases }) => name === line.name || aliases.includes(line.name));
  return line && command ? startCommand(command, line, call) : refusal(new UserError('command.none'));
}
