import { z } from 'zod';
import type { App } from '../../app.ts';
import type { Call } from '../../chat/call.ts';
import { type Answer, argument, type Command, defineCommand } from '../../chat/command.ts';
import { joinMarkup, toPlain } from '../../texts/markup.ts';
import { codeOfSession, exactCode, MODES, type Session } from '../sessions/session.ts';
import { readSessionRef, refAnd, type SessionRef } from '../sessions/session-ref.ts';
import { setDetails } from './change-session.ts';
import { namedSession } from './next-session.ts';
import { readLink, readMode, readPerson, saysNone } from './read-details.ts';
import { readPlace } from './read-place.ts';
import { viewFor } from './view-session.ts';

type Details = Parameters<typeof setDetails>[3];

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
  run: (app, call, { code, place }) =>
    change(app, call, code, { ownPlace: saysNone(place) ? undefined : place }),
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
  run: (app, call, { code, person }) => change(app, call, code, { chair: person }),
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
  run: (app, call, { code, person }) => change(app, call, code, { speaker: person }),
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
    const session = await namedSession(app, call, code);
    const message = await change(app, call, code, { mode, link: link ?? session.link });
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
    const session = await namedSession(app, call, code);
    const mode = session.mode === 'in_person' ? 'online' : session.mode;
    return change(app, call, code, { link, mode });
  },
});

export const detailCommands: readonly Command[] = [place, chair, speaker, mode, link];

/** Writes down a detail of a session and shows what it is now. */
async function change(app: App, call: Call, ref: SessionRef, details: Details): Promise<Answer> {
  const session = await setDetails(app, call, await namedSession(app, call, ref), details);
  const view = await viewFor(app, call, session);
  const text = joinMarkup([call.t('session.noted'), view.text]);
  return { ...view, text, ref: codeOfSession(session) };
}

/** A session on the screen needs an address: it is asked for with a button. */
function withLinkButton(message: Answer, session: Session, { t }: Call): Answer {
  return {
    ...message,
    text: joinMarkup([message.text, t('session.link_missing')]),
    buttons: [
      [{ label: toPlain(t('button.link')), line: `/duongdan ${exactCode(session)}` }],
      ...(message.buttons ?? []),
    ],
  };
}
