import type { Button, Message } from '../../chat/message.ts';
import { PlatformError } from '../../chat/platform.ts';
import { shorten } from '../../texts/shorten.ts';

// discord.com/developers/docs/components/reference
const LONGEST_LINE = 100;
const LONGEST_LABEL = 80;
const LONGEST_OPTION = 100;
const MOST_ROWS = 5;
const MOST_IN_ROW = 5;
const MOST_OPTIONS = 25;
const TYPE = { row: 1, button: 2, select: 3 } as const;
// Blurple, grey, green and red; a button that is nothing special is grey.
const STYLE = { 'leads-on': 1, plain: 2, approves: 3, ends: 4 } as const;

/** The button that opens a field to type the answer to a question. No line begins like this. */
export const ANSWER = '~answer';

type Component = Record<string, unknown>;

/** What stands under a message: rows of buttons, or menus to choose from where there are too many for that. */
export function toComponents(message: Message, answer?: string): Component[] {
  const typed: Button[][] = answer === undefined ? [] : [[{ label: answer, line: ANSWER, does: 'leads-on' }]];
  const rows = unique([...(message.buttons ?? []), ...typed]);
  const isChoice = isList(message, rows) && rows.flat().length > MOST_ROWS;
  if (!isChoice && rows.length <= MOST_ROWS && rows.every((row) => row.length <= MOST_IN_ROW))
    return rows.map((row) => toRow(row.map(toButton)));
  const tight = packed(rows);
  if (!isChoice && tight.length <= MOST_ROWS) return tight.map((row) => toRow(row.map(toButton)));
  const listed = rows.flat().filter(({ line }) => line !== ANSWER);
  const menus = chunks(listed, MOST_OPTIONS).map(toSelect);
  const all = [...menus, ...typed.map((row) => toRow(row.map(toButton)))];
  if (all.length > MOST_ROWS)
    throw new PlatformError('rejected', `${listed.length} buttons are too many for Discord`);
  return all;
}

/** Discord takes every line once under a message. */
function unique(rows: readonly (readonly Button[])[]): Button[][] {
  const seen = new Set<string>();
  return rows
    .map((row) => row.map(checked).filter(({ line }) => !seen.has(line) && seen.add(line)))
    .filter((row) => row.length > 0);
}

function checked(button: Button): Button {
  const { label, line } = button;
  if (line.length < 1 || line.length > LONGEST_LINE)
    throw new PlatformError(
      'rejected',
      `the button "${label}" carries ${line.length} characters; Discord takes 1 to ${LONGEST_LINE}`,
    );
  return button;
}

/** Answers to choose from, one of which is meant, rather than things to do. */
function isList({ asks }: Message, rows: readonly Button[][]): boolean {
  return rows.every((row) => row.length === 1) || (asks === true && rows.flat().length > MOST_ROWS);
}

function toRow(components: Component[]): Component {
  return { type: TYPE.row, components };
}

function toButton({ label, line, does }: Button): Component {
  return {
    type: TYPE.button,
    style: STYLE[does ?? 'plain'],
    label: shorten(label, LONGEST_LABEL),
    custom_id: line,
  };
}

/** Rows side by side, as many as there is room for, so that what stood together stays together. */
function packed(rows: readonly Button[][]): Button[][] {
  const tight: Button[][] = [];
  for (const row of rows.flatMap((row) => chunks(row, MOST_IN_ROW))) {
    const last = tight.at(-1);
    if (last && last.length + row.length <= MOST_IN_ROW) last.push(...row);
    else tight.push([...row]);
  }
  return tight;
}

function chunks<Item>(items: readonly Item[], size: number): Item[][] {
  return Array.from({ length: Math.ceil(items.length / size) }, (_, index) =>
    items.slice(index * size, (index + 1) * size),
  );
}

function toSelect(buttons: Button[], index: number): Component {
  return toRow([
    {
      type: TYPE.select,
      custom_id: `~select${index}`,
      placeholder: shorten(buttons.map(({ label }) => label).join(' · '), LONGEST_OPTION),
      options: buttons.map(({ label, line }) => ({ label: shorten(label, LONGEST_OPTION), value: line })),
    },
  ]);
}
