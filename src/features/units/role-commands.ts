import { z } from 'zod';
import { inPlaceOfPressed } from '../../chat/button.ts';
import { argument, type Command, defineCommand } from '../../chat/command.ts';
import { cleanLine } from '../../chat/read-line.ts';
import { toPlain } from '../../texts/markup.ts';
import { grantOrAsk } from './grant-role.ts';
import { joinByCode, offerToJoin, readJoinCode } from './join-accounts.ts';
import { partAccounts } from './part-accounts.ts';
import { readGrantLine, readNamed, readRole } from './read-grant.ts';

const grant = defineCommand({
  name: 'capquyen',
  accented: 'cấp-quyền',
  aliases: ['grant'],
  summary: 'grant.summary',
  example: 'grant.example',
  access: 'administrator',
  arguments: () => z.object({ who: argument(readNamed), role: argument(readRole) }),
  ask: { who: 'grant.ask_who', role: 'grant.ask_role' },
  people: ['who'],
  choices: {
    role: ({ t }) => [
      { label: toPlain(t('role.coordinator')), answer: 'tổng hợp' },
      { label: toPlain(t('role.administrator')), answer: 'quản trị' },
      { label: toPlain(t('grant.take_away')), answer: 'thôi giao' },
    ],
  },
  readsReply: true,
  read: readGrantLine,
  run: async (app, call, { who, role }) => inPlaceOfPressed(call, await grantOrAsk(app, call, who, role)),
});

const joinAccounts = defineCommand({
  name: 'ketnoi',
  accented: 'kết-nối',
  aliases: ['join'],
  summary: 'join.summary',
  example: 'join.example',
  access: 'member',
  needsUnit: false,
  arguments: () => z.object({ code: argument(readJoin).optional() }),
  run: (app, call, { code: step }) => {
    if (!step) return offerToJoin(app, call);
    return 'part' in step ? partAccounts(app, call, step.confirmed) : joinByCode(app, call, step);
  },
});

const PART = /^(?:huy|hủy|huỷ|tach|tách|undo|cancel)(\s+xacnhan)?$/iu;

function readJoin(text: string) {
  const [part, confirmed] = PART.exec(cleanLine(text)) ?? [];
  if (part !== undefined) return { part: true, confirmed: confirmed !== undefined } as const;
  return readJoinCode(text);
}

export const roleCommands: readonly Command[] = [grant, joinAccounts];
