import { join } from 'node:path';
import Sqlite from 'better-sqlite3';
import { expect, onTestFinished, test } from 'vitest';
import { systemClock } from '../../src/core/clock.ts';
import { freePort } from '../support/free-port.ts';
import { newFolder, PATIENTLY, runProgram } from '../support/program.ts';
import { howMany } from '../support/soak.ts';
import { type Group, type Person, startFakeTelegram } from '../support/telegram/fake-telegram.ts';

const UPDATES = howMany({ usually: 200, soaking: 5_000 });
const GROUPS = 20;
const PEOPLE = Math.max(GROUPS, UPDATES / 10);
/** Every 10 ms five of them: 500 a second. */
const [AT_ONCE, EVERY] = [5, 10];
const HOOK = 'https://bot.example.vn/telegram';

test(
  `${UPDATES} updates, 500 a second, some brought twice, and a kill in the middle: each has one effect`,
  PATIENTLY,
  async () => {
    const port = await freePort();
    const front = (url: string) => `http://127.0.0.1:${port}${new URL(url).pathname}`;
    const fake = await startFakeTelegram({ limits: undefined, front });
    onTestFinished(fake.close);
    const file = join(newFolder(), 'bot.db');
    const env = {
      TELEGRAM_BOT_TOKEN: fake.token,
      TELEGRAM_API_ROOT: fake.apiRoot,
      TELEGRAM_WEBHOOK_URL: HOOK,
      HTTP_PORT: String(port),
      DATABASE_URL: `sqlite:${file}`,
      LOG_LEVEL: 'silent',
    };
    const first = runProgram({ env });
    const lan = fake.person('Lan');
    const groups = Array.from({ length: GROUPS }, (_, index) =>
      fake.group({ title: `Nhóm ${index}`, administrators: [lan] }),
    );
    const people = Array.from({ length: PEOPLE }, (_, index) => {
      const [person, group] = [
        fake.person(`Người ${index}`),
        groups[index % GROUPS] ?? fake.group({ title: '' }),
      ];
      fake.join(group, person);
      return { person, group };
    });
    for (const [index, group] of groups.entries()) {
      await fake.answerTo(lan.says(group, `/lienket Đơn vị ${index}`));
    }
    const before = fake.deliveryTimes().length;

    const second = await sayAll(
      people,
      async () => {
        await first.end('SIGKILL');
        return runProgram({ env });
      },
      fake.redeliver,
    );
    await fake.until(() => fake.pending().length === 0);
    const database = new Sqlite(file, { readonly: true });
    const count = (what: string) => Number(database.prepare(`select count(*) from ${what}`).pluck().get());
    await fake.until(() => count('reports') >= UPDATES);
    const left = count(`inbox where state = 'new'`);
    database.close();
    expect(left).toBe(0);
    expect((await second.end('SIGTERM')).code).toBe(0);

    const again = new Sqlite(file, { readonly: true });
    onTestFinished(() => void again.close());
    expect(again.prepare('select count(*) from reports').pluck().get()).toBe(UPDATES);
    const times = fake
      .deliveryTimes()
      .slice(before)
      .toSorted((one, other) => one - other);
    const at = (part: number) => (times[Math.floor(times.length * part)] ?? 0).toFixed(1);
    process.stdout.write(
      `${UPDATES} updates by webhook (${times.length} taken): 200 after ${at(0.5)} ms in the middle, ${at(0.99)} ms at the 99th percentile\n`,
    );
  },
);

/** Everybody reports in turn; gives what `inTheMiddle` did. */
async function sayAll<Done>(
  people: readonly { person: Person; group: Group }[],
  inTheMiddle: () => Promise<Done>,
  redeliver: (count: number) => void,
): Promise<Done> {
  let middle: Promise<Done> | undefined;
  for (let said = 0; said < UPDATES; said += 1) {
    const { person, group } = people[said % people.length] ?? {};
    if (person && group) person.says(group, `/viectot Giúp bà Sáu dọn nhà, lần thứ ${said}`);
    if (said % 50 === 0) redeliver(3);
    if (said === UPDATES / 2) middle = inTheMiddle();
    if (said % AT_ONCE === 0) await systemClock.sleep(EVERY);
  }
  return middle ?? inTheMiddle();
}
