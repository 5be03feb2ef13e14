import { describe, expect, it } from 'vitest';
import {
  MONTH,
  MONTH_BEGINS,
  MONTH_REMINDERS,
  MONTH_SUMMARY,
  SECOND_WEEK_SUMMARY,
} from '../../support/month.ts';
import { startScriptOnTelegram } from '../../support/telegram-script.ts';
import { YEAR, YEAR_BEGINS, YEAR_SAYS, YEAR_SOON } from '../../support/year.ts';

describe('a month of a unit on Telegram', () => {
  it('ends with the right totals, and with every reminder posted once', async () => {
    const { fake, group, person, run, logged, clock } = await startScriptOnTelegram(MONTH_BEGINS);
    await run(MONTH.slice(0, 1));
    const hello = person('tonghop').says(group, 'Chào cả nhà');
    person('quantri').says(group, '/capquyen tổng hợp', { replyTo: hello });
    await clock.advance(5_000);
    await run(MONTH.slice(1));
    const posts = fake.posts(group).map(({ text }) => text);
    expect(posts.filter((text) => text.startsWith(SECOND_WEEK_SUMMARY))).toHaveLength(1);
    expect(posts.filter((text) => text.startsWith(MONTH_SUMMARY))).toHaveLength(1);
    const reminders = posts.filter((text) => text.startsWith('🔔'));
    expect(reminders).toEqual(MONTH_REMINDERS.map((reminder) => expect.stringContaining(reminder)));
    expect(fake.refused()).toEqual([]);
    expect(logged.filter((line) => /"level":[45]0/.test(line))).toEqual([]);
  });
});

describe('a year of a unit on Telegram', () => {
  it('reminds of each session once, wherever it was moved, and reads well', async () => {
    const { fake, group, run, logged } = await startScriptOnTelegram(YEAR_BEGINS);
    await run(YEAR);
    const posts = fake.posts(group).map(({ text }) => text);
    expect(YEAR_SOON.map((soon) => posts.filter((text) => text.startsWith(soon)).length)).toEqual(
      YEAR_SOON.map(() => 1),
    );
    expect(posts.filter((text) => text.startsWith('🔔 Còn 2 giờ nữa'))).toHaveLength(YEAR_SOON.length);
    const everSaid = fake.posts(group).flatMap(({ versions }) => versions);
    for (const words of YEAR_SAYS) expect(everSaid.join('\n')).toContain(words);
    expect(fake.refused()).toEqual([]);
    expect(logged.filter((line) => /"level":[45]0/.test(line))).toEqual([]);
  });
});
