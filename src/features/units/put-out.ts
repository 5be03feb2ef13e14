import type { App } from '../../app.ts';
import { button } from '../../chat/button.ts';
import { type Call, type Unit, unitOf } from '../../chat/call.ts';
import type { Message } from '../../chat/message.ts';
import { LANES } from '../../delivery/pace.ts';
import { fold } from '../../language/fold.ts';
import { translator } from '../../texts/translator.ts';
import { UserError } from '../../texts/user-error.ts';
import { channelWithId } from './channels.ts';
import { setRole } from './grant-role.ts';
import { accountsOfPerson, rolesOfUnit } from './member-store.ts';
import { postTo } from './post-to.ts';
import { tellOfChange } from './tell-administrators.ts';
import { linkedChannels, updateChannel } from './unit-store.ts';

type LinkedChannel = Awaited<ReturnType<typeof linkedChannels>>[number];
type HolderOfRole = Awaited<ReturnType<typeof rolesOfUnit>>[number];

/** What is to be put out, by its id or its name, and whether that was asked about and is meant. */
export type PuttingOut = { which: string; confirmed: boolean };

/** Puts a channel or a person out of the unit; asks first. @throws UserError when neither can be meant */
export async function putOut(app: App, call: Call, { which, confirmed }: PuttingOut): Promise<Message> {
  const unit = unitOf(call);
  const channels = await linkedChannels(app.db, unit.id);
  const roles = await rolesOfUnit(app.db, unit.id);
  const channel = theOne(channels, which, ({ id, title }) => [id, title]);
  const person = theOne(roles, which, ({ personId, name }) => [personId, name]);
  if (channel && person) throw new UserError('unit.press_instead', { which });
  if (channel) return putOutChannel(app, call, unit, channel, channels, confirmed);
  if (person) return putOutPerson(app, call, unit, person, confirmed);
  throw new UserError('unit.not_in_list', { which: call.incoming.kind === 'press' ? '' : which });
}

/** @throws UserError when several go by that name */
function theOne<Item>(
  items: readonly Item[],
  which: string,
  namesOf: (item: Item) => string[],
): Item | undefined {
  const [found, another] = items.filter((item) => namesOf(item).some((name) => fold(name) === fold(which)));
  if (another) throw new UserError('unit.press_instead', { which });
  return found;
}

async function putOutChannel(
  app: App,
  call: Call,
  unit: Unit,
  { id, title, platform }: LinkedChannel,
  channels: readonly LinkedChannel[],
  confirmed: boolean,
): Promise<Message> {
  const { t, caller } = call;
  // Without a channel nobody is in the unit any more, so that nobody could administer it.
  if (!channels.some((other) => other.id !== id && other.state === 'open'))
    throw new UserError('unit.last_channel', { channel: title, unit: unit.name });
  const words = { channel: title, platform: app.titleOf(platform), unit: unit.name };
  if (!confirmed) return asking(call, id, t('unit.put_channel_out?', words));
  await updateChannel(app.db, id, { unit_id: null, linked_by: null, linked_at: null, former_unit_id: null });
  const key = `put-out:${call.incoming.platform}:${call.incoming.updateId}`;
  await tellOfChange(
    app,
    unit.id,
    key,
    (t) => t('unit.channel_out_told', { ...words, by: caller.name }),
    caller,
  );
  await tellTheChannel(app, call, id, unit);
  return { text: t('unit.channel_out', words), inPlace: true, privately: true };
}

/** The channel itself reads that it is none of the unit's any more. */
async function tellTheChannel(app: App, call: Call, id: string, unit: Unit): Promise<void> {
  const channel = await channelWithId(app, id);
  if (!channel?.open || id === call.caller.channelId) return;
  await postTo(app, channel, {
    key: `put-out:${id}:${call.incoming.updateId}`,
    message: { text: translator(channel.language)('unit.you_are_out', { unit: unit.name }) },
    lane: LANES.due,
  });
}

async function putOutPerson(
  app: App,
  call: Call,
  unit: Unit,
  { personId, name, role }: HolderOfRole,
  confirmed: boolean,
): Promise<Message> {
  const { t } = call;
  const [account] = await accountsOfPerson(app.db, personId);
  const person = { personId, name, username: account?.username ?? null };
  if (!confirmed)
    return asking(
      call,
      personId,
      t('unit.put_person_out?', { name, role: t(`role.${role}`), unit: unit.name }),
    );
  await setRole(app, call, person, 'member');
  return { text: t('grant.taken_away', { name, unit: unit.name }), inPlace: true, privately: true };
}

function asking({ t }: Call, id: string, text: Message['text']): Message {
  const yes = button(t, 'button.put_out', `/donvi bo ${id} xacnhan`);
  return { text, buttons: [[yes, button(t, 'button.back', '/donvi')]], inPlace: true, privately: true };
}
