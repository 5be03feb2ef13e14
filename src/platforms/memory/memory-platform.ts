import type { Incoming } from '../../chat/incoming.ts';
import type { Message } from '../../chat/message.ts';
import {
  type Platform,
  PlatformError,
  type PlatformErrorKind,
  type Post,
  type Standing,
} from '../../chat/platform.ts';

export type Posted = {
  id: string;
  channel: string;
  message: Message;
  /** The message that it answers. */
  replyTo: string | undefined;
  /** The account that it answers. */
  to: string | undefined;
  edited: boolean;
};

/** A platform that keeps in memory what the bot says: the same port, with nothing behind it. */
export class MemoryPlatform implements Platform {
  readonly name = 'memory';
  readonly limits = { perSecond: 1e9, perChannelPerSecond: 1e9, perGroupPerMinute: 1e9 };
  /** In bytes; a test may say less. */
  largestFile = Number.POSITIVE_INFINITY;
  readonly knowsRepeats = false;
  /** All that was posted, oldest first. */
  readonly posted: Posted[] = [];
  /** What a person is in a channel, as `channel:account`; a member where nothing is said. */
  readonly standings = new Map<string, Standing>();
  /** The failure of every question what somebody is in a channel, for as long as it is set. */
  standingFailure: PlatformErrorKind | undefined;
  /** The failures of the next sends, in order. */
  readonly failures: PlatformErrorKind[] = [];
  /** The failure of every probe, for as long as it is set. */
  probeFailure: PlatformErrorKind | undefined;
  /** What people sent, by the id of the file. */
  readonly files = new Map<string, Uint8Array>();
  #receive: ((incoming: Incoming) => Promise<void>) | undefined;

  start(receive: (incoming: Incoming) => Promise<void>): Promise<void> {
    this.#receive = receive;
    return Promise.resolve();
  }

  stop(): Promise<void> {
    return Promise.resolve();
  }

  /** Hands an event to the bot, as if somebody had written. */
  async deliver(incoming: Incoming): Promise<void> {
    await this.#receive?.(incoming.kind === 'press' ? this.#shown(incoming) : incoming);
  }

  /** With what stands under the pressed message. */
  #shown(press: Extract<Incoming, { kind: 'press' }>): Incoming {
    const posted = this.posted.find(
      ({ id, channel }) => id === press.messageId && channel === press.channel.id,
    );
    const isThere = posted?.message.buttons?.flat().some(({ line }) => line === press.line);
    return { ...press, button: isThere ? 'there' : 'gone' };
  }

  send({ target, message, answers, by }: Post): Promise<string[]> {
    const failure = this.failures.shift();
    if (failure) return Promise.reject(new PlatformError(failure, `as told: ${failure}`));
    const id = String(this.posted.length + 1);
    const replyTo = answers?.messageId;
    this.posted.push({ id, channel: target.channel, message, replyTo, to: by?.id, edited: false });
    return Promise.resolve([id]);
  }

  edit({ target, message }: Post, messageId: string): Promise<void> {
    const posted = this.posted.find(({ id, channel }) => id === messageId && channel === target.channel);
    if (!posted) return Promise.reject(new PlatformError('rejected', 'there is no such message'));
    Object.assign(posted, { message, edited: true });
    return Promise.resolve();
  }

  download(fileId: string, maxBytes: number): Promise<Uint8Array> {
    const bytes = this.files.get(fileId);
    return bytes && bytes.length <= maxBytes
      ? Promise.resolve(bytes)
      : Promise.reject(new PlatformError('rejected', 'there is no such file, or it is too large'));
  }

  standing(channel: string, account: string): Promise<Standing> {
    const kind = this.standingFailure;
    if (kind) return Promise.reject(new PlatformError(kind, `as told: ${kind}`));
    return Promise.resolve(this.standings.get(`${channel}:${account}`) ?? 'member');
  }

  probe(): Promise<void> {
    const kind = this.probeFailure;
    return kind ? Promise.reject(new PlatformError(kind, `as told: ${kind}`)) : Promise.resolve();
  }

  publishMenus(): Promise<void> {
    return Promise.resolve();
  }
}
