import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { describe, expect, it } from 'vitest';
import { openDatabase } from '../src/storage/database.ts';
import { startFakeTelegram } from './support/telegram/fake-telegram.ts';

const START = join(import.meta.dirname, '../src/start.js');

describe('the program', () => {
  it('reads a piped script without any setting, keeps its data and ends with 0', async () => {
    const first = run({}, 'quantri: /lienket Chi bộ ấp 2\nan: /viectot Chị Hiền tổ 7 nhặt được ví trả lại\n');
    expect(await first.done).toMatchObject({ code: 0, err: '', out: expect.stringContaining('VT1') });
    const second = run({}, 'an: /cuatoi\n', first.cwd);
    expect(await second.done).toMatchObject({ code: 0, out: expect.stringContaining('VT1') });
  });

  it('names three wrong settings at once, in words, and ends', async () => {
    const { err, code } = await run({ LOG_LEVEL: 'loud', DEFAULT_LANGUAGE: 'fr', OWNERS: 'me' }).done;
    expect(err.trim().split('\n')).toHaveLength(4);
    expect(err).not.toMatch(/at .*\.ts|Error:/);
    expect(code).toBe(78);
  });

  it('says in words that another bot works on the same database', async () => {
    const url = `sqlite:${join(folder(), 'bot.db')}`;
    const db = await openDatabase(url);
    expect(await run({ DATABASE_URL: url }).done).toMatchObject({
      code: 78,
      err: expect.stringMatching(/^.* is in use by another running bot\. .*\n$/),
    });
    await db.destroy();
  });

  it('ends, with one clear line and no token in it, when Telegram refuses the token', async () => {
    const fake = await startFakeTelegram();
    const token = '7100000009:AAF-another_token_that_is_not_known_00';
    const { err } = await run({ TELEGRAM_BOT_TOKEN: token, TELEGRAM_API_ROOT: fake.apiRoot }).done;
    expect(err).toContain('the token is refused');
    expect(err).not.toContain(token);
    await fake.close();
  });

  it('finishes what is in hand when it is told to stop, and goes on where it was', {
    timeout: 30_000,
  }, async () => {
    const fake = await startFakeTelegram();
    const lan = fake.person('Lan');
    const group = fake.group({ title: 'Chi bộ ấp 2', administrators: [lan] });
    const env = { TELEGRAM_BOT_TOKEN: fake.token, TELEGRAM_API_ROOT: fake.apiRoot, LOG_LEVEL: 'warn' };
    const first = run(env);
    const linked = await fake.answerTo(lan.says(group, '/lienket Chi bộ ấp 2'));
    expect(linked.text).toContain('Đã gắn');
    const started = performance.now();
    first.child.kill('SIGTERM');
    expect((await first.done).code).toBe(0);
    expect(performance.now() - started).toBeLessThan(10_000);
    const said = lan.says(group, '/viectot Chị Hiền tổ 7 nhặt được ví trả lại người mất');
    const second = run(env, '', first.cwd);
    expect((await fake.answerTo(said)).text).toContain('VT1');
    second.child.kill('SIGINT');
    expect((await second.done).code).toBe(0);
    await fake.close();
  });
});

/** Runs the program as `npm start` does, in a folder of its own. */
function run(env: Record<string, string>, input = '', cwd = folder()) {
  const child = spawn(process.execPath, [START], { cwd, env: { PATH: process.env['PATH'], ...env } });
  child.stdin.end(input);
  const done = Promise.all([text(child.stdout), text(child.stderr), once(child, 'exit')]);
  return { child, cwd, done: done.then(([out, err, [code]]) => ({ out, err, code })) };
}

function folder() {
  return mkdtempSync(join(tmpdir(), 'neu-guong-'));
}
