import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { createInterface } from 'node:readline/promises';
import type { Temporal } from 'temporal-polyfill';
import type { Account, Incoming, IncomingMessage } from '../../chat/incoming.ts';
import type { Button, Message, OutgoingFile } from '../../chat/message.ts';
import { bytesOf, type ReadBlob } from '../../chat/outgoing-files.ts';
import { type Platform, PlatformError, type Post, type Receive, type Standing } from '../../chat/platform.ts';
import { formatMoment } from '../../texts/format.ts';
import { toPlain } from '../../texts/markup.ts';
import type { Translator } from '../../texts/translator.ts';
import { layOut } from './layout.ts';
import { readScriptLine, type ScriptLine } from './script.ts';

/** What the terminal chat needs of the bot beyond the port. */
export type Controls = {
  now(): Temporal.ZonedDateTime;
  /** Moves the clock on, and lets happen what was due on the way. */
  pass(length: Temporal.Duration): Promise<void>;
  /** Empties the database; false when it holds more than a trial. */
  startAfresh(): Promise<boolean>;
  /** Resolves when every line so far has been answered. */
  settle(): Promise<void>;
  newId(): string;
};

type Streams = {
  input: NodeJS.ReadableStream;
  output: { write(text: string): void };
  /** A person sits in front of it: what they type is on the screen already. */
  interactive: boolean;
  /** Where files that the bot sends are put; `data` where nothing is said. */
  folder?: string;
};

const CHANNEL = { id: 'terminal', kind: 'group', title: 'Terminal' } as const;
const FIRST_SPEAKER = 'an';
const STANDINGS: Record<string, Standing> = { quantri: 'administrator', tonghop: 'coordinator' };

/** A group chat in the terminal: everything can be tried without an account. */
export class ConsolePlatform implements Platform {
  readonly name = 'console';
  readonly limits = { perSecond: 1e9, perChannelPerSecond: 1e9, perGroupPerMinute: 1e9 };
  readonly largestFile = Number.POSITIVE_INFINITY;
  readonly knowsRepeats = true;
  readonly #streams: Streams;
  readonly #t: Translator;
  readonly #readBlob: ReadBlob;
  #receive: Receive | undefined;
  #speaker = FIRST_SPEAKER;
  #buttons: { messageId: string; buttons: Button[] } = { messageId: '', buttons: [] };
  /** The question that each person was asked last. */
  readonly #asked = new Map<string, string>();
  #posted = 0;
  #shown = 0;

  constructor(streams: Streams, t: Translator, readBlob: ReadBlob) {
    this.#streams = streams;
    this.#t = t;
    this.#readBlob = readBlob;
  }

  start(receive: Receive): Promise<void> {
    this.#receive = receive;
    return Promise.resolve();
  }

  stop(): Promise<void> {
    return Promise.resolve();
  }

  probe(): Promise<void> {
    return Promise.resolve();
  }

