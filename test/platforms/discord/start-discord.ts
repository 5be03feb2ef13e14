import { pino } from 'pino';
import { onTestFinished } from 'vitest';
import { memoryBlobs } from '../../../src/blobs/memory-blobs.ts';
import type { ArgumentSheet, Assist, CommandSheet } from '../../../src/chat/assist.ts';
import type { Incoming } from '../../../src/chat/incoming.ts';
import type { Message } from '../../../src/chat/message.ts';
import { PlatformError, type Post, type Receive } from '../../../src/chat/platform.ts';
import type { Clock } from '../../../src/core/clock.ts';
import { createDiscordPlatform } from '../../../src/platforms/discord/discord-platform.ts';
import type { ProxySettings } from '../../../src/platforms/proxy.ts';
import { markup } from '../../../src/texts/markup.ts';
import { type Interaction, type Options, startFakeDiscord } from '../../support/discord/fake-discord.ts';
import { manualClock } from '../../support/manual-clock.ts';

/** Some commands as the bot declares them. */
export const COMMANDS: readonly CommandSheet[] = [
  {
    name: 'viectot',
    aliases: [],
    accented: 'việc-tốt',
    summary: { vi: 'Báo một việc tốt', en: 'Report a good deed' },
    access: 'member',
    arguments: [argument('text', 'noi_dung', 'nội-dung')],
    takesFiles: true,
    onMessage: { vi: 'Ghi nhận việc tốt', en: 'Record a good deed' },
  },
  {
    name: 'capquyen',
    aliases: [],
    accented: 'cấp-quyền',
    summary: { vi: 'Giao vai trò', en: 'Give a role' },
    access: 'administrator',
    arguments: [
      argument('who', 'nguoi', 'người', { person: true }),
      argument('role', 'vai_tro', 'vai-trò', {
        choices: [{ label: { vi: 'tổng hợp', en: 'coordinator' }, answer: 'tổng hợp' }],
      }),
    ],
    takesFiles: false,
    onMessage: undefined,
  },
  {
    name: 'nhaclich',
    aliases: [],
    accented: 'nhắc-lịch',
    summary: { vi: 'Đặt lịch nhắc', en: 'Set a schedule' },
    access: 'administrator',
    arguments: [argument('title', 'ten', 'tên'), argument('when', 'khi_nao', 'khi-nào', { completes: true })],
    takesFiles: false,
    onMessage: undefined,
  },
  {
    name: 'sua',
    aliases: [],
    accented: 'sửa',
    summary: { vi: 'Sửa báo cáo', en: 'Correct a report' },
    access: 'member',
    arguments: [argument('code', 'ma', 'mã', { completes: true }), argument('text', 'noi_dung', 'nội-dung')],
    takesFiles: false,
    onMessage: undefined,
  },
  {
    name: 'lich',
    aliases: [],
    accented: 'lịch',
    summary: { vi: 'Lịch sắp tới', en: 'Coming sessions' },
    access: 'member',
    arguments: [],
    takesFiles: false,
    onMessage: undefined,
  },
  {
    name: 'thang',
    aliases: [],
    accented: 'tháng',
    summary: { vi: 'Tổng hợp tháng', en: 'The month' },
    access: 'member',
    arguments: [{ ...argument('line', 'noi_dung', 'nội-dung'), name: undefined }],
    takesFiles: false,
    onMessage: undefined,
  },
];

/** What helps people while they type, as far as a test has a say in it. */
export function assistWith(more: Partial<Assist> = {}): Assist {
  return {
    commands: COMMANDS,
    form: async () => undefined,
    complete: async () => [],
    ...more,
  };
}

type More = Options & {
  apiRoot?: string;
  botToken?: string;
  shardCount?: number | 'auto';
  deadlines?: Clock;
  proxy?: ProxySettings;
};

/** The adapter and a Discord for it, which end with the test. */
export async function startDiscord(options: More = {}) {
  const clock = manualClock('2026-12-01T00:00:00Z');
  const fake = await startFakeDiscord({ clock, limits: undefined, ...options });
  const logged: string[] = [];
  const log = pino({ level: 'debug' }, { write: (line: string) => logged.push(line) });
  const { apiRoot = fake.apiRoot, botToken: token = fake.token } = options;
  const { shardCount: shards = 1, deadlines = clock, proxy = {} } = options;
  const blobs = memoryBlobs(clock);
  const made: { stop(): Promise<void> }[] = [];
  const make = (more: { guildId?: string } = {}) => {
    const settings = { token, apiRoot, readBlob: blobs.read, shards, proxy, clock, log, deadlines, ...more };
    const platform = createDiscordPlatform(settings);
    made.push(platform);
    return platform;
  };
  const platform = make();
  onTestFinished(async () => {
    for (const each of made) await each.stop();
    await fake.close();
  });
  const taken: Incoming[] = [];
  /** Where the bot is, as it is told when a session begins and when its rights change. */
  const whereabouts: Incoming[] = [];
  const apart =
    (receive: Receive): Receive =>
    async (incoming) => {
      if (incoming.kind !== 'present' && incoming.kind !== 'servers') return receive(incoming);
      whereabouts.push(incoming);
    };
  const keep = apart(async (incoming) => {
    taken.push(incoming);
  });
  const an = fake.person('Nguyễn Văn An', 'an_nguyen');
  const lan = fake.person('Trần Thị Lan');
  const { server, channel } = fake.server({ name: 'Chi đoàn 1', administrators: [lan], members: [an] });
  /** Starts the platform, and waits until its commands are there. */
  const start = async (receive: Receive = keep, more: Partial<Assist> = {}) => {
    await platform.start(apart(receive), assistWith(more));
    await fake.until(() => fake.commands());
  };
  const takenBy = (interaction: Interaction) =>
    fake.until(() => taken.find(({ updateId }) => updateId === interaction.id));
  return {
    clock,
    fake,
    platform,
    blobs,
    make,
    start,
    taken,
    whereabouts,
    takenBy,
    keep,
    logged,
    an,
    lan,
    server,
    channel,
  };
}

const freshKey = (() => {
  let count = 0;
  return () => {
    count += 1;
    return `key-${count}`;
  };
})();

/** A post into a channel; `answers` names the interaction that it answers. */
export function postTo(
  channel: { id: string },
  text: string,
  more: Partial<Message> & Partial<Pick<Post, 'key'>> & { answers?: Interaction; thread?: string } = {},
): Post {
  const { answers, thread, key = freshKey(), ...message } = more;
  const isPress = answers?.kind === 'press';
  const account = answers && { id: answers.by.id, name: answers.by.global_name };
  return {
    target: { channel: channel.id, thread },
    message: { text: markup(text), ...message },
    answers: answers && !isPress ? { messageId: answers.id, account } : undefined,
    pressId: isPress ? answers.id : undefined,
    by: account,
    key,
  };
}

/** The error that a call of the adapter ends with. */
export async function failureOf(call: Promise<unknown>): Promise<PlatformError> {
  const error: unknown = await call.then(
    () => new Error('it did not fail'),
    (reason: unknown) => reason,
  );
  if (error instanceof PlatformError) return error;
  throw error;
}

function argument(
  name: string,
  option: string,
  accented: string,
  more: Partial<ArgumentSheet> = {},
): ArgumentSheet {
  return {
    name,
    option,
    accented,
    label: { vi: accented, en: name },
    person: false,
    completes: false,
    choices: [],
    ...more,
  };
}
