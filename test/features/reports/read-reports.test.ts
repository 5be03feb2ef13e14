import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { expect, test } from 'vitest';

const TOOL = fileURLToPath(new URL('../../../src/features/reports/read-reports.ts', import.meta.url));

test('the tool reads a report a line and prints what the chat makes of it, a line each', async () => {
  expect(
    await run(
      '/viectot Hôm qua chị Hiền tổ 7 nhặt được ví, đã trả lại người mất',
      '/mohinh Tủ đồ nhân ái | Hội LHPN xã | 2.150 bộ quần áo, giúp 380 lượt người',
      '/viectot tháng trước anh Nam sửa cầu tre giúp bà con',
      '',
      '/mh Tủ đồ nhân ái',
    ),
  ).toMatchObject([
    {
      kind: 'good_deed',
      subject: 'chị Hiền tổ 7',
      subject_type: 'individual',
      field: 'culture_society',
      date: '2026-11-24',
      asks: false,
    },
    {
      kind: 'model',
      title: 'Tủ đồ nhân ái',
      subject: 'Hội LHPN xã',
      subject_type: 'collective',
      field: 'social_welfare',
      date: '2026-11-25',
      asks: false,
    },
    { subject: 'anh Nam', date: null, asks: ['date'] },
    { text: '', subject: null, asks: ['text'] },
    { kind: 'model', subject: null, asks: ['owner', 'content'] },
  ]);
});

async function run(...lines: string[]): Promise<unknown[]> {
  const tool = promisify(execFile)(process.execPath, [TOOL, '--today', '2026-11-25']);
  tool.child.stdin?.end(lines.join('\n'));
  const { stdout } = await tool;
  return stdout
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line));
}
