import { Temporal } from 'temporal-polyfill';
import type { Posted } from '../../../src/platforms/memory/memory-platform.ts';
import { toPlain } from '../../../src/texts/markup.ts';
import { startLinkedChat, type TestChat } from '../../support/start-test-chat.ts';

/** When SH1 takes place, and its reminders, of Chi bộ ấp 2. */
export const SESSION = '2026-01-20T19:30:00+07:00';
export const FIRST_REMINDER = '2026-01-17T07:30:00+07:00';
export const LAST_REMINDER = '2026-01-20T17:30:00+07:00';

let count = 0;

/** Lets the time come, with a tick at that moment; gives what was posted then. */
export function at(chat: TestChat, iso: string): Promise<string[]> {
  const minutes = chat.clock.now().until(Temporal.Instant.from(iso)).total('minutes');
  return chat.sleepThrough(minutes);
}

/** The newest message of a channel that has such a button. */
export function withButton(chat: TestChat, channel: string, label: string): Posted | undefined {
  return chat.platform.posted.findLast(
    (posted) => posted.channel === channel && labels(posted).includes(label),
  );
}

function labels({ message }: Posted): string[] {
  return message.buttons?.flat().map(({ label }) => label) ?? [];
}

/** Somebody presses a button in their private chat; gives all that is said after it. */
export async function pressesPrivately(chat: TestChat, name: string, label: string): Promise<string> {
  const channel = name.toLowerCase();
  const posted = withButton(chat, channel, label);
  const line = posted?.message.buttons?.flat().find((button) => button.label === label)?.line;
  if (!posted || line === undefined) throw new Error(`${name} has no button “${label}”`);
  count += 1;
  return chat.deliver({
    platform: 'memory',
    updateId: `private${count}`,
    channel: { id: channel, kind: 'private', title: name },
    sender: { id: channel, name, username: channel },
    kind: 'press',
    messageId: posted.id,
    pressId: `private${count}`,
    line,
  });
}

export function privately(chat: TestChat, name: string, text: string): Promise<string> {
  return chat.says(name, text, { privately: true });
}

/** A person who has acted in the unit and has opened a private chat with the bot. */
export async function opensPrivateChat(chat: TestChat, name: string): Promise<void> {
  await chat.says(name, '/lich');
  await privately(chat, name, '/start');
}

/** The reminder that was posted last in the group, as it reads now. */
export function reminder(chat: TestChat, group = 'nhom'): string {
  const posted = chat.platform.posted.findLast(
    ({ channel, message }) => channel === group && message.subject?.startsWith('session:'),
  );
  if (!posted) throw new Error('no reminder was posted');
  return toPlain(posted.message.text);
}

/** The unit with one session set: SH1. */
export async function startWithSession(
  schedule = '/nhaclich 19h30 ngày 20/1 Sinh hoạt chi bộ, trước 3 ngày và 2 tiếng',
): Promise<TestChat> {
  const chat = await startLinkedChat();
  await chat.says('Quantri', schedule);
  await chat.presses('Quantri', 'Đúng, đặt lịch');
  return chat;
}

/** The same once the first reminder has been posted. */
export async function startWithReminder(): Promise<TestChat> {
  const chat = await startWithSession();
  await at(chat, FIRST_REMINDER);
  return chat;
}
