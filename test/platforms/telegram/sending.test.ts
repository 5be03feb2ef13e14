import { expect, test } from 'vitest';
import type { Fault } from '../../support/telegram/faults.ts';
import { failureOf, postTo, startTelegram } from './start-telegram.ts';

/** A text in two parts. */
const LONG = `${'một '.repeat(900)}\n${'hai '.repeat(900)}`;

test('a message shows with its formatting, and its id comes back', async () => {
  const { fake, platform, group } = await startTelegram();
  const ids = await platform.send(postTo(group.id, '<b>Đã ghi</b> VT12 &amp; xong'));
  const [shown] = fake.posts(group);
  expect(shown).toMatchObject({
    text: 'Đã ghi VT12 & xong',
    entities: [{ type: 'bold', offset: 0, length: 6 }],
  });
  expect(ids).toEqual([String(shown?.id)]);
});

test('links have no previews', async () => {
  const { fake, platform, group } = await startTelegram();
  await platform.send(postTo(group.id, 'https://example.org'));
  expect(fake.calls('sendMessage')[0]?.params).toMatchObject({ link_preview_options: { is_disabled: true } });
});

test('an answer replies to the message, also when that has been deleted meanwhile', async () => {
  const { fake, platform, an, group } = await startTelegram();
  const asked = an.says(group, '/lich');
  await platform.send(postTo(group.id, 'Lịch', { answers: asked }));
  asked.deleted = true;
  await platform.send(postTo(group.id, 'Lịch', { answers: asked }));
  expect(fake.posts(group).map(({ replyTo }) => replyTo)).toEqual([asked, undefined]);
});

test('an answer to a topic goes into the topic', async () => {
  const { fake, platform, an } = await startTelegram();
  const forum = fake.group({ title: 'Phường', members: [an], forum: true });
  const topic = fake.topic(forum, 'Việc tốt');
  await platform.send(postTo(forum.id, 'Lịch', { thread: String(topic.id) }));
  expect(fake.posts(forum)[0]?.topic).toBe(topic.id);
});

test('buttons stand in their rows, and a press is told apart by its line', async () => {
  const { fake, platform, group } = await startTelegram();
  const buttons = [[button('Xem', '/xem VT1'), button('Sửa', '/sua VT1')], [], [button('Rút', '/rut VT1')]];
  await platform.send(postTo(group.id, 'VT1', { buttons }));
  expect(fake.posts(group)[0]?.buttons).toEqual([
    [
      { text: 'Xem', callback_data: '/xem VT1' },
      { text: 'Sửa', callback_data: '/sua VT1' },
    ],
    [{ text: 'Rút', callback_data: '/rut VT1' }],
  ]);
});

test('a line of 64 bytes fits a button; a longer or empty one is our mistake, and nothing is sent', async () => {
  const { fake, platform, group } = await startTelegram();
  await platform.send(postTo(group.id, 'vừa', { buttons: [[button('Vừa', `${'ệ'.repeat(21)}a`)]] }));
  const failure = await failureOf(
    platform.send(postTo(group.id, LONG, { buttons: [[button('Dài', 'ệ'.repeat(22))]] })),
  );
  expect(failure).toMatchObject({
    kind: 'rejected',
    message: expect.stringContaining('"Dài" carries 66 bytes'),
  });
  expect(
    (await failureOf(platform.send(postTo(group.id, 'x', { buttons: [[button('Rỗng', '')]] })))).kind,
  ).toBe('rejected');
  expect(fake.posts(group)).toHaveLength(1);
});

test('a question to be typed opens the answer field of the person who asked, and of no one else', async () => {
  const { fake, platform, an, group } = await startTelegram();
  const asked = an.says(group, '/viectot');
  await platform.send(postTo(group.id, 'Việc gì?', { asks: true, answers: asked }));
  expect(fake.posts(group)[0]).toMatchObject({ asks: [an.user], replyTo: asked });
});

test('a question after a press names the person, so that it opens their answer field', async () => {
  const { fake, platform, an, group } = await startTelegram();
  await platform.send(postTo(group.id, 'VT1', { buttons: [[button('Sửa', '/sua VT1')]] }));
  const [message] = fake.posts(group);
  if (!message) throw new Error('nothing was posted');
  const press = an.presses(message, 'Sửa');
  const account = { id: an.id, name: 'Nguyễn <An> & Co' };
  const post = postTo(group.id, 'Sửa thành gì?', { asks: true, pressId: press.id });
  await platform.send({ ...post, answers: { messageId: String(message.id), account } });
  expect(fake.posts(group)[1]).toMatchObject({ text: 'Nguyễn <An> & Co\nSửa thành gì?', asks: [an.user] });
  await platform.send({
    ...post,
    key: '2',
    answers: { messageId: '1', account: { id: group.id, name: 'Chi đoàn 1' } },
  });
  expect(fake.posts(group)[2]?.text).toBe('Sửa thành gì?');
});

