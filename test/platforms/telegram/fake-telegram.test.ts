import { spawn } from 'node:child_process';
import { expect, onTestFinished, test } from 'vitest';
import { z } from 'zod';
import { manualClock } from '../../support/manual-clock.ts';
import { type Options, startFakeTelegram } from '../../support/telegram/fake-telegram.ts';
import { parseHtml } from '../../support/telegram/html.ts';

// The fake is what the other tests rest on: it must refuse what Telegram refuses, in Telegram's words.
const answerSchema = z.looseObject({ ok: z.boolean(), result: z.unknown().optional() });
const updatesSchema = z.array(z.looseObject({ update_id: z.int() }));
const postedSchema = z.object({ message_id: z.int() });

test('it knows its bot by the token, and its methods by their names', async () => {
  const { fake, post, call } = await startFake();
  expect(await call('getMe')).toMatchObject({
    ok: true,
    result: { id: 7_100_000_001, username: 'neu_guong_bot' },
  });
  expect(await post('getMe', '{}', 'application/json', '71:wrong')).toEqual(refused(401, 'Unauthorized'));
  expect(await post('getMe', '{}', 'application/json', 'wrong')).toEqual(refused(404, 'Not Found'));
  expect(await call('getNothing')).toEqual(refused(404, 'Not Found: method not found'));
  expect((await fetch(`${fake.apiRoot}/`)).status).toBe(404);
});

test('it reads JSON, forms and queries', async () => {
  const { fake, group, post } = await startFake();
  const params = { chat_id: group.id, text: '12', link_preview_options: '{"is_disabled":true}' };
  await post('sendMessage', new URLSearchParams(params));
  const form = new FormData();
  for (const [name, value] of Object.entries({ ...params, text: '<b>13</b>', parse_mode: 'HTML' }))
    form.append(name, value);
  await post('sendMessage', form);
  await fetch(
    `${fake.apiRoot}/bot${fake.token}/sendMessage?${new URLSearchParams({ ...params, text: '14' })}`,
  );
  expect(fake.posts(group).map(({ text }) => text)).toEqual(['12', '13', '14']);
  expect(await post('sendMessage', '[1', 'application/json')).toMatchObject({ ok: false });
  expect(await post('sendMessage', '1', 'application/json')).toEqual(bad("can't parse JSON object"));
});

test('it refuses a field that it does not know', async () => {
  const { say } = await startFake();
  expect(await say('x', { disable_web_page_preview: true })).toMatchObject({
    error_code: 400,
    description: expect.stringContaining('disable_web_page_preview'),
  });
});

test.each([
  ['', {}, 'message text is empty'],
  [' \n', {}, 'message text is empty'],
  ['<b> </b>', { parse_mode: 'HTML' }, 'message text is empty'],
  ['a'.repeat(4097), {}, 'message is too long'],
  ['x', { chat_id: 999 }, 'chat not found'],
  ['x', { chat_id: '@somewhere' }, 'chat not found'],
  ['x', { message_thread_id: 5 }, 'message thread not found'],
  ['x', { reply_parameters: { message_id: 99 } }, 'message to be replied not found'],
  [
    'x',
    { reply_markup: { inline_keyboard: [[{ text: 'a', callback_data: 'ệ'.repeat(22) }]] } },
    'BUTTON_DATA_INVALID',
  ],
  ['x', { reply_markup: { inline_keyboard: [[{ text: 'a', callback_data: '' }]] } }, 'BUTTON_DATA_INVALID'],
  [
    'x',
    { reply_markup: { inline_keyboard: [[{ text: ' ', callback_data: 'a' }]] } },
    'inline keyboard button text must be non-empty',
  ],
  [
    'x',
    {
      reply_markup: {
        inline_keyboard: Array.from({ length: 101 }, () => [{ text: 'a', callback_data: 'a' }]),
      },
    },
    'reply markup is too long',
  ],
])('it refuses %j with %j: %s', async (text, more, description) => {
  const { say } = await startFake();
  expect(await say(text, more)).toEqual(bad(description));
});

