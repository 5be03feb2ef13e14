import type { App } from '../app.ts';
import type { Clock } from '../core/clock.ts';
import type { Count } from '../core/counters.ts';
import type { NewId } from '../core/ids.ts';
import type { Language } from '../core/languages.ts';
import type { Log } from '../core/log.ts';
import type { Act, Outcome } from './act.ts';
import type { Caller } from './call.ts';
import type { Command } from './command.ts';
import type { Asked, Dialog } from './dialog.ts';
import type { Fetching } from './files.ts';
import type { Incoming, PlatformName } from './incoming.ts';
import type { Message } from './message.ts';
import type { Room } from './outgoing-files.ts';

export type Who = { caller: Caller; language: Language };

/** What the dispatcher needs of the rest of the bot; `App` is what commands work with, bound to a transaction. */
export type Desk = {
  commands: readonly Command[];
  clock: Clock;
  log: Log;
  newId: NewId;
  count: Count;
  defaultTimeZone: string;
  defaultLanguage: Language;
  /** Who sent an event. May ask the platform, so it runs outside the transaction. */
  whoIs(incoming: Incoming): Promise<Who>;
  /** The event in the name of whom it is to be taken for. May ask the platform. @throws StandingUnknown */
  inWhoseName(incoming: Incoming): Promise<Incoming>;
  /** Asks the platforms what somebody is in other units, and notes it; so it runs outside the transaction. */
  askAbout(personId: string, units: readonly string[]): Promise<void>;
  /** What a platform is called. */
  titleOf(platform: PlatformName): string;
  dialogs: {
    /** What the sender was asked there and has not answered yet. */
    asked(app: App, incoming: Incoming): Promise<readonly Asked[]>;
    /** Asks something, in the place of what they were asked last; gives the id of the question. */
    save(app: App, incoming: Incoming, dialog: Dialog, before: Asked | undefined): Promise<string>;
    /** What they were asked last waits no more. */
    stop(app: App, incoming: Incoming): Promise<void>;
    close(app: App, id: string): Promise<void>;
  };
  /** Asks the platform and the disk, so it runs outside the transaction. */
  files: Fetching;
  /** Which files can be sent on a platform. */
  room(platform: PlatformName): Room;
  /** Joining, leaving and moving channels. */
  onMembership(app: App, incoming: Incoming): Promise<Message | undefined>;
  /** Writes an act down, in its own transaction. */
  record(app: App, act: Act): Promise<void>;
};

/** How an event ends: what became of it, and what is said. */
export type Ending = { outcome: Outcome; ref?: string | undefined; message: Message | undefined };
