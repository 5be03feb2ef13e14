import { Temporal } from 'temporal-polyfill';
import type { App } from './app.ts';
import { createBot } from './bot.ts';
import { onWall } from './core/local-time.ts';
import { ConsolePlatform } from './platforms/console/console-platform.ts';
import { emptyDatabase, holdsOnly } from './storage/empty-database.ts';
import { translator } from './texts/translator.ts';

type Streams = ConstructorParameters<typeof ConsolePlatform>[0];

/** The group chat in the terminal, until its input ends. */
export async function runTerminal(trial: App, streams: Streams): Promise<void> {
  const clock = movable(trial.clock);
  const app: App = { ...trial, clock };
  const { DEFAULT_LANGUAGE: language, DEFAULT_TIME_ZONE: timeZone } = app.config;
  const platform = new ConsolePlatform(streams, translator(language), app.blobs.read);
  const bot = createBot(app, [platform], false);
  const settle = async () => {
    await bot.receiver.idle();
    await bot.sender.drain();
  };
  const happen = async () => {
    await bot.ticker.tick();
    await settle();
  };
  const pass = async (length: Temporal.Duration) => {
    const end = onWall(clock.now(), timeZone).add(length).toInstant();
    let last: Temporal.Instant | undefined;
    for (;;) {
      const due = await bot.nextDue();
      if (!due || Temporal.Instant.compare(due, end) > 0 || last?.equals(due)) break;
      last = due;
      if (Temporal.Instant.compare(due, clock.now()) > 0) clock.moveTo(due);
      await happen();
    }
    clock.moveTo(end);
    await happen();
  };
  const startAfresh = async () => {
    if (!(await holdsOnly(app.db, 'console'))) return false;
    await emptyDatabase(app.db);
    await app.blobs.empty();
    return true;
  };
  await bot.start();
  await bot.reached();
  await platform.run({
    now: () => onWall(clock.now(), timeZone),
    pass,
    startAfresh,
    settle,
    newId: app.newId,
  });
  await bot.stop();
  await app.db.destroy();
}

/** A clock that can be moved on. */
function movable(clock: App['clock']) {
  let ahead = Temporal.Duration.from({ seconds: 0 });
  return {
    ...clock,
    now: () => clock.now().add(ahead),
    moveTo: (instant: Temporal.Instant) => {
      ahead = clock.now().until(instant);
    },
  };
}
