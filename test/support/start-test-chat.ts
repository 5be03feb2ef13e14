import { openBlobs } from '../../src/blobs/open-blobs.ts';
import { createBot } from '../../src/bot.ts';
import type { Incoming } from '../../src/chat/incoming.ts';
import type { Standing } from '../../src/chat/platform.ts';
import { type Config, loadConfig } from '../../src/config.ts';
import { createCounters } from '../../src/core/counters.ts';
import { createLog } from '../../src/core/log.ts';
import { MemoryPlatform, type Posted } from '../../src/platforms/memory/memory-platform.ts';
import { openDatabase } from '../../src/storage/database.ts';
import { toPlain } from '../../src/texts/markup.ts';
import { manualClock } from './manual-clock.ts';
import { newDatabase } from './new-database.ts';
import { testApp } from './test-app.ts';

const WEDNESDAY_MORNING = '2026-01-14T08:00:00+07:00';

type Options = {
  now?: string;
  env?: Partial<Record<keyof Config, string>>;
  databaseUrl?: string;
  /** What the database in memory holds to begin with. */
  copyOf?: Buffer;
  limited?: boolean;
  /** Is told of every statement that the database is asked to prepare. */
  onNewStatement?: (sql: string) => void;
};

/** How a person writes: in a private chat, as a change of an earlier message, in answer to somebody. */
type How = {
  privately?: boolean;
  messageId?: string;
  edited?: boolean;
  replyTo?: string;
  updateId?: string;
  /** A file that goes with the message, or that hangs on the message it answers. */
  file?: SentFile;
  /** What a form gave, by the names of the arguments. */
  answers?: Record<string, string>;
  replyToFile?: SentFile;
  /** It replies to this message of the bot, by its id. */
  toPost?: string;
};

type SentFile = { name: string; content: string | Uint8Array; size?: number; mimeType?: string };

const BOT = { id: 'bot', name: 'Bot' };
const STANDINGS: Record<string, Standing> = { quantri: 'administrator' };

export type TestChat = Awaited<ReturnType<typeof startTestChat>>;

