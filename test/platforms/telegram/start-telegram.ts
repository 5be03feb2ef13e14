import { pino } from 'pino';
import { onTestFinished } from 'vitest';
import { memoryBlobs } from '../../../src/blobs/memory-blobs.ts';
import type { Incoming } from '../../../src/chat/incoming.ts';
import type { Message } from '../../../src/chat/message.ts';
import { PlatformError, type Post, type Receive } from '../../../src/chat/platform.ts';
import type { Clock } from '../../../src/core/clock.ts';
import type { ProxySettings } from '../../../src/platforms/proxy.ts';
import { createTelegramPlatform } from '../../../src/platforms/telegram/telegram-platform.ts';
import { markup } from '../../../src/texts/markup.ts';
import { manualClock } from '../../support/manual-clock.ts';
import { type Options, type Shown, startFakeTelegram } from '../../support/telegram/fake-telegram.ts';

type More = Options & { apiRoot?: string; botToken?: string; deadlines?: Clock; proxy?: ProxySettings };

/** The adapter and a Telegram for it, which end with the test. */
export async function startTelegram(options: More = {}) {
  const clock = manualClock('2026-12-01T00:00:00Z');
  const fake = await startFakeTelegram({ clock, ...options });
  const logged: string[] = [];
  const log = pino({ level: 'debug' }, { write: (line: string) => logged.push(line) });
  const { apiRoot = fake.apiRoot, botToken: token = fake.token, deadlines = clock, proxy = {} } = options;
  const blobs = memoryBlobs(clock);
  const make = (webhookUrl?: string) =>
    createTelegramPlatform({
      token,
      apiRoot,
      webhookUrl,
      proxy,
      readBlob: blobs.read,
      clock,
      log,
      deadlines,
    });
  const platform = make();
  onTestFinished(async () => {
    await platform.stop();
    await fake.close();
  });
  const taken: Incoming[] = [];
  const keep: Receive = async (incoming) => {
    taken.push(incoming);
  };
  const an = fake.person('Nguyễn Văn An', 'an_nguyen');
  const lan = fake.person('Trần Thị Lan');
  const group = fake.group({ title: 'Chi đoàn 1', administrators: [lan], members: [an] });
  return { clock, fake, platform, blobs, make, taken, keep, logged, an, lan, group };
}

const freshKey = (() => {
  let count = 0;
  return () => {
    count += 1;
    return `key-${count}`;
  };
})();

/** A post into a chat; `answers` names the message that it replies to. */
export function postTo(
  channel: string,
  text: string,
  more: Partial<Message> & Partial<Pick<Post, 'pressId' | 'key'>> & { answers?: Shown; thread?: string } = {},
): Post {
  const { answers, thread, pressId, key = freshKey(), ...message } = more;
  const account = answers && { id: String(answers.author.id), name: answers.author.first_name };
  return {
    target: { channel, thread },
    message: { text: markup(text), ...message },
    answers: answers && account ? { messageId: String(answers.id), account } : undefined,
    pressId,
    key,
  };
}

/** The error that a call of the adapter ends with. */
export async function failureOf(call: Promise<unknown>): Promise<PlatformError> {
  const error: unknown = await call.then(
    () => new Error('it did not fail'),
    (reason: unknown) => reason,
  );
  if (error instanceof PlatformError) return error;
  throw error;
}
