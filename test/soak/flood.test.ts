import { expect, test } from 'vitest';
import { startTelegramBot } from '../support/start-telegram-bot.ts';
import type { Group, Person, Shown } from '../support/telegram/fake-telegram.ts';

const BEGIN = '2026-01-14T08:00:00+07:00';
const STEP = 100;
const OTHER_GROUPS = 12;
const FLOOD = { seconds: 10, perSecond: 150 };

test(`${FLOOD.perSecond} messages a second of one member hold up neither the others of the group nor other groups`, async () => {
  const calm = await waitsOfOthers('silent');
  const flooded = await waitsOfOthers('typing');
  process.stdout.write(
    `${FLOOD.perSecond} messages a second for ${FLOOD.seconds} s: another member of the group answered in ${seconds(flooded.sameGroup)} s, p99 of ${OTHER_GROUPS} other groups ${seconds(flooded.p99)} s, in calm ${seconds(calm.p99)} s, ${flooded.notes} note to the flooder, ${flooded.answers} answers\n`,
  );
  expect(flooded.sameGroup).toBeLessThanOrEqual(10_000);
  expect(flooded.p99).toBeLessThanOrEqual(Math.max(STEP, 1.2 * calm.p99));
  expect(flooded.notes).toBe(1);
});

test('60 reports that a person typed in ten minutes while the bot was off are 60 reports', async () => {
  const { fake, clock, app } = await startTelegramBot(BEGIN, {
    before: async (fake, clock) => {
      const { group, administrator, member } = unit(fake, 'Chi bộ ấp 2');
      administrator.says(group, '/lienket Chi bộ ấp 2');
      for (let report = 0; report < 60; report += 1) {
        await clock.advance(10_000);
        member.says(group, `/viectot Giúp bà Sáu dọn nhà lần ${report}`);
      }
    },
  });
  await fake.until(() => fake.pending().length === 0);
  await clock.advance(10 * 60_000);
  const reports = await app.db.selectFrom('reports').select('id').execute();
  const notes = fake.calls('sendMessage').filter(({ params }) => isNote(String(params['text'])));
  process.stdout.write(
    `60 reports typed while the bot was off: ${reports.length} reports, ${notes.length} refused\n`,
  );
  expect(reports).toHaveLength(60);
  expect(notes).toEqual([]);
});

/** How long people wait for an answer while one member of a group types, in milliseconds of the bot's clock. */
async function waitsOfOthers(flooder: 'typing' | 'silent') {
  const { fake, clock } = await startTelegramBot(BEGIN);
  const { group, administrator, member } = unit(fake, 'Chi bộ ấp 2');
  administrator.says(group, '/lienket Chi bộ ấp 2');
  const others = Array.from({ length: OTHER_GROUPS }, (_, index) => unit(fake, `Tổ ${index}`));
  const asked: { message: Shown; at: number; answered?: number }[] = [];
  const ask = (person: Person, where: Group) =>
    asked.push({ message: person.says(where, '/trogiup'), at: clock.now().epochMilliseconds });
  const look = () => {
    for (const each of asked)
      if (each.answered === undefined && isAnswered(each.message))
        each.answered = clock.now().epochMilliseconds;
  };
  const flood = () => {
    const some = flooder === 'typing' ? (FLOOD.perSecond * STEP) / 1_000 : 0;
    for (let typed = 0; typed < some; typed += 1) member.says(group, '/trogiup');
  };
  await clock.advance(5_000);
  for (let passed = 0; passed < FLOOD.seconds * 1_000; passed += STEP) {
    flood();
    if (passed === 5_000) ask(administrator, group);
    if (passed % 5_000 === 0) for (const { member, group } of others) ask(member, group);
    await clock.advance(STEP);
    look();
  }
  for (let passed = 0; passed < 60_000; passed += STEP) {
    await clock.advance(STEP);
    look();
  }
  const waits = (mine: boolean) =>
    asked
      .filter(({ message }) => (message.chat === group.chat) === mine)
      .map(({ at, answered = Number.POSITIVE_INFINITY }) => answered - at)
      .toSorted((one, other) => one - other);
  const answers = fake.posts(group).filter(({ replyTo }) => replyTo?.author === member.user);
  const others99 = waits(false);
  return {
    sameGroup: waits(true)[0] ?? Number.POSITIVE_INFINITY,
    p99: others99[Math.ceil(others99.length * 0.99) - 1] ?? Number.POSITIVE_INFINITY,
    notes: answers.filter(({ text }) => isNote(text)).length,
    answers: answers.length,
  };
}

type Fake = Awaited<ReturnType<typeof startTelegramBot>>['fake'];

function unit(fake: Fake, title: string) {
  const administrator = fake.person(`Quản trị ${title}`);
  const member = fake.person(`Thành viên ${title}`);
  return {
    administrator,
    member,
    group: fake.group({ title, administrators: [administrator], members: [member] }),
  };
}

function isAnswered(message: Shown): boolean {
  return message.chat.messages.some(({ replyTo, author }) => replyTo === message && author.is_bot);
}

function isNote(text: string): boolean {
  return text.startsWith('Gửi hơi nhanh');
}

function seconds(milliseconds: number): string {
  return (milliseconds / 1000).toFixed(1);
}
