import { symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { openDatabase } from '../src/storage/database.ts';
import { manualClock } from './support/manual-clock.ts';
import { newFolder, PATIENTLY, runByNpm, runProgram } from './support/program.ts';
import { CERTIFICATE, startProxy, startTlsFront } from './support/proxy.ts';
import { startFakeTelegram } from './support/telegram/fake-telegram.ts';

describe('the program', PATIENTLY, () => {
  it('reads a piped script without any setting, keeps its data and ends with 0', async () => {
    const first = runProgram({
      input: 'quantri: /lienket Chi bộ ấp 2\nan: /viectot Chị Hiền tổ 7 nhặt được ví trả lại\n',
    });
    expect(await first.done).toMatchObject({ code: 0, err: '', out: expect.stringContaining('VT1') });
    const second = runProgram({ input: 'an: /cuatoi\n', cwd: first.cwd });
    expect(await second.done).toMatchObject({ code: 0, out: expect.stringContaining('VT1') });
  });

  it('names three wrong settings at once, in words, and ends', async () => {
    const { err, code } = await runProgram({
      env: { LOG_LEVEL: 'loud', DEFAULT_LANGUAGE: 'fr', OWNERS: 'me' },
    }).done;
    expect(err.trim().split('\n')).toHaveLength(4);
    expect(err).not.toMatch(/at .*\.ts|Error:/);
    expect(code).toBe(78);
  });

  it('says in words that other users can read its settings, and only then', async () => {
    const errorsWith = async (mode: number): Promise<string> => {
      const cwd = newFolder();
      writeFileSync(join(cwd, '.env'), 'DEFAULT_LANGUAGE=en\n', { mode });
      return (await runProgram({ cwd }).done).err;
    };
    expect(await errorsWith(0o600)).toBe('');
    expect(await errorsWith(0o640)).toContain('chmod 600 .env');
  });

  it('ends, with one clear line and no token in it, when Telegram refuses the token', async () => {
    const fake = await startFakeTelegram();
    const token = '7100000009:AAF-another_token_that_is_not_known_00';
    const { err } = await runProgram({
      env: { TELEGRAM_BOT_TOKEN: token, TELEGRAM_API_ROOT: fake.apiRoot },
    }).done;
    expect(err).toContain('the token is refused');
    expect(err).not.toContain(token);
    await fake.close();
  });

  it('finishes what is in hand when it is told to stop, and goes on where it was', async () => {
    // A poll that waits is not over by itself, so that the program has to end it.
    const fake = await startFakeTelegram({ polls: manualClock('2026-12-01T00:00:00Z') });
    const lan = fake.person('Lan');
    const group = fake.group({ title: 'Chi bộ ấp 2', administrators: [lan] });
    const env = { TELEGRAM_BOT_TOKEN: fake.token, TELEGRAM_API_ROOT: fake.apiRoot, LOG_LEVEL: 'warn' };
    const first = runProgram({ env });
    const linked = await fake.answerTo(lan.says(group, '/lienket Chi bộ ấp 2'));
    expect(linked.text).toContain('Đã gắn');
    // 1 is the code of a program that had to cut off what it was doing.
    expect((await first.end('SIGTERM')).code).toBe(0);
    const said = lan.says(group, '/viectot Chị Hiền tổ 7 nhặt được ví trả lại người mất');
    const second = runProgram({ env, cwd: first.cwd });
    expect((await fake.answerTo(said)).text).toContain('VT1');
    expect((await second.end('SIGINT')).code).toBe(0);
    await fake.close();
  });

  it('ends when npm is told to end, and lets go of its database', async () => {
    const fake = await startFakeTelegram({ polls: manualClock('2026-12-01T00:00:00Z') });
    const url = `sqlite:${join(newFolder(), 'bot.db')}`;
    const { token, apiRoot } = fake;
    const npm = runByNpm({ TELEGRAM_BOT_TOKEN: token, TELEGRAM_API_ROOT: apiRoot, DATABASE_URL: url });
    const lan = fake.person('Lan');
    expect((await fake.answerTo(lan.writes('/trogiup'))).text).toContain('/viectot');
    expect(await npm.end('SIGTERM')).toBe(0);
    await (await openDatabase(url)).destroy();
    await fake.close();
  });

  it('goes through the proxy of the settings, and says why it cannot, without the password', async () => {
    const fake = await startFakeTelegram();
    const [proxy, front] = [await startProxy({ login: 'bot:mat-khau' }), await startTlsFront()];
    front.leadTo(fake.apiRoot);
    proxy.becomes('refuses');
    const program = runProgram({
      env: {
        TELEGRAM_BOT_TOKEN: fake.token,
        TELEGRAM_API_ROOT: front.root,
        HTTPS_PROXY: proxy.address,
        NODE_EXTRA_CA_CERTS: CERTIFICATE,
      },
    });
    await fake.until(() => proxy.asked().length > 0);
    proxy.becomes('tunnels');
    const lan = fake.person('Lan');
    expect((await fake.answerTo(lan.writes('/trogiup'))).text).toContain('/viectot');
    const { err } = await program.end('SIGTERM');
    expect(err).toContain('403 Forbidden');
    expect(err).not.toContain('mat-khau');
    expect(front.connections()).toBeLessThan(proxy.asked().length);
    await fake.close();
  });

  it('is not started twice on one database, by whatever link it is named, and says so in words', async () => {
    const [folder, links] = [newFolder(), newFolder()];
    symlinkSync(join(folder, 'bot.db'), join(links, 'file.db'));
    symlinkSync(folder, join(links, 'folder'));
    const db = await openDatabase(`sqlite:${join(links, 'file.db')}`);
    for (const name of [join(folder, 'bot.db'), join(links, 'folder', 'bot.db'), join(links, 'file.db')]) {
      expect(await runProgram({ env: { DATABASE_URL: `sqlite:${name}` } }).done).toMatchObject({
        code: 78,
        err: expect.stringMatching(/^.* is in use by another running bot\. .*\n$/),
      });
    }
    await db.destroy();
  });
});
