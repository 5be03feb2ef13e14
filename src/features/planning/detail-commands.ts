import { z } from 'zod';
import type { App } from '../../app.ts';
import { button } from '../../chat/button.ts';
import { type Call, unitOf } from '../../chat/call.ts';
import { type Answer, argument, type Command, defineCommand } from '../../chat/command.ts';
import { joinMarkup, toPlain } from '../../texts/markup.ts';
import { codeOfSession, exactCode, MODES, type Session } from '../sessions/session.ts';
import { readSessionRef, refAnd } from '../sessions/session-ref.ts';
import { type Details, setDetails } from './change-session.ts';
import { namedSession } from './next-session.ts';
import { readLink, readMode, readPerson, saysNone } from './read-details.ts';
import { readPlace } from './read-time.ts';
import { sessionMessage } from './session-message.ts';

const place = defineCommand({
  name: 'diadiem',
  accented: 'địa-điểm',
  aliases: ['place'],
  summary: 'place.summary',
  example: 'place.example',
  access: 'administrator',
  listed: false,
  arguments: () => z.object({ code: argument(readSessionRef), place: argument(readPlace) }),
  ask: { code: 'session.ask_code', place: 'place.ask' },
  read: refAnd('place'),
  run: async (app, call, { code, place }) => {
    const session = await namedSession(app, unitOf(call).id, code);
    return change(app, call, session, { ownPlace: saysNone(place) ? undefined : place });
  },
});

const chair = defineCommand({
  name: 'chutri',
  accented: 'chủ-trì',
  aliases: ['chair'],
  summary: 'chair.summary',
  example: 'chair.example',
  access: 'administrator',
  listed: false,
  arguments: () => z.object({ code: argument(readSessionRef), person: argument(readPerson) }),
  ask: { code: 'session.ask_code', person: 'chair.ask' },
  read: refAnd('person'),
  run: async (app, call, { code, person }) =>
    change(app, call, await namedSession(app, unitOf(call).id, code), { chair: person }),
});

const speaker = defineCommand({
  name: 'trinhbay',
  accented: 'trình-bày',
  aliases: ['speaker'],
  summary: 'speaker.summary',
  example: 'speaker.example',
  access: 'administrator',
  listed: false,
  arguments: () => z.object({ code: argument(readSessionRef), person: argument(readPerson) }),
  ask: { code: 'session.ask_code', person: 'speaker.ask' },
  read: refAnd('person'),
  run: async (app, call, { code, person }) =>
    change(app, call, await namedSession(app, unitOf(call).id, code), { speaker: person }),
});

const mode = defineCommand({
  name: 'hinhthuc',
  accented: 'hình-thức',
  aliases: ['mode'],
  summary: 'mode.summary',
  example: 'mode.example',
  access: 'administrator',
  listed: false,
  arguments: () => z.object({ code: argument(readSessionRef), mode: argument(readMode) }),
  ask: { code: 'session.ask_code', mode: 'mode.ask' },
  choices: {
    mode: ({ t }) =>
      MODES.map((mode) => {
        const label = toPlain(t(`session.mode_${mode}`));
        return { label, answer: label };
      }),
  },
  read: refAnd('mode'),
  run: async (app, call, { code, mode: { mode, link } }) => {
    const session = await namedSession(app, unitOf(call).id, code);
    const message = await change(app, call, session, { mode, link: link ?? session.link });
    const isMissing = mode !== 'in_person' && link === undefined && session.link === undefined;
    return isMissing ? withLinkButton(message, session, call) : message;
  },
});

const link = defineCommand({
  name: 'duongdan',
  accented: 'đường-dẫn',
  summary: 'link_of_session.summary',
  example: 'link_of_session.example',
  access: 'administrator',
  listed: false,
  arguments: () => z.object({ code: argument(readSessionRef), link: argument(readLink) }),
  ask: { code: 'session.ask_code', link: 'link_of_session.ask' },
  read: refAnd('link'),
  run: async (app, call, { code, link }) => {
    const session = await namedSession(app, unitOf(call).id, code);
    const mode = session.mode === 'in_person' ? 'online' : session.mode;
    return change(app, call, session, { link, mode });
  },
});

export const detailCommands: readonly Command[] = [place, chair, speaker, mode, link];

/** Writes down a detail of a session and shows what it is now. */
async function change(app: App, call: Call, before: Session, details: Details): Promise<Answer> {
  const session = await setDetails(app, before, details, call.caller.channelId);
  const view = await sessionMessage(app, session, call.t, true);
  const text = joinMarkup([call.t('session.noted'), view.text]);
  return { ...view, text, ref: codeOfSession(session) };
}

/** A session on the screen needs an address: it is asked for with a button. */
function withLinkButton(message: Answer, session: Session, { t }: Call): Answer {
  return {
    ...message,
    text: joinMarkup([message.text, t('session.link_missing')]),
    buttons: [[button(t, 'button.link', `/duongdan ${exactCode(session)}`)], ...(message.buttons ?? [])],
  };
}
