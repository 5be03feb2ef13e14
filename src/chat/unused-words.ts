import { timeInName } from '../language/time-in-name.ts';
import { beginning } from '../texts/shorten.ts';
import { UserError } from '../texts/user-error.ts';

/**
 * The question about words of a line that no reading has a use for: they are named, and `readings` without them are
 * answers to press.
 */
export function unusedWords(words: readonly string[], readings: readonly string[]): UserError {
  const choices = readings.filter(fitsButton);
  const [reading] = readings;
  if (choices.length === 0 && reading !== undefined)
    return new UserError('words.unused_long', { words: quoted(words), reading: beginning(reading, 200) });
  const key = choices.length > 0 ? 'words.unused' : 'words.unused_unclear';
  return withChoices(new UserError(key, { words: quoted(words) }), choices);
}

const MOST_BYTES = 64;

/** A button of Telegram carries no more. */
export function fitsButton(line: string): boolean {
  return Buffer.byteLength(line) <= MOST_BYTES;
}

function quoted(words: readonly string[]): string {
  return words.map((each) => `“${beginning(each, 80)}”`).join(', ');
}

function withChoices(error: UserError, choices: readonly string[]): UserError {
  error.choices = choices;
  return error;
}

/** @throws UserError naming what is left of a line beside what was read, where nothing takes it */
export function demandAllUsed(left: string, reading: string): void {
  if (left.trim() !== '') throw unusedWords([left.trim()], [reading]);
}

const IN_QUOTES = /^\s*["“«]([^"“”«»]+)["”»]\s*$/u;

/**
 * What is left of a line, as a name. `wholeLine` says the line once more with the name in quotes.
 * @throws UserError naming words in it that smell of a time or of a condition, unless the name stands in quotes
 */
export function nameOrAsk(text: string, wholeLine: (name: string) => string = (name) => name): string {
  const [, inQuotes] = IN_QUOTES.exec(text) ?? [];
  if (inQuotes !== undefined) return inQuotes;
  const words = timeInName(text);
  if (words.length === 0) return text;
  const line = wholeLine(`"${text.trim().replace(/["“”«»]/gu, "'")}"`);
  return ask(quoted(words), line);
}

function ask(words: string, line: string): never {
  if (!fitsButton(line)) throw new UserError('words.in_long_name', { words });
  throw withChoices(new UserError('words.in_name', { words }), [line]);
}
