import { expect, test } from 'vitest';
import { incomingSchema } from '../../../src/chat/incoming.ts';
import { postTo, startDiscord } from './start-discord.ts';

test('a slash command is taken in with what was typed, and its answer stands under it for all to see', async () => {
  const { fake, platform, start, takenBy, an, server, channel } = await startDiscord();
  await start();
  const used = an.uses(channel, 'viectot', { noi_dung: 'Giúp cụ Ba qua đường' });
  expect(await takenBy(used)).toEqual({
    platform: 'discord',
    kind: 'message',
    updateId: used.id,
    messageId: used.id,
    posted: false,
    text: '/viectot',
    sentAt: new Date(Number(BigInt(used.id) >> 22n) + 1_420_070_400_000).toISOString(),
    edited: false,
    answers: { text: 'Giúp cụ Ba qua đường' },
    channel: { id: channel.id, kind: 'group', title: 'general', server: server.id },
    sender: { id: an.id, name: 'Nguyễn Văn An', username: 'an_nguyen' },
  });
  await platform.send(postTo(channel, '<b>Đã ghi</b> VT1', { answers: used }));
  expect(await fake.answerTo(used)).toMatchObject({
    text: 'Đã ghi VT1',
    marks: ['bold:Đã ghi'],
    onlyFor: undefined,
  });
});

test('a command that takes its line apart itself gets it as it was typed', async () => {
  const { start, takenBy, an, channel } = await startDiscord();
  await start();
  const taken = await takenBy(an.uses(channel, 'thang', { noi_dung: 'trước' }));
  expect(taken).toMatchObject({ text: '/thang trước' });
  expect(taken).not.toHaveProperty('answers');
  expect(await takenBy(an.uses(channel, 'thang'))).toMatchObject({ text: '/thang', answers: {} });
});

test('whoever manages the server is an administrator, nobody else', async () => {
  const { start, takenBy, an, lan, channel } = await startDiscord();
  await start();
  expect((await takenBy(an.uses(channel, 'lich')))?.sender).not.toHaveProperty('isAdministrator');
  expect((await takenBy(lan.uses(channel, 'lich')))?.sender.isAdministrator).toBe(true);
});

test('a person chosen in an option is told apart by their account', async () => {
  const { start, takenBy, an, lan, channel } = await startDiscord();
  await start();
  const used = lan.uses(channel, 'capquyen', { nguoi: an, vai_tro: 'tổng hợp' });
  expect(await takenBy(used)).toMatchObject({
    answers: { who: `id:${an.id} Nguyễn Văn An`, role: 'tổng hợp' },
  });
});

test('in a thread the channel is the one it belongs to, and the answer goes back into the thread', async () => {
  const { fake, platform, start, takenBy, an, server, channel } = await startDiscord();
  await start();
  const thread = fake.thread(channel, 'Tháng 12');
  const used = an.uses(thread, 'lich');
  expect((await takenBy(used))?.channel).toEqual({
    id: channel.id,
    kind: 'group',
    title: 'general',
    server: server.id,
    thread: thread.id,
  });
  await platform.send(postTo(channel, 'Lịch', { answers: used, thread: thread.id }));
  await platform.send(postTo(channel, 'Nhắc', { thread: thread.id }));
  expect(fake.posts(thread).map(({ text }) => text)).toEqual(['Lịch', 'Nhắc']);
});

test('a post of a forum is a thread of the forum', async () => {
  const { fake, platform, start, takenBy, an, server } = await startDiscord();
  const forum = fake.forum(server, 'việc-tốt');
  await start();
  const post = fake.thread(forum, 'Tuần 49');
  const used = an.uses(post, 'lich');
  expect((await takenBy(used))?.channel).toMatchObject({ id: forum.id, title: 'việc-tốt', thread: post.id });
  await platform.send(postTo(forum, 'Nhắc', { thread: post.id }));
  expect(fake.posts(post)).toHaveLength(1);
});

