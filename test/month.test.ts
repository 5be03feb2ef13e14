import { PassThrough } from 'node:stream';
import { describe, expect, it } from 'vitest';
import { loadConfig } from '../src/config.ts';
import { newId } from '../src/core/ids.ts';
import { createLog } from '../src/core/log.ts';
import { openDatabase } from '../src/storage/database.ts';
import { runTerminal } from '../src/terminal.ts';
import { manualClock } from './support/manual-clock.ts';
import {
  MONTH,
  MONTH_BEGINS,
  MONTH_REMINDERS,
  MONTH_SUMMARY,
  SECOND_WEEK_SUMMARY,
  type Step,
} from './support/month.ts';

const lineOf = (step: Step): string => {
  if ('days' in step) return `:qua ${step.days} ngày`;
  return 'says' in step ? `${step.who}: ${step.says}` : `${step.who}: [${step.number}]`;
};

/** Runs the terminal chat over a script; gives all that it prints. */
const runScript = async (lines: readonly string[], begin: string): Promise<string> => {
  const printed: string[] = [];
  const app = {
    db: await openDatabase('sqlite::memory:'),
    clock: manualClock(begin),
    log: createLog('silent', process.stderr),
    config: loadConfig({}),
    newId,
  };
  const input = new PassThrough();
  input.end(lines.join('\n'));
  await runTerminal(app, { input, output: { write: (text) => void printed.push(text) }, interactive: false });
  return printed.join('');
};

/** The lines of a message as the terminal shows them. */
const inTerminal = (text: string): string => text.replaceAll('\n', '\n  ').replaceAll('\n  \n', '\n\n');

describe('a month of a unit in the terminal', () => {
  it('ends with the right totals, and with every reminder posted once', async () => {
    const transcript = await runScript(MONTH.map(lineOf), MONTH_BEGINS);
    expect(transcript).toContain(inTerminal(SECOND_WEEK_SUMMARY));
    expect(transcript).toContain(inTerminal(MONTH_SUMMARY));
    const posted = MONTH_REMINDERS.map(
      (reminder) => transcript.split(`Trợ lý: ${inTerminal(reminder)}`).length - 1,
    );
    expect(posted).toEqual([1, 1, 1]);
    expect(transcript).not.toMatch(/trục trặc|undefined|\[object/);
  });
});
