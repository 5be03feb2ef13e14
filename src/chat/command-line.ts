import { distance } from 'fastest-levenshtein';
import { fold } from '../language/fold.ts';

/** A typed line taken apart: `/viec_tot@bot Chị Hiền…` is `viectot` and the rest. */
export type CommandLine = { name: string; rest: string };

type Named = { name: string; aliases: readonly string[] };

const SLASH = /^\s*[/／]\s?([\p{L}\p{M}\d_-]+)(?:@\w+)?/u;
const WORD = /^\s*([\p{L}\p{M}\d_-]+)/u;
// A short name is too near to other short names to forgive a slip in it.
const SHORTEST_FORGIVEN = 5;

/** The command that a line begins with: any capitals, diacritics, `_`, `@botname` or a full-width slash. */
export function readCommandLine(text: string): CommandLine | undefined {
  return read(SLASH, text);
}

function read(pattern: RegExp, text: string): CommandLine | undefined {
  const match = pattern.exec(text);
  const name = fold(match?.[1] ?? '').replace(/[_-]/g, '');
  return match && name !== '' ? { name, rest: text.slice(match[0].length).trim() } : undefined;
}

/** The same without the slash, as people type in a private chat. */
export function readBareCommandLine(text: string): CommandLine | undefined {
  return read(WORD, text);
}

/** The command of that name, forgiving one slip of the finger in a long name that resembles no other. */
export function findCommand<C extends Named>(commands: readonly C[], typed: string): C | undefined {
  const exact = commands.find((command) => namesOf(command).includes(typed));
  if (exact || typed.length < SHORTEST_FORGIVEN) return exact;
  const [only, ...others] = near(commands, typed, 1);
  return others.length === 0 ? only : undefined;
}

function namesOf(command: Named): readonly string[] {
  return [command.name, ...command.aliases];
}

function near<C extends Named>(commands: readonly C[], typed: string, slips: number): C[] {
  return commands.filter((command) =>
    namesOf(command).some((name) => name.length >= SHORTEST_FORGIVEN && distance(name, typed) <= slips),
  );
}

/** The command that was perhaps meant. */
export function suggestCommand<C extends Named>(commands: readonly C[], typed: string): C | undefined {
  return near(commands, typed, 2).at(0);
}
