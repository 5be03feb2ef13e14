import { expect, test } from 'vitest';
import { toMarkdownParts } from '../../src/platforms/discord/render.ts';
import type { Posted } from '../../src/platforms/memory/memory-platform.ts';
import { toHtmlParts } from '../../src/platforms/telegram/render.ts';
import { readMarkdown } from '../support/discord/markdown.ts';
import { everyCommand, everyReader } from '../support/every-reader.ts';
import { howMany } from '../support/soak.ts';
import { startLinkedChat, type TestChat } from '../support/start-test-chat.ts';
import { parseHtml } from '../support/telegram/html.ts';

const STRINGS = howMany({ usually: 200, soaking: 10_000 });
/** A command, a mention and marks of no other origin than the strings. */
const COMMAND = /(?<![\p{L}\p{N}/<>])\/bihack/u;
const PING = /(?<!\w)@(?:bihack|everyone|here)|<@[!&]?\d/;

const PIECES = [
  ...[
    '/bihack',
    '(/bihack',
    '“/bihack”',
    '👍/bihack',
    '@bihack',
    '@everyone',
    '@here',
    '<@123456789012345678>',
  ],
  ...[
    '<b>',
    '</b>',
    '<i>',
    '</code>',
    '<t 1>',
    '<a href="tg://user?id=1">',
    '&lt;',
    '&',
    '**',
    '`',
    '||',
    '> ',
    '# ',
  ],
  ...[
    '\ud83d',
    '\udc4d',
    '👨‍👩‍👧',
    '👍🏽',
    '🇻🇳',
    '\u202e',
    '\u2066',
    '\u200b',
    '\u2060',
    '\ufeff',
    '\0',
    '\u0007',
    '\u2028',
  ],
  ...[
    '\n',
    '\r\n',
    '\t',
    ' ',
    '{code}',
    '{chuyende}',
    '$x',
    '%s',
    '__proto__',
    'constructor',
    '[a](http://b)',
    '|',
    ':',
  ],
  ...[
    'VT1',
    'SH1',
    '2',
    '31/2',
    '19h30',
    'ngày 5',
    'thứ bảy',
    'không',
    'xác nhận',
    'Chị Hiền',
    'e\u0301'.repeat(30),
  ],
];
const CODES = ['', 'VT1 ', 'SH1 ', 'NL1 ', 'CD1 '];

test(`${STRINGS} hostile strings through every input of every command do no harm to anybody who reads the answers`, async () => {
  const chat = await start();
  const random = numbersFrom(20_261_125);
  const any = <Item>(items: readonly Item[]): Item | undefined => items[Math.floor(random() * items.length)];
  const found = new Set<string>();
  for (let count = 0; count < STRINGS; count += 1) {
    const text = hostile(random);
    // Every command has its turn; then it is an argument of its own, or all that follows its name.
    const command = everyCommand[count % everyCommand.length];
    const reader = any(everyReader.filter(({ name }) => name.startsWith(`/${command?.name}: `)));
    const argument = random() < 0.4 ? reader?.name.replace(/^.*: /, '') : undefined;
    const before = chat.platform.posted.length;
    await chat.deliver({
      platform: 'memory',
      updateId: `hostile${count}`,
      channel: { id: 'nhom', kind: 'group', title: 'nhom' },
      sender: { id: 'quantri', name: random() < 0.3 ? text.slice(0, 60) : 'Quantri' },
      kind: 'message',
      messageId: `hostile${count}`,
      text: `/${command?.name} ${argument === undefined ? `${any(CODES)}${text}` : ''}`,
      edited: false,
      ...(argument === undefined ? {} : { answers: { [argument]: text } }),
    });
    for (const posted of chat.platform.posted.slice(before))
      for (const harm of harmsOf(posted)) found.add(`/${command?.name}: ${harm}: ${JSON.stringify(text)}`);
  }
  for (const line of chat.logged.filter((line) => line.includes('could not be answered'))) found.add(line);
  expect([...found]).toEqual([]);
  expect(chat.platform.posted.length).toBeGreaterThan(STRINGS / 2);
  process.stdout.write(
    `${STRINGS} hostile strings through ${everyCommand.length} commands: ${found.size} found, ${chat.platform.posted.length} answers\n`,
  );
  await chat.stop();
});

/** A unit in which every kind of thing is there to be named. */
async function start(): Promise<TestChat> {
  const chat = await startLinkedChat();
  await chat.says('Quantri', '/nhaclich 19h30 thứ bảy hằng tuần Sinh hoạt chi bộ');
  await chat.presses('Quantri', 'Đúng, đặt lịch');
  await chat.says('An', '/viectot Chị Hiền tổ 7 nhặt được ví trả lại');
  await chat.says('Quantri', '/chuyende tháng 2: Học tập Di chúc');
  await chat.pass(1);
  return chat;
}

function harmsOf({ message }: Posted): string[] {
  const shown = toHtmlParts(message.text).map((html) => parseHtml(html).text);
  const names = [...(message.buttons ?? []).flat(), ...(message.files ?? [])].map((each) =>
    'label' in each ? each.label : each.name,
  );
  const markdown = toMarkdownParts(message.text).map((part) => readMarkdown(part));
  return [
    ...(shown.some((text) => COMMAND.test(text)) ? ['a command to press'] : []),
    ...(shown.some((text) => PING.test(text)) ? ['a ping'] : []),
    ...(markdown.some(({ effects }) => effects.some((effect) => effect.startsWith('mention')))
      ? ['a ping on Discord']
      : []),
    ...([...shown, ...names].every((text) => text.isWellFormed()) ? [] : ['half a character']),
    ...(names.some((name) => /[\u202a-\u202e\u2066-\u2069]/.test(name)) ? ['a turned label'] : []),
    ...(names.every((name) => /[\p{L}\p{N}\p{P}\p{S}]/u.test(name)) ? [] : ['an empty label']),
  ];
}

function hostile(random: () => number): string {
  const long = random() < 0.1;
  const pieces = Array.from({ length: 1 + Math.floor(random() * (long ? 400 : 8)) }, () => {
    const piece = PIECES[Math.floor(random() * PIECES.length)] ?? '';
    return random() < 0.4 ? `${piece} ` : piece;
  });
  return pieces.join('');
}

/** Numbers between 0 and 1 that look random and are the same in every run. */
function numbersFrom(seed: number) {
  return () => {
    seed = (seed * 1_664_525 + 1_013_904_223) % 2 ** 32;
    return seed / 2 ** 32;
  };
}
