import { sql } from 'kysely';
import { describe, expect, it } from 'vitest';
import { startTelegramBot } from '../../support/start-telegram-bot.ts';

const DEED = 'Chị Hiền tổ 7 nhặt được ví, đã trả lại người mất';

describe('the bot on Telegram', () => {
  it('asks with a question that only the person is shown, and takes the answer to it', async () => {
    const { fake, clock, an, group } = await startUnit();
    const question = await fake.answerTo(an.says(group, '/viectot'));
    expect(question.asks).toBeTruthy();
    await clock.advance(2_000);
    const receipt = await fake.answerTo(an.replies(question, DEED));
    expect(receipt.text).toContain('VT1');
  });

  it('answers a press that is not allowed on the button, and not in the group', async () => {
    const { fake, clock, an, lan, group, texts } = await startUnit();
    await fake.answerTo(an.says(group, `/viectot ${DEED}`));
    await clock.advance(2_000);
    const queue = await fake.answerTo(lan.says(group, '/choduyet'));
    await clock.advance(2_000);
    const before = texts().length;
    const press = an.presses(queue, 'Duyệt VT1');
    expect(await fake.noteOn(press)).toMatchObject({ text: 'Lệnh này dành cho người tổng hợp.' });
    await clock.advance(5_000);
    expect(texts()).toHaveLength(before);
  });

  it('lets a pressed button rest at once, though the group has had all its messages of the minute', async () => {
    const { fake, clock, an, lan, group, texts } = await startUnit();
    const receipt = await fake.answerTo(an.says(group, `/viectot ${DEED}`));
    for (const person of [an, lan])
      for (let i = 0; i < 10; i += 1) {
        person.says(group, '/trogiup viectot');
        await clock.advance(2_000);
      }
    const before = texts().length;
    const press = lan.presses(receipt, 'Sửa');
    await fake.until(() => press.answer);
    expect(press.answer).toEqual({ text: undefined, alert: false });
    expect(texts()).toHaveLength(before);
    await clock.advance(120_000);
    expect(fake.calls('answerCallbackQuery')).toHaveLength(1);
    expect(fake.refused()).toEqual([]);
  });

  it('changes the receipt when the message is edited', async () => {
    const { fake, clock, an, group, texts } = await startUnit();
    const said = an.says(group, `/viectot ${DEED}`);
    await fake.answerTo(said);
    await clock.advance(2_000);
    an.edits(said, '/viectot Chị Hoa tổ 8 nhặt được ví, đã trả lại người mất');
    await fake.until(() => texts().some((text) => text.includes('Đã sửa việc tốt VT1\nChị Hoa tổ 8')));
    expect(texts().filter((text) => text.includes('VT1'))).toHaveLength(1);
  });

  it('knows an anonymous administrator', async () => {
    const { fake, lan, group } = await startUnit();
    expect((await fake.answerTo(lan.says(group, '/dslich', { anonymously: true }))).text).toContain(
      'Chưa có lịch nào',
    );
  });

  it('has one effect for an update that comes again', async () => {
    const { fake, clock, an, group, texts } = await startUnit();
    await fake.answerTo(an.says(group, `/viectot ${DEED}`));
    for (let i = 0; i < 10; i += 1) fake.redeliver(1);
    await clock.advance(10_000);
    expect(texts().filter((text) => text.includes('Đã ghi việc tốt'))).toHaveLength(1);
  });

  it('goes on with the unit when a group becomes a supergroup, and posts its reminders there', async () => {
    const { fake, clock, lan, bot, pass } = await startTelegramBot('2026-01-14T08:00:00+07:00').then(
      (telegram) => ({
        ...telegram,
        lan: telegram.fake.person('Lan'),
      }),
    );
    const group = fake.group({ title: 'Nhóm', administrators: [lan], basic: true });
    await fake.answerTo(lan.says(group, '/lienket Chi bộ ấp 2'));
    await clock.advance(2_000);
    const proposal = await fake.answerTo(
      lan.says(group, '/nhaclich 19h30 thứ ba hằng tuần Họp tổ, trước 1 ngày'),
    );
    await clock.advance(2_000);
    lan.presses(proposal, 'Đúng, đặt lịch');
    await fake.until(() => fake.posts(group).some(({ text }) => text.includes('Đã đặt lịch')));
    await clock.advance(2_000);
    const supergroup = fake.migrate(group);
    await fake.until(() => fake.pending().length === 0);
    await bot.receiver.idle();
    await pass(6 * 24 * 3_600_000);
    expect(fake.posts(supergroup).map(({ text }) => text)).toEqual([expect.stringContaining('🔔 Họp tổ')]);
  });

  it('stops sending where it was thrown out, tells the administrator in private, and goes on when it is back', async () => {
    const { fake, clock, lan, group, pass } = await startUnit();
    lan.writes('/start');
    const proposal = await fake.answerTo(
      lan.says(group, '/nhaclich 19h30 thứ ba hằng tuần Họp tổ, trước 1 ngày'),
    );
    await clock.advance(2_000);
    lan.presses(proposal, 'Đúng, đặt lịch');
    await fake.until(() => fake.posts(group).some(({ text }) => text.includes('Đã đặt lịch')));
    fake.kick(group);
    await fake.until(() => fake.pending().length === 0);
    await pass(6 * 24 * 3_600_000);
    expect(fake.posts(lan).at(-1)?.text).toMatch(/Chưa nhắc được NL1 – Họp tổ/);
    fake.invite(group, lan);
    await fake.until(() => fake.posts(group).some(({ text }) => text.includes('đã trở lại nhóm')));
    await pass(7 * 24 * 3_600_000);
    expect(fake.posts(group).at(-1)?.text).toContain('🔔 Họp tổ');
  });

  it('tells people once while the disk is full, loses nothing and doubles nothing when it is mended', async () => {
    const { app, fake, clock, an, group, texts } = await startUnit();
    await sql`pragma max_page_count = 1`.execute(app.db);
    // What is left in the last pages is used up first.
    for (const size of [1000, 100, 1]) {
      const fill = sql`insert into inbox (platform, update_id, channel, account, incoming, state, received_at)
        values ('x', hex(randomblob(8)), 'x', 'x', ${'x'.repeat(size)}, 'done', 'x')`;
      while (
        await fill.execute(app.db).then(
          () => true,
          () => false,
        )
      );
    }
    an.says(group, `/viectot ${DEED}`);
    await fake.until(() => texts().some((text) => text.includes('chưa ghi được dữ liệu')));
    await clock.advance(60_000);
    await sql`pragma max_page_count = 1000000`.execute(app.db);
    await clock.advance(120_000);
    await fake.until(() => texts().some((text) => text.includes('Đã ghi việc tốt VT1')));
    expect(texts().filter((text) => text.includes('chưa ghi được dữ liệu'))).toHaveLength(1);
    expect(texts().filter((text) => text.includes('Đã ghi việc tốt'))).toHaveLength(1);
  });

  it('publishes its commands in both languages', async () => {
    const { fake } = await startUnit();
    await fake.until(() => fake.calls('setMyCommands').length > 0);
    expect(JSON.stringify(fake.calls('setMyCommands').map(({ params }) => params))).toMatch(
      /Báo một việc tốt[\s\S]*Report a good deed/,
    );
  });
});

async function startUnit() {
  const telegram = await startTelegramBot('2026-01-14T08:00:00+07:00');
  const { fake, clock } = telegram;
  const [an, lan] = [fake.person('An'), fake.person('Lan')];
  const group = fake.group({ title: 'Chi bộ ấp 2', administrators: [lan], members: [an] });
  await fake.answerTo(lan.says(group, '/lienket Chi bộ ấp 2'));
  await clock.advance(2_000);
  const texts = () => fake.posts(group).map(({ text }) => text);
  return { ...telegram, an, lan, group, texts };
}
