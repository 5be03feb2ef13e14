import type { Caller } from './call.ts';
import type { Incoming } from './incoming.ts';

/**
 * What became of something that a person wanted of the bot: it was `done`, something was `asked` first, it was
 * `refused` in words, or it `failed` by a fault of the bot.
 */
export type Outcome = 'done' | 'asked' | 'refused' | 'failed';

/** Somebody's turn with the bot, as it is to be remembered: nothing in it was typed. */
export type Act = {
  incoming: Pick<Incoming, 'platform' | 'sender'>;
  caller: Caller;
  /** Undefined where none could be made out. */
  command: string | undefined;
  outcome: Outcome;
  /** The code of what was made or changed, or the reference of the failure. */
  ref: string | undefined;
};
