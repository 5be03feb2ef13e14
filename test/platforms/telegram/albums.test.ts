import { describe, expect, it } from 'vitest';
import { startTelegramBot } from '../../support/start-telegram-bot.ts';

const DEED = 'Chị Hiền tổ 7 nhặt được ví, đã trả lại người mất';
const PICTURES = [1, 2, 3].map((number) => Buffer.from(`ffd8ffe00102030${number}`, 'hex'));
const RECORDED = expect.stringContaining('Đã ghi việc tốt VT1');
const GATHERED = 2_000;

describe('an album', () => {
  it.each([0, 2])(
    'to the bot alone, the command under picture %d: one report with all of it',
    async (under) => {
      const { an, pictures, answered } = await startUnit();
      an.sendsAlbum(PICTURES, { text: `/viectot ${DEED}`, under });
      expect(await answered(an)).toEqual([RECORDED]);
      expect(await pictures('VT1')).toBe(3);
    },
  );

  it.each([0, 1, 2])(
    'in a group that shows the bot everything, under picture %d: the same',
    async (under) => {
      const { fake, an, group, pictures, answered } = await startUnit();
      fake.promote(group);
      an.sendsAlbum(PICTURES, { group, text: `/viectot ${DEED}`, under });
      expect(await answered(group)).toEqual([RECORDED]);
      expect(await pictures('VT1')).toBe(3);
    },
  );

  it('in a group of which the bot is shown the command alone: a report with that picture', async () => {
    const { an, group, pictures, answered } = await startUnit();
    an.sendsAlbum(PICTURES, { group, text: `/viectot ${DEED}` });
    expect(await answered(group)).toEqual([RECORDED]);
    expect(await pictures('VT1')).toBe(1);
  });

  it('that answers a question of the bot: one answer with all of it', async () => {
    const { clock, fake, an, group, pictures, answered } = await startUnit();
    const question = await fake.answerTo(an.says(group, '/viectot'));
    await clock.advance(2_000);
    an.sendsAlbum(PICTURES, { group, text: DEED, replyTo: question });
    expect(await answered(group, 2)).toEqual([question.text, RECORDED]);
    expect(await pictures('VT1')).toBe(3);
  });

  it('without a word to the bot alone is told once how to begin', async () => {
    const { an, answered } = await startUnit();
    an.sendsAlbum(PICTURES);
    expect(await answered(an)).toHaveLength(1);
  });

  it('that people show each other is dropped, and not kept', async () => {
    const { fake, clock, an, group, kept, answered } = await startUnit();
    fake.promote(group);
    const before = await kept();
    an.sendsAlbum(PICTURES, { group, text: 'Ảnh hôm qua' });
    await clock.advance(10_000);
    expect(await answered(group, 0)).toEqual([]);
    expect(await kept()).toEqual(before);
  });

  it('counts once against sending too much', async () => {
    const { an, answered } = await startUnit();
    for (let album = 1; album <= 5; album += 1) {
      an.sendsAlbum([...PICTURES, ...PICTURES, ...PICTURES], { text: `/viectot ${DEED} lần ${album}` });
      expect((await answered(an, album)).at(-1)).toContain(`Đã ghi việc tốt VT${album}`);
    }
  });

  it('whose parts come one by one: one report with all of it', async () => {
    const { fake, clock, an, pictures, answered } = await startUnit();
    fake.holdUp();
    an.sendsAlbum(PICTURES, { text: `/viectot ${DEED}` });
    for (let part = 0; part < 3; part += 1) {
      fake.letThrough(1);
      await fake.until(() => fake.pending().length === 0);
      await clock.advance(1_000);
    }
    expect(await answered(an)).toEqual([RECORDED]);
    expect(await pictures('VT1')).toBe(3);
  });

  it('of which the bot has acted on a part: what comes late has no answer', async () => {
    const { fake, an, answered } = await startUnit();
    fake.holdUp();
    an.sendsAlbum(PICTURES);
    fake.letThrough(1);
    expect(await answered(an)).toHaveLength(1);
    fake.letThrough();
    expect(await answered(an)).toHaveLength(1);
  });
});

async function startUnit() {
  const telegram = await startTelegramBot('2026-01-14T08:00:00+07:00');
  const { app, fake, clock } = telegram;
  const [an, lan] = [fake.person('An'), fake.person('Lan')];
  const group = fake.group({ title: 'Chi bộ ấp 2', administrators: [lan], members: [an] });
  await fake.answerTo(lan.says(group, '/lienket Chi bộ ấp 2'));
  await clock.advance(2_000);
  await fake.answerTo(an.says(group, '/cuatoi'));
  await clock.advance(2_000);
  const before = fake.posts(group).length;
  return {
    ...telegram,
    an,
    group,
    /** What the bot has said there in the end, at least so many messages. */
    answered: async (where: typeof an | typeof group, count = 1) => {
      const texts = () => fake.posts(where).map(({ text }) => text);
      const said = () => (where === group ? texts().slice(before) : texts());
      await fake.until(() => fake.pending().length === 0);
      await clock.advance(GATHERED);
      await fake.until(() => said().length >= count);
      await clock.advance(5_000);
      return said();
    },
    /** How many pictures a report has. */
    pictures: async (code: string) => {
      const files = await app.db
        .selectFrom('report_files')
        .innerJoin('reports', 'reports.id', 'report_files.report_id')
        .select('report_files.blob')
        .where('reports.number', '=', Number(code.slice(2)))
        .execute();
      return files.length;
    },
    kept: () => app.db.selectFrom('inbox').select('update_id').where('account', '=', an.id).execute(),
  };
}
