import { join } from 'node:path';
import { expect, test } from 'vitest';
import { newFolder, PATIENTLY, runProgram } from './support/program.ts';
import { howMany } from './support/soak.ts';
import { startFakeTelegram } from './support/telegram/fake-telegram.ts';
import type { Fault } from './support/telegram/faults.ts';

test(
  'not even the most talkative log holds a token, a text or a name, also when everything goes wrong',
  PATIENTLY,
  async () => {
    const fake = await startFakeTelegram();
    const lan = fake.person('Nguyễn Bí Mật');
    const group = fake.group({ title: 'Nhóm Kín Đáo', administrators: [lan] });
    const bot = runProgram({
      env: {
        TELEGRAM_BOT_TOKEN: fake.token,
        TELEGRAM_API_ROOT: fake.apiRoot,
        DATABASE_URL: `sqlite:${join(newFolder(), 'bot.db')}`,
        LOG_LEVEL: 'trace',
      },
    });
    lan.says(group, '/lienket Chi bộ Thầm Lặng');
    await fake.until(() => fake.posts(group).length === 1);
    let answers = 1;
    for (const fault of faultsWith(fake.token)) {
      fake.fail('sendMessage', fault);
      fake.fail('getChatMember', fault);
      lan.says(group, '/viectot Chị Hiền nhặt được vàng ròng, trả lại');
      answers += 1;
      await fake.until(() => fake.posts(group).length >= answers);
    }
    const { err } = await bot.end('SIGTERM');
    await fake.close();
    expect(err).toContain('was not sent');
    for (const secret of [fake.token, 'Bí Mật', 'Kín Đáo', 'Thầm Lặng', 'Hiền', 'vàng ròng'])
      expect(err).not.toContain(secret);
  },
);

/** What a server itself repeats of a text, in its refusal of it, is not looked at here. */
function faultsWith(token: string): Fault[] {
  const faults: Fault[] = [
    {
      kind: 'refused',
      code: 400,
      description: `Bad Request: https://api.telegram.org/bot${token}/sendMessage`,
    },
    { kind: 'garbled', body: `<html>${token}</html>` },
    { kind: 'dropped-before' },
    { kind: 'internal-error' },
    { kind: 'bad-gateway' },
    { kind: 'too-many-requests', retryAfter: 1 },
    { kind: 'dropped-after' },
  ];
  return faults.slice(0, howMany({ usually: 3, soaking: faults.length }));
}
