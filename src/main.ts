import { existsSync, statSync } from 'node:fs';
import type { App } from './app.ts';
import { openBlobs } from './blobs/open-blobs.ts';
import { createBot, httpRoutes } from './bot.ts';
import { ConfigError, loadConfig } from './config.ts';
import { systemClock } from './core/clock.ts';
import { createCounters } from './core/counters.ts';
import { newId } from './core/ids.ts';
import { createLog } from './core/log.ts';
import { sealWith } from './core/seal.ts';
import type { Route } from './http/route.ts';
import { type HttpServer, startHttp } from './http/server.ts';
import type { ServedPlatform } from './platforms/entry.ts';
import { platforms, titleOf, writesFirst } from './platforms/index.ts';
import { openDatabase, StorageError } from './storage/database.ts';
import { openKey } from './storage/open-key.ts';
import { runTerminal } from './terminal.ts';

const SETTINGS = '.env';
const BOT_DATABASE = 'sqlite:data/neu-guong.db';
const TRIAL_DATABASE = 'sqlite:data/terminal.db';
/** What is in hand when the bot is told to stop gets this long. */
const STOP_WITHIN_SECONDS = 10;
/** The exit code of a program whose settings are wrong (sysexits.h). */
const EX_CONFIG = 78;

/** Starts the bot, or the group chat in the terminal when no token is set. */
export async function main(): Promise<void> {
  try {
    await run();
  } catch (error) {
    if (!(error instanceof ConfigError) && !(error instanceof StorageError)) throw error;
    process.stderr.write(`${error.message}\n`);
    process.exitCode = EX_CONFIG;
  }
}

async function run(): Promise<void> {
  const isSet = existsSync(SETTINGS);
  if (isSet) process.loadEnvFile(SETTINGS);
  const config = loadConfig(
    process.env,
    platforms.map(({ name }) => name),
  );
  const log = createLog(config.LOG_LEVEL, process.stderr);
  if (isSet && isReadByOthers(SETTINGS))
    log.warn('other users of this machine can read .env, and the tokens in it: chmod 600 .env');
  const wanted = platforms.map(({ create }) => create(config)).filter((create) => create !== undefined);
  const isTrial = wanted.length === 0;
  const url = config.DATABASE_URL ?? (isTrial ? TRIAL_DATABASE : BOT_DATABASE);
  const db = await openDatabase(url);
  const { count } = createCounters();
  const blobs = openBlobs(url, systemClock);
  const seal = sealWith(openKey(url));
  const app: App = { db, blobs, clock: systemClock, log, config, newId, seal, count, titleOf, writesFirst };
  const proxy = { proxy: config.HTTPS_PROXY, noProxy: config.NO_PROXY };
  const deps = { readBlob: blobs.read, proxy, clock: systemClock, log };
  if (!isTrial) return runBot(app, await Promise.all(wanted.map((create) => create(deps))));
  const { stdin: input, stdout: output } = process;
  const interactive = input.isTTY === true && output.isTTY === true;
  // Nobody subscribes to the calendar of a trial.
  const trial = {
    ...app,
    config: { ...config, HTTP_PORT: undefined },
    log: createLog('error', process.stderr),
  };
  await runTerminal(trial, { input, output, interactive });
}

/** Windows keeps its rights elsewhere. */
function isReadByOthers(file: string): boolean {
  return process.platform !== 'win32' && (statSync(file).mode & 0o077) !== 0;
}

/** Runs until it is told to stop. */
async function runBot(app: App, platforms: readonly ServedPlatform[]): Promise<void> {
  const routes = [...httpRoutes(app), ...platforms.flatMap(({ routes = [] }) => routes)];
  const http = await serve(app, routes);
  const bot = createBot(app, platforms, true);
  const told = new Promise<void>((resolve) => {
    for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => resolve());
  });
  await bot.start();
  const isShutOut = await Promise.race([told.then(() => false), bot.shutOut().then(() => true)]);
  if (isShutOut) {
    app.log.error('no platform takes the bot any more');
    // What keeps programs running must not take this for an end that was wanted.
    process.exitCode = EX_CONFIG;
  }
  app.log.info('stopping');
  const tooLong = setTimeout(() => process.exit(1), STOP_WITHIN_SECONDS * 1000);
  await http?.stop();
  await bot.stop();
  await app.db.destroy();
  clearTimeout(tooLong);
  // The work is done; what a library still waits for is not.
  process.exit();
}

/** Serves what features and platforms bring where a port is set. @throws ConfigError when the port cannot be had */
async function serve(app: App, routes: readonly Route[]): Promise<HttpServer | undefined> {
  const { HTTP_PORT: port, HTTP_HOST: host } = app.config;
  if (port === undefined) return undefined;
  return startHttp({ port, host, log: app.log, routes }).catch((error: unknown) => {
    const why = error instanceof Error ? error.message : String(error);
    throw new ConfigError(`HTTP_PORT ${port} on HTTP_HOST ${host} cannot be used: ${why}`);
  });
}
