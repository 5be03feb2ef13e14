import { expect, test } from 'vitest';
import { assistWith, COMMANDS, failureOf, startDiscord } from './start-discord.ts';

test('after a gap the session goes on, and nothing of what happened meanwhile is lost', async () => {
  const { fake, start, takenBy, an, channel } = await startDiscord();
  await start();
  fake.gateway.drop();
  await fake.until(() => fake.gateway.connected() === 0);
  const used = an.uses(channel, 'lich');
  await takenBy(used);
  expect(fake.gateway.counts).toMatchObject({ identified: 1, resumed: 1 });
});

test('a session that Discord has given up is begun anew', async () => {
  const { fake, clock, start, takenBy, an, channel } = await startDiscord();
  await start();
  fake.gateway.drop(true);
  await clock.sleeping(5_000);
  await clock.advance(5_000);
  await fake.until(() => fake.gateway.counts.identified === 2 && fake.gateway.connected() === 1);
  await takenBy(an.uses(channel, 'lich'));
});

test('however many sessions end, the next begins at the pace of Discord as long as many are left', async () => {
  const { fake, clock, start, takenBy, an, channel } = await startDiscord();
  await start();
  fake.gateway.refuseSessions(10);
  fake.gateway.drop(true);
  for (let session = 0; session < 11; session += 1) {
    await clock.sleeping(5_000);
    await clock.advance(5_000);
  }
  await fake.until(() => fake.gateway.connected() === 1);
  await takenBy(an.uses(channel, 'lich'));
});

test('once few sessions are left, they are begun more and more slowly, so that they last', async () => {
  const { fake, clock, start, logged } = await startDiscord();
  await start();
  Object.assign(fake.sessions, { total: 1000, remaining: 222, resetAfter: 3_600_000 });
  fake.gateway.refuseSessions(10);
  fake.gateway.drop(true);
  for (const left of [202, 201]) {
    const wait = Math.ceil(3_600_000 / left);
    const before = fake.gateway.counts.identified;
    await clock.sleeping(wait);
    expect(fake.gateway.counts.identified).toBe(before);
    await clock.advance(wait);
    await fake.until(() => fake.gateway.counts.identified === before + 1);
  }
  expect(logged.some((line) => line.includes('few sessions are left'))).toBe(true);
});

test('when the sessions of the day are nearly used up, none is begun before the count starts anew', async () => {
  const { fake, clock, start, logged } = await startDiscord();
  Object.assign(fake.sessions, { remaining: 20, resetAfter: 3_600_000 });
  const started = start();
  await clock.sleeping(3_600_000);
  expect(fake.gateway.counts.identified).toBe(0);
  expect(logged.some((line) => line.includes('too many sessions'))).toBe(true);
  fake.sessions.remaining = 1000;
  await clock.advance(3_600_000);
  await started;
  expect(fake.gateway.counts.identified).toBe(1);
});

test('a refused token is said once, in words, and ends the platform', async () => {
  const { fake, start, logged } = await startDiscord({ botToken: 'MTA1x.Gx.wrong_token_of_the_bot_here' });
  expect((await failureOf(start())).kind).toBe('gone');
  expect(fake.gateway.counts.identified).toBe(0);
  expect(logged.filter((line) => line.includes('the token is refused; take it anew'))).toHaveLength(1);
});

test('a token that is refused later on ends the platform as well', async () => {
  const { fake, start, logged } = await startDiscord();
  await start();
  fake.gateway.closeWith(4004);
  await fake.until(() => logged.some((line) => line.includes('the token is refused')));
  await fake.until(() => fake.gateway.connected() === 0);
});

const SHUT_OUT = [
  [4004, 'the token is refused'],
  [4010, 'DISCORD_SHARDS'],
  [4011, 'DISCORD_SHARDS=auto'],
  [4012, 'a newer one is needed'],
  [4013, 'a newer one is needed'],
  [4014, 'developer portal'],
] as const;

test.each(SHUT_OUT)('%i while it runs shuts the bot out, in words: %s', async (code, words) => {
  const { fake, platform, start, logged } = await startDiscord();
  await start();
  fake.gateway.closeWith(code);
  await platform.shutOut;
  await fake.until(() => fake.gateway.connected() === 0);
  expect(logged.filter((line) => line.includes(words))).toHaveLength(1);
  expect(fake.gateway.counts.identified).toBe(1);
});

test.each(SHUT_OUT)('%i at the start ends the start, in words: %s', async (code, words) => {
  const { fake, start, logged } = await startDiscord();
  fake.gateway.shutOut(code);
  expect((await failureOf(start())).kind).toBe('gone');
  expect(logged.filter((line) => line.includes(words))).toHaveLength(1);
});

