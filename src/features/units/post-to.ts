import type { Temporal } from 'temporal-polyfill';
import type { App } from '../../app.ts';
import { enqueue } from '../../delivery/outbox.ts';
import type { OutboxEntry } from '../../delivery/outbox-entry.ts';
import type { KnownChannel } from './channels.ts';

type Entry = Omit<OutboxEntry, 'platform' | 'target' | 'dueAt'> & { dueAt?: Temporal.Instant };

/** Puts what the bot says of its own accord into the outbox of a channel; without `dueAt` it goes out now. */
export function postTo(app: App, { platform, target }: KnownChannel, said: Entry): Promise<void> {
  return enqueue(app.db, { dueAt: app.clock.now(), ...said, platform, target }, app.newId);
}
