import { expect, test } from 'vitest';
import type { Blobs } from '../../../src/blobs/blobs.ts';
import type { OutgoingFile } from '../../../src/chat/message.ts';
import { failureOf, postTo, startTelegram } from './start-telegram.ts';

const plan = { name: 'kế hoạch.csv', bytes: bytesOf('Tháng;Chuyên đề\n1;Học tập'), mimeType: 'text/csv' };

test('a document under a command comes in with its name, size and type, and can be fetched', async () => {
  const telegram = await startTelegram();
  const { platform, keep, an, group } = telegram;
  await platform.start(keep);
  an.says(group, '/chuyende 2026', { file: plan });
  const { text, files } = await firstOf(telegram);
  expect(text).toBe('/chuyende 2026');
  expect(files).toMatchObject([{ name: 'kế hoạch.csv', size: plan.bytes.length, mimeType: 'text/csv' }]);
  const bytes = await platform.download(files?.[0]?.id ?? '', 1_000);
  expect(new TextDecoder().decode(bytes)).toBe('Tháng;Chuyên đề\n1;Học tập');
});

test('a command that answers a document brings that document', async () => {
  const telegram = await startTelegram();
  const { platform, keep, an, lan, group } = telegram;
  await platform.start(keep);
  const sent = lan.says(group, '', { file: plan });
  an.says(group, '/chuyende', { replyTo: sent });
  const { files, replyTo } = await firstOf(telegram);
  expect(files).toBeUndefined();
  expect(replyTo?.files).toMatchObject([{ name: 'kế hoạch.csv' }]);
});

test('a document without a word is taken in as an answer to the bot, and dropped otherwise', async () => {
  const telegram = await startTelegram();
  const { fake, platform, keep, taken, an, group } = telegram;
  await platform.start(keep);
  await platform.send(postTo(group.id, 'Gửi tệp'));
  const [question] = fake.posts(group);
  if (!question) throw new Error('nothing was posted');
  fake.promote(group);
  an.says(group, '', { file: plan });
  an.replies(question, '', { file: plan });
  const { text, files } = await firstOf(telegram);
  expect([text, files?.length]).toEqual(['', 1]);
  expect(taken).toHaveLength(1);
});

test('of a picture the largest size is fetched, and it is sent again as a picture', async () => {
  const telegram = await startTelegram();
  const { fake, platform, blobs, keep, an, group } = telegram;
  await platform.start(keep);
  an.says(group, '/tailieu CD1', { file: { ...plan, kind: 'photo' } });
  const [photo] = (await firstOf(telegram)).files ?? [];
  expect(photo).toMatchObject({ name: 'photo.jpg', mimeType: 'image/jpeg', size: plan.bytes.length });
  const bytes = await platform.download(photo?.id ?? '', 1_000);
  expect(bytes).toHaveLength(plan.bytes.length);
  const { sha256: blob } = await blobs.keep(bytes);
  const files = [{ name: 'photo.jpg', mimeType: 'image/jpeg', blob }];
  await platform.send(postTo(group.id, 'Ảnh đây', { files }));
  expect(fake.posts(group).at(-1)).toMatchObject({ text: 'Ảnh đây', file: { kind: 'photo' } });
});

test('a file that is larger than wanted is not fetched, nor one that is gone', async () => {
  const telegram = await startTelegram();
  const { fake, platform, keep, an, group } = telegram;
  await platform.start(keep);
  an.says(group, '/chuyende', { file: plan });
  const id = (await firstOf(telegram)).files?.[0]?.id ?? '';
  expect((await failureOf(platform.download(id, 10))).kind).toBe('rejected');
  expect((await failureOf(platform.download('nothing', 10))).kind).toBe('rejected');
  fake.fail('getFile', { kind: 'garbled', body: '{"ok":true,"result":{"file_path":"documents/gone"}}' });
  expect((await failureOf(platform.download(id, 1_000))).kind).toBe('rejected');
});

test('what goes wrong in fetching does not show the token', async () => {
  const telegram = await startTelegram();
  const { fake, platform, keep, an, group } = telegram;
  await platform.start(keep);
  an.says(group, '/chuyende', { file: plan });
  const id = (await firstOf(telegram)).files?.[0]?.id ?? '';
  await platform.stop();
  await fake.close();
  const error = await failureOf(platform.download(id, 1_000));
  expect(error.kind).toBe('unavailable');
  expect(`${error.message} ${error.stack}`).not.toContain(fake.token.split(':')[1]);
});

test('a file of the bot is posted with its text under it, its name whole, in answer to the person', async () => {
  const { fake, platform, blobs, an, group } = await startTelegram();
  const asked = an.says(group, '/lich tep');
  const ids = await platform.send(
    postTo(group.id, '<b>Lịch</b> của đơn vị', {
      files: [await made(blobs, 'lịch "a";\r\n.ics', 'BEGIN')],
      answers: asked,
    }),
  );
  const [post, ...others] = fake.posts(group);
  expect(others).toEqual([]);
  expect(ids).toEqual([String(post?.id)]);
  expect(post).toMatchObject({ text: 'Lịch của đơn vị', replyTo: asked });
  expect(post?.entities).toMatchObject([{ type: 'bold' }]);
  expect(post?.file?.mimeType).toBe('text/calendar');
  expect(Buffer.from(post?.file?.bytes ?? []).toString()).toBe('BEGIN');
});

