import { describe, expect, it } from 'vitest';
import { startTelegramBot } from '../../support/start-telegram-bot.ts';

const DAY = 24 * 3_600_000;
const DEED = 'Chị Hiền tổ 7 nhặt được ví, đã trả lại người mất';

describe('a topic of a group', () => {
  it.each(['deleted', 'closed'] as const)(
    'that was %s: reminders go to the group itself, and the administrator is told once',
    async (what) => {
      const { fake, lan, group, topic, pass } = await startInTopic();
      lan.writes('/start');
      await fake.until(() => fake.posts(lan).length > 0);
      if (what === 'closed') topic.closed = true;
      else fake.deleteTopic(group, topic);
      await pass(21 * DAY);
      const reminders = fake.posts(group).filter(({ text }) => text.includes('🔔 Họp tổ'));
      expect(reminders.map((reminder) => reminder.topic)).toEqual([undefined, undefined, undefined]);
      const told = fake.posts(lan).map(({ text }) => text);
      expect(told.filter((text) => text.includes('Chủ đề nhận lời nhắc trong nhóm Phường 5'))).toHaveLength(
        1,
      );
      expect(told.filter((text) => text.includes('Chưa nhắc được'))).toEqual([]);
      expect(fake.refused().filter((line) => line.startsWith('sendMessage'))).toHaveLength(1);
    },
  );

  it('is used again for reminders when /lienket is typed in it', async () => {
    const { fake, clock, lan, group, topic, pass } = await startInTopic();
    fake.deleteTopic(group, topic);
    await pass(7 * DAY);
    const other = fake.topic(group, 'Nhắc lịch');
    await fake.answerTo(lan.says(group, '/lienket Chi bộ ấp 2', { topic: other }));
    await clock.advance(2_000);
    await pass(7 * DAY);
    const reminders = fake.posts(group).filter(({ text }) => text.includes('🔔 Họp tổ'));
    expect(reminders.map((reminder) => reminder.topic)).toEqual([undefined, other.id]);
  });

  it('that was closed under a report: the receipt comes in the group itself', async () => {
    const { fake, clock, lan, group, topic } = await startInTopic();
    const said = lan.says(group, `/viectot ${DEED}`, { topic });
    topic.closed = true;
    await fake.until(() => fake.refused().length > 0);
    await clock.advance(2_000);
    const receipt = await fake.answerTo(said);
    expect(receipt.topic).toBeUndefined();
    expect(receipt.text).toContain('VT1');
  });

  it('has no word about a message that is refused for another reason', async () => {
    const { fake, lan, group, pass } = await startInTopic();
    lan.writes('/start');
    fake.mute(group);
    await pass(7 * DAY);
    const told = fake.posts(lan).map(({ text }) => text);
    expect(told.filter((text) => text.includes('Chưa gửi được'))).toHaveLength(1);
    expect(told.filter((text) => text.includes('Chủ đề'))).toEqual([]);
  });
});

describe('a group that becomes a supergroup', () => {
  it('takes the receipt that finds it so, and everything of the unit', async () => {
    const { fake, clock, an, group } = await startBasic();
    const [first, second] = [
      an.says(group, `/viectot ${DEED}`),
      an.says(group, '/viectot Giúp bà Sáu dọn nhà'),
    ];
    const supergroup = fake.migrate(group, { quietly: true });
    await fake.until(() => fake.posts(supergroup).some(({ text }) => text.includes('VT1')));
    await clock.advance(5_000);
    await fake.until(() => fake.posts(supergroup).some(({ text }) => text.includes('VT2')));
    expect(fake.posts(group).filter(({ replyTo }) => replyTo === first || replyTo === second)).toEqual([]);
    await clock.advance(2_000);
    expect((await fake.answerTo(an.says(supergroup, '/cuatoi'))).text).toMatch(/VT2[\s\S]*VT1/);
  });

  it('takes the question that finds it so, and the answer to it', async () => {
    const { fake, clock, an, group } = await startBasic();
    an.says(group, '/viectot');
    const supergroup = fake.migrate(group, { quietly: true });
    const question = await fake.until(() => fake.posts(supergroup).at(0));
    await clock.advance(2_000);
    expect((await fake.answerTo(an.replies(question, DEED))).text).toContain('VT1');
  });

  it('takes what was typed before, though it comes afterwards', async () => {
    const { fake, clock, an, lan, group } = await startBasic();
    lan.says(group, '/ngonngu English');
    const supergroup = fake.migrate(group, { quietly: true });
    await fake.until(() => fake.posts(supergroup).length > 0);
    await clock.advance(2_000);
    fake.tellOfMigration(group);
    await clock.advance(2_000);
    const said = an.says(supergroup, `/viectot ${DEED}`);
    expect((await fake.answerTo(said)).text).toContain('recorded');
  });
});

async function startInTopic() {
  const telegram = await startTelegramBot('2026-01-14T08:00:00+07:00');
  const { fake, clock } = telegram;
  const lan = fake.person('Lan');
  const group = fake.group({ title: 'Phường 5', administrators: [lan], forum: true });
  const topic = fake.topic(group, 'Sinh hoạt');
  await fake.answerTo(lan.says(group, '/lienket Chi bộ ấp 2', { topic }));
  await clock.advance(2_000);
  const proposal = await fake.answerTo(
    lan.says(group, '/nhaclich 19h30 thứ ba hằng tuần Họp tổ, trước 1 ngày', { topic }),
  );
  await clock.advance(2_000);
  lan.presses(proposal, 'Đúng, đặt lịch');
  await fake.until(() => fake.posts(group).some(({ text }) => text.includes('Đã đặt lịch')));
  await clock.advance(2_000);
  return { ...telegram, lan, group, topic };
}

async function startBasic() {
  const telegram = await startTelegramBot('2026-01-14T08:00:00+07:00');
  const { fake, clock } = telegram;
  const [an, lan] = [fake.person('An'), fake.person('Lan')];
  const group = fake.group({ title: 'Nhóm', administrators: [lan], members: [an], basic: true });
  await fake.answerTo(lan.says(group, '/lienket Chi bộ ấp 2'));
  await clock.advance(2_000);
  return { ...telegram, an, lan, group };
}
