import { beginning } from '../texts/shorten.ts';
import { UserError } from '../texts/user-error.ts';
import { demandAllUsed, unusedWords } from './unused-words.ts';

/** VT a good deed, MH a model, NL a schedule, SH a session, CD a topic. */
const CODE_PREFIXES = ['VT', 'MH', 'NL', 'SH', 'CD'] as const;
export type CodePrefix = (typeof CODE_PREFIXES)[number];
export type Code = { prefix: CodePrefix; number: number };

const CODE = /^#?([a-z]{2})[\s-]{0,3}(\d{1,9})(?![\p{L}\d])[:,;.]?\s*/iu;

export function writeCode(code: Code): string {
  return `${code.prefix}${code.number}`;
}

/** @throws UserError showing what codes look like, or naming what stands behind one */
export function readCode(text: string): Code {
  const taken = takeCode(text);
  if (!taken) throw new UserError('code.format', { text: beginning(text.trim(), 40) });
  demandAllUsed(taken.rest, writeCode(taken.code));
  return taken.code;
}

/** Takes a code off the front of a line: `VT12`, `vt-12`, `#vt12`, `VT 12`. */
function takeCode(line: string): { code: Code; rest: string } | undefined {
  const match = CODE.exec(line.trimStart());
  const prefix = readPrefix(match?.[1] ?? '');
  const number = Number(match?.[2]);
  if (!match || !prefix || number < 1) return undefined;
  return { code: { prefix, number }, rest: line.trimStart().slice(match[0].length) };
}

function readPrefix(text: string): CodePrefix | undefined {
  return CODE_PREFIXES.find((prefix) => prefix === text.toUpperCase());
}

/** Several codes, by spaces or commas. @throws UserError showing what codes look like */
export function readCodes(text: string): Code[] {
  const codes: Code[] = [];
  let rest = text.trim();
  while (rest !== '') {
    const taken = takeCode(rest);
    if (!taken && codes.length > 0) throw unusedWords([rest], [codes.map(writeCode).join(' ')]);
    if (!taken) throw new UserError('code.format', { text: beginning(rest, 40) });
    codes.push(taken.code);
    rest = taken.rest.replace(/^[,;\s]+/, '');
  }
  return codes;
}

/** Reads `VT12 what follows`: the code, and under another name what is left. */
export function codeAnd(rest: string) {
  return (line: string): Record<string, string> => {
    const taken = takeCode(line);
    if (!taken) return { code: line };
    const code = writeCode(taken.code);
    return taken.rest.trim() === '' ? { code } : { code, [rest]: taken.rest };
  };
}
