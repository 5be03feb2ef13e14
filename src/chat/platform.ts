import type { Temporal } from 'temporal-polyfill';
import type { Language } from '../core/languages.ts';
import type { Assist } from './assist.ts';
import type { Account, Channel, Incoming, PlatformName } from './incoming.ts';
import type { Message } from './message.ts';

/** Where a message goes: the platform's own ids, and what the channel is, where that is known. */
export type Target = { channel: string; thread?: string | undefined; kind?: Channel['kind'] | undefined };

export type Post = {
  target: Target;
  message: Message;
  /** The message and the person that this answers; a question is shown to that person only. */
  answers?: { messageId: string; account?: Account | undefined } | undefined;
  /** The press that this answers, so that a private answer can be a note on the button. */
  pressId?: string | undefined;
  /** Who wrote or pressed what this answers. */
  by?: Account | undefined;
  /** The same for every attempt at the same post; a platform that can drops the second one. */
  key: string;
  /** Since when an earlier attempt may have been posted, in any of these wordings; a platform that can looks there first. */
  doubtfulSince?: Temporal.Instant | undefined;
  alternatives?: readonly Message[];
};

export type PlatformErrorKind =
  /** Not sent: try again after `retryAfter` seconds. */
  | 'rate-limited'
  /** Not sent: no connection came to stand, or what answered did not accept it or is not the platform. */
  | 'unavailable'
  /** Perhaps sent: the request went out, wholly or in part, and no whole answer came back. */
  | 'unknown'
  /** Not sent, and this channel will take nothing more: removed, blocked, deleted. */
  | 'gone'
  /** Not sent, and the same message never will be. */
  | 'rejected';

/** The only error that a platform throws. Its message carries no secret. */
export class PlatformError extends Error {
  readonly kind: PlatformErrorKind;
  /** Seconds. */
  readonly retryAfter: number | undefined;
  /** The id under which the channel goes on, where the platform said so. */
  readonly movedTo: string | undefined;
  /** It is the thread that takes nothing, not the channel. */
  readonly threadGone: boolean;
  /** It is `gone` only for want of rights: it takes messages again when somebody gives them back. */
  readonly forNow: boolean;

  constructor(
    kind: PlatformErrorKind,
    message: string,
    more: {
      retryAfter?: number | undefined;
      movedTo?: string | undefined;
      threadGone?: boolean | undefined;
      forNow?: boolean;
    } = {},
  ) {
    super(message);
    this.name = 'PlatformError';
    this.kind = kind;
    this.retryAfter = more.retryAfter;
    this.movedTo = more.movedTo;
    this.threadGone = more.threadGone ?? false;
    this.forNow = more.forNow ?? false;
  }
}

/** What an account is in a channel, as the platform itself sees it. */
export type Standing = 'administrator' | 'coordinator' | 'member' | 'stranger';

/** The most messages that the platform publishes it will take. */
export type SendingLimits = {
  perSecond: number;
  perChannelPerSecond: number;
  perGroupPerMinute: number;
  /** What answers an event counts for none of them. */
  answersAreFree?: boolean;
};

/** A command as a platform's menu lists it. */
export type MenuCommand = { name: string; description: string };
export type Menu = { language: Language; everyone: MenuCommand[]; administrators: MenuCommand[] };

/** Takes an event in. It resolves when the event is on disk, and never waits for the answer. */
export type Receive = (incoming: Incoming) => Promise<void>;

/** THE PORT: all that the bot needs of a chat platform. Every method throws PlatformError only. */
export type Platform = {
  readonly name: PlatformName;
  readonly limits: SendingLimits;
  /** How large a file may be to be sent, in bytes. */
  readonly largestFile: number;
  /** Posting the same again is safe: it drops what it has, or looks for it first. */
  readonly knowsRepeats: boolean;
  /** Begins to take events in, and on platforms that have forms to help people while they type; resolves once the platform is reached, or has been given up. */
  start(receive: Receive, assist?: Assist): Promise<void>;
  /** Resolves when the platform, once reached, takes the bot no more; left out where that does not happen. */
  readonly shutOut?: Promise<void>;
  /** Takes in nothing more and lets go of the platform. */
  stop(): Promise<void>;
  /** Asks for a sign of life, without any effect: resolves when the platform answers for the bot. */
  probe(): Promise<void>;
  /** Posts a message, in several parts where it is too long; gives the ids of the parts. */
  send(post: Post): Promise<string[]>;
  /** A press was acted on: its button rests at once, whenever the answer may go. Left out where no button waits for that. */
  acknowledge?(pressId: string, answer: Post | undefined): void;
  /** Puts a message in the place of one already posted. */
  edit(post: Post, messageId: string): Promise<void>;
  /** Fetches a file that somebody sent; one that is larger, or no longer there, is `rejected`. */
  download(fileId: string, maxBytes: number): Promise<Uint8Array>;
  /** What an account is in a channel. */
  standing(channel: string, account: string): Promise<Standing>;
  /** Shows the commands in the platform's menu. */
  publishMenus(menus: readonly Menu[]): Promise<void>;
};