test.each([
  ['<b>a', `Can't find end tag corresponding to start tag "b"`],
  ['<b>a</i>', 'Unmatched end tag at byte offset 4, expected "</b>", found "</i>"'],
  ['ệ</b>', 'Unexpected end tag at byte offset 3'],
  ['a < b', 'Unsupported start tag "" at byte offset 2'],
  ['<h1>a</h1>', 'Unsupported start tag "h1" at byte offset 0'],
  ['<b', 'Unclosed start tag at byte offset 0'],
])('it refuses the HTML %s', async (html, what) => {
  const { say } = await startFake();
  expect(await say(html, { parse_mode: 'HTML' })).toEqual(bad(`can't parse entities: ${what}`));
});

test('it reads the HTML that is right', () => {
  expect(parseHtml(' <b>a<i>b</i></b> &lt;&#65;&#x42;&nbsp;&& <a href="https://x.vn">c</a> ')).toEqual({
    text: 'ab <AB&nbsp;&& c',
    entities: [
      { type: 'bold', offset: 0, length: 2 },
      { type: 'italic', offset: 1, length: 1 },
      { type: 'text_link', offset: 15, length: 1, url: 'https://x.vn' },
    ],
  });
});

test('a short burst goes into one chat, then one message a second by the clock', async () => {
  const { clock, say } = await startFake();
  for (let i = 0; i < 3; i += 1) expect(await say('x')).toMatchObject({ ok: true });
  expect(await say('x')).toEqual({
    ...refused(429, 'Too Many Requests: retry after 1'),
    parameters: { retry_after: 1 },
  });
  await clock.advance(1_000);
  expect(await say('x')).toMatchObject({ ok: true });
});

test('it lets 20 messages a minute into a group', async () => {
  const { clock, say } = await startFake();
  for (let i = 0; i < 20; i += 1) {
    expect(await say('x')).toMatchObject({ ok: true });
    await clock.advance(1_000);
  }
  expect(await say('x')).toMatchObject({ error_code: 429, parameters: { retry_after: 40 } });
  await clock.advance(40_000);
  expect(await say('x')).toMatchObject({ ok: true });
});

test('it lets 30 messages a second out of a bot', async () => {
  const { fake, call } = await startFake();
  const people = Array.from({ length: 31 }, (_, i) => fake.person(`Người ${i}`));
  for (const person of people) person.writes('/start');
  const answers = await Promise.all(people.map(({ id }) => call('sendMessage', { chat_id: id, text: 'x' })));
  expect(answers.filter(({ ok }) => ok)).toHaveLength(30);
});

test('without limits it takes everything', async () => {
  const { say } = await startFake({ limits: undefined });
  for (let i = 0; i < 40; i += 1) expect(await say('x')).toMatchObject({ ok: true });
});

test('updates come again until a higher offset confirms them', async () => {
  const { fake, an, group, call } = await startFake();
  for (const name of ['một', 'hai', 'ba']) an.says(group, `/vt ${name}`);
  const ids = async (params: object) =>
    updatesSchema
      .parse((await call('getUpdates', params)).result)
      .map(({ update_id }) => update_id - 300_000_000);
  expect(await ids({ limit: 2 })).toEqual([1, 2]);
  expect(await ids({})).toEqual([1, 2, 3]);
  expect(await ids({ offset: 300_000_002 })).toEqual([2, 3]);
  expect(fake.confirmed()).toHaveLength(1);
  expect(await ids({ offset: -1 })).toEqual([3]);
  expect(await ids({ offset: 300_000_004 })).toEqual([]);
  fake.redeliver(1);
  expect(await ids({ offset: 300_000_004 })).toEqual([3]);
  expect(await ids({ offset: 300_000_004 })).toEqual([]);
});

test('kinds of updates that were not asked for are not kept', async () => {
  const { an, group, call } = await startFake();
  await call('getUpdates', { allowed_updates: ['callback_query'] });
  an.says(group, '/vt một');
  expect((await call('getUpdates', { allowed_updates: [] })).result).toEqual([]);
  an.says(group, '/vt hai');
  expect((await call('getUpdates')).result).toHaveLength(1);
});

