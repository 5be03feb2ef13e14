import type { Temporal } from 'temporal-polyfill';
import type { Translator } from '../texts/translator.ts';
import { type Role, RoleRefusal } from './access.ts';
import type { FetchedFile } from './files.ts';
import type { Incoming, SentFile } from './incoming.ts';

export type Unit = { id: string; name: string; timeZone: string };

/** Who sent an event, and what they are in the unit that it concerns. */
export type Caller = {
  personId: string;
  name: string;
  /** Our id of the channel they speak in. */
  channelId: string;
  /** The unit of the channel; in a private chat the one they last acted in. */
  unit: Unit | undefined;
  role: Role;
  /** In a private chat: the other units that a platform says they are in. */
  otherUnits?: readonly Unit[];
  /** The platform could not say what they are there: they may be more than that. */
  isUnsure?: boolean;
};

/** One command on its way: who, where, when and in which language. */
export type Call = {
  incoming: Incoming;
  caller: Caller;
  /** Now, on the wall clock of the unit. */
  now: Temporal.ZonedDateTime;
  t: Translator;
  /** The person's own message that the command came in, or the last of its answers that was written. */
  messageId?: string | undefined;
  /** The files that came with it, or with what it answers, or with an earlier step of the same conversation. */
  attached: readonly SentFile[];
  /** The files that the command demanded, once they have been fetched. */
  fetched?: readonly FetchedFile[];
  /** The platforms were asked about the other units that the command wanted to know of. */
  isAskedAbout?: true;
};

/** @throws RoleRefusal telling how to link the channel, when no unit is known */
export function unitOf(call: Call): Unit {
  if (call.caller.unit) return call.caller.unit;
  throw new RoleRefusal(
    call.incoming.channel.kind === 'private' ? 'unit.unknown_in_private' : 'unit.not_linked',
  );
}
