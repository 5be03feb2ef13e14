import { markup } from '../../src/texts/markup.ts';
import type { TestChat } from '../support/start-test-chat.ts';
import { ACTORS, type Actor, ADMINISTRATOR, AUTHOR, FOUNDER } from './actors.ts';

export const PLACES = ['private', 'own', 'unlinked', 'other'] as const;
export type Place = (typeof PLACES)[number];

export const UNIT = 'Chi bộ ấp 2';

/** The groups by their place: of the unit that is watched, of another unit, of none. */
const GROUPS = { own: 'nhom', other: 'khac', unlinked: 'trong' } as const;

const GRANTED: Readonly<Record<string, string>> = {
  cu: 'tổng hợp',
  quyen: 'quản trị',
  thoi: 'tổng hợp',
  cudi: 'tổng hợp',
  quyendi: 'quản trị',
};

/** An actor says something, or presses what says so, in a place; gives all that was posted, by channel. */
export async function act(
  chat: TestChat,
  { sender }: Actor,
  place: Place,
  line: string,
  kind: 'message' | 'press' = 'message',
): Promise<{ channel: string; text: string }[]> {
  const id = chat.app.newId();
  const group = place === 'private' ? undefined : GROUPS[place];
  const common = {
    platform: 'memory',
    updateId: id,
    channel: group
      ? { id: group, kind: 'group' as const, title: group }
      : { id: sender.id, kind: 'private' as const, title: sender.name },
    sender,
    messageId: id,
  };
  const { channel } = common;
  // A button stands where it was shown, and what is pressed has to stand under the message.
  if (kind === 'press') chat.platform.posted.push(offering(id, channel.id, line));
  const before = chat.platform.posted.length;
  await chat.deliver(
    kind === 'press'
      ? { ...common, kind, pressId: id, line }
      : { ...common, kind, text: line, edited: false },
  );
  return chat.platform.posted
    .slice(before)
    .map(({ channel, message }) => ({ channel, text: message.text.markup }));
}

function offering(id: string, channel: string, line: string) {
  const message = { text: markup(''), buttons: [[{ label: line, line }]] };
  return { id, channel, message, replyTo: undefined, to: undefined, edited: false };
}

/** A unit with something of everything, whose texts all hold the word BIMAT, and everybody who tries. */
export async function furnish(chat: TestChat): Promise<void> {
  const say = (actor: Actor, line: string, place: Place = 'own') => act(chat, actor, place, line);
  const standings = (which: 'came' | 'now') => {
    for (const actor of ACTORS)
      for (const [group, standing] of Object.entries(actor[which] ?? {}))
        if (standing) chat.platform.standings.set(`${group}:${actor.sender.id}`, standing);
  };
  standings('came');
  await say(FOUNDER, `/lienket ${UNIT}`);
  await chat.saysIn('BIMAT2', 'sep', `/lienket ${UNIT}`);
  for (const actor of ACTORS) {
    const isElsewhere = actor.came['khac'] !== undefined;
    if (actor.who.includes('administrator of another')) await say(actor, '/lienket Đoàn xã', 'other');
    await say(actor, '/start', isElsewhere ? 'other' : 'own');
    if (actor.who === 'a stranger') await say(actor, '/start', 'unlinked');
    await say(actor, '/start', 'private');
    const role = GRANTED[actor.sender.id];
    if (role !== undefined) await say(ADMINISTRATOR, `/capquyen @${actor.sender.username} ${role}`);
  }
  await say(ADMINISTRATOR, '/capquyen @thoi thôi giao');
  await say(AUTHOR, '/viectot BIMATVIEC chị Hiền tổ 7 nhặt được ví, đã trả lại người mất');
  await say(AUTHOR, '/viectot BIMATRUT đoàn viên ấp 2 dọn vệ sinh đường liên ấp');
  await say(AUTHOR, '/rut VT2');
  await say(AUTHOR, '/mohinh BIMATMOHINH tủ đồ | Hội LHPN xã | 2.150 bộ quần áo, giúp 380 lượt người');
  await say(ADMINISTRATOR, '/duyet MH1');
  await say(ADMINISTRATOR, '/chuyende tháng 1: BIMATCHUYENDE học tập Di chúc');
  await say(ADMINISTRATOR, '/tailieu CD1 https://bimat.vn/a BIMATTAILIEU');
  await say(ADMINISTRATOR, '/ngayle nghỉ 24/11 Ngày BIMATNGHI');
  await say(ADMINISTRATOR, '/loinhac BIMATLOINHAC kính mời dự {tieude}, {thoigian}, tại {diadiem}');
  await say(ADMINISTRATOR, '/lich diachi');
  const lines = [
    'NL1: 19h30 ngày 20 hằng tháng BIMATLICH, trước 3 ngày và 2 tiếng, tại nhà văn hóa',
    'NL2: 9h ngày 17/1 BIMATHOP, trước 2 tiếng',
    'NL3: 20h ngày 15/12 BIMATNHAP, trước 1 ngày',
    'NL4: 20h ngày 25 hằng tháng BIMATDUNG, trước 1 ngày',
  ];
  for (const line of lines) {
    const [code = '', words = ''] = line.split(': ');
    await say(ADMINISTRATOR, `/nhaclich ${words}`);
    if (code !== 'NL3') await say(ADMINISTRATOR, `/datlich ${code}`);
  }
  await say(ADMINISTRATOR, '/tamdung NL4');
  await chat.pass(0);
  for (let day = 0; day < 3; day += 1) await chat.sleepThrough(24 * 60);
  const { near, held } = await sessionsOf(chat);
  await say(AUTHOR, `/diemdanh ${held} có`);
  await chat.sleepThrough(24 * 60);
  await say(AUTHOR, `/diemdanh ${near} vắng`, 'private');
  await say(AUTHOR, `/lydo ${near} BIMATLYDO`, 'private');
  standings('now');
  await chat.clock.advance(61_000);
}

/** The codes of a session that is near and of one that has been. */
export async function sessionsOf({ app }: TestChat): Promise<{ near: string; held: string }> {
  const rows = await app.db
    .selectFrom('sessions')
    .innerJoin('schedules', 'schedules.id', 'sessions.schedule_id')
    .select(['sessions.number as number', 'schedules.title as title'])
    .orderBy('sessions.starts_at')
    .execute();
  const codeOf = (title: string) => `SH${rows.find((row) => row.title.includes(title))?.number}`;
  return { near: codeOf('BIMATLICH'), held: codeOf('BIMATHOP') };
}