test('a question with buttons keeps its buttons', async () => {
  const { fake, platform, an, group } = await startTelegram();
  const asked = an.says(group, '/nhaclich');
  const post = postTo(group.id, 'Đúng chưa?', {
    asks: true,
    answers: asked,
    buttons: [[button('Đúng', 'đúng')]],
  });
  await platform.send(post);
  expect(fake.posts(group)[0]).toMatchObject({ asks: undefined, buttons: [[{ text: 'Đúng' }]] });
});

test('a long message goes out in parts a second apart: the reply on the first, the buttons on the last', async () => {
  const { fake, platform, clock, an, group } = await startTelegram();
  const asked = an.says(group, '/thang');
  const sent = platform.send(postTo(group.id, LONG, { answers: asked, buttons: [[button('In', '/in')]] }));
  await clock.sleeping(1_000);
  expect(fake.posts(group)).toHaveLength(1);
  await clock.advance(1_000);
  expect(await sent).toEqual(['2', '3']);
  expect(fake.posts(group)).toMatchObject([
    { text: 'một '.repeat(900).trim(), replyTo: asked, buttons: [] },
    { text: 'hai '.repeat(900).trim(), replyTo: undefined, buttons: [[{ text: 'In' }]] },
  ]);
});

test('the last part of a long question is the one that asks', async () => {
  const { fake, platform, clock, an, group } = await startTelegram();
  const asked = an.says(group, '/viectot');
  const sent = platform.send(postTo(group.id, LONG, { asks: true, answers: asked }));
  await clock.sleeping(1_000);
  await clock.advance(1_000);
  await sent;
  expect(fake.posts(group)).toMatchObject([{ asks: undefined, replyTo: asked }, { asks: [an.user] }]);
});

test.each([
  [{ kind: 'too-many-requests', retryAfter: 5 }, 'rate-limited'],
  [{ kind: 'internal-error' }, 'unavailable'],
  [{ kind: 'dropped-before' }, 'unknown'],
] satisfies [Fault, string][])(
  'after %j at the second part the next attempt sends only what is missing',
  async (fault, kind) => {
    const { fake, platform, clock, group } = await startTelegram();
    const post = postTo(group.id, LONG, { key: 'the same' });
    const first = failureOf(platform.send(post));
    await clock.sleeping(1_000);
    fake.fail('sendMessage', fault);
    await clock.advance(1_000);
    expect((await first).kind).toBe(kind);

    const second = platform.send(post);
    await clock.sleeping(1_000);
    await clock.advance(1_000);
    expect(await second).toEqual(['1', '2']);
    expect(fake.posts(group).map(({ text }) => text.slice(0, 3))).toEqual(['một', 'hai']);

    const again = platform.send(post);
    await clock.sleeping(1_000);
    await clock.advance(1_000);
    expect(await again).toEqual(['3', '4']);
  },
);

test('a message without words is refused before it is sent', async () => {
  const { fake, platform, group } = await startTelegram();
  expect((await failureOf(platform.send(postTo(group.id, ' \n ')))).kind).toBe('rejected');
  expect(fake.calls('sendMessage')).toEqual([]);
});

test('an answer that names no message counts as perhaps sent', async () => {
  const { fake, platform, group } = await startTelegram();
  fake.fail('sendMessage', { kind: 'garbled', body: '{"ok":true,"result":true}' });
  expect((await failureOf(platform.send(postTo(group.id, 'chào')))).kind).toBe('unknown');
});

test('a message is changed in place, and so are its buttons', async () => {
  const { fake, platform, group } = await startTelegram();
  const [id = ''] = await platform.send(
    postTo(group.id, 'chờ duyệt', { buttons: [[button('Duyệt', '/duyet VT1')]] }),
  );
  await platform.edit(postTo(group.id, '<i>đã duyệt</i>', { buttons: [[button('Xem', '/xem VT1')]] }), id);
  expect(fake.posts(group)).toMatchObject([
    { versions: ['chờ duyệt', 'đã duyệt'], entities: [{ type: 'italic' }], buttons: [[{ text: 'Xem' }]] },
  ]);
  await platform.edit(postTo(group.id, 'xong'), id);
  expect(fake.posts(group)[0]?.buttons).toEqual([]);
});

test('a change that changes nothing is a success', async () => {
  const { platform, group } = await startTelegram();
  const [id = ''] = await platform.send(postTo(group.id, 'xong'));
  await platform.edit(postTo(group.id, 'xong'), id);
});

