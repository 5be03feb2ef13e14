import { startDiscordBot } from './start-discord-bot.ts';

/** The bot on a server whose channel is that of a unit: Lan administers it, An is a member. */
export async function startDiscordUnit() {
  const started = await startDiscordBot('2026-12-01T08:00:00+07:00');
  const { fake } = started;
  const lan = fake.person('Trần Thị Lan');
  const an = fake.person('Nguyễn Văn An');
  const { server, channel } = fake.server({ name: 'Ấp 2', administrators: [lan], members: [an] });
  await fake.answerTo(lan.uses(channel, 'lienket', { don_vi: 'Chi bộ ấp 2' }));
  return { ...started, lan, an, server, channel };
}
