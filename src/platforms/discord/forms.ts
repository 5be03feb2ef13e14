import type { Form, FormField } from '../../chat/assist.ts';
import type { Answers } from '../../chat/command.ts';
import type { Language } from '../../core/languages.ts';
import { toPlain } from '../../texts/markup.ts';
import { shorten } from '../../texts/shorten.ts';
import { fill } from '../../texts/translator.ts';
import { ANSWER } from './components.ts';
import type { SubmitInteraction } from './interaction.ts';

// discord.com/developers/docs/components/reference#label
const LONGEST_ID = 100;
const LONGEST_TITLE = 45;
const LONGEST_HINT = 100;
const LONGEST_VALUE = 4000;
const MOST_FIELDS = 5;
const TYPE = { text: 4, label: 18 } as const;
const STYLE = { short: 1, paragraph: 2 } as const;

export type Modal = { custom_id: string; title: string; components: object[] };
type Field = FormField;

/** What people write in several lines. */
const LONG = new Set(['text', 'content', 'reason', ANSWER]);

/** Beside the answers stands what opened the form. No argument is called so. */
const OPENED_BY = '~';

/** The command and what was known of its answers when the form was opened, and by which interaction that was. */
export function readFormId(id: string): { command: string; known: Answers; openedBy: string | undefined } {
  const [command = '', query = ''] = id.split('?', 2);
  const { [OPENED_BY]: openedBy, ...known } = Object.fromEntries(new URLSearchParams(query));
  return { command, known, openedBy };
}

/**
 * The form as Discord shows it; what is known but too long to go with it is shown to be sent along again.
 * `openedBy` is the interaction that brought more than a form can carry.
 */
export function toModal({ command, title, known, fields }: Form, openedBy?: string): Modal {
  const opened = openedBy === undefined ? {} : { [OPENED_BY]: openedBy };
  const id = toFormId(command, { ...known, ...opened });
  const fits = id.length <= LONGEST_ID;
  const shown = Object.entries(fits ? {} : known).map(([argument, value]) => ({
    argument,
    label: argument,
    hint: '',
    value,
    required: true,
  }));
  return {
    custom_id: fits ? id : toFormId(command, opened),
    title: cut(title, LONGEST_TITLE),
    components: [...shown, ...fields].slice(0, MOST_FIELDS).map((field) => toLabel(field)),
  };
}

function toFormId(command: string, known: Answers): string {
  const query = new URLSearchParams(known).toString();
  return query === '' ? command : `${command}?${query}`;
}

function cut(text: string, longest: number): string {
  const line = text.replace(/\s+/g, ' ').trim();
  return shorten(line, longest);
}

function toLabel({ argument, label, hint, value, required }: Field): object {
  return {
    type: TYPE.label,
    label: cut(label, LONGEST_TITLE),
    component: {
      type: TYPE.text,
      custom_id: argument,
      style: value.length > LONGEST_HINT || LONG.has(argument) ? STYLE.paragraph : STYLE.short,
      required,
      max_length: LONGEST_VALUE,
      ...(hint === '' ? {} : { placeholder: cut(hint, LONGEST_HINT) }),
      // A longer text cannot be shown to be changed; it is typed anew.
      ...(value === '' || value.length > LONGEST_VALUE ? {} : { value }),
    },
  };
}

/** One field for the answer to the question that stands in a message. */
export function toAnswerModal(question: string, language: Language): Modal {
  const label = toPlain(fill(language, 'button.answer'));
  const hint = question.replace(/\\(?=[^\p{L}\p{N}\s])|\*\*/gu, '');
  const field = { argument: ANSWER, label, hint, value: '', required: true };
  return { custom_id: ANSWER, title: cut(label, LONGEST_TITLE), components: [toLabel(field)] };
}

/** What was typed into a form, by argument. */
export function readInputs({ components }: SubmitInteraction['data']): Record<string, string> {
  return Object.fromEntries(
    components
      .flatMap(({ component, components }) => [...(component ? [component] : []), ...components])
      .map(({ custom_id, value }) => [custom_id, value]),
  );
}
