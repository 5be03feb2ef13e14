import { z } from 'zod';
import type { App } from '../../app.ts';
import { button } from '../../chat/button.ts';
import { unitOf } from '../../chat/call.ts';
import { argument, type Command, defineCommand } from '../../chat/command.ts';
import type { Message } from '../../chat/message.ts';
import { fold } from '../../language/fold.ts';
import { formatTime } from '../../texts/format.ts';
import { joinMarkup, type Markup, typed } from '../../texts/markup.ts';
import type { Translator } from '../../texts/translator.ts';
import { comingSessions } from '../sessions/coming-sessions.ts';
import { readQuietHours } from '../units/read-quiet.ts';
import { type ReminderSettings, settingsOf } from '../units/settings-store.ts';
import { setQuietHours, setWording } from './change-settings.ts';
import { remindersOfSession } from './reminder-message.ts';
import { PLACEHOLDER_NAMES, readWording } from './wording.ts';

const USUAL = new Set(['mac dinh', 'mau chung', 'nhu cu', 'bo', 'xoa', 'default']);

const wording = defineCommand({
  name: 'loinhac',
  accented: 'lời-nhắc',
  aliases: ['wording'],
  summary: 'wording.summary',
  example: 'wording.example',
  access: 'administrator',
  arguments: () => z.object({ wording: argument(readWordingOrUsual).optional() }),
  run: async (app, call, args) => {
    const unitId = unitOf(call).id;
    if ('wording' in args) await setWording(app, unitId, args.wording);
    return wordingMessage(app, unitId, call.t);
  },
});

const quiet = defineCommand({
  name: 'gioyenlang',
  accented: 'giờ-yên-lặng',
  aliases: ['quiethours'],
  summary: 'quiet.summary',
  example: 'quiet.example',
  access: 'administrator',
  arguments: () => z.object({ hours: argument(readQuietHours).optional() }),
  run: async (app, call, { hours }) => {
    const unitId = unitOf(call).id;
    if (hours) await setQuietHours(app, unitId, hours);
    return { text: quietText(await settingsOf(app.db, unitId), call.t) };
  },
});

export const settingCommands: readonly Command[] = [wording, quiet];

/** The unit's own words, or nothing for the usual ones. @throws UserError */
function readWordingOrUsual(text: string): string | undefined {
  return USUAL.has(fold(text)) ? undefined : readWording(text);
}

async function wordingMessage(app: App, unitId: string, t: Translator): Promise<Message> {
  const { wording } = await settingsOf(app.db, unitId);
  if (wording === undefined)
    return { text: joinMarkup([t('wording.usual'), t('wording.how', { names: PLACEHOLDER_NAMES })]) };
  const sample = await sampleOf(app, unitId, t);
  return {
    text: joinMarkup([
      t('wording.own'),
      typed(wording),
      t('wording.sample'),
      ...(sample ? [sample] : []),
      t('wording.how', { names: PLACEHOLDER_NAMES }),
    ]),
    buttons: [[button(t, 'button.usual_wording', '/loinhac mac dinh')]],
  };
}

/** How the next session of the unit would be announced. */
async function sampleOf(app: App, unitId: string, t: Translator): Promise<Markup | undefined> {
  const coming = await comingSessions(app, unitId, app.clock.now(), 1);
  const session = coming.at(-1)?.session;
  if (!session) return undefined;
  return (await remindersOfSession(app, session))({ kind: 'changed' }, t).text;
}

function quietText({ quiet }: ReminderSettings, t: Translator): Markup {
  return quiet.from.equals(quiet.to)
    ? t('quiet.none')
    : t('quiet.now', { from: formatTime(quiet.from, t.language), to: formatTime(quiet.to, t.language) });
}
