import { z } from 'zod';

/** No typed text holds this character once it has been through `asTyped`. */
const MARK = '\u0000';

const pointedOutSchema = z.union([
  z.object({ account: z.object({ id: z.string(), name: z.string(), username: z.string().optional() }) }),
  z.object({ personId: z.string() }),
]);

/** A person whom nobody had to name: a platform, or a button of the bot, points them out. */
export type PointedOut = z.infer<typeof pointedOutSchema>;

/** The person as an answer that can be kept, and that nobody can type. */
export function pointOut(person: PointedOut): string {
  return MARK + JSON.stringify(person);
}

/** The person that an answer points out; nothing where it was typed. */
export function readPointedOut(answer: string): PointedOut | undefined {
  return answer.startsWith(MARK) ? pointedOutSchema.parse(JSON.parse(answer.slice(1))) : undefined;
}

/** What somebody typed, so that it points out nobody. */
export function asTyped(text: string): string {
  return text.replaceAll(MARK, '');
}
