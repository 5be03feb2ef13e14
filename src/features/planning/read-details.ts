import { readLine } from '../../chat/read-line.ts';
import { demandAllUsed, nameOrAsk } from '../../chat/unused-words.ts';
import { fold } from '../../language/fold.ts';
import { UserError } from '../../texts/user-error.ts';
import type { Mode } from '../sessions/session.ts';

const LONGEST_NAME = 120;
const LONGEST_LINK = 400;
const NOTHING = new Set(['khong', 'khong co', 'bo', 'xoa', 'chua ro', 'chua co', 'none', 'remove']);

/** Whether somebody says that there is none. */
export function saysNone(text: string): boolean {
  return NOTHING.has(fold(text));
}

/** Who chairs or speaks; undefined when it is said that nobody does. @throws UserError */
export function readPerson(text: string): string | undefined {
  if (saysNone(text)) return undefined;
  return readLine(nameOrAsk(text), {
    needs: /\p{L}{2}/u,
    most: LONGEST_NAME,
    none: () => new UserError('session.person_needed'),
    tooLong: (size) => new UserError('session.person_too_long', size),
  });
}

const ADDRESS = /^(?:https?:\/\/)?[\p{L}\d-]+(?:\.[\p{L}\d-]+)+(?:[/?#]\S*)?$/u;

/** @throws UserError when it is no address */
export function readLink(text: string): string {
  const said = text.trim();
  if (said.length > LONGEST_LINK || !ADDRESS.test(said)) throw new UserError('session.link_unknown');
  const link = /^https?:/i.test(said) ? said : `https://${said}`;
  if (!URL.canParse(link)) throw new UserError('session.link_unknown');
  return link;
}

const MODE_WORDS: readonly [RegExp, Mode][] = [
  [/ket hop|truc tiep va truc tuyen|truc tuyen va truc tiep|hybrid|both/, 'both'],
  [/truc tuyen|online|zoom|meet/, 'online'],
  [/truc tiep|tap trung|tai cho|in person/, 'in_person'],
];

/** What is said beside the mode, and is part of it. */
const FILLERS =
  /\b(?:hop|hinh thuc|qua|va|voi|truc tiep|truc tuyen|online|zoom|google|meet|teams|zalo|meeting)\b|[,.:;()]/g;

/** `trực tuyến https://…`, `kết hợp`, `trực tiếp`. @throws UserError naming the three */
export function readMode(text: string): { mode: Mode; link: string | undefined } {
  const [link] = /https?:\/\/\S+/iu.exec(text) ?? [];
  const words = fold(link === undefined ? text : text.replace(link, ' '));
  const [pattern, mode] = MODE_WORDS.find(([pattern]) => pattern.test(words)) ?? [];
  if (!pattern || !mode) throw new UserError('session.mode_unknown');
  const said = pattern.exec(words)?.[0] ?? '';
  const left = words.replace(said, ' ').replace(FILLERS, ' ').trim();
  demandAllUsed(left, link === undefined ? said : `${said} ${link}`);
  return { mode, link: link === undefined ? undefined : readLink(link) };
}
