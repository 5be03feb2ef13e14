import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { expect, test } from 'vitest';

const TOOL = fileURLToPath(new URL('../../src/language/read-time.ts', import.meta.url));

test('the tool reads a phrase a line and prints what it means, a line each', async () => {
  const lines = await run(
    '19h30 ngày 5 hằng tháng\n\nchi bộ\r\nsáng mai\n31/2',
    '--now',
    '2026-01-14T08:00:00+07:00',
  );
  expect(lines).toEqual([
    {
      text: '19h30 ngày 5 hằng tháng',
      type: 'rrule',
      expect: 'FREQ=MONTHLY;BYMONTHDAY=5;BYHOUR=19;BYMINUTE=30',
      ambiguous: false,
    },
    { text: '', type: 'unknown', expect: null, ambiguous: false },
    { text: 'chi bộ', type: 'unknown', expect: null, ambiguous: false },
    { text: 'sáng mai', type: 'datetime', expect: '2026-01-15T08:00', ambiguous: true },
    { text: '31/2', type: 'error', expect: null, ambiguous: false },
  ]);
});

test('the tool counts from the wall clock of the zone', async () => {
  expect(await run('mai', '--now', '2026-01-14T20:00:00Z', '--zone', 'Asia/Ho_Chi_Minh')).toMatchObject([
    { expect: '2026-01-16' },
  ]);
  expect(await run('mai', '--now', '2026-01-14T20:00:00Z', '--zone', 'Europe/Berlin')).toMatchObject([
    { expect: '2026-01-15' },
  ]);
});

async function run(input: string, ...options: string[]): Promise<unknown[]> {
  const tool = promisify(execFile)(process.execPath, [TOOL, ...options]);
  tool.child.stdin?.end(input);
  const { stdout } = await tool;
  return stdout
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line));
}
