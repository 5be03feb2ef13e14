import { fold } from '../language/fold.ts';
import { fill, type Translator } from '../texts/translator.ts';
import { button } from './button.ts';
import type { Call } from './call.ts';
import type { Answers, Command, Question } from './command.ts';
import type { Incoming, SentFile } from './incoming.ts';
import type { Button, Message } from './message.ts';

/** How long a question waits for its answer. */
export const DIALOG_MINUTES = 15;
const LONGEST_COLUMN = 5;

/** What is being typed in by one person in one channel: a command, one question at a time. */
export type Dialog = {
  command: string;
  /** The argument that is asked for. */
  asking: string;
  /** The answers so far; an empty one was skipped. */
  answers: Answers;
  /** The command was sent alone, so optional arguments are asked for too. */
  guided: boolean;
  /** The person's message that gave the last answer. */
  messageId?: string | undefined;
  /** What came with the command or with an answer so far. */
  files?: readonly SentFile[];
};

/** A question that was asked of somebody and is not answered yet. */
export type Asked = {
  id: string;
  dialog: Dialog;
  /** It is the last that they were asked there; the others were stopped. */
  isOpen: boolean;
  isExpired: boolean;
  /** The bot's messages that ask it; undefined where they are not known, so that any answer to the bot counts. */
  messages: readonly string[] | undefined;
};

/** The question that waits for whatever the person types next. */
export function openAmong(asked: readonly Asked[]): Asked | undefined {
  return asked.find(({ isOpen, isExpired }) => isOpen && !isExpired);
}

/**
 * The question that an event answers, of those that its sender was asked there: the one under whose message a button
 * is pressed, or to whose message they reply. In a private chat a text needs no reply to answer the last one.
 */
export function questionAnswered(incoming: Incoming, asked: readonly Asked[]): Asked | undefined {
  const last = asked.find(({ isOpen }) => isOpen);
  const under = (messageId: string) =>
    asked.find(({ messages }) => messages?.includes(messageId)) ??
    (last?.messages === undefined ? last : undefined);
  if (incoming.kind === 'press') return under(incoming.messageId);
  if (incoming.kind !== 'message') return undefined;
  const { replyTo, channel } = incoming;
  const answered = replyTo?.byBot ? under(replyTo.messageId) : undefined;
  return answered ?? (channel.kind === 'private' ? last : undefined);
}

/** What the message that asks a question is about, by which it is found again. */
export function subjectOfQuestion(id: string): string {
  return `question:${id}`;
}

const CANCEL = new Set(['huy', 'thoi', 'dung', 'cancel', 'stop']);
const SKIP = new Set(['bo qua', '-', 'skip']);

export function isCancel(text: string): boolean {
  return CANCEL.has(fold(text));
}

export function isSkip(text: string): boolean {
  return SKIP.has(fold(text));
}

/** The next thing to ask, or nothing when the command can run. */
export function nextQuestion(
  command: Command,
  call: Call,
  answers: Answers,
  guided: boolean,
): Question | undefined {
  return command
    .questions(call)
    .find(({ argument, optional }) => !(argument in answers) && (guided || !optional));
}

/** A question as a message: its text, the answers to press, and how to skip or stop. */
export function ask(question: Question, t: Translator): Message {
  const choices = inRows(question.choices.map(({ label, answer }) => ({ label, line: answer })));
  const skip = question.optional ? [[button(t, 'button.skip', 'bỏ qua')]] : [];
  const buttons = [...choices, ...skip];
  return { text: fill(t.language, question.ask), asks: true, ...(buttons.length > 0 ? { buttons } : {}) };
}

/** A long list of choices stands in two columns. */
function inRows(buttons: readonly Button[]): Button[][] {
  const columns = buttons.length > LONGEST_COLUMN ? 2 : 1;
  return Array.from({ length: Math.ceil(buttons.length / columns) }, (_, row) =>
    buttons.slice(row * columns, (row + 1) * columns),
  );
}
