import { expect, test } from 'vitest';
import { failureOf, postTo, startDiscord } from './start-discord.ts';

test('what is answered at once is never put off', async () => {
  const { fake, platform, clock, channel, used } = await asked();
  const ids = await platform.send(postTo(channel, 'Lịch', { answers: used }));
  await clock.advance(100_000);
  expect(used.answered).toBe(4);
  expect(ids).toEqual([fake.posts(channel)[0]?.id]);
  expect(fake.calls()).not.toContainEqual(
    expect.objectContaining({ route: expect.stringContaining('DELETE') }),
  );
});

test('an answer that takes long is announced before the three seconds are over, and takes that place', async () => {
  const { fake, platform, channel, used } = await putOff();
  expect(used.answered).toBe(5);
  expect(used.original?.loading).toBe(true);
  const ids = await platform.send(postTo(channel, 'Lịch', { answers: used }));
  expect(await fake.answerTo(used)).toMatchObject({ text: 'Lịch', onlyFor: undefined });
  expect(ids).toEqual([used.original?.id]);
  expect(fake.posts(channel)).toHaveLength(1);
});

test('an answer with a file is announced first: to send it may take longer than Discord waits', async () => {
  const { fake, platform, blobs, an, channel, used } = await asked();
  const { sha256: blob } = await blobs.keep(Buffer.from('BEGIN'));
  const files = [{ name: 'lich.ics', mimeType: 'text/calendar', blob }];
  const ids = await platform.send(postTo(channel, 'Lịch', { answers: used, files, privately: true }));
  expect(used.answered).toBe(5);
  expect(await fake.answerTo(used)).toMatchObject({
    id: ids[0],
    text: 'Lịch',
    onlyFor: an.user,
    files: [{ filename: 'lich.ics' }],
  });
  expect(used.answers).toHaveLength(1);
});

test('a refusal is for the person alone, also when it takes long', async () => {
  const { fake, platform, an, channel, used } = await putOff();
  await platform.send(
    postTo(channel, 'Lệnh này dành cho quản trị viên.', { answers: used, privately: true }),
  );
  expect(await fake.answerTo(used)).toMatchObject({ onlyFor: an.user });
  expect(fake.posts(channel)).toEqual([]);
  expect(used.original?.deleted).toBe(true);
});

test('a private answer that comes at once is for the person alone', async () => {
  const { fake, platform, an, channel, used } = await asked();
  await platform.send(postTo(channel, 'Các báo cáo đã gửi', { answers: used, privately: true }));
  expect(await fake.answerTo(used)).toMatchObject({ onlyFor: an.user });
});

test('what is not answered at all stops thinking after a minute, and may be answered all the same', async () => {
  const { fake, platform, clock, channel, used } = await putOff();
  await clock.sleeping(60_000);
  await clock.advance(60_000);
  await fake.until(() => used.original?.deleted);
  await platform.send(postTo(channel, 'Lịch', { answers: used }));
  expect(fake.posts(channel)).toMatchObject([{ text: 'Lịch' }]);
});

test('a press is put off without a trace', async () => {
  const { fake, platform, clock, start, takenBy, an, channel } = await startDiscord();
  await start();
  await platform.send(postTo(channel, 'VT1', { buttons: [[button('Xem', '/xem VT1')]] }));
  const [message] = fake.posts(channel);
  if (!message) throw new Error('nothing was posted');
  const press = an.presses(message, 'Xem');
  await takenBy(press);
  await clock.sleeping(1_500);
  await clock.advance(1_500);
  await fake.until(() => press.answered === 6);
  await platform.send(postTo(channel, 'Đây', { answers: press }));
  await platform.send(postTo(channel, 'Không được', { answers: press, privately: true }));
  expect(fake.posts(channel).map(({ text }) => text)).toEqual(['VT1', 'Đây']);
  expect(press.answers.map(({ onlyFor }) => onlyFor)).toEqual([undefined, an.user]);
});

test('after a quarter of an hour an answer is posted in the channel', async () => {
  const { fake, platform, clock, channel, used } = await putOff();
  await clock.advance(15 * 60_000);
  await platform.send(postTo(channel, 'Lịch', { answers: used }));
  expect(fake.posts(channel)).toMatchObject([{ text: 'Lịch' }]);
  expect(fake.calls('POST /channels/:id/messages')).toHaveLength(1);
});

