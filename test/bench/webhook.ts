import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync } from 'node:fs';
import { Agent, request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import Sqlite from 'better-sqlite3';
import { freePort } from '../support/free-port.ts';
import { say, shares } from './measure.ts';
import { startWaitingTelegram } from './waiting-telegram.ts';

// How soon an update that is brought to the webhook is taken, 500 a second, while those before it are acted on. Each is
// brought to a bare server at the same moment. All three are programs of their own.
const GROUPS = 50;
const A_SECOND = 500;
const UPDATES = 10 * A_SECOND;
const WARM_UP = 300;
/** One of so many comes twice. */
const TWICE = 20;
/** As many as Telegram opens by itself (core.telegram.org/bots/api#setwebhook). */
const CONNECTIONS = 40;

const folder = mkdtempSync(join(tmpdir(), 'neu-guong-'));
const file = join(folder, 'bot.db');
const telegram = await startWaitingTelegram(GROUPS);
const bare = await start('bare-server.ts', {});
const bot = await start('../../src/start.js', {
  TELEGRAM_BOT_TOKEN: '7100000001:AAF-a_token_for_the_bench_only_000000000',
  TELEGRAM_API_ROOT: telegram.apiRoot,
  TELEGRAM_WEBHOOK_URL: 'https://bot.example.vn/telegram',
  DATABASE_URL: `sqlite:${file}`,
  LOG_LEVEL: 'warn',
});
const secret = await until(telegram.secret);
const reports = new Sqlite(file, { readonly: true }).prepare('select count(*) from reports').pluck();

for (let group = 0; group < GROUPS; group += 1)
  await bot.take(telegram.said((group) => `/lienket Chi bộ ấp ${group}`, group));
for (let index = 0; index < WARM_UP; index += 1) await bring(index);
await until(() => Number(reports.get()) === WARM_UP);

for (const { child } of [bare, bot]) child.kill('SIGUSR2');
const begin = performance.now();
const taken: Promise<{ bot: number; bare: number }>[] = [];
while (taken.length < UPDATES) {
  const due = Math.min(UPDATES, ((performance.now() - begin) / 1_000) * A_SECOND);
  while (taken.length < due) taken.push(bring(WARM_UP + taken.length));
  await wait(1);
}
const times = await Promise.all(taken);
const acted = Number(reports.get()) - WARM_UP;
const [floor, own] = [shares(times.map(({ bare }) => bare)), shares(times.map(({ bot }) => bot))];
say('an update at a bare server', floor, UPDATES);
say('an update at Nêu Gương', own, UPDATES);
process.stdout.write(
  `  = ${(own(0.5) / floor(0.5)).toFixed(1)} times the floor in the middle, ${(own(0.99) / floor(0.99)).toFixed(1)} times at the 99th percentile\n`,
);
bot.child.kill('SIGUSR2');
await until(() => Number(reports.get()) === WARM_UP + UPDATES);
process.stdout.write(
  `  ${acted} of them acted on while they came, all after ${((performance.now() - begin) / 1_000).toFixed(1)} s\n`,
);
for (const { end } of [bare, bot]) await end();
await telegram.close();

/** Brings one update to both; milliseconds until each had taken it, from when it was there to be brought. */
async function bring(index: number): Promise<{ bot: number; bare: number }> {
  const update = telegram.said(
    (group) => `/viectot Chị Hiền tổ ${group} nhặt được ví, trả lại người mất lần ${index}`,
    index,
  );
  const again = index % TWICE === 0 ? bot.take(update) : undefined;
  const [own, floor] = await Promise.all([bot.take(update), bare.take(update), again]);
  return { bot: own, bare: floor };
}

/** A program that serves a webhook, and says how long its event loop was held. */
async function start(program: string, settings: Record<string, string>) {
  const port = await freePort();
  const args = ['--import', join(import.meta.dirname, 'loop-delay.ts'), join(import.meta.dirname, program)];
  const child = spawn(process.execPath, args, {
    cwd: folder,
    env: { PATH: process.env['PATH'], HTTP_PORT: String(port), ...settings },
    stdio: ['ignore', 'inherit', 'inherit'],
  });
  const agent = new Agent({ keepAlive: true, maxSockets: CONNECTIONS });
  const take = async (update: object): Promise<number> => {
    const began = performance.now();
    const headers = { 'content-type': 'application/json', 'x-telegram-bot-api-secret-token': secret };
    const sent = request({ port, path: '/telegram', method: 'POST', agent, headers });
    sent.end(JSON.stringify(update));
    const [response] = await once(sent, 'response');
    response.resume();
    await once(response, 'end');
    if (response.statusCode !== 200) throw new Error(`${program}: ${response.statusCode}`);
    return performance.now() - began;
  };
  return {
    child,
    take,
    end: async (): Promise<void> => {
      agent.destroy();
      child.kill('SIGTERM');
      await once(child, 'exit');
    },
  };
}

async function until<Found>(find: () => Found | undefined | false): Promise<Found> {
  for (;;) {
    const found = find();
    if (found !== undefined && found !== false) return found;
    await wait(20);
  }
}
