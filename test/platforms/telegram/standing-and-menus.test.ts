import { expect, test } from 'vitest';
import type { Menu } from '../../../src/chat/platform.ts';
import { failureOf, startTelegram } from './start-telegram.ts';

test('creator and administrators are administrators, members are members, everyone else is a stranger', async () => {
  const { fake, platform, an, lan, group } = await startTelegram();
  const [binh, chi, dung] = ['Bình', 'Chi', 'Dũng'].map((name) => fake.person(name));
  if (!binh || !chi || !dung) throw new Error('nobody there');
  fake.join(group, binh, 'administrator');
  fake.join(group, chi, 'kicked');
  const standings = [lan, binh, an, chi, dung].map(({ id }) => platform.standing(group.id, id));
  expect(await Promise.all(standings)).toEqual([
    'administrator',
    'administrator',
    'member',
    'stranger',
    'stranger',
  ]);
  expect(await platform.standing(group.id, '42')).toBe('stranger');
});

test('a restricted person is a member as long as they are in the group', async () => {
  const { fake, platform, an, group } = await startTelegram();
  const restricted = (isMember: boolean) =>
    fake.fail('getChatMember', {
      kind: 'garbled',
      body: `{"ok":true,"result":{"status":"restricted","is_member":${isMember}}}`,
    });
  restricted(true);
  expect(await platform.standing(group.id, an.id)).toBe('member');
  restricted(false);
  expect(await platform.standing(group.id, an.id)).toBe('stranger');
});

test('in the chat with the bot alone a person is a member; an anonymous administrator is the group', async () => {
  const { fake, platform, an, group } = await startTelegram();
  expect(await platform.standing(an.id, an.id)).toBe('member');
  expect(await platform.standing(group.id, group.id)).toBe('administrator');
  expect(await platform.standing(group.id, '-1001234')).toBe('stranger');
  expect(await platform.standing(group.id, 'not-an-id')).toBe('stranger');
  expect(fake.calls('getChatMember')).toEqual([]);
});

test('where the bot cannot look, the error says why', async () => {
  const { fake, platform, an, group } = await startTelegram();
  fake.fail('getChatMember', { kind: 'garbled', body: '{"ok":true,"result":{}}' });
  expect((await failureOf(platform.standing(group.id, an.id))).kind).toBe('unknown');
  fake.kick(group);
  expect((await failureOf(platform.standing(group.id, an.id))).kind).toBe('gone');
});

test('menus are published by place and by language, Vietnamese for everyone else', async () => {
  const { fake, platform } = await startTelegram();
  await platform.publishMenus([menu('vi', 'việc'), menu('en', 'deed')]);
  const everyone = [{ command: 'viectot', description: 'việc 1' }];
  const all = [...everyone, { command: 'nhaclich', description: 'việc 2' }];
  expect(fake.commands('default')).toEqual(everyone);
  expect(fake.commands('all_group_chats')).toEqual(everyone);
  expect(fake.commands('all_chat_administrators')).toEqual(all);
  expect(fake.commands('all_private_chats')).toEqual(all);
  expect(fake.commands('all_private_chats', 'en')).toMatchObject([
    { description: 'deed 1' },
    { description: 'deed 2' },
  ]);
});

test('names that Telegram does not take are left out, long descriptions are cut', async () => {
  const { fake, platform } = await startTelegram();
  const everyone = ['việctốt', 'Viec', 'a'.repeat(33), 'viec_tot'].map((name) => ({
    name,
    description: 'x'.repeat(300),
  }));
  await platform.publishMenus([
    { language: 'vi', everyone: [...everyone, { name: 'lich', description: ' ' }], administrators: [] },
  ]);
  expect(fake.commands('default')).toEqual([{ command: 'viec_tot', description: 'x'.repeat(256) }]);
});

test('a menu that is not taken is an error of the port', async () => {
  const { fake, platform } = await startTelegram();
  fake.fail('setMyCommands', { kind: 'too-many-requests', retryAfter: 3 });
  expect(await failureOf(platform.publishMenus([menu('vi', 'việc')]))).toMatchObject({
    kind: 'rate-limited',
    retryAfter: 3,
  });
});

test('the limits are the published ones', async () => {
  const { platform } = await startTelegram();
  expect(platform).toMatchObject({
    name: 'telegram',
    limits: { perSecond: 30, perChannelPerSecond: 1, perGroupPerMinute: 20 },
  });
});

function menu(language: 'vi' | 'en', word: string): Menu {
  return {
    language,
    everyone: [{ name: 'viectot', description: `${word} 1` }],
    administrators: [{ name: 'nhaclich', description: `${word} 2` }],
  };
}