test('a poll waits for an update, for its time to pass, or for another poll', async () => {
  const { clock, an, group, call } = await startFake();
  const first = call('getUpdates', { timeout: 50 });
  await clock.sleeping(50_000);
  an.says(group, '/vt một');
  expect((await first).result).toHaveLength(1);
  const second = call('getUpdates', { timeout: 20, offset: 300_000_002 });
  await clock.sleeping(20_000);
  await clock.advance(20_000);
  expect((await second).result).toEqual([]);
  const third = call('getUpdates', { timeout: 30 });
  await clock.sleeping(30_000);
  expect(await call('getUpdates')).toMatchObject({ ok: true });
  expect(await third).toMatchObject({ error_code: 409 });
});

test('with privacy mode the bot sees commands and replies to it, as an administrator everything', async () => {
  const { fake, an, lan, group, say } = await startFake();
  await say('Việc gì?');
  const [question] = fake.posts(group);
  an.says(group, 'chào cả nhà @neu_guong_bot');
  an.says(group, '/vt@other_bot x');
  an.says(group, '／vt x');
  expect(fake.pending()).toHaveLength(0);
  an.says(group, '/vt@Neu_Guong_Bot x');
  if (question) lan.replies(question, 'giúp cụ già');
  const said = an.says(group, '/vt x', { caption: true });
  an.edits(said, '/vt y');
  expect(fake.pending().map((update) => Object.keys(update)[1])).toEqual([
    'message',
    'message',
    'message',
    'edited_message',
  ]);
  fake.promote(group);
  an.says(group, 'chào cả nhà');
  expect(fake.pending()).toHaveLength(6);
});

test('updates look like those of Telegram', async () => {
  const { fake, an, lan, group } = await startFake();
  const forum = fake.group({ title: 'Phường', members: [an], forum: true });
  an.says(forum, '/vt@neu_guong_bot giúp Lan và @hoa_nguyen', {
    topic: fake.topic(forum, 'Việc tốt'),
    mentions: [lan],
  });
  lan.says(group, '/lich', { anonymously: true });
  expect(fake.pending()).toEqual([
    {
      update_id: 300_000_001,
      message: {
        message_id: 2,
        from: { id: 700_000_001, is_bot: false, first_name: 'An', username: 'an_nguyen' },
        chat: { id: -1_002_200_000_002, type: 'supergroup', title: 'Phường', is_forum: true },
        date: 1_796_083_200,
        message_thread_id: 1,
        is_topic_message: true,
        reply_to_message: expect.objectContaining({ message_id: 1, forum_topic_created: expect.anything() }),
        text: '/vt@neu_guong_bot giúp Lan và @hoa_nguyen',
        entities: [
          { type: 'bot_command', offset: 0, length: 17 },
          { type: 'text_mention', offset: 23, length: 3, user: lan.user },
          { type: 'mention', offset: 30, length: 11 },
        ],
      },
    },
    {
      update_id: 300_000_002,
      message: expect.objectContaining({
        from: { id: 1_087_968_824, is_bot: true, first_name: 'Group', username: 'GroupAnonymousBot' },
        sender_chat: { id: -1_002_200_000_001, type: 'supergroup', title: 'Chi đoàn 1' },
      }),
    },
  ]);
});

test('people do only what people can', async () => {
  const { fake, an, lan, group, say } = await startFake();
  await say('x', { reply_markup: { inline_keyboard: [[{ text: 'Xem', callback_data: '/xem' }]] } });
  const [message] = fake.posts(group);
  const outsider = fake.person('Người lạ');
  if (!message) throw new Error('nothing was posted');
  expect(() => outsider.says(group, 'chào')).toThrow('is not in');
  expect(() => an.says(group, 'chào', { anonymously: true })).toThrow('only administrators');
  expect(() => an.presses(message, 'Sửa')).toThrow('no button "Sửa" under "x": Xem');
  expect(() => an.edits(message, 'y')).toThrow('only what they wrote');
  expect(() => an.says(group, '/capquyen', { mentions: [lan] })).toThrow('does not name');
  expect(() => an.writes('chào', { replyTo: message })).toThrow('where the message stands');
  expect(() => fake.migrate(group)).toThrow('basic');
  expect(() => fake.topic(group, 'Chung')).toThrow('no topics');
  expect(() => fake.group({ title: 'x', basic: true, forum: true })).toThrow('only a supergroup');
});

