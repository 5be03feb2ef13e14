import { expect, test } from 'vitest';
import { startFakeDiscord } from './support/discord/fake-discord.ts';
import { PATIENTLY, runProgram } from './support/program.ts';

test(
  'the program answers on Discord with nothing but a token, and goes on where it was',
  PATIENTLY,
  async () => {
    const fake = await startFakeDiscord();
    const lan = fake.person('Lan');
    const { channel } = fake.server({ name: 'Ấp 2', administrators: [lan] });
    const env = { DISCORD_TOKEN: fake.token, DISCORD_API_ROOT: fake.apiRoot, DISCORD_SHARDS: 'auto' };

    const first = runProgram({ env });
    await fake.until(() => fake.commands());
    await fake.answerTo(lan.uses(channel, 'lienket', { don_vi: 'Chi bộ ấp 2' }));
    const { err: log, code } = await first.end('SIGTERM');
    expect(code).toBe(0);
    expect(log).toContain('discord: reached');
    expect(log).not.toContain(fake.token);

    const second = runProgram({ env, cwd: first.cwd });
    await fake.until(() => fake.gateway.connected() === 1);
    const { text: answer } = await fake.answerTo(lan.uses(channel, 'trogiup'));
    expect(answer).toContain('/viectot');
    await second.end('SIGTERM');
    expect(fake.calls('PUT /applications/:app/commands')).toHaveLength(1);
    await fake.close();
  },
);

test.each([
  ['its address is asked for', (fake: Fake) => fake.calls('GET /gateway/bot').length],
  ['it is silent from the beginning', (fake: Fake) => fake.gateway.counts.opened],
  ['it is silent when the session is to begin', (fake: Fake) => fake.gateway.counts.identified],
] as const)(
  'the program ends well when it is told to while it connects to Discord: %s',
  PATIENTLY,
  async (when, reached) => {
    const fake = await startFakeDiscord();
    if (when === 'its address is asked for') fake.fail('GET /gateway/bot', { kind: 'silent' });
    else fake.gateway.fallSilent(when === 'it is silent from the beginning' ? 'connected' : 'identified');
    const program = runProgram({ env: { DISCORD_TOKEN: fake.token, DISCORD_API_ROOT: fake.apiRoot } });
    await fake.until(() => reached(fake) > 0);
    expect((await program.end('SIGTERM')).code).toBe(0);
    await fake.close();
  },
);

type Fake = Awaited<ReturnType<typeof startFakeDiscord>>;
