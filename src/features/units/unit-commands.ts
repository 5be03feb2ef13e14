import { z } from 'zod';
import type { App } from '../../app.ts';
import { button } from '../../chat/button.ts';
import type { Call } from '../../chat/call.ts';
import { argument, type Choice, type Command, defineCommand } from '../../chat/command.ts';
import { cleanLine } from '../../chat/read-line.ts';
import { fold } from '../../language/fold.ts';
import { UserError } from '../../texts/user-error.ts';
import { setLanguage } from './channels.ts';
import { linkChannel, readUnitName } from './link-channel.ts';
import { type PuttingOut, putOut } from './put-out.ts';
import { readLanguage } from './read-language.ts';
import { showUnit } from './show-unit.ts';
import { administeredBy } from './standing-store.ts';

const MOST_OFFERED = 25;

const start = defineCommand({
  name: 'start',
  accented: 'bắt-đầu',
  summary: 'start.summary',
  example: 'start.example',
  access: 'member',
  needsUnit: false,
  // What a link to the bot adds says nothing.
  read: () => ({}),
  run: async (_app, { caller, incoming, t }) => {
    if (caller.unit) return { text: t('start.welcome', { unit: caller.unit.name }) };
    return { text: incoming.channel.kind === 'private' ? t('start.private') : t('unit.not_linked') };
  },
});

const link = defineCommand({
  name: 'lienket',
  accented: 'liên-kết',
  aliases: ['link'],
  summary: 'link.summary',
  example: 'link.example',
  access: 'administrator',
  needsUnit: false,
  arguments: () => z.object({ unit: argument(readUnitName) }),
  ask: { unit: 'link.ask_unit' },
  complete: { unit: completeUnit },
  run: async (app, call, { unit }) => {
    const linked = await linkChannel(app, call, unit);
    return {
      text: call.t('link.done', { unit: linked.name, zone: linked.timeZone }),
      buttons: [[button(call.t, 'button.set_schedule', '/nhaclich')]],
    };
  },
});

const language = defineCommand({
  name: 'ngonngu',
  accented: 'ngôn-ngữ',
  aliases: ['language'],
  summary: 'language.summary',
  example: 'language.example',
  access: 'administrator',
  needsUnit: false,
  arguments: () => z.object({ language: argument(readLanguage) }),
  ask: { language: 'language.ask' },
  choices: {
    language: () => [
      { label: 'Tiếng Việt', answer: 'Tiếng Việt' },
      { label: 'English', answer: 'English' },
    ],
  },
  run: async (app, call, { language }) => setLanguage(app, call.caller.channelId, language),
});

const unit = defineCommand({
  name: 'donvi',
  accented: 'đơn-vị',
  aliases: ['unit'],
  summary: 'unit.summary',
  example: 'unit.example',
  access: 'administrator',
  arguments: () => z.object({ remove: argument(readPuttingOut).optional() }),
  run: (app, call, { remove }) => (remove ? putOut(app, call, remove) : showUnit(app, call)),
});

export const unitCommands: readonly Command[] = [start, link, language, unit];

const REMOVE = /^(?:bo|bỏ|xoa|xóa|xoá|remove)\s+(.*?)(\s+(?:xac\s?nhan|xác\s?nhận|confirm))?$/iu;

/** @throws UserError showing how to put somebody or a channel out */
function readPuttingOut(text: string): PuttingOut {
  const [, which, confirmed] = REMOVE.exec(cleanLine(text)) ?? [];
  if (which === undefined) throw new UserError('unit.how');
  return { which, confirmed: confirmed !== undefined };
}

/** The units that this person administers, which may get one more channel. */
async function completeUnit(app: App, { caller }: Call, typed: string): Promise<readonly Choice[]> {
  const units = await administeredBy(app.db, caller.personId, { since: '' });
  return units
    .filter(({ name }) => fold(name).includes(fold(typed)))
    .slice(0, MOST_OFFERED)
    .map(({ name }) => ({ label: name, answer: name }));
}
