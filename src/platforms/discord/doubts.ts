import { z } from 'zod';
import { PlatformError, type Post, type Target } from '../../chat/platform.ts';
import type { Clock } from '../../core/clock.ts';
import type { Api } from './api.ts';
import type { Part } from './interaction-api.ts';
import type { Places } from './places.ts';
import { identify } from './who-am-i.ts';

/** A post in its parts, and the ids of those that are there already. */
export type Parts = { parts: Part[]; posted: string[] };

/** Discord knows a nonce for "the past few minutes"; to look sooner than needed does no harm. */
const NONCE_IS_GOOD_FOR = 2 * 60_000;
const DISCORD_EPOCH = 1_420_070_400_000;
/** Our clock and Discord's may differ. */
const EARLIER = 60_000;
const PAGE = 100;
const MOST_PAGES = 10;

const messagesSchema = z.array(
  z.object({
    id: z.string(),
    content: z.string(),
    embeds: z.array(z.object({ description: z.string().default('') })).default([]),
    author: z.object({ id: z.string() }),
    attachments: z.array(z.unknown()).default([]),
  }),
);
type Messages = z.infer<typeof messagesSchema>;

export type Doubts = ReturnType<typeof createDoubts>;

/** Messages that an earlier attempt may have posted, as seen in the channel itself. */
export function createDoubts({ api, clock, places }: { api: Api; clock: Clock; places: Places }) {
  let me: string | undefined;

  return {
    /** Whether a repeat could be a second message: its nonce is forgotten, or it was an interaction's and had none. */
    concern: (post: Post): boolean => {
      if (post.doubtfulSince === undefined) return false;
      const age = clock.now().epochMilliseconds - post.doubtfulSince.epochMilliseconds;
      return interactionOf(post) !== undefined || age > NONCE_IS_GOOD_FOR;
    },

    /** Looks for a post in the channel, by all its wordings; gives the one to go on with. @throws PlatformError */
    settle: async (post: Post, target: Target, wordings: readonly Parts[]): Promise<Parts> => {
      me ??= await identify(api);
      const said = await places.at(target, (channel) => messagesIn(api, channel, beginOf(post)));
      const mine = said.filter(({ author }) => author.id === me);
      const [first, ...others] = wordings.map(({ parts, posted }) => ({
        parts,
        posted: [...posted, ...found(parts.slice(posted.length), mine)],
      }));
      if (!first) throw new Error('a post has at least one wording');
      return others.reduce((best, other) => (other.posted.length > best.posted.length ? other : best), first);
    },
  };
}

/** The interaction that a post answers. */
export function interactionOf({ pressId, answers }: Post): string | undefined {
  return pressId ?? answers?.messageId;
}

/** The id after which the post can stand: one made from the time, or that of the interaction, if it is later. */
function beginOf(post: Post): bigint {
  const since = post.doubtfulSince?.epochMilliseconds ?? 0;
  const made = BigInt(Math.max(0, since - EARLIER - DISCORD_EPOCH)) << 22n;
  const interaction = interactionOf(post) ?? '';
  return /^\d+$/.test(interaction) && BigInt(interaction) > made ? BigInt(interaction) : made;
}

/** What was said in a channel after a message, oldest first. */
async function messagesIn(api: Api, channel: string, after: bigint): Promise<Messages> {
  const all: Messages = [];
  for (let page = 0; page < MOST_PAGES; page += 1) {
    const query = { after: String(after), limit: String(PAGE) };
    const result = await api.call('GET', `/channels/${channel}/messages`, { query });
    const { data: messages } = messagesSchema.safeParse(result);
    if (!messages) throw new PlatformError('unavailable', 'GET …/messages: the answer cannot be read');
    all.push(...messages.toReversed());
    if (messages.length < PAGE) break;
    after = BigInt(messages[0]?.id ?? after);
  }
  return all;
}

/** The messages that are the parts, in their order, as far as they are there. */
function found(parts: readonly Part[], messages: Messages): string[] {
  const ids: string[] = [];
  let from = 0;
  for (const { body, files } of parts) {
    // A picture that is shown with the text does not count as attached.
    const beside = files.length - body.embeds.filter(({ image }) => image).length;
    const isIt = (message: Messages[number], at: number) =>
      at >= from &&
      wordsOf(message) === wordsOf(body) &&
      [beside, files.length].includes(message.attachments.length);
    const at = messages.findIndex(isIt);
    const id = messages[at]?.id;
    if (id === undefined) break;
    ids.push(id);
    from = at + 1;
  }
  return ids;
}

/** What a message says, set off by a colour or not. */
function wordsOf({ content, embeds }: Pick<Messages[number], 'content' | 'embeds'> | Part['body']): string {
  return [content, ...embeds.map(({ description }) => description)].join('\n').trim();
}
