import type { Temporal } from 'temporal-polyfill';
import type { App } from '../../app.ts';
import type { Message } from '../../chat/message.ts';
import { enqueue } from '../../delivery/outbox.ts';
import type { OutboxEntry } from '../../delivery/outbox-entry.ts';
import { joinMarkup } from '../../texts/markup.ts';
import { translator } from '../../texts/translator.ts';
import type { KnownChannel } from './channels.ts';
import { findPerson } from './member-store.ts';
import { unitsOfPerson } from './standing-store.ts';

type Entry = Omit<OutboxEntry, 'platform' | 'target' | 'dueAt'> & { dueAt?: Temporal.Instant };

/**
 * Puts what the bot says of its own accord into the outbox of a channel; without `dueAt` it goes out now. In private,
 * who is in several units is told of which one it is.
 */
export async function postTo(app: App, channel: KnownChannel, said: Entry): Promise<void> {
  const { platform, target } = channel;
  const message = said.onlyTo
    ? await namingUnit(app, channel, said.message, said.onlyTo.unitId)
    : said.message;
  await enqueue(app.db, { dueAt: app.clock.now(), ...said, message, platform, target }, app.newId);
}

async function namingUnit(
  app: App,
  { platform, target, language }: KnownChannel,
  message: Message,
  unitId: string,
): Promise<Message> {
  const person = await findPerson(app.db, platform, target.channel);
  const units = person ? await unitsOfPerson(app.db, person.personId, MOST_UNITS) : [];
  const unit = units.find(({ id }) => id === unitId);
  if (!unit || units.length < 2) return message;
  return {
    ...message,
    text: joinMarkup([message.text, translator(language)('unit.of_message', { unit: unit.name })]),
  };
}

// Of more than these one is not named; nobody is known to be in so many.
const MOST_UNITS = 50;
