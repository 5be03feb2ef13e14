import type { Role } from '../../chat/access.ts';
import { CHOSEN_BOT } from '../../chat/assist.ts';
import type { Call } from '../../chat/call.ts';
import type { Answers } from '../../chat/command.ts';
import type { Account } from '../../chat/incoming.ts';
import { fold } from '../../language/fold.ts';
import { UserError } from '../../texts/user-error.ts';

const ROLE_WORDS: readonly [string, Role][] = [
  ['nguoi tong hop', 'coordinator'],
  ['tong hop vien', 'coordinator'],
  ['tong hop', 'coordinator'],
  ['tonghop', 'coordinator'],
  ['coordinator', 'coordinator'],
  ['quan tri vien', 'administrator'],
  ['quan tri', 'administrator'],
  ['quantri', 'administrator'],
  ['administrator', 'administrator'],
  ['admin', 'administrator'],
  ['thoi giao', 'member'],
  ['thu hoi', 'member'],
  ['thanh vien', 'member'],
  ['member', 'member'],
  ['remove', 'member'],
  ['thoi', 'member'],
];

export type NamedPerson = { account: Account } | { name: string };

/** @throws UserError naming the roles */
export function readRole(text: string): Role {
  const found = ROLE_WORDS.find(([words]) => words === fold(text));
  if (!found) throw new UserError('grant.role_unknown');
  return found[1];
}

const KEPT = /^id:(\S+) (.*)$/su;

/** @throws UserError for a bot */
export function readNamed(text: string): NamedPerson {
  if (text === CHOSEN_BOT) throw new UserError('grant.bot');
  const [, id, name] = KEPT.exec(text) ?? [];
  return id !== undefined && name !== undefined ? { account: { id, name } } : { name: text.trim() };
}

/** `@lan tổng hợp`, `Trần Thị Lan quản trị`, or only a role in answer to a person's message. */
export function readGrantLine(line: string, call: Call): Answers {
  const words = line.trim().split(/\s+/);
  const spoken = ROLE_WORDS.find(([role]) => {
    const length = role.split(' ').length;
    return fold(words.slice(-length).join(' ')) === role;
  })?.[0];
  const roleLength = spoken?.split(' ').length ?? 0;
  const name = words.slice(0, words.length - roleLength).join(' ');
  const account = pointedAt(call);
  const who = account ? `id:${account.id} ${account.name}` : name;
  return { ...(who === '' ? {} : { who }), ...(spoken === undefined ? {} : { role: spoken }) };
}

/** The person that a message answers or names in a way the platform resolves, written so that it can be kept. */
function pointedAt(call: Call): Account | undefined {
  if (call.incoming.kind !== 'message') return undefined;
  const { replyTo, mentions } = call.incoming;
  return replyTo && !replyTo.byBot ? replyTo.author : mentions?.at(0);
}
