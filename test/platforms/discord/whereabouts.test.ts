import { expect, test } from 'vitest';
import type { Channel } from '../../support/discord/fake-discord.ts';
import { startDiscordBot } from '../../support/start-discord-bot.ts';

const BEGIN = '2026-12-01T08:00:00+07:00';
const HOUR = 3_600_000;
const DAY = 24 * HOUR;
const NOT_SENT = 'Chưa gửi được lời nhắc';
const REMINDER = 'Còn 2 giờ nữa: Họp chi bộ';

type Unit = Awaited<ReturnType<typeof startUnit>>;

test('a reminder that a channel refuses is told to the administrator in a chat that the bot opens', async () => {
  const { fake, channel, pass, told } = await startUnit();
  channel.muted = true;
  await pass(DAY);
  expect(told()).toHaveLength(1);
  // A person is not tried as a channel first.
  expect(fake.refused()).toHaveLength(1);
});

test('a channel that refuses the bot is tried again with the next session, and each one missed is told', async () => {
  const { channel, pass, reminders, told } = await startUnit();
  channel.muted = true;
  await pass(2 * DAY);
  expect(told()).toHaveLength(2);
  channel.muted = false;
  await pass(DAY);
  expect(reminders()).toHaveLength(1);
  expect(told()).toHaveLength(2);
});

const GIVEN_BACK: readonly [string, (unit: Unit) => void, (unit: Unit) => void][] = [
  [
    'write in the channel',
    ({ fake, channel }) => fake.forbid(channel, { muted: true }),
    ({ fake, channel }) => fake.forbid(channel, { muted: false }),
  ],
  [
    'see the channel',
    ({ fake, channel }) => fake.forbid(channel, { hidden: true }),
    ({ fake, channel }) => fake.forbid(channel, { hidden: false }),
  ],
  [
    'write in the server',
    ({ fake, server }) => fake.quieten(server, true),
    ({ fake, server }) => fake.quieten(server, false),
  ],
  [
    'write, by a role of its own',
    ({ fake, server }) => fake.quieten(server, true),
    ({ fake, server }) => fake.letWrite(server),
  ],
];

test.each(GIVEN_BACK)(
  'a bot that may %s again takes the channel for open at once',
  async (_, take, giveBack) => {
    const unit = await startUnit();
    take(unit);
    await unit.pass(DAY);
    expect(await unit.isOpen(unit.channel)).toBe(false);
    giveBack(unit);
    await unit.settled();
    expect(await unit.isOpen(unit.channel)).toBe(true);
  },
);

test('a bot that is invited again while it is off goes on, and says nothing twice', async () => {
  const { fake, server, channel, restart, pass, isOpen, reminders, settled } = await startUnit();
  fake.kick(server);
  await settled();
  expect(await isOpen(channel)).toBe(false);
  await restart(() => {
    server.botIsIn = true;
  });
  await pass(DAY);
  expect(reminders()).toHaveLength(1);
  expect(fake.posts(channel).filter(({ text }) => text.includes('/lienket'))).toHaveLength(1);
});

test('a server that the bot left, and a channel that was deleted, while it was off cost no call', async () => {
  const { fake, server, channel, lan, restart, pass, told, isOpen } = await startUnit();
  const { channel: other, server: otherServer } = fake.server({
    name: 'Xã',
    administrators: [lan],
    bot: false,
  });
  fake.invite(otherServer);
  await fake.until(() => fake.posts(other).length === 1);
  await restart(() => {
    channel.deleted = true;
    otherServer.botIsIn = false;
  });
  await pass(DAY);
  expect(await isOpen(other)).toBe(false);
  expect(await isOpen(channel)).toBe(false);
  expect(server.botIsIn).toBe(true);
  expect(fake.refused()).toEqual([]);
  expect(told()).toHaveLength(1);
});

test('a bot that was invited before its first start says hello once, where it may write', async () => {
  const { fake, lan, restart, settled } = await startUnit();
  const { server, channels } = fake.server({
    name: 'Mới',
    channels: ['một', 'hai'],
    administrators: [lan],
    bot: false,
  });
  const [first, second] = channels;
  if (!first || !second) throw new Error('there are two channels');
  await restart(() => {
    server.botIsIn = true;
    first.muted = true;
    second.muted = true;
  });
  expect(fake.posts(second)).toEqual([]);
  fake.forbid(second, { muted: false });
  await fake.until(() => fake.posts(second).length === 1);
  await restart();
  fake.forbid(second, { hidden: true });
  fake.forbid(second, { hidden: false });
  await settled();
  expect([fake.posts(first).length, fake.posts(second).length]).toEqual([0, 1]);
});

/** The bot on a server whose channel is that of a unit that meets every evening at eight, administered by Lan. */
async function startUnit() {
  const started = await startDiscordBot(BEGIN);
  const { app, fake, bot, clock } = started;
  const lan = fake.person('Trần Thị Lan');
  const { server, channel } = fake.server({ name: 'Ấp 2', administrators: [lan], bot: false });
  fake.invite(server);
  await fake.until(() => fake.posts(channel).length === 1);
  await fake.answerTo(lan.uses(channel, 'lienket', { don_vi: 'Chi bộ ấp 2' }));
  const typed = { khi_nao: '20h hằng ngày', ten: 'Họp chi bộ', nhac_truoc: 'trước 2 tiếng' };
  const proposed = await fake.answerTo(lan.uses(channel, 'nhaclich', typed));
  lan.presses(proposed, 'Đúng, đặt lịch');
  await fake.until(() => proposed.text.includes('Đã đặt lịch'));
  const withText = (where: Channel, words: string) =>
    fake.posts(where).filter(({ text }) => text.includes(words));
  return {
    ...started,
    lan,
    server,
    channel,
    reminders: () => withText(channel, REMINDER),
    /** What the administrator was told of reminders that did not go out. */
    told: () =>
      fake.posts(lan.chat).filter(({ text }) => text.includes(NOT_SENT) || /Chưa nhắc được/.test(text)),
    isOpen: async ({ id }: Channel) => {
      const row = app.db.selectFrom('channels').select('state').where('external_id', '=', id);
      return (await row.executeTakeFirstOrThrow()).state === 'open';
    },
    /** Everything that was told by now has been acted on. */
    settled: async () => {
      await clock.advance(5_000);
      await bot.receiver.idle();
    },
  };
}
