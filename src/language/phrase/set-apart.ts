import { mark, oneOf, says } from '../grammar/grammar.ts';
import type { Span } from '../grammar/leftover.ts';
import type { Line } from '../grammar/line.ts';
import { leadsAwaited, leadsInLine } from '../leads.ts';
import { shiftSaid } from '../moments/shift-words.ts';
import type { Lead } from '../when.ts';

const CLOSING: ReadonlyMap<string, string> = new Map([
  ['"', '"'],
  ['“', '”'],
  ['«', '»'],
]);

/** What stands in quotes is a name as a whole. */
export function findQuotes(line: Line): readonly Span[] {
  const found: Span[] = [];
  let open: { readonly at: number; readonly closing: string } | undefined;
  for (const [at, { plain }] of line.tokens.entries()) {
    const closing = CLOSING.get(plain);
    if (open?.closing === plain) {
      found.push({ from: open.at, to: at + 1 });
      open = undefined;
    } else if (open === undefined && closing !== undefined) open = { at, closing };
  }
  return found;
}

/** "thì chuyển sang ngày trước đó" reminds nobody. */
export function findShifts(line: Line): readonly Span[] {
  return line.tokens.flatMap((_, from) => {
    const shift = shiftSaid(line, from);
    return shift ? [{ from, to: shift.next }] : [];
  });
}

type LeadsFound = Span & { readonly leads: readonly Lead[] };

/** What says how long before to remind, outside what is `closed`. */
export function findLeads(line: Line, closed: readonly Span[]): readonly LeadsFound[] {
  const ends = new Map(closed.map(({ from, to }) => [from, to]));
  const found: LeadsFound[] = [];
  let at = 0;
  while (at < line.tokens.length) {
    const quoted = ends.get(at);
    const awaited = at === 0 || line.at(at - 1)?.kind === 'mark';
    const leads = quoted === undefined ? (awaited ? leadsAwaited : leadsInLine)(line, at) : undefined;
    if (leads) found.push({ from: at, to: leads.next, leads: leads.value });
    at = quoted ?? leads?.next ?? at + 1;
  }
  return found;
}

const label = oneOf(says('thời gian', 'nội dung', 'tên', 'việc', 'time', 'title'));
const colon = mark(':');

/** "Thời gian:", "Nội dung:" */
export function findLabels(line: Line): readonly Span[] {
  const found: Span[] = [];
  for (let at = 0; at < line.tokens.length; at += 1) {
    const named = label(line, at);
    const end = named && colon(line, named.next);
    if (end) found.push({ from: at, to: end.next });
  }
  return found;
}
