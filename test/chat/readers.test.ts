import { expect, test } from 'vitest';
import type { Command } from '../../src/chat/command.ts';
import { toPlain } from '../../src/texts/markup.ts';
import { fill } from '../../src/texts/translator.ts';
import { UserError } from '../../src/texts/user-error.ts';
import { callOfReaders, everyCommand, everyReader } from '../support/every-reader.ts';
import { growthOfReading, leastWork, PROPORTION } from '../support/growth.ts';
import { howMany, SOAK } from '../support/soak.ts';
import { startLinkedChat } from '../support/start-test-chat.ts';

/** What regular expressions stumble over: runs that may be divided in many ways, and an end that fits none. */
const PIECES = [
  ...['\n', ' ', '1', 'a', 'ấ', '-', '.', ',', '/', '|', ':', '(', '"', '@', '#'],
  ...['a ', 'a.', '1.', '1 ', '1/', 'và ', 'ngày ', 'tháng 1 ', 'trước ', 'https://', 'VT1 ', 'x@', '19h30 '],
];
const PATTERNS = PIECES.flatMap((piece) => [
  { start: '', piece },
  { start: 'A', piece },
]).filter((_, at) => SOAK || at % howMany({ usually: 14, soaking: 1 }) === 0 || at === 1 || at === 4);

const LENGTH = 2_000;
/** Microseconds, below which no reader is looked at more closely. */
const NOTEWORTHY = 8_000;

test('no reader of any command takes more than in proportion to the length of what was typed', {
  timeout: 1_800_000,
}, async () => {
  const found: string[] = [];
  for (const { name, read } of everyReader)
    for (const { start, piece } of PATTERNS) {
      const text = `${start}${piece.repeat(LENGTH / piece.length)}x`;
      if ((await leastWork(() => read(text), NOTEWORTHY)) < NOTEWORTHY) continue;
      const times = await growthOfReading((text) => read(`${start}${text}x`), piece);
      if (times >= PROPORTION) found.push(`${name} of “${start}${JSON.stringify(piece)}…”: ${times}`);
    }
  process.stdout.write(
    `${everyReader.length} readers, ${PATTERNS.length} patterns: ${found.length} out of proportion\n`,
  );
  expect(found).toEqual([]);
});

test('what is longer than any platform takes is not read, and whoever sent it is told', async () => {
  const chat = await startLinkedChat();
  const long = 'x'.repeat(20_001);
  expect(await chat.says('An', `/viectot ${long}`)).toContain('dài quá 20.000 ký tự');
  expect(await chat.says('An', long, { privately: true })).toContain('dài quá 20.000 ký tự');
  expect(await chat.says('An', long)).toBe('');
  await chat.says('An', '/viectot');
  expect(await chat.says('An', long)).toContain('dài quá 20.000 ký tự');
  await chat.stop();
});

/** Said behind a line that can be read, they make of it something else. */
const STRAY = [
  'từ tháng 3',
  'nếu trùng chủ nhật thì dời',
  'lúc 19h30',
  'hai tuần một lần',
  'except on Fridays',
];

/** Which arguments are people's own sentences, or words that are looked up and named where nothing is found. */
const SENTENCES: Readonly<Record<string, readonly string[]>> = {
  donvi: ['remove'],
  capquyen: ['who'],
  viectot: ['text'],
  mohinh: ['content'],
  sua: ['text'],
  tralai: ['reason'],
  diemdanh: ['what'],
  lydo: ['reason'],
  sinhhoat: ['what'],
  ketqua: ['note'],
  loinhac: ['wording'],
};

/** Where some of them say something. */
const USED: Readonly<Record<string, readonly string[]>> = {
  start: STRAY,
  nhaclich: ['từ tháng 3'],
  laplich: ['từ tháng 3'],
  sualich: ['từ tháng 3', 'lúc 19h30'],
  doilich: ['lúc 19h30'],
  tuan: ['từ tháng 3'],
  thang: ['từ tháng 3'],
};

test.each(everyCommand.map((command) => [command.name, command] as const))(
  'no word about time that stands behind a line of /%s is dropped, or becomes a name, unasked',
  (name, command) => {
    const examples = toPlain(fill('vi', command.example))
      .split('\n')
      .filter((line) => line.startsWith('/'));
    const lines = [...new Set(examples)].map((line) => line.replace(/^\S+\s*/, ''));
    expect(lines.length).toBeGreaterThan(0);
    const taken = lines.flatMap((line) =>
      STRAY.filter((words) => !USED[name]?.includes(words))
        .map((words) => ({ line: `${line} ${words}`.trim(), words }))
        .filter(({ line, words }) => !isAsked(command, line, words)),
    );
    expect(taken).toEqual([]);
  },
);

/** Whether it is asked about, or stands in a sentence as it was typed. */
function isAsked(command: Command, line: string, words: string): boolean {
  try {
    const answers = command.read(line, callOfReaders);
    for (const [name, text] of Object.entries(answers)) command.check(callOfReaders, name, text);
    return Object.entries(answers).some(
      ([name, text]) => SENTENCES[command.name]?.includes(name) && text.includes(words),
    );
  } catch (error) {
    if (!(error instanceof UserError)) throw error;
    return true;
  }
}

test('whatever stands in it, what is too long is turned away before it is read, at every way in', {
  timeout: 1_800_000,
}, async () => {
  const chat = await startLinkedChat();
  const size = howMany({ usually: 50_000, soaking: 1_000_000 });
  for (const { start, piece } of PATTERNS) {
    const long = `${start}${piece.repeat(size / piece.length)}x`;
    const file = { name: 'anh.jpg', content: '' };
    const answers = [
      await chat.says('An', `/viectot ${long}`),
      await chat.says('An', long, { privately: true }),
      await chat.says('An', long, { privately: true, file }),
      await chat.says('An', '/viectot', { answers: { text: long } }),
    ];
    expect(answers).toEqual(answers.map(() => expect.stringContaining('dài quá 20.000 ký tự')));
  }
  await chat.stop();
});
