import { expect, test } from 'vitest';
import type { Form } from '../../../src/chat/assist.ts';
import { postTo, startDiscord } from './start-discord.ts';

const FORM: Form = {
  command: 'sua',
  title: 'Sửa báo cáo',
  known: { code: 'VT12' },
  fields: [
    field('text', 'Nội dung', { value: 'Giúp cụ Ba', hint: 'Ai làm gì?' }),
    field('field', 'Lĩnh vực', { required: false }),
  ],
};

test('a command without its text opens a form, and what is typed there becomes the command', async () => {
  const { fake, platform, start, taken, takenBy, an, channel } = await startDiscord();
  await start(undefined, { form: async () => FORM });
  const used = an.uses(channel, 'sua', { ma: 'VT12' });
  expect(await fake.formFor(used)).toMatchObject({
    title: 'Sửa báo cáo',
    fields: [
      { label: 'Nội dung', value: 'Giúp cụ Ba', placeholder: 'Ai làm gì?', required: true },
      { label: 'Lĩnh vực', value: '', required: false },
    ],
  });
  expect(taken).toEqual([]);
  const sent = an.submits(used, { 'Nội dung': 'Giúp cụ Ba qua đường' });
  expect(await takenBy(sent)).toMatchObject({
    kind: 'message',
    text: '/sua',
    answers: { code: 'VT12', text: 'Giúp cụ Ba qua đường' },
  });
  await platform.send(postTo(channel, 'Đã sửa VT12', { answers: sent }));
  expect(fake.posts(channel)).toMatchObject([{ text: 'Đã sửa VT12' }]);
});

test('a button opens a form too, which changes the message that it stands under', async () => {
  const { fake, platform, start, takenBy, an, channel } = await startDiscord();
  await start(undefined, { form: async () => FORM });
  await platform.send(postTo(channel, 'VT12 cũ', { buttons: [[{ label: 'Sửa', line: '/sua VT12' }]] }));
  const [message] = fake.posts(channel);
  if (!message) throw new Error('nothing was posted');
  const press = an.presses(message, 'Sửa');
  await fake.formFor(press);
  const sent = an.submits(press, {});
  expect(await takenBy(sent)).toMatchObject({ answers: { code: 'VT12', text: 'Giúp cụ Ba' } });
  await platform.edit(postTo(channel, 'VT12 mới', { answers: sent }), message.id);
  expect(sent.answered).toBe(7);
  expect(fake.posts(channel).map(({ text }) => text)).toEqual(['VT12 mới']);
});

test('an emptied form is a command without answers', async () => {
  const { start, fake, takenBy, an, channel } = await startDiscord();
  const form = { ...FORM, known: {}, fields: [field('text', 'Nội dung', { required: false })] };
  await start(undefined, { form: async () => form });
  const used = an.uses(channel, 'sua');
  await fake.formFor(used);
  expect(await takenBy(an.submits(used, { 'Nội dung': ' \n ' }))).toMatchObject({
    text: '/sua',
    answers: {},
  });
});

test('what is known but too long to go along is shown in the form', async () => {
  const { start, fake, takenBy, an, channel } = await startDiscord();
  const title = 'Tủ đồ nhân ái '.repeat(10).trim();
  const form = { ...FORM, command: 'mohinh', known: { title }, fields: [field('owner', 'Đơn vị')] };
  await start(undefined, { form: async () => form });
  const used = an.uses(channel, 'sua');
  const shown = await fake.formFor(used);
  expect(shown.fields.map(({ value }) => value)).toEqual([title, '']);
  expect(await takenBy(an.submits(used, { 'Đơn vị': 'Hội Phụ nữ' }))).toMatchObject({
    answers: { title, owner: 'Hội Phụ nữ' },
  });
});

test('a form has five fields at most, with labels of the length that Discord takes', async () => {
  const { start, fake, an, channel } = await startDiscord();
  const fields = Array.from({ length: 7 }, (_, n) => field(`f${n}`, `Câu hỏi ${n} ${'rất dài '.repeat(10)}`));
  await start(undefined, { form: async () => ({ ...FORM, title: 't'.repeat(80), fields }) });
  const used = an.uses(channel, 'sua');
  expect((await fake.formFor(used)).fields).toHaveLength(5);
});

