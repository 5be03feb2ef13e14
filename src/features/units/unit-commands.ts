import { z } from 'zod';
import type { App } from '../../app.ts';
import { button } from '../../chat/button.ts';
import { type Call, type Unit, unitOf } from '../../chat/call.ts';
import { argument, type Choice, type Command, defineCommand } from '../../chat/command.ts';
import type { Message } from '../../chat/message.ts';
import { cleanLine } from '../../chat/read-line.ts';
import { fitsButton } from '../../chat/unused-words.ts';
import { fold } from '../../language/fold.ts';
import { joinMarkup } from '../../texts/markup.ts';
import { beginning } from '../../texts/shorten.ts';
import { UserError } from '../../texts/user-error.ts';
import { setLanguage } from './channels.ts';
import { linkChannel, readUnitName, unitToLeave } from './link-channel.ts';
import { setCurrentUnit } from './member-store.ts';
import { type PuttingOut, putOut } from './put-out.ts';
import { readLanguage } from './read-language.ts';
import { readNewName, renameUnit } from './rename-unit.ts';
import { showUnit } from './show-unit.ts';
import { administeredBy } from './standing-store.ts';
import { linkedChannels } from './unit-store.ts';

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
    const left = unitToLeave(call, unit);
    if (left) return leavingQuestion(app, call, left, unit.name);
    const linked = await linkChannel(app, call, unit);
    return {
      text: call.t('link.done', { unit: linked.name, zone: linked.timeZone }),
      buttons: [[button(call.t, 'button.set_schedule', '/nhaclich')]],
    };
  },
});

const rename = defineCommand({
  name: 'doiten',
  accented: 'đổi-tên',
  aliases: ['rename'],
  summary: 'rename.summary',
  example: 'rename.example',
  access: 'administrator',
  arguments: () => z.object({ unit: argument(readNewName) }),
  ask: { unit: 'rename.ask_unit' },
  run: async (app, call, { unit: name }) => {
    const before = unitOf(call);
    await renameUnit(app, call, before, name);
    return { text: call.t('rename.done', { before: before.name, name }), inPlace: true };
  },
});

const chooseUnit = defineCommand({
  name: 'chondonvi',
  accented: 'chọn-đơn-vị',
  aliases: ['chooseunit'],
  summary: 'choose_unit.summary',
  example: 'choose_unit.example',
  access: 'member',
  listed: false,
  needsUnit: false,
  arguments: (call) => z.object({ unit: argument(readOwnUnit(call)) }),
  ask: { unit: 'choose_unit.ask' },
  choices: {
    unit: (call) =>
      unitsOf(call).map(({ name }) => ({ label: name, answer: beginning(name, LONGEST_ANSWER) })),
  },
  run: async (app, { caller, t }, { unit }) => {
    await setCurrentUnit(app.db, caller.personId, unit.id);
    return { text: t('choose_unit.done', { unit: unit.name }), inPlace: true, unit };
  },
});

/** Of UTF-16 code units: a button takes 64 bytes. */
const LONGEST_ANSWER = 20;

function unitsOf({ caller }: Call): readonly Unit[] {
  return [...(caller.unit ? [caller.unit] : []), ...(caller.otherUnits ?? [])];
}

/** One of the person's own units by the beginning of its name. @throws UserError when it is none */
function readOwnUnit(call: Call) {
  return (text: string): Unit => {
    const units = unitsOf(call);
    const named = (unit: Unit) => fold(unit.name) === fold(text);
    const found = units.find(named) ?? units.find(({ name }) => fold(name).startsWith(fold(text)));
    if (!found || fold(text) === '') throw new UserError('choose_unit.unknown');
    return found;
  };
}

/** What happens to the schedules and reports of the unit that a group is about to leave, and the way to keep them. */
async function leavingQuestion(app: App, { t }: Call, left: Unit, name: string): Promise<Message> {
  const groups = await linkedChannels(app.db, left.id);
  const isLast = groups.filter(({ state }) => state === 'open').length <= 1;
  const words = { unit: left.name, name };
  const [renaming, leaving] = [`/doiten ${name}`, `/lienket ${name} xacnhan`];
  const buttons = [button(t, 'button.only_rename', renaming), button(t, 'button.other_unit', leaving)].filter(
    ({ line }) => fitsButton(line),
  );
  return {
    text: joinMarkup([
      t('unit.already_linked', words),
      t(isLast ? 'unit.leaves_no_group' : 'unit.leaves_groups', words),
      t('unit.rename_or_leave', words),
    ]),
    buttons: buttons.map((each) => [each]),
  };
}

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

export const unitCommands: readonly Command[] = [start, link, rename, language, unit, chooseUnit];

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
