import type { UserError } from '../texts/user-error.ts';

/** What was typed, in one line: accents composed, white space collapsed. */
export function cleanLine(text: string): string {
  return text.normalize('NFC').replace(/\s+/g, ' ').trim();
}

/** `most`: in UTF-16 code units. `needs`: what it must hold, a letter where nothing is named. */
type Demands = {
  readonly needs?: RegExp;
  readonly most: number;
  readonly none: () => UserError;
  readonly tooLong: (size: { readonly n: number; readonly max: number }) => UserError;
};

/** A line that somebody typed as a name, a title, a reason. @throws UserError what `none` and `tooLong` make */
export function readLine(text: string, { needs = /\p{L}/u, most, none, tooLong }: Demands): string {
  const line = cleanLine(text);
  if (!needs.test(line)) throw none();
  if (line.length > most) throw tooLong({ n: line.length, max: most });
  return line;
}
