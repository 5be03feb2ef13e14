import { expect, test } from 'vitest';
import type { Incoming } from '../../../src/chat/incoming.ts';
import { toIncoming } from '../../../src/platforms/telegram/incoming.ts';
import { updateSchema } from '../../../src/platforms/telegram/update.ts';
import { postTo, startTelegram } from './start-telegram.ts';

type Started = Awaited<ReturnType<typeof startTelegram>>;

const BOT = { id: 71, username: 'neu_guong_bot' };
const AN = { id: 7, is_bot: false, first_name: 'An' };
const GROUP = { id: -1001, type: 'supergroup', title: 'Chi đoàn 1' };

test('a command in a group is taken in with who said it and where', async () => {
  const taken = await takenOf(({ an, group }) => void an.says(group, '/viectot giúp cụ già qua đường'));
  expect(taken).toEqual([
    {
      platform: 'telegram',
      updateId: '300000001',
      kind: 'message',
      channel: { id: '-1002200000001', kind: 'group', title: 'Chi đoàn 1' },
      sender: { id: '700000001', name: 'Nguyễn Văn An', username: 'an_nguyen' },
      messageId: '1',
      text: '/viectot giúp cụ già qua đường',
      edited: false,
      sentAt: expect.stringMatching(/^20\d\d-.*Z$/),
    },
  ]);
});

test('in a private chat every text is taken in, and the chat has the name of the person', async () => {
  const [incoming] = await takenOf(({ lan }) => void lan.writes('chào bạn'));
  expect(incoming).toMatchObject({ text: 'chào bạn', channel: { kind: 'private', title: 'Trần Thị Lan' } });
  expect(incoming?.sender.id).toBe(incoming?.channel.id);
});

test('what people say to each other is dropped, also where the bot is shown everything', async () => {
  const taken = await takenOf(({ fake, an, lan, group }) => {
    fake.promote(group);
    const said = an.says(group, 'mai họp lúc mấy giờ?');
    lan.replies(said, '8 giờ nhé');
    lan.says(group, 'ảnh hôm qua', { caption: true });
    lan.says(group, 'xem /viectot nhé');
  });
  expect(taken).toEqual([]);
});

test.each([
  '/viectot@neu_guong_bot giúp bà',
  '/viectot@NEU_GUONG_BOT giúp bà',
  '／viectot giúp bà',
  '/việctốt giúp bà',
  '/VIECTOT giúp bà',
  '/viectot\ngiúp bà',
  '/viectot giúp bà a@b.vn',
])('%j is taken in as it was typed', async (text) => {
  const taken = await takenOf(({ fake, an, group }) => {
    fake.promote(group);
    an.says(group, text);
  });
  expect(textsOf(taken)).toEqual([text]);
});

test('a command may have white space before it', () => {
  expect(meaningOf({ text: ' \u00a0\n/lich' })).toMatchObject({ text: ' \u00a0\n/lich' });
});

test.each(['/lich@other_bot', '／lich@OtherBot 3', '/việc@other_bot x'])('%j is for another bot', (text) => {
  expect(meaningOf({ text })).toBeUndefined();
  expect(meaningOf({ text, chat: { id: 7, type: 'private', first_name: 'An' } })).toBeUndefined();
});

test('a caption under a photo is read like a text', async () => {
  const taken = await takenOf(({ an, group }) => void an.says(group, '/vt trồng 20 cây', { caption: true }));
  expect(textsOf(taken)).toEqual(['/vt trồng 20 cây']);
});

test('a photo without words is nothing', () => {
  expect(meaningOf({ text: undefined, photo: [] })).toBeUndefined();
});

test('a reply to the bot is taken in, with whom and what it replies to', async () => {
  const taken = await takenOf(async ({ fake, platform, an, group }) => {
    await platform.send(postTo(group.id, 'Việc gì?'));
    const [question] = fake.posts(group);
    if (question) an.replies(question, 'giúp cụ già');
  });
  expect(taken).toMatchObject([
    { text: 'giúp cụ già', replyTo: { messageId: '1', byBot: true, author: { name: 'Nêu Gương' } } },
  ]);
});

test('a command that replies to a person names that person', async () => {
  const taken = await takenOf(({ an, lan, group }) => {
    const said = an.says(group, 'em xin nhận');
    lan.says(group, '/capquyen', { replyTo: said });
  });
  expect(taken).toMatchObject([
    { replyTo: { byBot: false, author: { id: '700000001', username: 'an_nguyen' } } },
  ]);
});

