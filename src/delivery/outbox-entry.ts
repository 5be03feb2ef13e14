import type { Selectable } from 'kysely';
import type { Temporal } from 'temporal-polyfill';
import { z } from 'zod';
import { channelSchema, platformSchema } from '../chat/incoming.ts';
import { type Message, messageSchema } from '../chat/message.ts';
import type { Target } from '../chat/platform.ts';
import { fromIso } from '../core/local-time.ts';
import type { Schema } from '../storage/schema.ts';
import type { Lane } from './pace.ts';

/** Something the bot says of its own accord. */
export type OutboxEntry = {
  /** Names the occasion: a second entry with the same key changes nothing. */
  key: string;
  platform: string;
  target: Target;
  message: Message;
  /** What is said instead when it goes out late. */
  lateMessage?: Message;
  /** The message that it answers. */
  answers?: { messageId: string };
  /**
   * It corrects every message about its subject that was posted in the channel; where none was, nothing is said.
   * `line` says in a line what changed: where a message cannot be changed any more, or, if `aloud`, in any case.
   * Without it nothing new is ever posted, and only the newest message is changed.
   */
  corrects?: { line?: Message; aloud: boolean };
  lane: Lane;
  dueAt: Temporal.Instant;
  /** Until when it is of use: so long it is tried. A day, where nothing is said. */
  expiresAt?: Temporal.Instant | undefined;
  /** Better twice than not at all: it is tried for as long as it is of use. */
  insists?: boolean;
  /**
   * A private message about a unit: it goes only to who is in the unit still. With an `occasion` it is for its
   * administrators, and where it cannot reach the reader the unit's groups are told of it.
   */
  onlyTo?: { unitId: string; occasion?: string | undefined };
  /** Whose administrators are told, and what of, when it cannot be delivered. */
  report?: { unitId: string; about: string };
};

const answersSchema = z.object({ messageId: z.string() });
const contentSchema = z.object({
  kind: channelSchema.shape.kind.optional(),
  message: messageSchema,
  lateMessage: messageSchema.optional(),
  answers: answersSchema.optional(),
  corrects: z.object({ line: messageSchema.optional(), aloud: z.boolean() }).optional(),
  onlyTo: z.object({ unitId: z.string(), occasion: z.string().optional() }).optional(),
});

/** An entry in the hands of the sender. */
export type Claimed = z.infer<typeof contentSchema> & {
  id: string;
  platform: z.infer<typeof platformSchema>;
  target: Target;
  lane: number;
  dueAt: Temporal.Instant;
  expiresAt: Temporal.Instant;
  insists: boolean;
  failures: number;
  uncertain: number;
  /** When the first attempt was begun that may have been posted. */
  uncertainSince: Temporal.Instant | undefined;
  report: { unitId: string; about: string } | undefined;
};

/** A row of an earlier version, or one that was damaged. */
export type Unreadable = { id: string; channel: string; unitId: string | undefined };

/** The content of a row; nothing where it can no longer be read. */
export function readContent(text: string): z.infer<typeof contentSchema> | undefined {
  try {
    return contentSchema.parse(JSON.parse(text));
  } catch {
    return undefined;
  }
}

/** What is of use for no stated time is tried for a day. */
const USUALLY_OF_USE = { hours: 24 };

export function toClaimed(
  row: Selectable<Schema['outbox']>,
  content: z.infer<typeof contentSchema>,
): Claimed {
  const dueAt = fromIso(row.due_at);
  return {
    ...content,
    id: row.id,
    platform: platformSchema.parse(row.platform),
    target: { channel: row.channel, kind: content.kind, thread: row.thread ?? undefined },
    lane: row.lane,
    dueAt,
    expiresAt: row.expires_at === null ? dueAt.add(USUALLY_OF_USE) : fromIso(row.expires_at),
    insists: row.insists === 1,
    failures: row.failures,
    uncertain: row.uncertain,
    uncertainSince: row.uncertain_since === null ? undefined : fromIso(row.uncertain_since),
    report:
      row.unit_id !== null && row.about !== null ? { unitId: row.unit_id, about: row.about } : undefined,
  };
}