test('after a quarter of an hour a private answer goes to the person, not to the channel', async () => {
  const { fake, platform, clock, an, channel, used } = await putOff();
  await clock.advance(15 * 60_000);
  await platform.send(postTo(channel, 'Chỉ mình bạn', { answers: used, privately: true }));
  expect(fake.posts(channel)).toEqual([]);
  expect(fake.posts(an.chat)).toMatchObject([{ text: 'Chỉ mình bạn' }]);
});

test('an interaction that Discord does not know any more is answered in the channel', async () => {
  const { fake, platform, channel, used } = await asked();
  fake.fail('POST /interactions/:id/:token/callback', {
    kind: 'refused',
    status: 404,
    code: 10_062,
    message: 'Unknown interaction',
  });
  await platform.send(postTo(channel, 'Lịch', { answers: used }));
  expect(fake.calls('POST /channels/:id/messages')).toHaveLength(1);
  expect(fake.posts(channel)).toMatchObject([{ text: 'Lịch' }]);
});

test('an answer whose acknowledgement was lost is not given twice', async () => {
  const { fake, platform, channel, used } = await asked();
  const post = postTo(channel, 'Lịch', { answers: used });
  fake.fail('POST /interactions/:id/:token/callback', { kind: 'dropped-after' });
  expect((await failureOf(platform.send(post))).kind).toBe('unknown');
  expect(await platform.send(post)).toEqual([fake.posts(channel)[0]?.id]);
  expect(fake.posts(channel)).toHaveLength(1);
});

test('an announcement whose acknowledgement was lost is still filled', async () => {
  const { fake, platform, clock, channel, used } = await asked();
  fake.fail('POST /interactions/:id/:token/callback', { kind: 'dropped-after' });
  await clock.sleeping(1_500);
  await clock.advance(1_500);
  await fake.until(() => used.answered === 5);
  await platform.send(postTo(channel, 'Lịch', { answers: used }));
  expect(fake.posts(channel)).toMatchObject([{ text: 'Lịch', id: used.original?.id }]);
});

test('an interaction that somebody else has acknowledged does no harm', async () => {
  const { fake, clock, used } = await asked();
  used.answered = 6;
  await clock.sleeping(1_500);
  await clock.advance(1_500);
  await fake.until(() => fake.refused().length === 1);
  expect(fake.refused()[0]).toContain('already been acknowledged');
});

test('after a restart nothing is known of the interaction: its answer is posted in the channel', async () => {
  const { fake, make, channel, used } = await asked();
  await make().send(postTo(channel, 'Lịch', { answers: used }));
  expect(fake.posts(channel)).toMatchObject([{ text: 'Lịch' }]);
});

test('after a restart a private answer to a press goes to the person, not to the channel', async () => {
  const { fake, make, an, channel, press } = await pressed();
  await make().send(postTo(channel, 'Chỉ mình bạn', { answers: press, privately: true }));
  expect(fake.posts(channel).map(({ text }) => text)).toEqual(['Đúng chưa?']);
  expect(fake.posts(an.chat).map(({ text }) => text)).toEqual(['Chỉ mình bạn']);
});

test('an answer for a channel that has been deleted meanwhile is over with', async () => {
  const { fake, make, channel, used } = await asked();
  fake.deleteChannel(channel);
  expect((await failureOf(make().send(postTo(channel, 'Lịch', { answers: used })))).kind).toBe('gone');
});

test('a long answer goes out in parts, the buttons on the last one', async () => {
  const { fake, platform, clock, channel, used } = await asked();
  const text = `${'một '.repeat(450)}\n${'hai '.repeat(450)}`;
  const sent = platform.send(postTo(channel, text, { answers: used, buttons: [[button('In', '/in')]] }));
  await clock.sleeping(1_000);
  await clock.advance(1_000);
  expect(await sent).toHaveLength(2);
  expect(fake.posts(channel)).toMatchObject([{ buttons: [] }, { buttons: [{ label: 'In' }] }]);
  expect(fake.calls('POST /channels/:id/messages')).toEqual([]);
});

test('what is said later about an event that has been answered is a message of its own', async () => {
  const { fake, platform, channel, used } = await asked();
  await platform.send(postTo(channel, 'Đã ghi VT1', { answers: used }));
  await platform.send(postTo(channel, 'VT1 cần bổ sung', { answers: used }));
  expect(fake.posts(channel)).toHaveLength(2);
  expect(fake.calls('POST /channels/:id/messages')).toMatchObject([{ body: { enforce_nonce: true } }]);
});

test('a press changes its message in place, in one go', async () => {
  const { fake, platform, channel, message, press } = await pressed();
  await platform.edit(postTo(channel, 'Đã đặt lịch', { answers: press }), message.id);
  expect(press.answered).toBe(7);
  expect(message).toMatchObject({ text: 'Đã đặt lịch', buttons: [] });
  expect(fake.posts(channel)).toHaveLength(1);
});