test('another bot that is replied to is not this bot', () => {
  const other = { id: 72, is_bot: true, first_name: 'Other', username: 'other_bot' };
  const reply_to_message = { message_id: 3, date: 1, chat: GROUP, from: other, text: '?' };
  expect(meaningOf({ text: 'yes', reply_to_message })).toBeUndefined();
  expect(meaningOf({ reply_to_message })).toMatchObject({ replyTo: { byBot: false } });
});

test('people whom a text links to are mentions', async () => {
  const taken = await takenOf(
    ({ an, lan, group }) => void lan.says(group, '/capquyen Nguyễn Văn An', { mentions: [an] }),
  );
  expect(taken).toMatchObject([
    { mentions: [{ id: '700000001', name: 'Nguyễn Văn An', username: 'an_nguyen' }] },
  ]);
});

test('a changed message comes again as edited, under the same id', async () => {
  const taken = await takenOf(({ an, group }) => {
    const said = an.says(group, '/vt giup cu gia');
    an.edits(said, '/vt giúp cụ già');
  });
  expect(taken).toMatchObject([
    { messageId: '1', edited: false },
    { messageId: '1', edited: true, text: '/vt giúp cụ già' },
  ]);
});

test('an anonymous administrator is an administrator under the id and title of the group', async () => {
  const [incoming] = await takenOf(
    ({ lan, group }) => void lan.says(group, '/lienket', { anonymously: true }),
  );
  expect(incoming?.sender).toEqual({ id: '-1002200000001', name: 'Chi đoàn 1', isAdministrator: true });
});

test('a reply to an anonymous administrator is one to the group', () => {
  const behind = { id: 1_087_968_824, is_bot: true, first_name: 'Group' };
  const reply_to_message = { message_id: 3, date: 1, chat: GROUP, from: behind, sender_chat: GROUP };
  expect(meaningOf({ reply_to_message })).toMatchObject({
    replyTo: { author: { id: '-1001', name: 'Chi đoàn 1' } },
  });
});

test('bots, linked channels and channel posts are not listened to', () => {
  expect(meaningOf({ from: { ...AN, is_bot: true } })).toBeUndefined();
  expect(meaningOf({ sender_chat: { id: -1009, type: 'channel', title: 'Tin tức' } })).toBeUndefined();
  expect(meaningOf({ chat: { id: -1009, type: 'channel', title: 'Tin tức' } })).toBeUndefined();
  expect(meaningOf({ from: undefined })).toBeUndefined();
});

test('in a topic the answer goes back into it, and the topic itself is not replied to', async () => {
  const telegram = await startTelegram();
  const { fake, platform, taken, keep, an } = telegram;
  await platform.start(keep);
  const forum = fake.group({ title: 'Phường', members: [an], forum: true });
  an.says(forum, '/lich', { topic: fake.topic(forum, 'Việc tốt') });
  an.says(forum, '/tuan');
  await fake.until(() => taken.length === 2);
  expect(taken[0]?.channel.thread).toBe('1');
  expect(taken[0]).not.toHaveProperty('replyTo');
  expect(taken[1]?.channel).not.toHaveProperty('thread');
});

test('what opened a topic is not replied to, whichever way Telegram marks it', () => {
  const opening = { message_id: 4, date: 1, chat: GROUP, from: { id: 71, is_bot: true, first_name: 'Bot' } };
  const created = { ...opening, forum_topic_created: { name: 'Việc tốt', icon_color: 1 } };
  expect(meaningOf({ reply_to_message: created })).not.toHaveProperty('replyTo');
  const inTopic = { is_topic_message: true, message_thread_id: 4, reply_to_message: opening };
  expect(meaningOf(inTopic)).not.toHaveProperty('replyTo');
  expect(meaningOf({ ...inTopic, text: 'chào' })).toBeUndefined();
});

test('a chain of replies outside of topics is no thread, and a reply in a topic is a reply', () => {
  const mine = { message_id: 4, date: 1, chat: GROUP, from: { id: 71, is_bot: true, first_name: 'Bot' } };
  const chain = meaningOf({ text: 'ok', message_thread_id: 4, reply_to_message: mine });
  expect(chain?.channel).not.toHaveProperty('thread');
  expect(chain).toMatchObject({ replyTo: { messageId: '4' } });
  const inTopic = { text: 'ok', is_topic_message: true, message_thread_id: 2, reply_to_message: mine };
  expect(meaningOf(inTopic)).toMatchObject({
    channel: { thread: '2' },
    replyTo: { messageId: '4', byBot: true },
  });
});

test('a press carries the line of its button', async () => {
  const taken = await takenOf(async ({ fake, platform, an, group }) => {
    await platform.send(postTo(group.id, 'VT12', { buttons: [[{ label: 'Xem', line: '/xem VT12' }]] }));
    const [message] = fake.posts(group);
    if (message) an.presses(message, 'Xem');
  });
  expect(taken).toMatchObject([
    {
      kind: 'press',
      line: '/xem VT12',
      messageId: '1',
      sender: { id: '700000001' },
      channel: { kind: 'group' },
    },
  ]);
});

