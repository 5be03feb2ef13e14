import { styleText } from 'node:util';
import type { Button, Message } from '../../chat/message.ts';
import { type Span, toLines } from '../../texts/markup.ts';

export type Layout = { coloured: boolean };

/** A message as lines of the terminal: the bot's name, the text, the buttons with their numbers. */
export function layOut(message: Message, heading: string, layout: Layout): string {
  const [first = '', ...rest] = toLines(message.text).map((spans) =>
    spans.map((span) => paint(span, layout)).join(''),
  );
  const name = layout.coloured ? styleText('green', heading, { validateStream: false }) : heading;
  const body = [`${name}: ${first}`, ...rest.map((line) => (line === '' ? '' : `  ${line}`))];
  return [...body, ...buttonLines(message.buttons ?? [])].join('\n');
}

function paint({ text, styles }: Span, { coloured }: Layout): string {
  if (!coloured || styles.length === 0) return text;
  const format = styles.includes('b') ? 'bold' : styles.includes('i') ? 'italic' : 'cyan';
  return styleText(format, text, { validateStream: false });
}

/** The rows of buttons, numbered through from 1. */
function buttonLines(rows: readonly (readonly Button[])[]): string[] {
  let number = 0;
  return rows.map((row) => {
    const labels = row.map(({ label }) => {
      number += 1;
      return `[${number}] ${label}`;
    });
    return `  ${labels.join('   ')}`;
  });
}
