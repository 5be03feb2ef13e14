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
  if (tidied.length < SHORTEST || lettersIn(tidied) < FEWEST_LETTERS) throw new UserError('report.too_short');
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

function lettersIn(text: string): number {
  return text.match(/\p{L}/gu)?.length ?? 0;
}

/** @throws UserError when there is no title, or one that is too long */
export function readTitle(text: string): string {
  const title = tidy(text).replace(/\n/g, ' ');
  if (lettersIn(title) < 3) throw new UserError('model.title_needed');
  if (title.length > LONGEST_TITLE)
    throw new UserError('model.title_too_long', { n: title.length, max: LONGEST_TITLE });
  return title;
}

/** @throws UserError when nobody is named, or at too great a length */
export function readOwner(text: string): string {
  const owner = tidy(text).replace(/\n/g, ' ');
  if (lettersIn(owner) < 2) throw new UserError('model.owner_needed');
  if (owner.length > LONGEST_OWNER)
    throw new UserError('model.owner_too_long', { n: owner.length, max: LONGEST_OWNER });
  return owner;
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