test('a press keeps the topic of its message, and one without message or line is nothing', () => {
  const message = { message_id: 9, date: 0, chat: GROUP, message_thread_id: 3, is_topic_message: true };
  const press = (callback_query: object) =>
    toIncoming(
      updateSchema.parse({ update_id: 5, callback_query: { id: 'p', from: AN, ...callback_query } }),
      BOT,
    );
  expect(press({ message, data: '/lich' })).toMatchObject({ kind: 'press', channel: { thread: '3' } });
  expect(press({ message })).toBeUndefined();
  expect(press({ data: '/lich' })).toBeUndefined();
  expect(press({ inline_message_id: 'x', data: '/lich' })).toBeUndefined();
});

test('the bot joins and leaves; becoming an administrator is neither', async () => {
  const taken = await takenOf(({ fake, an }) => {
    const group = fake.group({ title: 'Chi hội 2', administrators: [an], bot: 'left' });
    fake.invite(group, an);
    fake.promote(group);
    fake.kick(group);
  });
  expect(taken).toMatchObject([
    { kind: 'joined', channel: { title: 'Chi hội 2', kind: 'group' }, sender: { name: 'Nguyễn Văn An' } },
    { kind: 'left', channel: { title: 'Chi hội 2' } },
  ]);
});

test('a restricted bot is in the group as long as it is a member', () => {
  const change = (from: object, to: object) =>
    toIncoming(
      updateSchema.parse({
        update_id: 5,
        my_chat_member: { chat: GROUP, from: AN, date: 1, old_chat_member: from, new_chat_member: to },
      }),
      BOT,
    )?.kind;
  expect(change({ status: 'member' }, { status: 'restricted', is_member: true })).toBeUndefined();
  expect(change({ status: 'member' }, { status: 'restricted', is_member: false })).toBe('left');
});

test('a person who blocks the bot leaves, and joins again', async () => {
  const taken = await takenOf(({ lan }) => {
    lan.writes('/start');
    lan.blocks();
    lan.unblocks();
  });
  expect(taken.map(({ kind }) => kind)).toEqual(['message', 'left', 'joined']);
  expect(taken[1]?.channel.kind).toBe('private');
});

test('a group that becomes a supergroup has moved, once', async () => {
  let ids: string[] = [];
  const taken = await takenOf(({ fake, an }) => {
    const group = fake.group({ title: 'Tổ 3', members: [an], basic: true });
    ids = [group.id, fake.migrate(group).id];
  });
  expect(taken).toMatchObject([{ kind: 'moved', channel: { id: ids[0] }, newChannelId: ids[1] }]);
});

test('other updates and services mean nothing', () => {
  expect(toIncoming(updateSchema.parse({ update_id: 5, poll: {} }), BOT)).toBeUndefined();
  expect(meaningOf({ text: undefined, new_chat_members: [AN] })).toBeUndefined();
});

test('what a database cannot hold is replaced, one unit for one', () => {
  expect(meaningOf({ text: '/vt a\0b\ud83dc' })).toMatchObject({ text: '/vt a\ufffdb\ufffdc' });
});

test('a person without a name goes by the username', () => {
  const from = { id: 7, is_bot: false, first_name: '', username: 'an_nguyen' };
  expect(meaningOf({ from })?.sender).toEqual({ id: '7', name: 'an_nguyen', username: 'an_nguyen' });
});

test('a text of any length is passed on', () => {
  const text = `/vt ${'việc tốt '.repeat(2000)}`;
  expect(meaningOf({ text })).toMatchObject({ text });
});

/** What the adapter takes in of all that happens in `act`. */
async function takenOf(act: (telegram: Started) => void | Promise<void>): Promise<Incoming[]> {
  const telegram = await startTelegram();
  const { fake, platform, taken, keep, an } = telegram;
  await platform.start(keep);
  await act(telegram);
  an.writes('that was all');
  await fake.until(() =>
    taken.some((incoming) => incoming.kind === 'message' && incoming.text === 'that was all'),
  );
  return taken.slice(0, -1);
}

function textsOf(taken: Incoming[]): string[] {
  return taken.map((incoming) => (incoming.kind === 'message' ? incoming.text : incoming.kind));
}

/** What a raw message means, for what people's clients cannot easily be made to send. */
function meaningOf(message: object, kind = 'message') {
  return toIncoming(
    updateSchema.parse({
      update_id: 5,
      [kind]: { message_id: 9, date: 1, chat: GROUP, from: AN, text: '/lich', ...message },
    }),
    BOT,
  );
}
