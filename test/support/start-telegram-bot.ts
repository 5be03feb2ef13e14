import { onTestFinished } from 'vitest';
import { memoryBlobs } from '../../src/blobs/memory-blobs.ts';
import { createBot } from '../../src/bot.ts';
import { createLog } from '../../src/core/log.ts';
import { type HttpServer, startHttp } from '../../src/http/server.ts';
import { createTelegramPlatform } from '../../src/platforms/telegram/telegram-platform.ts';
import { type ManualClock, manualClock } from './manual-clock.ts';
import { newDatabase } from './new-database.ts';
import { passTime } from './pass-time.ts';
import { startFakeTelegram } from './telegram/fake-telegram.ts';
import { testApp } from './test-app.ts';

type Options = {
  /** Calls that are not answered are given up when the test has moved the clock by so much. */
  givesUp?: boolean;
  /** What happened while the bot was off. */
  before?: (fake: Awaited<ReturnType<typeof startFakeTelegram>>, clock: ManualClock) => Promise<void>;
  /** Whether it takes in what people say, or only says what is due. */
  listens?: boolean;
  /** Updates are brought to it there, through what stands for a proxy with https, and not fetched. */
  webhookUrl?: string;
};

/** The whole bot on a Telegram of its own, over HTTP, with a clock that the test moves. */
export async function startTelegramBot(begin: string, options: Options = {}) {
  const { givesUp = false, before, listens = true, webhookUrl } = options;
  const clock = manualClock(begin);
  // Times polls and calls: they are over neither when the test moves by days, nor when the machine is slow.
  const still = manualClock(begin);
  let http: HttpServer | undefined;
  const front = (url: string) => http && `http://127.0.0.1:${http.address.port}${new URL(url).pathname}`;
  const fake = await startFakeTelegram({ clock, polls: still, front });
  const logged: string[] = [];
  const log = createLog('info', { write: (line) => void logged.push(line) });
  const db = await newDatabase();
  const blobs = memoryBlobs(clock);
  const app = testApp({ db, blobs, clock, log });
  const { token, apiRoot } = fake;
  const platform = createTelegramPlatform({
    token,
    apiRoot,
    webhookUrl,
    readBlob: blobs.read,
    clock,
    log,
    deadlines: givesUp ? clock : still,
  });
  if (webhookUrl !== undefined)
    http = await startHttp({ port: 0, host: '127.0.0.1', log, routes: platform.routes ?? [] });
  const bot = createBot(app, [platform], true);
  await before?.(fake, clock);
  if (listens) await bot.start();
  // The test says when it ticks, not the minutes of the machine.
  await bot.ticker.stop();
  await bot.reached();
  onTestFinished(async () => {
    await http?.stop();
    const stopping = bot.stop();
    await clock.advance(120_000);
    await stopping;
    await db.destroy();
    await fake.close();
  });

  const pass = (milliseconds: number) => passTime(bot, clock, milliseconds);

  const address = () => webhookUrl && front(webhookUrl);

  return { app, bot, clock, still, fake, logged, pass, address };
}
