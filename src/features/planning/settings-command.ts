import type { Temporal } from 'temporal-polyfill';
import { z } from 'zod';
import type { App } from '../../app.ts';
import { button } from '../../chat/button.ts';
import { type Call, type Unit, unitOf } from '../../chat/call.ts';
import { type Answer, argument, defineCommand } from '../../chat/command.ts';
import type { Message } from '../../chat/message.ts';
import { formatMoment, formatTime } from '../../texts/format.ts';
import { joinMarkup } from '../../texts/markup.ts';
import { UserError } from '../../texts/user-error.ts';
import { setQuietHours } from '../reminders/change-settings.ts';
import { setLanguage } from '../units/channels.ts';
import { readLanguage } from '../units/read-language.ts';
import { readQuietHours } from '../units/read-quiet.ts';
import { saveSettings, settingsOf } from '../units/settings-store.ts';
import { changeZone, inOtherZone } from './change-zone.ts';
import { readSetting, readSettingLine, readUsual, readZone, SETTINGS } from './read-settings.ts';

export const settingsCommand = defineCommand({
  name: 'caidat',
  accented: 'cài-đặt',
  aliases: ['settings'],
  summary: 'settings.summary',
  example: 'settings.example',
  access: 'administrator',
  arguments: () =>
    z.object({
      zone: argument(readZone).optional(),
      quiet: argument(readQuietHours).optional(),
      language: argument(readLanguage).optional(),
      usual: argument(readUsual).optional(),
      ask: argument(readSetting).optional(),
    }),
  read: readSettingLine,
  run: async (app, call, { zone, quiet, language, usual, ask }) => {
    const unit = unitOf(call);
    if (zone) return setZone(app, call, unit, zone);
    if (language) return setLanguage(app, call.caller.channelId, language);
    if (quiet) await setQuietHours(app, unit.id, quiet);
    else if (usual) await setUsual(app, unit.id, usual.time);
    else if (ask)
      throw new UserError(`settings.ask_${ask}`).about(
        ask,
        ask === 'language' ? ['Tiếng Việt', 'English'] : [],
      );
    return settingsMessage(app, call, unit);
  },
});

async function setUsual(app: App, unitId: string, usual: Temporal.PlainTime | undefined): Promise<void> {
  await saveSettings(app.db, unitId, { ...(await settingsOf(app.db, unitId)), usual });
}

/** Shows the sessions to come before and after, and changes the zone once that is confirmed. */
async function setZone(
  app: App,
  { t }: Call,
  unit: Unit,
  { zone, confirmed }: { zone: string; confirmed: boolean },
): Promise<Answer> {
  if (zone === unit.timeZone) throw new UserError('settings.same_zone', { zone });
  const coming = await inOtherZone(app, unit.id, zone);
  if (confirmed) await changeZone(app, unit, zone);
  const lines = coming.map(({ title, before, after }) =>
    t('settings.zone_line', {
      title,
      moment: formatMoment(after, t.language),
      before: formatMoment(after.withTimeZone(before.timeZoneId), t.language),
    }),
  );
  const words = { before: unit.timeZone, zone };
  const text = joinMarkup([t(confirmed ? 'settings.zone_set' : 'settings.zone_question', words), ...lines]);
  const confirm = button(t, 'button.set_zone', `/caidat múi giờ ${zone} xacnhan`);
  return confirmed ? { text, inPlace: true } : { text, buttons: [[confirm]] };
}

async function settingsMessage(app: App, { t }: Call, unit: Unit): Promise<Message> {
  const { quiet, usual } = await settingsOf(app.db, unit.id);
  const hours = { from: formatTime(quiet.from, t.language), to: formatTime(quiet.to, t.language) };
  const text = joinMarkup([
    t('settings.heading', { unit: unit.name }),
    t('settings.zone', { zone: unit.timeZone }),
    quiet.from.equals(quiet.to) ? t('settings.no_quiet') : t('settings.quiet', hours),
    t('settings.language'),
    usual ? t('settings.usual', { time: formatTime(usual, t.language) }) : t('settings.no_usual'),
    t('settings.how'),
  ]);
  return { text, buttons: SETTINGS.map((name) => [button(t, `button.set_${name}_setting`, LINES[name])]) };
}

const LINES = {
  zone: '/caidat múi giờ',
  quiet: '/caidat giờ yên lặng',
  language: '/caidat ngôn ngữ',
  usual: '/caidat giờ họp',
} as const;