  async send({ message, by }: Post): Promise<string[]> {
    const id = String(++this.#posted);
    if (message.asks && by) this.#asked.set(by.id, id);
    await this.#show(message, id, toPlain(this.#t('console.bot')));
    return [id];
  }

  async edit({ message }: Post, messageId: string): Promise<void> {
    if (Number(messageId) > this.#posted) throw new PlatformError('rejected', 'not of this session');
    const heading = `${toPlain(this.#t('console.bot'))} ${toPlain(this.#t('console.changed'))}`;
    await this.#show(message, messageId, heading);
  }

  download(): Promise<Uint8Array> {
    return Promise.reject(new PlatformError('rejected', 'the terminal has no files'));
  }

  standing(_channel: string, account: string): Promise<Standing> {
    return Promise.resolve(STANDINGS[account] ?? 'member');
  }

  publishMenus(): Promise<void> {
    return Promise.resolve();
  }

  /** Reads the script to its end, answering each line before the next is read. */
  async run(controls: Controls): Promise<void> {
    this.#say(toPlain(this.#t('console.welcome')));
    const lines = createInterface({ input: this.#streams.input, crlfDelay: Number.POSITIVE_INFINITY });
    for await (const line of lines) {
      const read = readScriptLine(line, this.#speaker);
      if (!this.#streams.interactive && read.kind !== 'nothing') this.#say(`\n${line.trim()}`);
      await this.#do(read, controls);
    }
  }

  async #do(line: ScriptLine, controls: Controls): Promise<void> {
    switch (line.kind) {
      case 'says':
      case 'presses':
        return this.#speak(line, controls);
      case 'passes':
        if (line.length) await controls.pass(line.length);
        else this.#say(toPlain(this.#t('console.pass_unknown')));
        return line.length ? this.#tellTime(controls) : undefined;
      case 'asks-time':
        return this.#tellTime(controls);
      case 'starts-afresh':
        return this.#say(
          toPlain(this.#t((await controls.startAfresh()) ? 'console.fresh' : 'console.not_fresh')),
        );
      case 'unknown':
        return this.#say(toPlain(this.#t('console.command_unknown')));
      case 'nothing':
    }
  }

  async #speak(line: Extract<ScriptLine, { kind: 'says' | 'presses' }>, controls: Controls): Promise<void> {
    this.#speaker = line.speaker;
    const incoming = this.#incoming(line, controls.newId());
    if (!incoming) return this.#say(toPlain(this.#t('console.no_button', { n: String(lineNumber(line)) })));
    const before = this.#shown;
    await this.#receive?.(incoming);
    await controls.settle();
    if (this.#shown === before) this.#say(toPlain(this.#t('console.talk')));
  }

  #incoming(line: Extract<ScriptLine, { kind: 'says' | 'presses' }>, id: string): Incoming | undefined {
    const common = {
      platform: 'console',
      updateId: id,
      channel: CHANNEL,
      sender: accountOf(line.speaker),
    } as const;
    if (line.kind === 'says') {
      const message = { ...common, kind: 'message', messageId: id, text: line.text, edited: false } as const;
      return { ...message, ...this.#replyIn(line) };
    }
    const button = this.#buttons.buttons[line.number - 1];
    if (!button) return undefined;
    return { ...common, kind: 'press', messageId: this.#buttons.messageId, pressId: id, line: button.line };
  }

  /** Nobody can point at a message here: what is no command, and the next that a person says, replies to their question. */
  #replyIn({ speaker, text }: { speaker: string; text: string }): Pick<IncomingMessage, 'replyTo'> {
    const { id } = accountOf(speaker);
    const messageId = this.#asked.get(id);
    if (messageId === undefined || /^\s*[/／]/u.test(text)) return {};
    this.#asked.delete(id);
    const author = { id: 'bot', name: toPlain(this.#t('console.bot')) };
    return { replyTo: { messageId, author, byBot: true } };
  }

  #tellTime(controls: Controls): void {
    const moment = formatMoment(controls.now(), this.#t.language);
    this.#say(toPlain(this.#t('console.clock', { moment })));
  }

  async #show(message: Message, messageId: string, heading: string): Promise<void> {
    this.#shown += 1;
    const buttons = message.buttons?.flat() ?? [];
    if (buttons.length > 0) this.#buttons = { messageId, buttons };
    this.#say(layOut(message, heading, { coloured: this.#streams.interactive }));
    for (const file of message.files ?? [])
      this.#say(`${toPlain(this.#t('console.file'))} ${await this.#put(file)}`);
  }

  /** Writes a file that the bot sends to disk; gives where it is. */
  async #put(file: OutgoingFile): Promise<string> {
    const { folder = 'data' } = this.#streams;
    const path = join(folder, file.name.replace(/[^\p{L}\p{M}\d ._-]/gu, '_').replace(/^\.+/, '_'));
    await mkdir(folder, { recursive: true });
    await writeFile(path, await bytesOf(file, this.#readBlob));
    return path;
  }

  #say(text: string): void {
    this.#streams.output.write(`${text}\n`);
  }
}

function lineNumber(line: ScriptLine): number {
  return line.kind === 'presses' ? line.number : 0;
}

function accountOf(speaker: string): Account {
  return {
    id: speaker.normalize('NFC').toLowerCase(),
    name: speaker.charAt(0).toUpperCase() + speaker.slice(1),
  };
}
