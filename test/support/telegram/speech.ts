import type { Entity, Formatted } from './html.ts';
import { nameOf, type User } from './world.ts';

/** What a person types, with the marks that Telegram puts on it. */
export function typedText(text: string, mentions: readonly User[] = []): Formatted {
  const trimmed = text.trim();
  const found = (type: string, pattern: RegExp): Entity[] =>
    [...trimmed.matchAll(pattern)].map((match) => ({
      type,
      offset: match.index + (match[1] ?? '').length,
      length: (match[2] ?? '').length,
    }));
  const named = mentions.map((user) => {
    const name = nameOf(user);
    const offset = trimmed.indexOf(name);
    if (offset < 0) throw new Error(`"${trimmed}" does not name ${name}`);
    return { type: 'text_mention', offset, length: name.length, user };
  });
  const entities = [
    ...found('bot_command', /(^|[^\w/<>@])(\/[A-Za-z0-9_]{1,64}(?:@\w{3,32})?)/g),
    ...found('mention', /(^|[^\w/])(@\w{4,32})\b/g).filter(
      (mention) => !/\/\w+$/.test(trimmed.slice(0, mention.offset)),
    ),
    ...named,
  ];
  return { text: trimmed, entities: entities.sort((a, b) => a.offset - b.offset) };
}

/** Whether a group with privacy mode shows this text to the bot: commands that name no other bot. */
export function isCommandFor({ text, entities }: Formatted, username: string): boolean {
  return entities.some(({ type, offset, length }) => {
    if (type !== 'bot_command') return false;
    const [, other] = text.slice(offset, offset + length).split('@');
    return other === undefined || other.toLowerCase() === username.toLowerCase();
  });
}
