import type { Role } from '../../chat/access.ts';
import { CHOSEN_BOT } from '../../chat/assist.ts';
import type { Call } from '../../chat/call.ts';
import type { Answers } from '../../chat/command.ts';
import type { Account } from '../../chat/incoming.ts';
import { type PointedOut, pointOut, readPointedOut } from '../../chat/pointed-out.ts';
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

/** The words for a role that take the least room in a button. */
const SHORT_WORDS = { coordinator: 'tonghop', administrator: 'quantri', member: 'thoi' } as const;

export type NamedPerson = PointedOut | { name: string };

/** @throws UserError naming the roles */
export function readRole(text: string): Role {
  const found = ROLE_WORDS.find(([words]) => words === fold(text));
  if (!found) throw new UserError('grant.role_unknown');
  return found[1];
}

/** @throws UserError for a bot */
export function readNamed(text: string): NamedPerson {
  if (text === CHOSEN_BOT) throw new UserError('grant.bot');
  return readPointedOut(text) ?? { name: text.trim() };
}

/** The line of a button that gives a role to a person. */
export function grantLine(personId: string, role: Role): string {
  return `/capquyen id:${personId} ${SHORT_WORDS[role]}`;
}

const CHOSEN = /^id:(\S+)$/;

/** `@lan tổng hợp`, `Trần Thị Lan quản trị`, or only a role in answer to a person's message. */
export function readGrantLine(line: string, call: Call): Answers {
  const words = line.trim().split(/\s+/);
  const spoken = ROLE_WORDS.find(([role]) => {
    const length = role.split(' ').length;
    return fold(words.slice(-length).join(' ')) === role;
  })?.[0];
  const roleLength = spoken?.split(' ').length ?? 0;
  const who = whoIsMeant(words.slice(0, words.length - roleLength).join(' '), call);
  return { ...(who === '' ? {} : { who }), ...(spoken === undefined ? {} : { role: spoken }) };
}

function whoIsMeant(name: string, call: Call): string {
  const [, personId] = call.incoming.kind === 'press' ? (CHOSEN.exec(name) ?? []) : [];
  if (personId !== undefined) return pointOut({ personId });
  const account = pointedAt(name, call);
  return account ? pointOut({ account }) : name;
}

/** The person that a message answers or names in a way the platform resolves. Another name that is typed goes before. */
function pointedAt(name: string, { incoming }: Call): Account | undefined {
  if (incoming.kind !== 'message') return undefined;
  const { replyTo, mentions } = incoming;
  if (!replyTo || replyTo.byBot) return mentions?.at(0);
  return name === '' || fold(name) === fold(replyTo.author.name) ? replyTo.author : mentions?.at(0);
}
