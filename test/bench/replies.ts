import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startWaitingTelegram } from './waiting-telegram.ts';

// How fast a thousand reports that wait at Telegram are taken in and answered, with the processor time of each, beside a
// bare telegraf that only replies. Both are programs of their own, one after the other, several times.
const ROUNDS = 5;
const GROUPS = 50;
const REPORTS = 1_000;
const UNLIMITED = '100000';

const BOTS = {
  'Nêu Gương': join(import.meta.dirname, '../../src/start.js'),
  'bare telegraf': join(import.meta.dirname, 'bare-telegraf.ts'),
} as const;
type Name = keyof typeof BOTS;
type Figures = { perSecond: number; milliseconds: number };

const ratios: Figures[] = [];
for (let round = 1; round <= ROUNDS; round += 1) {
  const floor = await run('bare telegraf');
  const own = await run('Nêu Gương');
  ratios.push({
    perSecond: own.perSecond / floor.perSecond,
    milliseconds: own.milliseconds / floor.milliseconds,
  });
}
process.stdout.write(
  `  = ${middle(ratios.map(({ perSecond }) => perSecond))} of the replies a second, ${middle(ratios.map(({ milliseconds }) => milliseconds))} times the processor time\n`,
);

async function run(name: Name): Promise<Figures> {
  const telegram = await startWaitingTelegram(GROUPS);
  const child = spawn(process.execPath, [BOTS[name]], {
    cwd: mkdtempSync(join(tmpdir(), 'neu-guong-')),
    env: {
      PATH: process.env['PATH'],
      TELEGRAM_BOT_TOKEN: '7100000001:AAF-a_token_for_the_bench_only_000000000',
      TELEGRAM_API_ROOT: telegram.apiRoot,
      TELEGRAM_MESSAGES_PER_SECOND: UNLIMITED,
      TELEGRAM_MESSAGES_PER_CHAT_PER_SECOND: UNLIMITED,
      TELEGRAM_MESSAGES_PER_GROUP_PER_MINUTE: UNLIMITED,
      LOG_LEVEL: 'warn',
    },
    stdio: ['ignore', 'inherit', 'inherit'],
  });
  const ended = new Promise((resolve) => child.once('exit', resolve));
  // The units are set up, everybody is known, and the code is warm.
  await telegram.answers((group) => `/lienket Chi bộ ấp ${group}`, GROUPS);
  await telegram.answers(
    (group, index) => `/viectot Giúp bà Sáu dọn nhà, lần ${group}, ${index}`,
    GROUPS * 4,
  );
  const before = processorTime(child.pid);
  const seconds = await telegram.answers(
    (group, index) => `/viectot Chị Hiền tổ ${group} nhặt được ví, trả lại người mất lần ${index}`,
    REPORTS,
  );
  const milliseconds = (processorTime(child.pid) - before) / REPORTS;
  child.kill('SIGTERM');
  await ended;
  await telegram.close();
  const perSecond = REPORTS / seconds;
  process.stdout.write(
    `${name.padEnd(58)} ${perSecond.toFixed(0).padStart(5)} replies a second, ${milliseconds.toFixed(2)} ms of the processor each\n`,
  );
  return { perSecond, milliseconds };
}

/** The median, with the least and the most. */
function middle(values: number[]): string {
  const sorted = values.toSorted((one, other) => one - other);
  const [least, median, most] = [0, 0.5, 1].map((share) => sorted[Math.floor((sorted.length - 1) * share)]);
  return `${median?.toFixed(2)} [${least?.toFixed(2)}–${most?.toFixed(2)}]`;
}

/** Milliseconds of the processor that a process has used (proc(5): in hundredths of a second). */
function processorTime(pid: number | undefined): number {
  const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1]?.split(' ') ?? [];
  return 10 * (Number(fields[11]) + Number(fields[12]));
}
