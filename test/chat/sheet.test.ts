import { expect, test } from 'vitest';
import type { Call } from '../../src/chat/call.ts';
import { sheetsOf } from '../../src/chat/sheet.ts';
import { LANGUAGES } from '../../src/core/languages.ts';
import { onWall } from '../../src/core/local-time.ts';
import { features } from '../../src/features/index.ts';
import { translator } from '../../src/texts/translator.ts';
import { startTestChat } from '../support/start-test-chat.ts';

const LISTED = features.flatMap(({ commands = [] }) => commands).filter(({ listed }) => listed);
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