test('where no form can be made, the command goes its way', async () => {
  const { start, takenBy, an, channel } = await startDiscord();
  await start(undefined, { form: () => Promise.reject(new Error('no database')) });
  expect(await takenBy(an.uses(channel, 'sua'))).toMatchObject({ text: '/sua', answers: {} });
});

test('a question is shown to the person alone, with a field to type the answer into', async () => {
  const { fake, platform, start, takenBy, an, channel } = await startDiscord();
  await start();
  const used = an.uses(channel, 'nhaclich'.replace('nhaclich', 'sua'));
  await takenBy(used);
  const choices = [[{ label: 'Bỏ qua', line: 'bỏ qua' }]];
  await platform.send(
    postTo(channel, 'Nhắc việc gì? Ví dụ: <b>Sinh hoạt</b>', { answers: used, asks: true, buttons: choices }),
  );
  const question = await fake.answerTo(used);
  expect(question).toMatchObject({ onlyFor: an.user, buttons: [{ label: 'Bỏ qua' }, { label: 'Trả lời' }] });
  const press = an.presses(question, 'Trả lời');
  expect((await fake.formFor(press)).fields).toMatchObject([
    { label: 'Trả lời', placeholder: 'Nhắc việc gì? Ví dụ: Sinh hoạt' },
  ]);
  const sent = an.submits(press, { 'Trả lời': '/Sinh hoạt chi bộ' });
  expect(await takenBy(sent)).toMatchObject({
    kind: 'press',
    line: 'Sinh hoạt chi bộ',
    messageId: question.id,
  });
  await platform.send(postTo(channel, 'Khi nào?', { answers: sent, asks: true }));
  expect(fake.posts(channel)).toEqual([]);
});

test('a blank answer is an answer all the same', async () => {
  const { fake, platform, start, takenBy, an, channel } = await startDiscord();
  await start();
  const used = an.uses(channel, 'sua');
  await takenBy(used);
  await platform.send(postTo(channel, 'Nhắc việc gì?', { answers: used, asks: true }));
  const press = an.presses(await fake.answerTo(used), 'Trả lời');
  await fake.formFor(press);
  expect(await takenBy(an.submits(press, { 'Trả lời': '  ' }))).toMatchObject({ line: ' ' });
});

test('the words around a question are in the language of the person', async () => {
  const { fake, platform, start, takenBy, server, channel } = await startDiscord();
  await start();
  const john = fake.person('John', 'john', 'en-GB');
  fake.join(server, john);
  const used = john.uses(channel, 'sua');
  await takenBy(used);
  await platform.send(postTo(channel, 'What?', { answers: used, asks: true }));
  expect((await fake.answerTo(used)).buttons).toMatchObject([{ label: 'Answer' }]);
});

test('while somebody types, the bot offers what it may become', async () => {
  const { fake, start, taken, an, channel } = await startDiscord();
  const seen: unknown[] = [];
  await start(undefined, {
    complete: async ({ answers, sender }, argument) => {
      seen.push([answers, sender.name, argument]);
      return [
        { label: 'VT12 – Giúp cụ Ba', answer: 'VT12' },
        { label: 'quá dài', answer: 'x'.repeat(101) },
      ];
    },
  });
  expect(await fake.choicesFor(an.types(channel, 'sua', { noi_dung: 'Giúp', ma: 'vt1' }))).toEqual([
    'VT12 – Giúp cụ Ba',
  ]);
  expect(seen).toEqual([[{ text: 'Giúp', code: 'vt1' }, 'Nguyễn Văn An', 'code']]);
  expect(taken).toEqual([]);
});

test('nothing is offered where the bot cannot say', async () => {
  const { fake, start, an, channel } = await startDiscord();
  await start(undefined, { complete: () => Promise.reject(new Error('no database')) });
  expect(await fake.choicesFor(an.types(channel, 'sua', { ma: '' }))).toEqual([]);
});

function field(argument: string, label: string, more: Partial<Form['fields'][number]> = {}) {
  return {
    argument,
    label,
    hint: '',
    value: '',
    required: true,
    ...more,
  };
}