test('a test that waits in vain is told the last calls and refusals', async () => {
  const { fake, say } = await startFake();
  await say('');
  await expect(fake.until(() => fake.calls().length > 5, 20)).rejects.toThrow('message text is empty');
});

test('messages are changed and deleted by those who may', async () => {
  const { fake, an, group, call, say } = await startFake();
  const { message_id: id } = postedSchema.parse((await say('x')).result);
  const chat_id = group.id;
  const said = an.says(group, 'lời của An');
  const keyboard = { inline_keyboard: [[{ text: 'Xem', callback_data: '/xem' }]] };
  const edit = (message_id: number, text: string) => call('editMessageText', { chat_id, message_id, text });
  expect(await edit(said.id, 'y')).toEqual(bad("message can't be edited"));
  expect(await edit(77, 'y')).toEqual(bad('message to edit not found'));
  expect(await edit(id, 'x')).toMatchObject({
    description: expect.stringContaining('message is not modified'),
  });
  expect(await edit(id, 'y')).toMatchObject({ result: { text: 'y', edit_date: expect.any(Number) } });
  expect(
    await call('editMessageReplyMarkup', { chat_id, message_id: id, reply_markup: keyboard }),
  ).toMatchObject({
    result: { text: 'y', reply_markup: keyboard },
  });
  expect(await call('deleteMessage', { chat_id, message_id: said.id })).toEqual(
    bad("message can't be deleted"),
  );
  expect(await call('deleteMessage', { chat_id, message_id: id })).toEqual({ ok: true, result: true });
  expect(await call('deleteMessage', { chat_id, message_id: id })).toEqual(
    bad('message to delete not found'),
  );
  expect(fake.messages(group)).toEqual([said]);
});

test('a press is answered once, in time, and in 200 characters', async () => {
  const { fake, clock, an, group, call, say } = await startFake();
  await say('x', { reply_markup: { inline_keyboard: [[{ text: 'Xem', callback_data: '/xem' }]] } });
  const [message] = fake.posts(group);
  if (!message) throw new Error('nothing was posted');
  const tooOld = bad('query is too old and response timeout expired or query ID is invalid');
  const answer = (callback_query_id: string, text = 'ok') =>
    call('answerCallbackQuery', { callback_query_id, text });
  const press = an.presses(message, 'Xem');
  expect(await answer(press.id, 'a'.repeat(201))).toEqual(bad('MESSAGE_TOO_LONG'));
  expect(await answer(press.id)).toMatchObject({ ok: true });
  expect(press.answer).toEqual({ text: 'ok', alert: false });
  expect(await answer(press.id)).toEqual(tooOld);
  expect(await answer('nothing')).toEqual(tooOld);
  const late = an.presses(message, 'Xem');
  await clock.advance(901_000);
  expect(await answer(late.id)).toEqual(tooOld);
});

test('commands are kept by scope and language, and only good ones', async () => {
  const { call } = await startFake();
  const set = (command: string, description: string, more: object = {}) =>
    call('setMyCommands', { commands: [{ command, description }], ...more });
  expect(await set('lich', 'Lịch', { language_code: 'en' })).toMatchObject({ ok: true });
  expect(await call('getMyCommands')).toMatchObject({ result: [] });
  expect(await call('getMyCommands', { language_code: 'en', scope: { type: 'default' } })).toMatchObject({
    result: [{ command: 'lich' }],
  });
  expect(await set('lịch', 'x')).toEqual(bad('BOT_COMMAND_INVALID'));
  expect(await set('lich', '')).toEqual(bad('BOT_COMMAND_DESCRIPTION_INVALID'));
  const many = Array.from({ length: 101 }, (_, i) => ({ command: `c${i}`, description: 'x' }));
  expect(await call('setMyCommands', { commands: many })).toEqual(bad('BOT_COMMANDS_TOO_MUCH'));
});

