import type { App } from '../../app.ts';
import type { Message } from '../../chat/message.ts';
import { LANES } from '../../delivery/pace.ts';
import type { Markup } from '../../texts/markup.ts';
import { type Translator, translator } from '../../texts/translator.ts';
import { channelsOf, type KnownChannel, openPrivateChannel, privateChannel } from './channels.ts';
import { postTo } from './post-to.ts';
import { accountsOfAdministrators } from './unit-store.ts';

/** What went wrong is worth knowing for so long. */
const OF_USE = { hours: 24 * 14 };

/**
 * Tells people who can act: the administrators in private where they have written to the bot, otherwise the unit's
 * other channels, and where there is none, the administrators in a chat that the bot opens; where no unit is known,
 * the owners of the installation. `except` is the channel that cannot be reached. The same key is told once, and
 * tried for as long as it is of use.
 */
export async function tellAdministrators(
  app: App,
  unitId: string | undefined,
  key: string,
  words: (t: Translator) => Markup | Message,
  except?: string,
): Promise<void> {
  const channels = await channelsToTell(app, unitId, except);
  if (channels.length === 0) app.log.error({ unitId, key }, 'no administrator can be reached to be told');
  for (const channel of channels) {
    const said = words(translator(channel.language));
    await postTo(app, channel, {
      key: `${key}:${channel.id}`,
      message: 'markup' in said ? { text: said } : said,
      lane: LANES.due,
      expiresAt: app.clock.now().add(OF_USE),
      insists: true,
    });
  }
}

async function channelsToTell(
  app: App,
  unitId: string | undefined,
  except: string | undefined,
): Promise<KnownChannel[]> {
  const inPrivate = await privateChannels(app, unitId, privateChannel);
  if (inPrivate.length > 0) return inPrivate;
  const groups = (unitId === undefined ? [] : await channelsOf(app, unitId)).filter(
    ({ open, target }) => open && target.channel !== except,
  );
  return groups.length > 0 ? groups : privateChannels(app, unitId, openPrivateChannel);
}

/** Where an administrator of the unit, or an owner of the installation, can be written to in private. */
async function privateChannels(
  app: App,
  unitId: string | undefined,
  find: typeof privateChannel,
): Promise<KnownChannel[]> {
  const owners = app.config.OWNERS.map((owner) => {
    const [platform = '', ...account] = owner.split(':');
    return { platform, account: account.join(':') };
  });
  const administrators = unitId === undefined ? [] : await accountsOfAdministrators(app.db, unitId);
  const found = new Map<string, KnownChannel>();
  for (const { platform, account } of [...administrators, ...owners]) {
    const channel = await find(app, platform, account);
    if (channel) found.set(channel.id, channel);
  }
  return [...found.values()];
}
