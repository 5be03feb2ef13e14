import { PassThrough } from 'node:stream';
import { memoryBlobs } from '../../src/blobs/memory-blobs.ts';
import { createLog } from '../../src/core/log.ts';
import { runTerminal } from '../../src/terminal.ts';
import { manualClock } from './manual-clock.ts';
import type { Step } from './month.ts';
import { newDatabase } from './new-database.ts';
import { testApp } from './test-app.ts';

/** Runs the terminal chat over a script; gives all that it prints. */
export async function playInTerminal(steps: readonly Step[], begin: string): Promise<string> {
  const printed: string[] = [];
  const clock = manualClock(begin);
  const app = testApp({
    db: await newDatabase(),
    blobs: memoryBlobs(clock),
    clock,
    log: createLog('silent', process.stderr),
  });
  const input = new PassThrough();
  input.end(steps.map(lineOf).join('\n'));
  const output = { write: (text: string) => void printed.push(text) };
  await runTerminal(app, { input, output, interactive: false });
  return printed.join('');
}

function lineOf(step: Step): string {
  if ('days' in step) return `:qua ${step.days} ngày`;
  return 'says' in step ? `${step.who}: ${step.says}` : `${step.who}: [${step.number}]`;
}

/** The lines of a message as the terminal shows them. */
export function inTerminal(text: string): string {
  return text.replaceAll('\n', '\n  ').replaceAll('\n  \n', '\n\n');
}
