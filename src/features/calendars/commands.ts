import { z } from 'zod';
import type { App } from '../../app.ts';
import { demandRole } from '../../chat/access.ts';
import { type Call, unitOf } from '../../chat/call.ts';
import { argument, type Choice, type Command, defineCommand } from '../../chat/command.ts';
import type { Message, OutgoingFile } from '../../chat/message.ts';
import { LANES } from '../../delivery/pace.ts';
import { fold } from '../../language/fold.ts';
import { type Markup, toPlain } from '../../texts/markup.ts';
import { beginning } from '../../texts/shorten.ts';
import { UserError } from '../../texts/user-error.ts';
import { comingMessage } from '../planning/coming-message.ts';
import { namedSession } from '../planning/next-session.ts';
import { completeSession } from '../sessions/complete-session.ts';
import { codeOfSession } from '../sessions/session.ts';
import { readSessionRef, type SessionRef } from '../sessions/session-ref.ts';
import { privateChannel } from '../units/channels.ts';
import { postTo } from '../units/post-to.ts';
import { calendarAddress, closeAddress, newAddress } from './address.ts';
import { calendarOfSession, wholeCalendar } from './publish.ts';

const MOST_OFFERED = 25;
const ADDRESS = /^(?:dia ?chi|address)(?: (moi|new|tat|off))?$/;

const calendar = defineCommand({
  name: 'lich',
  accented: 'lịch',
  aliases: ['lichsh', 'calendar'],
  summary: 'calendar.summary',
  example: 'calendar.example',
  access: 'member',
  arguments: () => z.object({ what: argument(readWanted).optional() }),
  labels: { what: 'argument.wanted' },
  complete: { what: completeWanted },
  run: async (app, call, { what }) => {
    if (what === undefined) return comingMessage(app, unitOf(call).id, call.t);
    if (what === 'file') return whole(app, call);
    return 'code' in what ? one(app, call, what) : address(app, call, what.change);
  },
});

export const calendarCommands: readonly Command[] = [calendar];

type Wanted = 'file' | { change: string | undefined } | SessionRef | undefined;

/** A file of all, the address, or a session; nothing for what comes next. @throws UserError showing what there is */
function readWanted(text: string): Wanted {
  const words = fold(text);
  if (words === '') return undefined;
  if (/^(?:tep|file|ics)$/.test(words)) return 'file';
  const asked = ADDRESS.exec(words);
  if (asked) return { change: asked[1] };
  if (/^#?(?:sh|nl)[\s-]*\d/.test(words)) return readSessionRef(text);
  throw new UserError('calendar_file.what_unknown', { text: beginning(text.trim(), 40) });
}

/** What it can be asked for, in the words that are read, and the sessions to come. */
async function completeWanted(app: App, call: Call, typed: string): Promise<readonly Choice[]> {
  const words = (['file', 'address', 'new_address', 'no_address'] as const)
    .map((what) => toPlain(call.t(`calendar.wanted_${what}`)))
    .filter((word) => fold(word).includes(fold(typed)));
  const sessions = await completeSession(app, call, typed);
  return [...words.map((word) => ({ label: word, answer: word })), ...sessions].slice(0, MOST_OFFERED);
}

async function whole(app: App, call: Call): Promise<Message> {
  const unit = unitOf(call);
  const { text, coming } = await wholeCalendar(app, unit);
  if (coming === 0) return { text: call.t('calendar.empty') };
  return {
    text: call.t('calendar_file.whole', { unit: unit.name, n: coming }),
    files: [await calendarFile(app, `lich ${unit.name}`, text)],
  };
}

async function calendarFile({ blobs }: App, name: string, text: string): Promise<OutgoingFile> {
  const { sha256 } = await blobs.keep(Buffer.from(text));
  return {
    name: `${fold(name).replace(/[^a-z0-9]+/g, '-')}.ics`,
    mimeType: 'text/calendar',
    blob: sha256,
  };
}

/** The address of the unit's calendar; the first question of an administrator makes it. */
async function address(app: App, call: Call, change: string | undefined): Promise<Message> {
  const { t, caller } = call;
  const unitId = unitOf(call).id;
  const known = change === undefined ? await calendarAddress(app, unitId) : undefined;
  if (known !== undefined) return inPrivate(app, call, t('calendar_address.shown', { url: known }));
  demandRole(caller.role, 'administrator');
  if (change === 'tat' || change === 'off')
    return {
      text: t((await closeAddress(app, unitId)) ? 'calendar_address.closed' : 'calendar_address.none'),
    };
  const url = await newAddress(app, unitId, caller.personId);
  return inPrivate(
    app,
    call,
    t(change === undefined ? 'calendar_address.shown' : 'calendar_address.renewed', { url }),
  );
}

/** Whoever has the address has the calendar: where the bot may write to the person alone, it does. */
async function inPrivate(app: App, { incoming, t }: Call, text: Markup): Promise<Message> {
  const { platform, channel, sender, updateId } = incoming;
  const alone = channel.kind === 'private' ? undefined : await privateChannel(app, platform, sender.id);
  if (!alone) return { text, privately: true };
  await postTo(app, alone, { key: `calendar-address:${updateId}`, message: { text }, lane: LANES.due });
  return { text: t('calendar_address.in_private') };
}

async function one(app: App, call: Call, ref: SessionRef): Promise<Message> {
  const unit = unitOf(call);
  const session = await namedSession(app, unit.id, ref);
  const code = codeOfSession(session);
  const text = await calendarOfSession(app, unit, session.id);
  if (text === undefined) throw new UserError('calendar_file.over', { code });
  return {
    text: call.t('calendar_file.one', { code, title: session.title }),
    files: [await calendarFile(app, `lich ${code}`, text)],
  };
}