test('a message that cannot be changed is left to the caller', async () => {
  const { platform, an, group } = await startTelegram();
  const said = an.says(group, '/lich');
  const kindOf = async (text: string, id: number | string) =>
    (await failureOf(platform.edit(postTo(group.id, text), String(id)))).kind;
  expect(await kindOf('mới', 999)).toBe('rejected');
  expect(await kindOf('mới', said.id)).toBe('rejected');
  const [id = ''] = await platform.send(postTo(group.id, 'cũ'));
  expect(await kindOf(LONG, id)).toBe('rejected');
  expect(await kindOf(' ', id)).toBe('rejected');
  expect((await failureOf(platform.edit(postTo(group.id, 'Gì?', { asks: true }), id))).kind).toBe('rejected');
});

test('a press is answered with a message, and the button rests', async () => {
  const { fake, platform, group, press } = await pressed();
  await platform.send(postTo(group.id, 'Đây', { pressId: press.id }));
  expect(await fake.noteOn(press)).toEqual({ text: undefined, alert: false });
  expect(fake.posts(group)).toHaveLength(2);
});

test('a press is answered by a change in place, and the button rests', async () => {
  const { fake, platform, group, message, press } = await pressed();
  await platform.edit(postTo(group.id, 'Đã xem', { pressId: press.id }), String(message.id));
  expect(await fake.noteOn(press)).toMatchObject({ alert: false });
});

test('a private answer to a press is a note for the one who pressed, without marks and with an end', async () => {
  const { fake, platform, group, press } = await pressed();
  const text = `<b>Không</b> được &amp; ${'👨‍👩‍👧 '.repeat(60)}`;
  expect(await platform.send(postTo(group.id, text, { pressId: press.id, privately: true }))).toEqual([]);
  const note = await fake.noteOn(press);
  expect(note.alert).toBe(true);
  expect(note.text).toMatch(/^Không được & (👨‍👩‍👧 )+👨‍👩‍👧…$/u);
  expect(note.text?.length).toBeLessThanOrEqual(200);
  expect(fake.posts(group)).toHaveLength(1);
});

test('a private answer with buttons cannot be a note, and is posted', async () => {
  const { fake, platform, group, press } = await pressed();
  const buttons = [[button('Thôi', '/huy')]];
  await platform.send(postTo(group.id, 'Chắc chưa?', { pressId: press.id, privately: true, buttons }));
  expect(fake.posts(group)).toHaveLength(2);
});

test('a private answer to a message is a reply', async () => {
  const { fake, platform, an, group } = await startTelegram();
  const asked = an.says(group, '/duyet VT1');
  await platform.send(postTo(group.id, 'Việc này dành cho tổng hợp.', { privately: true, answers: asked }));
  expect(fake.posts(group)[0]?.replyTo).toBe(asked);
});

test('a press that is too old does no harm', async () => {
  const { fake, platform, clock, group, press, logged } = await pressed();
  await clock.advance(3_600_000);
  await platform.send(postTo(group.id, 'Không được', { pressId: press.id, privately: true }));
  await platform.send(postTo(group.id, 'Đây', { pressId: press.id }));
  await fake.until(() => fake.refused().length === 2);
  expect(fake.posts(group)).toHaveLength(2);
  await fake.until(() => logged.filter((line) => line.includes('too late')).length === 2);
});

test('a button that cannot be let rest does not keep the message back', async () => {
  const { fake, platform, group, press, logged } = await pressed();
  fake.fail('answerCallbackQuery', { kind: 'internal-error' });
  await platform.send(postTo(group.id, 'Đây', { pressId: press.id }));
  expect(fake.posts(group)).toHaveLength(2);
  await fake.until(() => logged.some((line) => line.includes('a press was not answered')));
});

test('a private answer that could not be shown is an error like that of a message', async () => {
  const { fake, platform, group, press } = await pressed();
  fake.fail('answerCallbackQuery', { kind: 'internal-error' });
  const failure = await failureOf(
    platform.send(postTo(group.id, 'Không', { pressId: press.id, privately: true })),
  );
  expect(failure.kind).toBe('unavailable');
});

function button(label: string, line: string) {
  return { label, line };
}

async function pressed() {
  const telegram = await startTelegram();
  const { platform, fake, an, group } = telegram;
  await platform.send(postTo(group.id, 'VT1', { buttons: [[button('Xem', '/xem VT1')]] }));
  const [message] = fake.posts(group);
  if (!message) throw new Error('nothing was posted');
  return { ...telegram, message, press: an.presses(message, 'Xem') };
}
