import { join } from 'node:path';
import { expect, test } from 'vitest';
import { newFolder, PATIENTLY, runProgram } from '../support/program.ts';
import { startFakeTelegram } from '../support/telegram/fake-telegram.ts';

test(
  'an event with which the process ends twice is set aside at the third start, its sender told; neighbours are answered',
  PATIENTLY,
  async () => {
    const fake = await startFakeTelegram();
    const [an, binh, chi] = ['An', 'Bình', 'Chi'].map((name) => {
      const person = fake.person(name);
      return { person, group: fake.group({ title: `Nhóm ${name}`, administrators: [person] }) };
    });
    if (!an || !binh || !chi) throw new Error('three people are three');
    const env = {
      TELEGRAM_BOT_TOKEN: fake.token,
      TELEGRAM_API_ROOT: fake.apiRoot,
      DATABASE_URL: `sqlite:${join(newFolder(), 'bot.db')}`,
      LOG_LEVEL: 'silent',
    };
    const answersIn = ({ group }: typeof an) => fake.posts(group).map(({ text }) => text);
    const hung = () => fake.refused().filter((line) => line === 'getChatMember: hung').length;

    // Whoever asks what An is never comes back from it, and is killed.
    fake.fail('getChatMember', { kind: 'hung' }, 2, an.group);
    const first = runProgram({ env });
    an.person.says(an.group, '/trogiup lich');
    binh.person.says(binh.group, '/trogiup lich');
    await fake.until(() => hung() === 1 && answersIn(binh).length === 1);
    await first.end('SIGKILL');

    const second = runProgram({ env });
    chi.person.says(chi.group, '/trogiup lich');
    await fake.until(() => hung() === 2);
    await second.end('SIGKILL');

    const third = runProgram({ env });
    await fake.until(() => answersIn(an).length === 1 && answersIn(chi).length === 1);
    an.person.says(an.group, '/trogiup lich');
    await fake.until(() => answersIn(an).length === 2);
    const { code } = await third.end('SIGTERM');
    await fake.close();

    expect(answersIn(an)[0]).toMatch(/hai lần phải khởi động lại.*mã [0-9a-f]{6}/);
    for (const neighbour of [answersIn(an)[1], answersIn(binh)[0], answersIn(chi)[0]])
      expect(neighbour).toContain('/lich');
    expect(answersIn(an)).toHaveLength(2);
    expect(code).toBe(0);
  },
);
