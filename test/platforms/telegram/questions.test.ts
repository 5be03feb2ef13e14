import { describe, expect, it } from 'vitest';
import { startTelegramBot } from '../../support/start-telegram-bot.ts';
import type { Person, Shown } from '../../support/telegram/fake-telegram.ts';

const DEED = 'Chị Hiền tổ 7 nhặt được ví, đã trả lại người mất';
const TALK = 'Dạ tôi sẽ có mặt đúng giờ ạ';

describe('a question on Telegram', () => {
  it('is answered by a reply to it, and by none to an older message of the bot', async () => {
    const { an, binh, asks, reads, texts } = await startUnit();
    const receipt = await asks(an, `/viectot ${DEED}`);
    const question = await asks(an, '/viectot');
    an.replies(receipt, TALK);
    binh.replies(question, TALK);
    await reads();
    expect(texts().filter((text) => text.includes('VT2'))).toEqual([]);
    expect(await reads(an.replies(question, 'Anh Nam vá đường, dọn rác cả xóm'))).toContain('VT2');
  });

  it('takes no button of somebody else’s question for an answer', async () => {
    const { an, binh, fake, asks, reads } = await startUnit();
    await asks(an, `/viectot ${DEED}`);
    const choices = await asks(an, '/linhvuc VT1');
    const question = await asks(binh, '/mohinh');
    const press = binh.presses(choices, 'Phát triển kinh tế');
    expect(await fake.noteOn(press)).toMatchObject({ text: expect.stringMatching(/dành cho người khác/) });
    await reads();
    expect(choices.versions).toHaveLength(1);
    expect(await reads(binh.replies(question, 'Tủ đồ nhân ái'))).toMatch(/người nào thực hiện/);
  });

  it('means by its buttons what it was about, when another was asked since', async () => {
    const { an, asks, reads, texts } = await startUnit();
    await asks(an, `/viectot ${DEED}`);
    await asks(an, '/viectot Anh Nam vá đường, dọn rác cả xóm');
    const first = await asks(an, '/linhvuc VT1');
    await asks(an, '/linhvuc VT2');
    an.presses(first, 'Phát triển kinh tế');
    await reads();
    const of = (code: string) => texts().find((text) => text.includes(`tốt ${code}`));
    expect(of('VT1')).toContain('Phát triển kinh tế');
    expect(of('VT2')).not.toContain('Phát triển kinh tế');
  });

  it('of an anonymous administrator is answered by their own press, and by no member’s', async () => {
    const { an, lan, fake, asks, reads, texts } = await startUnit();
    const question = await asks(lan, '/ngonngu', { anonymously: true });
    expect(await fake.noteOn(an.presses(question, 'English'))).toMatchObject({
      text: expect.stringMatching(/dành cho người khác/),
    });
    lan.presses(question, 'English');
    await reads();
    expect(texts().at(-1)).toContain('English');
  });
});

describe('a button on Telegram', () => {
  it('works under the message that carries it, and forged changes nothing and replaces nothing', async () => {
    const { an, lan, fake, asks, reads, texts } = await startUnit();
    const receipt = await asks(an, `/viectot ${DEED}`);
    const proposal = await asks(lan, '/nhaclich 19h30 ngày 5 hằng tháng Họp chi bộ');
    const before = texts();
    for (const press of [an.forges(proposal, '/rut VT1'), lan.forges(receipt, '/datlich NL1')])
      expect(await fake.noteOn(press)).toMatchObject({ text: expect.stringMatching(/không còn nút đó/) });
    await reads();
    expect(texts()).toEqual(before);
    lan.presses(proposal, 'Đúng, đặt lịch');
    await reads();
    expect(texts().at(-1)).toContain('Đã đặt lịch');
  });

  it('under a message too old to be seen does what it says, and replaces nothing', async () => {
    const { an, asks, reads, texts } = await startUnit();
    const receipt = await asks(an, `/viectot ${DEED}`);
    an.forges(receipt, '/rut VT1', { unseen: true });
    await reads();
    expect(receipt.versions).toHaveLength(1);
    expect(texts().at(-1)).toContain('Đã rút VT1');
  });
});

describe('while Telegram cannot say who is an administrator', () => {
  it('a command is kept, and done as soon as it can', async () => {
    const { lan, group, fake, reads, clock, texts } = await startUnit(61_000);
    fake.fail('getChatMember', { kind: 'bad-gateway' }, 2);
    const said = lan.says(group, '/dslich');
    expect((await fake.answerTo(said)).text).toMatch(/^Telegram chưa cho biết ai là quản trị viên/);
    await clock.advance(20_000);
    await reads();
    expect(fake.posts(group).filter(({ replyTo }) => replyTo === said)).toHaveLength(2);
    expect(texts().at(-1)).toContain('Chưa có lịch nào');
    expect(texts().join()).not.toContain('dành cho quản trị viên');
  });

  it('others are answered meanwhile, and after some minutes it is to be typed again', async () => {
    const { an, lan, group, fake, clock, texts } = await startUnit(61_000);
    fake.fail('getChatMember', { kind: 'bad-gateway' }, 1_000);
    await fake.answerTo(lan.says(group, '/dslich'));
    await clock.advance(2_000);
    expect((await fake.answerTo(an.says(group, `/viectot ${DEED}`))).text).toContain('VT1');
    for (let minute = 0; minute < 6; minute += 1) await clock.advance(60_000);
    expect(await fake.until(() => texts().find((text) => text.includes('vẫn chưa cho biết')))).toMatch(
      /^Telegram vẫn chưa cho biết[\s\S]*gõ lại/,
    );
    expect(texts().join()).not.toContain('dành cho quản trị viên');
  });
});

/** `later`: what Telegram said of people at the beginning is believed no more after so many milliseconds. */
async function startUnit(later = 0) {
  const telegram = await startTelegramBot('2026-01-14T08:00:00+07:00');
  const { bot, fake, clock } = telegram;
  const [an, binh, lan] = [fake.person('An'), fake.person('Bình'), fake.person('Lan')];
  const group = fake.group({ title: 'Chi bộ ấp 2', administrators: [lan], members: [an, binh] });
  await fake.answerTo(lan.says(group, '/lienket Chi bộ ấp 2'));
  await clock.advance(2_000 + later);
  const asks = async (person: Person, text: string, options = {}): Promise<Shown> => {
    const answer = await fake.answerTo(person.says(group, text, options));
    await clock.advance(4_000);
    return answer;
  };
  /** Lets the bot deal with all that was said; gives its answer to one message. */
  const reads = async (said?: Shown): Promise<string | undefined> => {
    await fake.until(() => fake.pending().length === 0);
    const answer = said && (await fake.answerTo(said));
    await clock.advance(4_000);
    await bot.receiver.idle();
    return answer?.text;
  };
  const texts = () => fake.posts(group).map(({ text }) => text);
  return { ...telegram, an, binh, lan, group, asks, reads, texts };
}
