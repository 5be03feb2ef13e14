import type { Temporal } from 'temporal-polyfill';
import type { App } from '../app.ts';
import type { Command } from '../chat/command.ts';

/** Something that the bot sees to of its own accord. */
export type Job = {
  name: string;
  run(app: App): Promise<void>;
  /** It is done when it has been run once since the program started. */
  once?: true;
  /**
   * When it is next needed, undefined for not at all. Told by the database, so that a tick runs only what is due; a
   * job that cannot tell runs on every tick.
   */
  next?(app: App): Promise<Temporal.Instant | undefined>;
};

/** What a feature brings to the bot. Both are listed in the order in which they are shown and run. */
export type Feature = {
  commands?: readonly Command[];
  jobs?: readonly Job[];
};
