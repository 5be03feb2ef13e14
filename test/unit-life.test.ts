import { describe, expect, it } from 'vitest';
import { MONTH, MONTH_BEGINS, MONTH_REMINDERS, MONTH_SUMMARY, SECOND_WEEK_SUMMARY } from './support/month.ts';
import { inTerminal, playInTerminal } from './support/terminal-script.ts';
import { YEAR, YEAR_BEGINS, YEAR_SAYS, YEAR_SOON } from './support/year.ts';

describe('a month of a unit in the terminal', () => {
  it('ends with the right totals, and with every reminder posted once', async () => {
    const transcript = await playInTerminal(MONTH, MONTH_BEGINS);
    expect(transcript).toContain(inTerminal(SECOND_WEEK_SUMMARY));
    expect(transcript).toContain(inTerminal(MONTH_SUMMARY));
    const posted = MONTH_REMINDERS.map(
      (reminder) => transcript.split(`Trợ lý: ${inTerminal(reminder)}`).length - 1,
    );
    expect(posted).toEqual([1, 1, 1]);
    expect(transcript).not.toMatch(/trục trặc|undefined|\[object/);
  });
});

describe('a year of a unit in the terminal', () => {
  it('reminds of each session once, wherever it was moved, and reads well', async () => {
    const transcript = await playInTerminal(YEAR, YEAR_BEGINS);
    const times = (text: string) => transcript.split(`Trợ lý: ${inTerminal(text)}`).length - 1;
    expect(YEAR_SOON.map(times)).toEqual(YEAR_SOON.map(() => 1));
    expect(transcript.split('Trợ lý: 🔔 Còn 2 giờ nữa').length - 1).toBe(YEAR_SOON.length);
    for (const words of YEAR_SAYS) expect(transcript).toContain(inTerminal(words));
    expect(transcript).not.toMatch(/trục trặc|undefined|\[object/);
  });
});
