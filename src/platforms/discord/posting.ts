import { createHash } from 'node:crypto';
import { z } from 'zod';
import type { Message } from '../../chat/message.ts';
import type { ReadBlob } from '../../chat/outgoing-files.ts';
import { PlatformError, type Post, type Target } from '../../chat/platform.ts';
import type { Clock } from '../../core/clock.ts';
import { type Answering, Over } from './answering.ts';
import type { Api } from './api.ts';
import type { Asked, AskedInteractions } from './asked.ts';
import type { CommandNames } from './command-names.ts';
import { type Doubts, interactionOf, type Parts } from './doubts.ts';
import { PRIVATE } from './interaction.ts';
import type { Part } from './interaction-api.ts';
import { partsOf } from './parts.ts';
import type { Places } from './places.ts';

/** Five messages in five seconds into the same channel. */
const BETWEEN_PARTS = 1_000;
const MOST_REMEMBERED = 1_000;

const postedSchema = z.object({ id: z.string() });

type Deps = {
  api: Api;
  clock: Clock;
  asked: AskedInteractions;
  answering: Answering;
  places: Places;
  readBlob: ReadBlob;
  doubts: Doubts;
  names: CommandNames;
  /** Whether what is set off by a colour is shown where a post goes. */
  mayEmbed(target: Target): boolean;
};

/** Sends posts; one in several parts goes on where it broke off when the same `key` is tried again. */
export function createSend(deps: Deps) {
  const unfinished = new Map<string, Parts>();

  const remember = (key: string, parts: Parts): void => {
    unfinished.set(key, parts);
    const oldest = unfinished.keys().next();
    if (unfinished.size > MOST_REMEMBERED && !oldest.done) unfinished.delete(oldest.value);
  };

  const begin = async (post: Post): Promise<Parts> => {
    const known = unfinished.get(post.key);
    const asked = deps.asked.find(interactionOf(post));
    const make = async (message: Message): Promise<Parts> => ({
      parts: await partsOf(deps, message, asked, deps.mayEmbed(post.target)),
      posted: [],
    });
    if (!deps.doubts.concern(post) || tellsItself(wayOf(post, deps.asked), post))
      return known ?? make(post.message);
    const wordings = [post.message, ...(post.alternatives ?? [])];
    return deps.doubts.settle(
      post,
      elsewhere(post, asked).target,
      known ? [known] : await Promise.all(wordings.map(make)),
    );
  };

  const send = async (post: Post): Promise<string[]> => {
    const { parts, posted } = await begin(post);
    for (const [index, part] of parts.entries()) {
      if (index < posted.length) continue;
      if (index > 0) {
        remember(post.key, { parts, posted });
        await deps.clock.sleep(BETWEEN_PARTS);
      }
      posted.push(await sendPart(deps, post, part, index));
    }
    unfinished.delete(post.key);
    return posted;
  };

  // What can no longer be said to the interaction is said in the channel.
  return (post: Post): Promise<string[]> =>
    send(post).catch((error: unknown) => {
      if (error instanceof Over) return send(post);
      throw error;
    });
}

/** @throws Over when the interaction that it was to go through is */
async function sendPart(deps: Deps, post: Post, { body, files }: Part, part: number): Promise<string> {
  const way = wayOf(post, deps.asked);
  if (!way)
    return sendToChannel(deps, elsewhere(post, deps.asked.find(interactionOf(post))), { body, files }, part);
  const flags = isPrivate(post.message) ? body.flags | PRIVATE : body.flags;
  const id = await deps.answering.say(way, { body: { ...body, flags }, files });
  way.answeredBy ??= post.key;
  return id;
}

/** The interaction through which a post goes: its first answer, and whatever is for the person alone. */
function wayOf(post: Post, interactions: AskedInteractions): Asked | undefined {
  const asked = interactions.find(interactionOf(post));
  if (!asked || asked.state === 'over') return undefined;
  const isFirst = asked.answeredBy === undefined || asked.answeredBy === post.key;
  return isFirst || isPrivate(post.message) ? asked : undefined;
}

