import type { App } from '../../app.ts';
import { button } from '../../chat/button.ts';
import { type Call, type Unit, unitOf } from '../../chat/call.ts';
import type { Message } from '../../chat/message.ts';
import { fromIso } from '../../core/local-time.ts';
import { formatDay } from '../../texts/format.ts';
import { joinMarkup, type Markup } from '../../texts/markup.ts';
import type { Translator } from '../../texts/translator.ts';
import { answerInPrivate } from './in-private.ts';
import { accountsOfPerson, rolesOfUnit } from './member-store.ts';
import { nameAndUsername } from './name-of.ts';
import { accountsOfPlatformAdministrators } from './standing-store.ts';
import { foundingOf, linkedChannels } from './unit-store.ts';

const MOST_LISTED = 20;

type Belonging = {
  founding: { by: string; at: string };
  channels: Awaited<ReturnType<typeof linkedChannels>>;
  roles: (Awaited<ReturnType<typeof rolesOfUnit>>[number] & { shown: string })[];
  /** Those whom the platforms themselves call administrators of one of the channels. */
  others: string[];
};

/** The channels of a unit and who has a role in it, by whom and since when, each with a button that puts it out. */
export async function showUnit(app: App, call: Call): Promise<Message> {
  const unit = unitOf(call);
  const belonging = await whatBelongs(app, unit);
  const inGroup = { key: 'unit:', sent: call.t('unit.list_sent'), how: call.t('unit.list_in_private') };
  return answerInPrivate(app, call, inGroup, (t) => unitMessage(app, unit, belonging, t));
}

async function whatBelongs(app: App, unit: Unit): Promise<Belonging> {
  const holders = await rolesOfUnit(app.db, unit.id);
  const roles = [];
  for (const holder of holders) {
    const usernames = (await accountsOfPerson(app.db, holder.personId)).flatMap(
      ({ username }) => username ?? [],
    );
    roles.push({ ...holder, shown: nameAndUsername({ name: holder.name, username: usernames[0] ?? null }) });
  }
  const held = new Set(holders.map(({ personId }) => personId));
  const others = (await accountsOfPlatformAdministrators(app.db, unit.id)).filter(
    ({ personId }) => !held.has(personId),
  );
  return {
    founding: await foundingOf(app.db, unit.id),
    channels: await linkedChannels(app.db, unit.id),
    roles,
    others: [...new Set(others.map(nameAndUsername))],
  };
}

function unitMessage(
  app: App,
  unit: Unit,
  { founding, channels, roles, others }: Belonging,
  t: Translator,
): Message {
  const day = (iso: string) => formatDay(fromIso(iso).toZonedDateTimeISO(unit.timeZone), t.language);
  const channelLine = (channel: Belonging['channels'][number]): Markup => {
    const { title, platform, by, at, state } = channel;
    const words = { channel: title, platform: app.titleOf(platform) };
    const linked =
      by === null || at === null
        ? t('unit.channel_line_old', words)
        : t('unit.channel_line', { ...words, by, day: day(at) });
    return state === 'open' ? linked : joinMarkup([linked, t('unit.channel_gone')], ' ');
  };
  const [shownChannels, shownRoles] = [channels.slice(0, MOST_LISTED), roles.slice(0, MOST_LISTED)];
  const left = channels.length + roles.length - shownChannels.length - shownRoles.length;
  const text = joinMarkup([
    t('unit.overview', { unit: unit.name, by: founding.by, day: day(founding.at) }),
    t('unit.channels_title'),
    ...shownChannels.map(channelLine),
    t('unit.roles_title'),
    ...shownRoles.map(({ shown, role, by, at }) =>
      t('unit.role_line', { name: shown, role: t(`role.${role}`), by, day: day(at) }),
    ),
    ...(roles.length === 0 ? [t('unit.no_roles')] : []),
    ...(left > 0 ? [t('list.more', { n: left })] : []),
    t('unit.platform_administrators', { names: others.slice(0, MOST_LISTED).join(', ') || '–' }),
  ]);
  const buttons = [
    ...shownChannels.map(({ id, title }) => [
      button(t, 'button.put_channel_out', `/donvi bo ${id}`, { title }),
    ]),
    ...shownRoles.map(({ personId, name }) => [
      button(t, 'button.put_person_out', `/donvi bo ${personId}`, { name }),
    ]),
  ];
  return { text, buttons };
}
