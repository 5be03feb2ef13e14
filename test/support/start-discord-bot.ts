import { onTestFinished } from 'vitest';
import type { App } from '../../src/app.ts';
import { memoryBlobs } from '../../src/blobs/memory-blobs.ts';
import { type Bot, createBot } from '../../src/bot.ts';
import type { Platform } from '../../src/chat/platform.ts';
import { type Config, loadConfig } from '../../src/config.ts';
import { createLog } from '../../src/core/log.ts';
import { createDiscordPlatform } from '../../src/platforms/discord/discord-platform.ts';
import { startFakeDiscord } from './discord/fake-discord.ts';
import { type ManualClock, manualClock } from './manual-clock.ts';
import { newDatabase } from './new-database.ts';
import { passTime } from './pass-time.ts';
import { testApp } from './test-app.ts';

type Options = {
  env?: Partial<Record<keyof Config, string>>;
  /** In place of the right token. */
  botToken?: string;
  /** Other platforms of the same bot. */
  beside?: (clock: ManualClock, still: ManualClock, app: App) => Promise<Platform[]>;
};

/** The whole bot on a Discord of its own, over HTTP and WebSocket, with a clock that the test moves. */
export async function startDiscordBot(begin: string, { env = {}, botToken, beside }: Options = {}) {
  const clock = manualClock(begin);
  // Times the calls: they are over neither when the test moves by days, nor when the machine is slow.
  const still = manualClock(begin);
  const fake = await startFakeDiscord({ clock, limits: undefined });
  const logged: string[] = [];
  const log = createLog('info', { write: (line) => void logged.push(line) });
  const db = await newDatabase();
  const blobs = memoryBlobs(clock);
  const app = testApp({ db, blobs, clock, log, config: loadConfig(env) });
  const { token, apiRoot } = { ...fake, ...(botToken === undefined ? {} : { token: botToken }) };
  const others = (await beside?.(clock, still, app)) ?? [];
  const start = async (): Promise<Bot> => {
    const discord = createDiscordPlatform({
      token,
      apiRoot,
      readBlob: blobs.read,
      clock,
      log,
      deadlines: still,
    });
    const bot = createBot(app, [discord, ...others], true);
    await bot.start();
    // The test says when it ticks, not the minutes of the machine.
    await bot.ticker.stop();
    await bot.reached();
    if (botToken === undefined) await fake.until(() => fake.commands());
    return bot;
  };
  const stop = async (): Promise<void> => {
    const stopping = running.stop();
    await clock.advance(120_000);
    await stopping;
  };
  const bot = await start();
  let running = bot;
  onTestFinished(async () => {
    await stop();
    await db.destroy();
    await fake.close();
  });

  const pass = (milliseconds: number) => passTime(running, clock, milliseconds);

  /** The program ends and starts again; what is done `meanwhile` it does not see. */
  const restart = async (meanwhile: () => void = () => undefined): Promise<void> => {
    await stop();
    meanwhile();
    running = await start();
  };

  return { app, bot, clock, fake, logged, pass, restart };
}
