import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { expect, test } from 'vitest';
import { startFakeDiscord } from './support/discord/fake-discord.ts';

const START = join(import.meta.dirname, '../src/start.js');

test('the program answers on Discord with nothing but a token, and goes on where it was', {
  timeout: 30_000,
}, async () => {
  const fake = await startFakeDiscord();
  const lan = fake.person('Lan');
  const { channel } = fake.server({ name: 'Ấp 2', administrators: [lan] });
  const cwd = mkdtempSync(join(tmpdir(), 'neu-guong-'));
  const env = {
    PATH: process.env['PATH'],
    DISCORD_TOKEN: fake.token,
    DISCORD_API_ROOT: fake.apiRoot,
    DISCORD_SHARDS: 'auto',
  };
  const run = () => {
    const child = spawn(process.execPath, [START], { cwd, env });
    return { child, done: Promise.all([text(child.stderr), once(child, 'exit')]) };
  };
  const patience = 15_000;

  const first = run();
  await fake.until(() => fake.commands(), patience);
  await fake.answerTo(lan.uses(channel, 'lienket', { don_vi: 'Chi bộ ấp 2' }));
  first.child.kill('SIGTERM');
  const [log, [code]] = await first.done;
  expect(code).toBe(0);
  expect(log).toContain('discord: reached');
  expect(log).not.toContain(fake.token);

  const second = run();
  await fake.until(() => fake.gateway.connected() === 1, patience);
  const { text: answer } = await fake.answerTo(lan.uses(channel, 'trogiup'));
  expect(answer).toContain('/viectot');
  second.child.kill('SIGTERM');
  await second.done;
  expect(fake.calls('PUT /applications/:app/commands')).toHaveLength(1);
  await fake.close();
});
