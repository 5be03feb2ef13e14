import { leftover } from './grammar/leftover.ts';
import { Line } from './grammar/line.ts';
import { connector } from './moments/atoms.ts';
import { choose } from './moments/choose.ts';
import { understand } from './understanding/understand.ts';
import type { Doubt, When, WhenContext } from './when.ts';

export type WhenRead = { readonly when?: When; readonly rest: string; readonly doubts: readonly Doubt[] };

/** Reads a bare answer to "Khi nào?". `rest`: what was not time, as typed. */
export function readWhen(text: string, context: WhenContext): WhenRead {
  const line = new Line(text);
  const { slots, atoms } = choose(line);
  const spans = atoms.map(({ from, to }) => ({ from, to }));
  const said = spans.map(({ from, to }) => line.between(from, to)).join(' ');
  return { ...understand(slots, said, context), rest: leftover(line, spans, connector) };
}
