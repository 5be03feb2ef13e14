import { expect, test } from 'vitest';
import { seedDueReminders } from '../../support/seed-due-reminders.ts';
import { startDiscordBot } from '../../support/start-discord-bot.ts';
import { postTo, startDiscord } from './start-discord.ts';

const BEGIN = '2026-12-01T08:00:00+07:00';
const DEED = 'Chị Hiền tổ 7 nhặt được ví có 3,2 triệu, đã trả lại người mất';
const MEMBER = 'GET /guilds/:id/members/:id';

test('forty people are answered in time while two hundred reminders go out, and nobody is looked up', async () => {
  const { app, fake, bot, clock } = await startDiscordBot(BEGIN);
  fake.slowDown(MEMBER, 200);
  const lan = fake.person('Trần Thị Lan');
  const people = Array.from({ length: 40 }, (_, n) => fake.person(`Người ${n}`));
  const { server, channel } = fake.server({
    name: 'Ấp 2',
    administrators: [lan],
    members: people,
    bot: false,
  });
  fake.invite(server);
  await fake.until(() => fake.posts(channel).length === 1);
  await fake.answerTo(lan.uses(channel, 'lienket', { don_vi: 'Chi bộ ấp 2' }));
  await fake.answerTo(lan.uses(channel, 'viectot', { noi_dung: DEED }));
  const names = Array.from({ length: 200 }, (_, n) => `tổ-${n}`);
  const { channels } = fake.server({ name: 'Phường', channels: names, administrators: [lan] });
  await seedDueReminders(
    app.db,
    'discord',
    channels.map(({ id }) => id),
    clock.now(),
  );

  await bot.ticker.tick();
  const asked = people.map((person, n) => {
    if (n % 4 === 0) return person.types(channel, 'xem', { ma: 'vt' });
    if (n % 4 === 1) return person.uses(channel, 'viectot');
    return person.uses(channel, 'viectot', { noi_dung: `${DEED}, lần ${n}` });
  });
  await clock.advance(10_000);

  expect(asked.filter(({ answeredAfter = Number.POSITIVE_INFINITY }) => answeredAfter > 3_000)).toEqual([]);
  expect(fake.calls(MEMBER)).toEqual([]);
  expect(channels.filter((each) => fake.posts(each).length === 1)).toHaveLength(200);
});

test('what takes long is put off one and a half seconds after it came, however long a form was looked for', async () => {
  const { fake, clock, platform, start, an, channel } = await startDiscord();
  await start(undefined, { form: () => new Promise(() => undefined) });
  const used = an.uses(channel, 'viectot', { noi_dung: DEED });
  await clock.sleeping(1_000);
  await clock.advance(1_500);
  await fake.until(() => used.answered);
  expect(used).toMatchObject({ answered: 5, answeredAfter: 1_500 });
  await platform.send(postTo(channel, 'Đã ghi VT1', { answers: used }));
  expect(fake.posts(channel)).toMatchObject([{ text: 'Đã ghi VT1' }]);
});