/** The whole bot on a database in memory, and people who talk to it. */
export async function startTestChat({
  now = WEDNESDAY_MORNING,
  env = {},
  databaseUrl,
  copyOf,
  limited = false,
  onNewStatement,
}: Options = {}) {
  const clock = manualClock(now);
  const logged: string[] = [];
  const log = createLog('info', { write: (line) => void logged.push(line) });
  const db = databaseUrl
    ? await openDatabase(databaseUrl, onNewStatement)
    : copyOf
      ? await openDatabase(copyOf, onNewStatement)
      : await newDatabase(onNewStatement);
  const blobs = openBlobs(databaseUrl ?? 'sqlite::memory:', clock);
  const counters = createCounters();
  const app = testApp({ db, blobs, clock, log, config: loadConfig(env), count: counters.count });
  const platform = new MemoryPlatform();
  const bot = createBot(app, [platform], limited);
  await platform.start(bot.receiver.receive);
  await bot.sender.recover('all');
  await bot.receiver.start();
  let count = 0;

  const settle = async (): Promise<void> => {
    await bot.receiver.idle();
    await bot.sender.drain();
  };

  const channelOf = (group: string, name: string, how: How) =>
    how.privately
      ? ({ id: name.toLowerCase(), kind: 'private', title: name } as const)
      : ({ id: group, kind: 'group', title: group } as const);

  /** Puts a file where the bot can fetch it; gives what the platform says of it. */
  const fileOf = (file: SentFile) => {
    const bytes = typeof file.content === 'string' ? new TextEncoder().encode(file.content) : file.content;
    const id = `file${platform.files.size + 1}`;
    platform.files.set(id, bytes);
    const { name, size = bytes.length, mimeType } = file;
    return { id, name, size, ...(mimeType === undefined ? {} : { mimeType }) };
  };

  const replyOf = ({ replyTo, replyToFile, toPost }: How) =>
    toPost !== undefined
      ? { replyTo: { messageId: toPost, author: BOT, byBot: true } }
      : replyTo === undefined && replyToFile === undefined
        ? {}
        : {
            replyTo: {
              messageId: 'm0',
              author: accountOf(replyTo ?? 'Quantri'),
              byBot: false,
              ...(replyToFile ? { files: [fileOf(replyToFile)] } : {}),
            },
          };

  /** The bot's question opens the answer field: what somebody says next, and is no command, replies to it. */
  const answerOf = (channel: string, name: string, text: string, how: How) => {
    const asked = platform.posted.findLast(
      (posted) => posted.channel === channel && posted.message.asks && posted.to === name.toLowerCase(),
    );
    if (!asked || how.privately || /^\s*[/／]/u.test(text)) return {};
    return { replyTo: { messageId: asked.id, author: BOT, byBot: true } };
  };

  const since = (start: number): Posted[] => platform.posted.slice(start);

  const deliver = async (incoming: Incoming): Promise<string> => {
    const start = platform.posted.length;
    const before = platform.posted.map(({ message }) => message);
    await platform.deliver(incoming);
    await settle();
    const changed = platform.posted.filter(
      ({ message }, index) => index < start && message !== before[index],
    );
    return [...changed, ...since(start)].map(({ message }) => toPlain(message.text)).join('\n---\n');
  };

  for (const [name, standing] of Object.entries(STANDINGS)) platform.standings.set(`nhom:${name}`, standing);

  /** A person writes in a group (`nhom` unless told); gives all that the bot answers, as plain text. */
  const saysIn = (group: string, name: string, text: string, how: How = {}): Promise<string> => {
    count += 1;
    return deliver({
      platform: 'memory',
      updateId: how.updateId ?? `u${count}`,
      channel: channelOf(group, name, how),
      sender: accountOf(name),
      kind: 'message',
      messageId: how.messageId ?? `m${count}`,
      text,
      edited: how.edited ?? false,
      ...(how.file ? { files: [fileOf(how.file)] } : {}),
      ...(how.answers ? { answers: how.answers } : {}),
      ...answerOf(how.privately ? '' : group, name, text, how),
      ...replyOf(how),
    });
  };

  return {
    app,
    bot,
    clock,
    platform,
    logged,
    counted: counters.read,
    settle,
    saysIn,
    says: (name: string, text: string, how: How = {}) => saysIn('nhom', name, text, how),
    /** A person presses a button of the newest message that has one so labelled. */
    presses: (name: string, label: string, group = 'nhom'): Promise<string> => {
      const posted = platform.posted.findLast(
        ({ message, channel }) =>
          channel === group && message.buttons?.flat().some((button) => button.label === label),
      );
      const button = posted?.message.buttons?.flat().find((button) => button.label === label);
      if (!posted || !button) throw new Error(`there is no button “${label}”`);
      count += 1;
      return deliver({
        platform: 'memory',
        updateId: `u${count}`,
        channel: channelOf(group, name, { privately: group === name.toLowerCase() }),
        sender: accountOf(name),
        kind: 'press',
        messageId: posted.id,
        pressId: `p${count}`,
        line: button.line,
      });
    },
    deliver,
    /** What was posted in a channel, newest last. */
    posts: (channel = 'nhom'): string[] =>
      platform.posted
        .filter((posted) => posted.channel === channel)
        .map(({ message }) => toPlain(message.text)),
    /** Lets time pass minute by minute, with a tick each; gives what was posted on the way. */
    pass: async (minutes: number): Promise<string[]> => {
      const start = platform.posted.length;
      for (let minute = 0; minute < minutes; minute += 1) {
        await clock.advance(60_000);
        await bot.ticker.tick();
        await settle();
      }
      return since(start).map(({ message }) => toPlain(message.text));
    },
    /** Lets time pass while the bot is not running, then starts it again. */
    sleepThrough: async (minutes: number): Promise<string[]> => {
      const start = platform.posted.length;
      await clock.advance(minutes * 60_000);
      await bot.ticker.tick();
      await settle();
      return since(start).map(({ message }) => toPlain(message.text));
    },
    stop: async (): Promise<void> => {
      await bot.stop();
      await db.destroy();
    },
  };
}

function accountOf(name: string) {
  return {
    id: name.toLowerCase(),
    name,
    username: name.toLowerCase(),
  };
}

/** A chat whose group is the channel of the unit Chi bộ ấp 2. */
export async function startLinkedChat(options: Options = {}): Promise<TestChat> {
  const chat = await startTestChat(options);
  await chat.says('Quantri', '/lienket Chi bộ ấp 2');
  return chat;
}
