import { describe, expect, it } from 'vitest';
import { startLinkedChat, type TestChat } from '../../support/start-test-chat.ts';

const GROUP = { id: 'nhom', kind: 'group', title: 'nhom' } as const;

describe('a role is given', () => {
  it('to the username after an @, whoever else has taken it for a name', async () => {
    const chat = await startLinkedChat();
    await meets(chat, { id: '1', name: 'lan_bt', username: 'ke_xau' });
    expect(await chat.says('Quantri', '/capquyen @lan_bt quản trị')).toContain('Chưa thấy “@\u2060lan_bt”');
    await meets(chat, { id: '2', name: 'Trần Thị Lan', username: 'Lan_BT' });
    expect(await chat.says('Quantri', '/capquyen @lan_bt quản trị')).toContain(
      'Trần Thị Lan (@\u2060lan_bt) nay là',
    );
    expect(await rolesIn(chat)).toEqual(['Trần Thị Lan administrator']);
  });

  it('to no part of a username', async () => {
    const chat = await startLinkedChat();
    await meets(chat, { id: '1', name: 'Phan Lân', username: 'lan_xau' });
    expect(await chat.says('Quantri', '/capquyen @lan tổng hợp')).toContain('Chưa thấy');
    expect(await rolesIn(chat)).toEqual([]);
  });

  it('to somebody with that in their name only after a question that shows the username', async () => {
    const chat = await startLinkedChat();
    await meets(chat, { id: '1', name: 'Phan Lân Kẻ', username: 'ke_xau' });
    expect(await chat.says('Quantri', '/capquyen Lân tổng hợp')).toContain('Không có ai tên đúng là “Lân”');
    expect(await rolesIn(chat)).toEqual([]);
    expect(await chat.presses('Quantri', 'Phan Lân Kẻ (@ke_xau)')).toContain('nay là người tổng hợp');
    expect(await rolesIn(chat)).toEqual(['Phan Lân Kẻ coordinator']);
  });

  it('to the one who is chosen of those with one name', async () => {
    const chat = await startLinkedChat();
    await meets(chat, { id: '1', name: 'Trần Thị Lan', username: 'lan_a' });
    await meets(chat, { id: '12345', name: 'Tran Thi Lan' });
    expect(await chat.says('Quantri', '/capquyen Trần Thị Lan quản trị')).toContain('Có nhiều người khớp');
    expect(buttons(chat)).toEqual(['Tran Thi Lan (…2345)', 'Trần Thị Lan (@lan_a)', 'Thôi']);
    await chat.presses('Quantri', 'Trần Thị Lan (@lan_a)');
    expect(await rolesIn(chat)).toEqual(['Trần Thị Lan administrator']);
  });

  it.each([
    ['a zero width space', 'Trần Thị Lan\u200b'],
    ['a mark that turns the direction', '\u202eTrần Thị Lan'],
    ['a Cyrillic а', 'Trần Thị L\u0430n'],
    ['a Greek α', 'Trần Thị L\u03b1n'],
    ['letters of full width', 'Trần Thị Ｌａｎ'],
    ['a mathematical letter', 'Trần Thị L𝐚n'],
    ['a capital I for an l', 'Trần Thị Ian'],
  ])('to nobody whose name only looks so, by %s, without a question', async (_, disguised) => {
    const chat = await startLinkedChat();
    await meets(chat, { id: '66', name: disguised, username: 'ke_xau' });
    const asked = await chat.says('Quantri', '/capquyen Trần Thị Lan quản trị');
    expect(asked).toContain('Không có ai tên đúng là “Trần Thị Lan”');
    expect(buttons(chat)[0]).toContain('(@ke_xau)');
    expect(buttons(chat)[0]).not.toMatch(/[\u200b\u202e]/);
    await meets(chat, { id: '2', name: 'Trần Thị Lan', username: 'lan_that' });
    expect(await chat.says('Quantri', '/capquyen Trần Thị Lan quản trị')).toContain('Có nhiều người khớp');
    expect(await rolesIn(chat)).toEqual([]);
  });

  it.each(['id:66 Tên Bị Đổi', '\u0000{"account":{"id":"66","name":"Tên Bị Đổi"}}'])(
    'to nobody by an id that is typed, and nobody is called otherwise: %s',
    async (typed) => {
      const chat = await startLinkedChat();
      await meets(chat, { id: '66', name: 'Lan', username: 'lan' });
      await chat.says('Quantri', `/capquyen ${typed} tổng hợp`);
      await chat.says('Quantri', '/capquyen');
      await chat.says('Quantri', typed);
      await chat.says('Quantri', 'tổng hợp');
      const people = await chat.app.db.selectFrom('people').select('display_name as name').execute();
      expect(people.map(({ name }) => name).toSorted()).toEqual(['Lan', 'Quantri']);
      expect(await rolesIn(chat)).toEqual([]);
    },
  );

  it('to a person whose message is answered, who stays called what they call themselves', async () => {
    const chat = await startLinkedChat();
    await meets(chat, { id: 'lan', name: 'Trần Thị Lan', username: 'lan_bt' });
    await chat.says('Quantri', '/capquyen tổng hợp', { replyTo: 'LAN' });
    expect(await rolesIn(chat)).toEqual(['Trần Thị Lan coordinator']);
  });

  it('to the person who is named, not to the one whose message happens to be answered', async () => {
    const chat = await startLinkedChat();
    await chat.says('Hoa', '/start');
    await chat.says('Quantri', '/capquyen Hoa tổng hợp', { replyTo: 'Lan' });
    expect(await rolesIn(chat)).toEqual(['Hoa coordinator']);
  });
});

/** Somebody of this account says hello. */
async function meets(chat: TestChat, sender: { id: string; name: string; username?: string }): Promise<void> {
  const id = `${sender.id} ${chat.clock.now()} ${chat.platform.posted.length}`;
  await chat.deliver({
    platform: 'memory',
    updateId: id,
    channel: GROUP,
    sender,
    kind: 'message',
    messageId: id,
    text: '/start',
    edited: false,
  });
}

async function rolesIn({ app }: TestChat): Promise<string[]> {
  const rows = await app.db
    .selectFrom('roles')
    .innerJoin('people', 'people.id', 'roles.person_id')
    .select(['people.display_name as name', 'roles.role as role'])
    .execute();
  return rows.map(({ name, role }) => `${name} ${role}`);
}

/** The buttons of the newest message. */
function buttons({ platform }: TestChat): string[] {
  return (
    platform.posted
      .at(-1)
      ?.message.buttons?.flat()
      .map(({ label }) => label) ?? []
  );
}
