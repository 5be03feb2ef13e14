import { Temporal } from 'temporal-polyfill';
import type { Call } from '../../src/chat/call.ts';
import type { Command } from '../../src/chat/command.ts';
import { features } from '../../src/features/index.ts';
import { translator } from '../../src/texts/translator.ts';
import { UserError } from '../../src/texts/user-error.ts';

export const everyCommand: readonly Command[] = features.flatMap(({ commands = [] }) => commands);

const channel = { id: 'nhom', kind: 'group', title: 'nhom' } as const;
const an = { id: 'an', name: 'An' };

/** Of an administrator in a group. */
export const callOfReaders: Call = {
  incoming: {
    platform: 'memory',
    kind: 'message',
    updateId: 'u1',
    channel,
    sender: an,
    messageId: 'm1',
    text: '',
    edited: false,
  },
  caller: {
    personId: 'p1',
    name: 'An',
    channelId: 'c1',
    unit: { id: 'u1', name: 'Chi bộ', timeZone: 'Asia/Ho_Chi_Minh' },
    role: 'administrator',
  },
  now: Temporal.ZonedDateTime.from('2026-01-14T08:00:00+07:00[Asia/Ho_Chi_Minh]'),
  t: translator('vi'),
  attached: [],
};

/** All that reads what people type, by the command and, where there is one, the argument: made of the commands themselves. */
export const everyReader: readonly { name: string; read: (text: string) => void }[] = everyCommand.flatMap(
  (command) => [
    { name: `/${command.name}`, read: refusing((text) => void command.read(text, callOfReaders)) },
    ...command.argumentNames(callOfReaders).map((argument) => ({
      name: `/${command.name}: ${argument}`,
      read: refusing((text) => command.check(callOfReaders, argument, text)),
    })),
  ],
);

/** A text may be refused in words; whatever else a reader throws is a fault. */
function refusing(read: (text: string) => void): (text: string) => void {
  return (text) => {
    try {
      read(text);
    } catch (error) {
      if (!(error instanceof UserError)) throw error;
    }
  };
}