test('buttons stand under a file, and in a topic it goes into the topic', async () => {
  const { fake, platform, blobs, an } = await startTelegram();
  const forum = fake.group({ title: 'Phường', members: [an], forum: true });
  const topic = fake.topic(forum, 'Lịch');
  const buttons = [[{ label: 'Mới', line: '/lich diachi moi' }]];
  await platform.send(
    postTo(forum.id, 'Lịch', { files: [await made(blobs, 'a.ics', 'B')], buttons, thread: String(topic.id) }),
  );
  expect(fake.posts(forum).at(0)).toMatchObject({ topic: topic.id, buttons: [[{ text: 'Mới' }]] });
});

test('several files go out one after another, the text under the first and the buttons under the last', async () => {
  const { clock, fake, platform, blobs, group } = await startTelegram();
  const files = [await made(blobs, 'một.ics', '1'), await made(blobs, 'hai.ics', '2')];
  const buttons = [[{ label: 'Mới', line: '/lich diachi moi' }]];
  const sending = platform.send(postTo(group.id, 'Lịch', { files, buttons }));
  await clock.sleeping(1_000);
  await clock.advance(1_000);
  expect(await sending).toHaveLength(2);
  expect(fake.posts(group)).toMatchObject([
    { text: 'Lịch', file: { name: 'một.ics' }, buttons: [] },
    { text: '', file: { name: 'hai.ics' }, buttons: [[{ text: 'Mới' }]] },
  ]);
});

test('a picture that Telegram does not take as one, for its size or its shape, goes out as a document', async () => {
  const { fake, platform, blobs, group } = await startTelegram();
  const { sha256: small } = await blobs.keep(Buffer.from('ffd8ff', 'hex'));
  const { sha256: large } = await blobs.keep(new Uint8Array(10_000_001).fill(1));
  const post = (blob: string) =>
    postTo(group.id, 'Ảnh', { files: [{ name: 'a.jpg', mimeType: 'image/jpeg', blob }] });
  await platform.send(post(large));
  fake.fail('sendPhoto', {
    kind: 'refused',
    code: 400,
    description: 'Bad Request: PHOTO_INVALID_DIMENSIONS',
  });
  await platform.send(post(small));
  await platform.send(post(small));
  expect(fake.posts(group).map(({ file }) => file?.kind)).toEqual(['document', 'document', 'photo']);
  fake.fail('sendPhoto', { kind: 'too-many-requests', retryAfter: 3 });
  expect(await failureOf(platform.send(post(small)))).toMatchObject({ kind: 'rate-limited' });
});

test('a file that is not there any more is a failure that will not pass', async () => {
  const { fake, platform, group } = await startTelegram();
  const files = [{ name: 'a.pdf', mimeType: 'application/pdf', blob: '0'.repeat(64) }];
  expect((await failureOf(platform.send(postTo(group.id, 'Đây', { files })))).kind).toBe('rejected');
  expect(fake.posts(group)).toEqual([]);
});

test('a text too long to stand under a file goes before it', async () => {
  const { clock, fake, platform, blobs, group } = await startTelegram();
  const files = [await made(blobs, 'a.ics', 'B')];
  const sending = platform.send(postTo(group.id, 'dài '.repeat(400), { files }));
  await clock.sleeping(1_000);
  await clock.advance(1_000);
  expect(await sending).toHaveLength(2);
  const [text, file] = fake.posts(group);
  expect(text?.file).toBeUndefined();
  expect(file).toMatchObject({ text: '', file: { name: 'a.ics' } });
});

test('a failure of an upload is told apart like any other', async () => {
  const { fake, platform, blobs, group } = await startTelegram();
  const files = [await made(blobs, 'a.ics', 'B')];
  const post = () => postTo(group.id, 'x', { files });
  fake.fail('sendDocument', { kind: 'too-many-requests', retryAfter: 7 });
  expect(await failureOf(platform.send(post()))).toMatchObject({ kind: 'rate-limited', retryAfter: 7 });
  fake.fail('sendDocument', { kind: 'bad-gateway' });
  expect((await failureOf(platform.send(post()))).kind).toBe('unavailable');
  fake.fail('sendDocument', { kind: 'garbled', body: 'x' });
  expect((await failureOf(platform.send(post()))).kind).toBe('unknown');
  fake.kick(group);
  expect((await failureOf(platform.send(post()))).kind).toBe('gone');
});

test('a file cannot take the place of a message', async () => {
  const { fake, platform, blobs, group } = await startTelegram();
  const [id = ''] = await platform.send(postTo(group.id, 'x'));
  const edit = platform.edit(postTo(group.id, 'y', { files: [await made(blobs, 'a.ics', 'B')] }), id);
  expect((await failureOf(edit)).kind).toBe('rejected');
  expect(fake.posts(group).at(0)?.text).toBe('x');
});

function bytesOf(text: string) {
  return new TextEncoder().encode(text);
}

/** What came in, once it is there. */
async function firstOf({ fake, taken }: Pick<Awaited<ReturnType<typeof startTelegram>>, 'fake' | 'taken'>) {
  const incoming = await fake.until(() => taken.at(0));
  if (incoming.kind !== 'message') throw new Error(`a ${incoming.kind} came in`);
  return incoming;
}

async function made(blobs: Blobs, name: string, text: string): Promise<OutgoingFile> {
  const { sha256 } = await blobs.keep(bytesOf(text));
  return {
    name,
    mimeType: 'text/calendar',
    blob: sha256,
  };
}
