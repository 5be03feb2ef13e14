import { readLine } from '../../chat/read-line.ts';
import { readModelLine } from '../../language/model-line.ts';
import { UserError } from '../../texts/user-error.ts';

const SHORTEST = 15;
const FEWEST_LETTERS = 8;
const LONGEST = 1500;
const LONGEST_TITLE = 120;
const LONGEST_OWNER = 200;

/** What was reported, as typed. @throws UserError when it is too short to say who did what, or too long */
export function readReportText(text: string): string {
  const tidied = tidy(text);
  if (tidied.length < SHORTEST || !letters(FEWEST_LETTERS).test(tidied))
    throw new UserError('report.too_short');
  if (tidied.length > LONGEST) throw new UserError('report.too_long', { n: tidied.length, max: LONGEST });
  return tidied;
}

function tidy(text: string): string {
  return text
    .normalize('NFC')
    .replace(/[\t ]+/g, ' ')
    .replace(/\n{3,}/g, '\n\n')
    .trim();
}

/** At least so many, wherever they stand. */
function letters(fewest: number): RegExp {
  return new RegExp(`(?:\\p{L}\\P{L}*){${fewest}}`, 'u');
}

/** @throws UserError when there is no title, or one that is too long */
export function readTitle(text: string): string {
  return readLine(text, {
    needs: letters(3),
    most: LONGEST_TITLE,
    none: () => new UserError('model.title_needed'),
    tooLong: (size) => new UserError('model.title_too_long', size),
  });
}

/** @throws UserError when nobody is named, or at too great a length */
export function readOwner(text: string): string {
  return readLine(text, {
    needs: letters(2),
    most: LONGEST_OWNER,
    none: () => new UserError('model.owner_needed'),
    tooLong: (size) => new UserError('model.owner_too_long', size),
  });
}

/** `title | owner | content and result`, in whatever of the usual forms it was typed. */
export function readModelAnswers(line: string): Record<string, string> {
  const { title, owner, content } = readModelLine(line);
  return {
    ...(title === undefined ? {} : { title }),
    ...(owner === undefined ? {} : { owner }),
    ...(content === undefined ? {} : { content }),
  };
}