test('in private the channel is the person, who can be written to by that name', async () => {
  const { fake, platform, make, start, takenBy, an } = await startDiscord();
  await start();
  expect(await takenBy(an.uses(an.chat, 'lich'))).toMatchObject({
    channel: { id: an.id, kind: 'private', title: 'Nguyễn Văn An' },
    sender: { id: an.id },
  });
  await platform.send(postTo({ id: an.id }, 'một'));
  const afterRestart = make();
  await afterRestart.send(postTo({ id: an.id }, 'hai'));
  await afterRestart.send(postTo({ id: an.id }, 'ba'));
  expect(fake.posts(an.chat).map(({ text }) => text)).toEqual(['một', 'hai', 'ba']);
  expect(fake.calls('POST /users/@me/channels')).toHaveLength(1);
});

test('a press and a choice from a menu carry the line of the button', async () => {
  const { fake, platform, start, takenBy, an, channel } = await startDiscord();
  await start();
  await platform.send(postTo(channel, 'VT1', { buttons: [[{ label: 'Xem', line: '/xem VT1' }]] }));
  const fields = Array.from({ length: 10 }, (_, index) => [
    { label: `Lĩnh vực ${index}`, line: `f${index}` },
  ]);
  await platform.send(postTo(channel, 'Lĩnh vực nào?', { buttons: fields }));
  const [message, question] = fake.posts(channel);
  if (!message || !question) throw new Error('nothing was posted');
  const pressed = an.presses(message, 'Xem');
  expect(await takenBy(pressed)).toMatchObject({
    kind: 'press',
    line: '/xem VT1',
    messageId: message.id,
    pressId: pressed.id,
  });
  expect(question.buttons[0]?.menu).toBeDefined();
  expect(await takenBy(an.presses(question, 'Lĩnh vực 3'))).toMatchObject({ line: 'f3' });
});

test('a message of somebody else becomes the report, with its author and its picture', async () => {
  const { fake, start, takenBy, an, lan, server, channel } = await startDiscord();
  await start();
  const picture = { name: 'cau.jpg', bytes: Buffer.from('ảnh') };
  const said = lan.says(channel, 'Chú Tư vá xong cầu ấp 2 sáng nay', picture);
  expect(await takenBy(an.rightClicks(said, 'Ghi nhận việc tốt'))).toMatchObject({
    kind: 'message',
    text: '/viectot Chú Tư vá xong cầu ấp 2 sáng nay',
    sender: { id: an.id },
    replyTo: { messageId: said.id, author: { id: lan.id, name: 'Trần Thị Lan' }, byBot: false },
    about: {
      author: 'Trần Thị Lan',
      link: `https://discord.com/channels/${server.id}/${channel.id}/${said.id}`,
    },
    files: [{ name: 'cau.jpg', size: picture.bytes.length }],
  });
  expect(fake.refused()).toEqual([]);
});

test('what is attached to a command comes with it, and can be fetched', async () => {
  const { platform, start, takenBy, an, channel } = await startDiscord();
  await start();
  const bytes = Buffer.from('ảnh cây cầu');
  const used = an.uses(channel, 'viectot', { noi_dung: 'Vá cầu ấp 2', tep: { name: 'cầu.jpg', bytes } });
  const taken = await takenBy(used);
  if (taken?.kind !== 'message') throw new Error('no message');
  const [file] = taken.files ?? [];
  expect(file).toMatchObject({ name: 'cầu.jpg', size: bytes.length, mimeType: 'image/jpeg' });
  expect(Buffer.from(await platform.download(file?.id ?? '', 1000)).toString()).toBe('ảnh cây cầu');
  await expect(platform.download(file?.id ?? '', 3)).rejects.toMatchObject({ kind: 'rejected' });
  await expect(platform.download(`${file?.id}x`, 1000)).rejects.toMatchObject({ kind: 'rejected' });
  await expect(platform.download('http://169.254.169.254/', 1000)).rejects.toMatchObject({
    kind: 'rejected',
  });
});

test('the same interaction, delivered twice, is one', async () => {
  const { fake, start, taken, takenBy, an, channel, server } = await startDiscord();
  await start();
  const used = an.uses(channel, 'lich');
  await takenBy(used);
  const before = taken.length;
  fake.gateway.replay(server, used.id);
  await takenBy(an.uses(channel, 'lich'));
  expect(taken).toHaveLength(before + 1);
});