test('a message that only one person sees can be changed in place as well', async () => {
  const { platform, clock, fake, channel, message, press } = await pressed({ privately: true });
  await clock.sleeping(1_500);
  await clock.advance(1_500);
  await fake.until(() => press.answered === 6);
  await platform.edit(postTo(channel, 'Đã đặt lịch', { answers: press }), message.id);
  expect(message.text).toBe('Đã đặt lịch');
});

test('a change in place whose acknowledgement was lost can be made again', async () => {
  const { fake, platform, channel, message, press } = await pressed();
  fake.fail('POST /interactions/:id/:token/callback', { kind: 'dropped-after' });
  const post = postTo(channel, 'Đã đặt lịch', { answers: press });
  expect((await failureOf(platform.edit(post, message.id))).kind).toBe('unavailable');
  await platform.edit(post, message.id);
  expect(message.versions).toEqual(['Đúng chưa?', 'Đã đặt lịch']);
});

test('a change of another message than the pressed one lets the button rest', async () => {
  const { fake, platform, channel, press } = await pressed();
  const [id = ''] = await platform.send(postTo(channel, 'VT1 chờ duyệt'));
  await platform.edit(postTo(channel, 'VT1 đã duyệt', { answers: press }), id);
  expect(press.answered).toBe(6);
  expect(fake.posts(channel).map(({ text }) => text)).toEqual(['Đúng chưa?', 'VT1 đã duyệt']);
});

test('whoever changes a message by a command sees the change, alone', async () => {
  const { fake, platform, an, channel, used } = await asked();
  const [id = ''] = await platform.send(postTo(channel, 'VT1 cũ'));
  await platform.edit(postTo(channel, 'VT1 mới', { answers: used }), id);
  expect(fake.posts(channel).map(({ text }) => text)).toEqual(['VT1 mới']);
  expect(await fake.answerTo(used)).toMatchObject({ text: 'VT1 mới', onlyFor: an.user });
});

test('a message that cannot be changed is left to the caller', async () => {
  const { platform, an, channel, used } = await asked();
  const said = an.says(channel, 'của tôi');
  const kindOf = async (text: string, id: string) =>
    (await failureOf(platform.edit(postTo(channel, text, { answers: used }), id))).kind;
  expect(await kindOf('mới', '999')).toBe('rejected');
  expect(await kindOf('dài '.repeat(1000), said.id)).toBe('rejected');
  expect(await kindOf(' ', said.id)).toBe('rejected');
  await platform.send(postTo(channel, 'mới', { answers: used }));
  expect(used.answers).toHaveLength(1);
});

test('the thirtieth answer in a busy channel is not held up by the reminders there', async () => {
  const { fake, platform, start, takenBy, an, channel } = await startDiscord({
    limits: { perChannel: 5, channelSeconds: 5, perSecond: 50 },
  });
  await start();
  for (let i = 0; i < 5; i += 1) await platform.send(postTo(channel, `Nhắc ${i}`));
  expect((await failureOf(platform.send(postTo(channel, 'Nhắc 6')))).kind).toBe('rate-limited');
  for (let i = 0; i < 30; i += 1) {
    const used = an.uses(channel, 'lich');
    await takenBy(used);
    await platform.send(postTo(channel, `Lịch ${i}`, { answers: used }));
  }
  expect(fake.posts(channel)).toHaveLength(35);
});

/** A command of An's that has been taken in and not been answered. */
async function asked() {
  const discord = await startDiscord();
  await discord.start();
  const used = discord.an.uses(discord.channel, 'lich');
  await discord.takenBy(used);
  return { ...discord, used };
}

async function putOff() {
  const discord = await asked();
  await discord.clock.sleeping(1_500);
  await discord.clock.advance(1_500);
  await discord.fake.until(() => discord.used.answered);
  return discord;
}

function button(label: string, line: string) {
  return { label, line };
}

async function pressed(more: { privately?: boolean } = {}) {
  const discord = await asked();
  const { fake, platform, channel, used, an, takenBy } = discord;
  const buttons = [[button('Xác nhận', '/datlich NL1')]];
  await platform.send(postTo(channel, 'Đúng chưa?', { answers: used, buttons, ...more }));
  const message = await fake.answerTo(used);
  const press = an.presses(message, 'Xác nhận');
  await takenBy(press);
  return { ...discord, message, press };
}
