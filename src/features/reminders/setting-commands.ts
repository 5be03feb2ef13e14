import { z } from 'zod';
import type { App } from '../../app.ts';
import { button } from '../../chat/button.ts';
import { type Call, unitOf } from '../../chat/call.ts';
import { argument, type Command, defineCommand } from '../../chat/command.ts';
import type { Message } from '../../chat/message.ts';
import { fold } from '../../language/fold.ts';
import { formatTime } from '../../texts/format.ts';
import { joinMarkup, type Markup, typed } from '../../texts/markup.ts';
import { readQuietHours } from '../units/read-quiet.ts';
import { type ReminderSettings, settingsOf } from '../units/settings-store.ts';
import { setQuietHours, setWording } from './change-settings.ts';
import { PLACEHOLDER_NAMES, readWording } from './wording.ts';
import { sampleOf } from './wording-sample.ts';

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
    if ('wording' in args) await setWording(app, unitOf(call).id, args.wording);
    return wordingMessage(app, call);
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
    return { text: quietText(await settingsOf(app.db, unitId), call) };
  },
});

export const settingCommands: readonly Command[] = [wording, quiet];

/** The unit's own words, or nothing for the usual ones. @throws UserError */
function readWordingOrUsual(text: string): string | undefined {
  return USUAL.has(fold(text)) ? undefined : readWording(text);
}

async function wordingMessage(app: App, call: Call): Promise<Message> {
  const { t } = call;
  const { wording } = await settingsOf(app.db, unitOf(call).id);
  if (wording === undefined)
    return { text: joinMarkup([t('wording.usual'), t('wording.how', { names: PLACEHOLDER_NAMES })]) };
  const sample = await sampleOf(app, call);
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

function quietText({ quiet }: ReminderSettings, { t }: Call): Markup {
  return quiet.from.equals(quiet.to)
    ? t('quiet.none')
    : t('quiet.now', { from: formatTime(quiet.from, t.language), to: formatTime(quiet.to, t.language) });
}