test('an interaction of an unknown shape is passed over', async () => {
  const { fake, start, takenBy, logged, an, channel, server } = await startDiscord();
  await start();
  fake.gateway.tell(server, 'INTERACTION_CREATE', { id: '1', type: 99 });
  fake.gateway.tell(server, 'INTERACTION_CREATE', { nonsense: true });
  await takenBy(an.uses(channel, 'lich'));
  expect(logged.filter((line) => line.includes('cannot be read'))).toHaveLength(2);
});

test('what a database cannot hold is replaced', async () => {
  const { start, takenBy, an, channel } = await startDiscord();
  await start();
  const taken = await takenBy(an.uses(channel, 'viectot', { noi_dung: 'a\0b\ud83dc' }));
  expect(taken).toMatchObject({ answers: { text: 'a\ufffdb\ufffdc' } });
});

test('every event is one that can be stored', async () => {
  const { fake, start, taken, takenBy, an, channel } = await startDiscord();
  await start();
  await takenBy(an.uses(fake.thread(channel, 'Tháng 12'), 'viectot', { noi_dung: 'một' }));
  await takenBy(an.uses(an.chat, 'lich'));
  fake.deleteChannel(channel);
  await fake.until(() => taken.length === 3);
  for (const incoming of taken) expect(incomingSchema.parse(incoming)).toEqual(incoming);
});

test('an event that cannot be written down is kept until it can', async () => {
  const { clock, fake, start, taken, an, channel } = await startDiscord();
  let failures = 2;
  await start(async (incoming) => {
    failures -= 1;
    if (failures >= 0) throw new Error('the disk is full');
    taken.push(incoming);
  });
  an.uses(channel, 'viectot', { noi_dung: 'Vá cầu' });
  await clock.sleeping(1_000);
  await clock.advance(1_000);
  await clock.sleeping(2_000);
  await clock.advance(2_000);
  await fake.until(() => taken.length === 1);
});

test('the bot joins a server, is thrown out and comes back', async () => {
  const { fake, clock, start, taken, lan } = await startDiscord();
  await start();
  const { server, channels } = fake.server({
    name: 'Phường 2',
    channels: ['chung', 'ban-chấp-hành'],
    administrators: [lan],
    bot: false,
  });
  fake.invite(server);
  await fake.until(() => taken.length === 1);
  expect(taken[0]).toMatchObject({
    kind: 'joined',
    channel: { id: channels[0]?.id, title: 'chung', server: server.id },
    everywhere: true,
  });
  fake.kick(server);
  await fake.until(() => taken.length === 2);
  expect(taken[1]).toMatchObject({ kind: 'left', channel: { server: server.id }, everywhere: true });
  await clock.advance(1_000);
  fake.invite(server);
  await fake.until(() => taken.length === 3);
  expect(taken[2]?.updateId).not.toBe(taken[0]?.updateId);
});

test('the servers that the bot is in when it starts are not joined anew', async () => {
  const { start, taken, takenBy, an, channel } = await startDiscord();
  await start();
  await takenBy(an.uses(channel, 'lich'));
  expect(taken.map(({ kind }) => kind)).toEqual(['message']);
});

test('a deleted channel is one that the bot has left', async () => {
  const { fake, start, taken, channel } = await startDiscord();
  await start();
  fake.deleteChannel(channel);
  await fake.until(() => taken.length === 1);
  expect(taken[0]).toMatchObject({ kind: 'left', channel: { id: channel.id } });
});

test('what an account may do is what the server says', async () => {
  const { fake, platform, start, an, lan, channel } = await startDiscord();
  await start();
  const stranger = fake.person('Người lạ');
  expect(await platform.standing(channel.id, lan.id)).toBe('administrator');
  expect(await platform.standing(channel.id, an.id)).toBe('member');
  expect(await platform.standing(channel.id, stranger.id)).toBe('stranger');
  expect(await platform.standing(channel.id, '1')).toBe('stranger');
  expect(await platform.standing(an.id, an.id)).toBe('member');
  await expect(platform.standing('123', an.id)).rejects.toMatchObject({ kind: 'gone' });
});