test('chats and their members can be looked at, and left', async () => {
  const { fake, an, lan, group, call } = await startFake();
  const chat_id = group.id;
  expect(await call('getChat', { chat_id })).toMatchObject({
    result: { type: 'supergroup', title: 'Chi đoàn 1' },
  });
  expect(await call('getChatAdministrators', { chat_id })).toEqual({
    ok: true,
    result: [{ user: lan.user, status: 'creator' }],
  });
  expect(await call('getChatMember', { chat_id, user_id: fake.bot.id })).toMatchObject({
    result: { status: 'member' },
  });
  expect(await call('getChatMember', { chat_id, user_id: 5 })).toEqual(bad('user not found'));
  expect(await call('sendChatAction', { chat_id, action: 'typing' })).toMatchObject({ ok: true });
  expect(await call('leaveChat', { chat_id })).toMatchObject({ ok: true });
  expect(await call('leaveChat', { chat_id })).toEqual(
    refused(403, 'Forbidden: bot is not a member of the supergroup chat'),
  );
  an.writes('/start');
  expect(await call('getChat', { chat_id: an.id })).toMatchObject({
    result: { type: 'private', first_name: 'An' },
  });
  expect(await call('leaveChat', { chat_id: an.id })).toMatchObject({ ok: false });
  expect(await call('getChatAdministrators', { chat_id: an.id })).toMatchObject({ ok: false });
});

test('a deleted account, a dropped queue', async () => {
  const { fake, an, call } = await startFake();
  an.writes('/start');
  an.chat.deleted = true;
  expect(await call('sendMessage', { chat_id: an.id, text: 'x' })).toEqual(
    refused(403, 'Forbidden: user is deactivated'),
  );
  await call('deleteWebhook', { drop_pending_updates: true });
  expect(fake.pending()).toEqual([]);
});

test('it runs in a process of its own', async () => {
  const script = new URL('../../support/telegram/serve.ts', import.meta.url);
  const child = spawn(process.execPath, [script.pathname], { stdio: ['ignore', 'pipe', 'inherit'] });
  onTestFinished(() => void child.kill());
  const [line] = await child.stdout.take(1).toArray();
  const { apiRoot, token } = JSON.parse(String(line));
  const response = await fetch(`${apiRoot}/bot${token}/getMe`);
  expect(await response.json()).toMatchObject({ ok: true });
});

async function startFake(options: Options = {}) {
  const clock = manualClock('2026-12-01T00:00:00Z');
  const fake = await startFakeTelegram({ clock, ...options });
  onTestFinished(fake.close);
  const an = fake.person('An', 'an_nguyen');
  const lan = fake.person('Lan');
  const group = fake.group({ title: 'Chi đoàn 1', administrators: [lan], members: [an] });
  const post = async (
    method: string,
    body: string | URLSearchParams | FormData,
    type?: string,
    token = fake.token,
  ) => {
    const headers = type ? { 'content-type': type } : undefined;
    const response = await fetch(`${fake.apiRoot}/bot${token}/${method}`, {
      method: 'POST',
      body,
      ...(headers ? { headers } : {}),
    });
    return answerSchema.parse(await response.json());
  };
  const call = (method: string, params: object = {}) =>
    post(method, JSON.stringify(params), 'application/json');
  const say = (text: string, more: object = {}) => call('sendMessage', { chat_id: group.id, text, ...more });
  return { clock, fake, an, lan, group, post, call, say };
}

function refused(code: number, description: string) {
  return { ok: false, error_code: code, description };
}

function bad(what: string) {
  return refused(400, `Bad Request: ${what}`);
}
