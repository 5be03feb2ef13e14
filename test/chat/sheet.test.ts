import { expect, test } from 'vitest';
import type { Call } from '../../src/chat/call.ts';
import { cancelCommand } from '../../src/chat/cancel.ts';
import { helpCommand } from '../../src/chat/help.ts';
import { sheetsOf } from '../../src/chat/sheet.ts';
import { LANGUAGES } from '../../src/core/languages.ts';
import { onWall } from '../../src/core/local-time.ts';
import { features } from '../../src/features/index.ts';
import { en } from '../../src/texts/en.ts';
import { markup, toPlain } from '../../src/texts/markup.ts';
import { translator } from '../../src/texts/translator.ts';
import { vi } from '../../src/texts/vi.ts';
import { startTestChat } from '../support/start-test-chat.ts';

const ALL = features.flatMap(({ commands = [] }) => commands);
const LISTED = ALL.filter(({ listed }) => listed);
/** Said when somebody changes a message of theirs, which reaches the bot on Telegram alone. */
const ONLY_OF_WRITTEN_MESSAGES = new Set(['report.of_other_unit']);
const ASKS_TO_WRITE =
  /trả lời (?:lại )?(?:tin|một tin|ảnh|tệp|ngay)|bằng cách trả lời|sửa tin|chuyển tiếp|chủ đề (?:này|đó|khác)|\brepl(?:y|ies|ying)\b|\bforward|answer right here|edit (?:the|your) message/iu;
/** These have a little language of their own, in one field. */
const IN_ONE_LINE = ['caidat', 'chuyende', 'donvi', 'ngayle', 'tailieu'];
const NAMES_A_THING = new Set(['code', 'codes', 'session']);

test.each(LISTED.map((command) => [command.name, command] as const))(
  '/%s has a field for each argument, which offers what the command knows',
  (name, command) => {
    const fields = sheetsOf([command])[0]?.arguments ?? [];
    const inOneLine = fields.some((field) => field.name === undefined);
    expect(inOneLine).toBe(IN_ONE_LINE.includes(name));
    expect(new Set(fields.map(({ option }) => option)).size).toBe(fields.length);
    for (const { label, choices } of fields)
      for (const text of [label, ...choices.map((choice) => choice.label)])
        for (const language of LANGUAGES) expect(text[language].trim()).not.toBe('');
    const shown = new Set(fields.filter(({ completes }) => completes).map((field) => field.name));
    expect(shown).toEqual(new Set(command.completes));
    // A code of one's own, as that for joining accounts, is in no list.
    if (name === 'ketnoi') return;
    for (const field of fields)
      if (field.name !== undefined && NAMES_A_THING.has(field.name)) expect(field.completes).toBe(true);
  },
);

test.each([
  ['vi', vi],
  ['en', en],
] as const)(
  'where only commands, buttons and forms reach the bot, no text in %s asks for anything else',
  (_, texts) => {
    const names = new Set(
      [...LISTED, helpCommand(() => []), cancelCommand(async () => false)].flatMap(({ name, aliases }) => [
        name,
        ...aliases,
      ]),
    );
    const ofHidden = new Set<string>(ALL.flatMap(({ listed, example }) => (listed ? [] : [example])));
    for (const [key, text] of Object.entries<string>(texts)) {
      if (key.startsWith('console.') || ONLY_OF_WRITTEN_MESSAGES.has(key) || ofHidden.has(key)) continue;
      const shown = toPlain(markup(text), 'forms');
      expect([key, shown.match(ASKS_TO_WRITE)?.[0]]).toEqual([key, undefined]);
      const named = [...shown.matchAll(/(?<![\p{L}\d/.])\/([a-z]+)/gu)].map(([, name = '']) => name);
      expect([key, named.filter((name) => !names.has(name))]).toEqual([key, []]);
    }
  },
);

test('whatever is offered while a command is typed is understood, in both languages', async () => {
  const chat = await startTestChat();
  await chat.says('Quantri', '/lienket Chi bộ ấp 2');
  await chat.says('Quantri', '/nhaclich 19h30 ngày 20 hằng tháng Sinh hoạt chi bộ, trước 3 ngày');
  await chat.presses('Quantri', 'Đúng, đặt lịch');
  await chat.says('An', '/viectot Chị Hiền tổ 7 nhặt được ví có 3,2 triệu, đã trả lại người mất');
  const { channel_id: channelId, ...unit } = await chat.app.db
    .selectFrom('channels')
    .innerJoin('units', 'units.id', 'channels.unit_id')
    .select(['channels.id as channel_id', 'units.id', 'units.name', 'units.time_zone as timeZone'])
    .executeTakeFirstOrThrow();
  const { personId } = await chat.app.db
    .selectFrom('reports')
    .select('reporter_id as personId')
    .executeTakeFirstOrThrow();
  const silent: string[] = [];
  for (const language of LANGUAGES)
    for (const command of LISTED)
      for (const argument of command.completes) {
        const call: Call = {
          incoming: {
            platform: 'memory',
            kind: 'joined',
            updateId: '1',
            channel: { id: 'c', kind: 'group', title: 'c' },
            sender: { id: 'An', name: 'An' },
          },
          caller: { personId, name: 'An', channelId, unit, role: 'administrator' },
          now: onWall(chat.clock.now(), unit.timeZone),
          t: translator(language),
          attached: [],
        };
        const found = await command.complete(chat.app, call, argument, {});
        // What has been typed so far, which is nothing, is no offer.
        const offered = found.filter(({ answer }) => answer !== '');
        if (offered.length === 0) silent.push(`${command.name} ${argument}`);
        for (const { label, answer } of offered) {
          expect([command.name, argument, label.trim(), answer]).not.toContain('');
          command.check(call, argument, answer);
        }
      }
  expect(new Set(silent)).toEqual(new Set(SILENT));
});

/** What is offered only once something has been typed, or has happened. */
const SILENT = ['nhaclich when', 'lienket unit', 'sinhhoat session'];
