import type { Message, OutgoingFile } from '../../chat/message.ts';
import { bytesOf, type ReadBlob } from '../../chat/outgoing-files.ts';
import { PlatformError } from '../../chat/platform.ts';
import { toPlain } from '../../texts/markup.ts';
import { fill } from '../../texts/translator.ts';
import type { Upload } from './api.ts';
import type { Asked } from './asked.ts';
import { type CommandNames, withTheirNames } from './command-names.ts';
import { toComponents } from './components.ts';
import type { Embed, Part } from './interaction-api.ts';
import { LONGEST_TEXT, toMarkdownParts } from './render.ts';

/** What one request takes (discord.com/developers/docs/resources/message#create-message). */
const LARGEST_REQUEST = 25 * 1000 * 1000;
const MOST_FILES = 10;
const NO_PREVIEWS = 1 << 2;
/** discord.com/developers/docs/resources/message#embed-object-embed-limits */
const LONGEST_EMBED = 4096;
const COLORS = { receipt: 0x2e7d32, reminder: 0xc62828, summary: 0x1565c0 } as const;
const NO_MENTIONS = { parse: [] };

/** The text in as many parts as it takes, then the files in as many; the buttons go with the last one. */
export async function partsOf(
  { readBlob, names }: { readBlob: ReadBlob; names: CommandNames },
  said: Message,
  asked: Asked | undefined,
  mayEmbed: boolean,
): Promise<Part[]> {
  const message = { ...said, text: withTheirNames(said.text, names) };
  const answer = message.asks ? toPlain(fill(asked?.language ?? 'vi', 'button.answer')) : undefined;
  const components = toComponents(message, answer);
  const picture = message.picture && shownAs(message.picture);
  const attached = [...(picture ? [picture] : []), ...(message.files ?? [])];
  const uploads = await Promise.all(attached.map((file) => toUpload(file, readBlob)));
  const [first = [], ...more] = inRequests(uploads);
  const { calls = [] } = message;
  const color = mayEmbed && message.kind ? COLORS[message.kind] : undefined;
  const texts = textsOf(message, color === undefined ? LONGEST_TEXT : LONGEST_EMBED);
  const parts = [
    ...texts.map((text, index) => ({
      ...(color === undefined
        ? plain(text)
        : setOff(text, color, index === texts.length - 1 ? picture : undefined)),
      files: index === texts.length - 1 ? first : [],
    })),
    ...more.map((files) => ({ ...plain(files.map(({ name }) => name).join(', ')), files })),
  ];
  return parts.map(({ content, embeds, files }, index) => ({
    body: {
      content,
      embeds,
      components: index === parts.length - 1 ? components : [],
      // Discord takes what is set off by a colour for a preview, too.
      flags: embeds.length > 0 ? 0 : NO_PREVIEWS,
      allowed_mentions: calls.length > 0 ? { parse: [], users: calls } : NO_MENTIONS,
    },
    files,
  }));
}

function plain(content: string): { content: string; embeds: Embed[] } {
  return { content, embeds: [] };
}

function setOff(description: string, color: number, picture: OutgoingFile | undefined) {
  const image = picture && { image: { url: `attachment://${picture.name}` } };
  return { content: '', embeds: [{ description, color, ...image }] };
}

/** Discord changes the names of files, and would not find a picture by its own. */
function shownAs(picture: OutgoingFile): OutgoingFile {
  return { ...picture, name: `anh.${picture.mimeType.replace(/^.*\W/, '')}` };
}

async function toUpload(file: OutgoingFile, readBlob: ReadBlob): Promise<Upload> {
  return { name: file.name, contentType: file.mimeType, data: await bytesOf(file, readBlob) };
}

/** In their order, as many at a time as one request takes. */
function inRequests(uploads: readonly Upload[]): Upload[][] {
  const requests: Upload[][] = [];
  let room = 0;
  for (const upload of uploads) {
    const last = requests.at(-1);
    if (last && upload.data.length <= room && last.length < MOST_FILES) last.push(upload);
    else {
      requests.push([upload]);
      room = LARGEST_REQUEST;
    }
    room -= upload.data.length;
  }
  return requests;
}

/** Whoever is called is named first. */
function textsOf({ text, files = [], calls = [] }: Message, longest: number): string[] {
  const called = calls.map((account) => `<@${account}> `).join('');
  const [first, ...more] = toMarkdownParts(text, longest - called.length);
  if (first !== undefined) return [`${called}${first}`, ...more];
  if (files.length === 0) throw new PlatformError('rejected', 'the message has no text');
  return [''];
}