/** An interaction knows what its first answer is; what only one person sees is in no channel. */
function tellsItself(way: Asked | undefined, { message }: Post): boolean {
  return way !== undefined && (way.state !== 'resting' || isPrivate(message));
}

/** A question is for the person who is asked; so is what is said to them privately. */
function isPrivate({ privately, asks, aside }: Message): boolean {
  return Boolean(privately) || Boolean(asks) || Boolean(aside);
}

function sendToChannel(deps: Deps, post: Post, { body, files }: Part, part: number): Promise<string> {
  const nonce = nonceOf(post.key, part);
  return deps.places.at(post.target, async (channel) => {
    // As long as Discord knows the nonce, a repeat gives the message that is there already.
    const request = { body: { ...body, nonce, enforce_nonce: true }, files };
    const { data } = postedSchema.safeParse(
      await deps.api.call('POST', `/channels/${channel}/messages`, request),
    );
    if (!data) throw new PlatformError('unknown', 'POST …/messages: the answer names no message');
    return data.id;
  });
}

/** The same for every attempt at the same part of the same post: Discord takes it once. At most 25 characters. */
function nonceOf(key: string, part: number): string {
  return createHash('sha256').update(`${part} ${key}`).digest('base64url').slice(0, 24);
}

/** What only one person may see goes to them alone when their interaction is over. */
function elsewhere(post: Post, asked: Asked | undefined): Post {
  const account = asked?.account ?? post.by?.id;
  return post.message.privately && !post.message.asks && account !== undefined
    ? { ...post, target: { channel: account, kind: 'private' } }
    : post;
}

export function createEdit(deps: Deps) {
  return async (post: Post, messageId: string): Promise<void> => {
    const { api, answering, places } = deps;
    const asked = deps.asked.find(interactionOf(post));
    // A message that one person sees keeps what it was made with.
    const mayEmbed = deps.mayEmbed(post.target) && !(asked?.messageId === messageId && asked.isAlone);
    const { picture, ...words } = post.message;
    const message = mayEmbed && picture ? { ...words, picture } : words;
    const [made, ...more] = await partsOf(deps, message, asked, mayEmbed);
    if (!made || more.length > 0 || message.files?.length)
      throw new PlatformError('rejected', 'the message is too long to take the place of one, or has files');
    const part = withTheseFiles(made);
    // What was said to one person alone can be changed through their interaction only.
    if (await editByPress(deps, asked, messageId, part)) return;
    await places.at(post.target, (channel) =>
      api.call('PATCH', `/channels/${channel}/messages/${messageId}`, part),
    );
    if (asked && asked.state !== 'over') await acknowledge(answering, asked, part);
  };
}

/** A picture that a changed message no longer has is taken off it. */
function withTheseFiles({ body, files }: Part): Part {
  return {
    body: { ...body, attachments: files.map(({ name }, n) => ({ id: String(n), filename: name })) },
    files,
  };
}

/** Through the interaction of the press under the message itself; false when that is not to be had. */
async function editByPress({ answering }: Deps, asked: Asked | undefined, messageId: string, part: Part) {
  if (!asked || asked.state === 'over' || asked.messageId !== messageId) return false;
  try {
    await answering.replace(asked, part);
    return true;
  } catch (error) {
    if (!(error instanceof Over)) throw error;
    return false;
  }
}

/** The change is to be seen where the message stands; who asked for it by typing gets it shown, alone, as well. */
async function acknowledge(answering: Answering, asked: Asked, changed: Part): Promise<void> {
  if (asked.messageId !== undefined && asked.state === 'open') return answering.rest(asked);
  if (asked.state === 'resting') return;
  const { attachments: _, ...body } = changed.body;
  const embeds = body.embeds.map(({ description, color }) => ({ description, color }));
  const part = { body: { ...body, embeds, components: [], flags: body.flags | PRIVATE }, files: [] };
  await answering.say(asked, part).catch((error: unknown) => {
    if (!(error instanceof Over) && !(error instanceof PlatformError)) throw error;
  });
}
