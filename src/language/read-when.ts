import { leftover } from './grammar/leftover.ts';
import { Line } from './grammar/line.ts';
import { connector } from './moments/atoms.ts';
import { choose } from './moments/choose.ts';
import { type Clauses, clausesOf } from './moments/clauses.ts';
import { understand, understandClauses } from './understanding/understand.ts';
import type { Doubt, When, WhenContext } from './when.ts';

export type WhenRead = { readonly when?: When; readonly rest: string; readonly doubts: readonly Doubt[] };

/** Reads a bare answer to "Khi nào?". `rest`: what was not time, as typed. */
export function readWhen(text: string, context: WhenContext): WhenRead {
  const line = new Line(text);
  const clauses = clausesOf(line, []);
  if (clauses) return readClauses(line, clauses, context);
  const { slots, atoms } = choose(line);
  const spans = atoms.map(({ from, to }) => ({ from, to }));
  const said = spans.map(({ from, to }) => line.between(from, to)).join(' ');
  return { ...understand(slots, said, context), rest: leftover(line, spans, connector) };
}

function readClauses(line: Line, { each, between }: Clauses, context: WhenContext): WhenRead {
  const spans = [...each.flatMap(({ atoms }) => atoms), ...between];
  const slots = each.map((clause) => clause.slots);
  return { ...understandClauses(slots, line.text, context), rest: leftover(line, spans, connector) };
}