test('a Discord that is out of reach is tried again until it is reached', async () => {
  const { fake, clock, platform, keep } = await startDiscord();
  fake.fail('GET /gateway/bot', { kind: 'internal-error' }, 2);
  const started = platform.start(keep);
  for (const seconds of [1, 2]) {
    await clock.sleeping(seconds * 1_000);
    await clock.advance(seconds * 1_000);
  }
  await started;
  expect(fake.gateway.connected()).toBe(1);
});

test('stopping ends the connection', async () => {
  const { fake, platform, start } = await startDiscord();
  await start();
  await platform.stop();
  await fake.until(() => fake.gateway.connected() === 0);
  await platform.stop();
});

test('two shards share the servers', async () => {
  const { fake, start, taken, an, lan } = await startDiscord({ shardCount: 2 });
  const rooms = Array.from({ length: 6 }, (_, n) =>
    fake.server({ name: `Tổ ${n}`, administrators: [lan], members: [an] }),
  );
  await start();
  expect(fake.gateway.shards()).toEqual([
    [0, 2],
    [1, 2],
  ]);
  for (const { channel } of rooms) an.uses(channel, 'lich');
  await fake.until(() => taken.length === 6);
});

test('as many shards as Discord recommends', async () => {
  const { fake, start } = await startDiscord({ shardCount: 'auto', shards: 2 });
  await start();
  expect(fake.gateway.shards()).toHaveLength(2);
});

test('the commands are registered in two languages, each name the way Discord takes it', async () => {
  const { fake, start } = await startDiscord();
  await start();
  expect(fake.refused()).toEqual([]);
  const commands = fake.commands() ?? [];
  expect(commands.map(({ name, type }) => [name, type])).toEqual([
    ['viectot', 1],
    ['Ghi nhận việc tốt', 3],
    ['capquyen', 1],
    ['nhaclich', 1],
    ['sua', 1],
    ['lich', 1],
    ['thang', 1],
  ]);
  expect(commands[0]).toMatchObject({
    name_localizations: { vi: 'việc-tốt'.normalize('NFC') },
    description: 'Report a good deed',
    description_localizations: { vi: 'Báo một việc tốt' },
    options: [
      { name: 'noi_dung', name_localizations: { vi: 'nội-dung' } },
      { name: 'tep', type: 11 },
    ],
  });
});

test('members do not see what only administrators may use', async () => {
  const { start, an, lan, channel } = await startDiscord();
  await start();
  expect(() => an.uses(channel, 'nhaclich')).toThrow('does not see');
  lan.uses(channel, 'nhaclich');
});

test('what is registered already is not registered again; a change is', async () => {
  const { fake, platform, start, make, keep } = await startDiscord();
  await start();
  await platform.stop();
  const again = make();
  await again.start(keep, assistWith());
  await fake.until(() => fake.calls('GET /applications/:app/commands').length === 2);
  await fake.until(() => fake.gateway.connected() === 1);
  expect(fake.calls('PUT /applications/:app/commands')).toHaveLength(1);
  await again.stop();
  const [first, ...others] = COMMANDS;
  if (!first) throw new Error('there are no commands');
  const commands = [{ ...first, summary: { ...first.summary, vi: 'Báo việc tốt' } }, ...others];
  await make().start(keep, assistWith({ commands }));
  await fake.until(() => fake.calls('PUT /applications/:app/commands').length === 2);
});

test('for trying, the commands are registered in one server', async () => {
  const { fake, make, keep, server } = await startDiscord();
  await make({ guildId: server.id }).start(keep, assistWith());
  await fake.until(() => fake.commands(server.id));
  expect(fake.commands()).toBeUndefined();
});

test('commands that were tried in a server are taken off when they are for all, or for another server', async () => {
  const { fake, clock, make, keep, lan, server } = await startDiscord();
  const { server: other } = fake.server({ name: 'Xã', administrators: [lan] });
  const runs = async (guildId?: string) => {
    const platform = make(guildId === undefined ? {} : { guildId });
    await platform.start(keep, assistWith());
    await clock.advance(10_000);
    await platform.stop();
  };
  const counts = () => [undefined, server.id, other.id].map((id) => fake.commands(id)?.length ?? 0);
  const all = COMMANDS.length + 1;
  await runs(server.id);
  expect(counts()).toEqual([0, all, 0]);
  await runs(other.id);
  expect(counts()).toEqual([0, 0, all]);
  await runs();
  expect(counts()).toEqual([all, 0, 0]);
  await runs(server.id);
  expect(counts()).toEqual([0, all, 0]);
  expect(fake.refused()).toEqual([]);
});

test('commands that cannot be registered now are registered later', async () => {
  const { fake, clock, platform, keep } = await startDiscord();
  fake.fail('PUT /applications/:app/commands', { kind: 'internal-error' });
  await platform.start(keep, assistWith());
  await clock.sleeping(5_000);
  await clock.advance(5_000);
  await fake.until(() => fake.commands());
});
