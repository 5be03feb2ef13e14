import type { Clock } from '../../../src/core/clock.ts';
import { invalidForm, tooMany } from './refusal.ts';
import type { Command, Rows } from './schemas.ts';
import type { Button } from './world.ts';

const NAME = /^[-_'\p{L}\p{N}\p{sc=Deva}\p{sc=Thai}]{1,32}$/u;

/** Five messages in five seconds into a channel, fifty requests a second in all. */
export type Limits = { perChannel: number; channelSeconds: number; perSecond: number };
export const PUBLISHED: Limits = { perChannel: 5, channelSeconds: 5, perSecond: 50 };

/** What Discord's description does not say: names in lower case and NFC, and no two alike. */
export function checkCommands(commands: readonly Command[]): void {
  const typed = commands.filter(({ type }) => type === 1);
  for (const command of typed) {
    for (const part of [command, ...command.options]) {
      checkName(part.name);
      for (const [, name] of localized(part)) checkName(name);
      if (!part['description']) throw invalidForm(`"${part.name}" has no description`);
    }
    const options = command.options.map(({ name }) => name);
    if (new Set(options).size < options.length)
      throw invalidForm(`two options of "${command.name}" are called alike`);
  }
  const names = commands.map(({ type, name }) => `${type} ${name}`);
  if (new Set(names).size < names.length) throw invalidForm('two commands are called alike');
}

function checkName(name: string): void {
  if (!NAME.test(name) || name !== name.toLowerCase()) throw invalidForm(`the name "${name}" is not allowed`);
}

function localized(command: Record<string, unknown>): [string, string][] {
  const names = command['name_localizations'];
  return typeof names === 'object' && names !== null ? Object.entries(names) : [];
}

/** What Discord's description does not say of buttons: five in a row, menus alone in theirs, no id twice. */
export function buttonsOf(rows: Rows): Button[] {
  if (rows.length > 5) throw invalidForm('more than five rows');
  for (const { components } of rows) {
    const menus = components.filter(({ type }) => type === 3).length;
    if (components.length === 0 || components.length > 5 || (menus > 0 && components.length > 1))
      throw invalidForm('a row holds one to five buttons, or one menu');
  }
  const all = rows.flatMap(({ components }) => components);
  const ids = all.map(({ custom_id }) => custom_id);
  if (new Set(ids).size < ids.length) throw invalidForm('two components have the same custom_id');
  return all.flatMap((component): Button[] =>
    component.type === 2
      ? [
          {
            label: component.label,
            id: component.custom_id,
            menu: undefined,
            style: component.style,
          },
        ]
      : component.options.map(({ label, value }) => ({ label, id: value, menu: component.custom_id })),
  );
}

export function createLimits(clock: Clock, limits: Limits | undefined) {
  let all: number[] = [];
  const byChannel = new Map<string, number[]>();
  return {
    /** Counts one more request; gives the headers that tell what is left. */
    take: (channel: string | undefined): Record<string, string> => {
      if (!limits) return {};
      const now = clock.now().epochMilliseconds;
      all = all.filter((at) => at > now - 1000);
      if (all.length >= limits.perSecond) throw tooMany(1);
      all.push(now);
      if (channel === undefined) return {};
      const window = limits.channelSeconds * 1000;
      const times = (byChannel.get(channel) ?? []).filter((at) => at > now - window);
      const resetAfter = ((times[0] ?? now) + window - now) / 1000;
      if (times.length >= limits.perChannel) throw tooMany(resetAfter);
      byChannel.set(channel, [...times, now]);
      return {
        'x-ratelimit-limit': String(limits.perChannel),
        'x-ratelimit-remaining': String(limits.perChannel - times.length - 1),
        'x-ratelimit-reset-after': String(resetAfter),
        'x-ratelimit-bucket': 'channel-messages',
      };
    },
  };
}
