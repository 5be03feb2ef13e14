import { z } from 'zod';
import { inPlaceOfPressed } from '../../chat/button.ts';
import { argument, type Command, defineCommand } from '../../chat/command.ts';
import { toPlain } from '../../texts/markup.ts';
import { grantOrAsk } from './grant-role.ts';
import { joinByCode, offerToJoin, readJoinCode } from './join-accounts.ts';
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
  arguments: () => z.object({ code: argument(readJoinCode).optional() }),
  run: (app, call, { code }) => (code ? joinByCode(app, call, code) : offerToJoin(app, call)),
});

export const roleCommands: readonly Command[] = [grant, joinAccounts];
