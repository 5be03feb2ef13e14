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
const TYPE = { text: 4, person: 5, label: 18 } as const;
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
  const pairs =
    query === '' ? [] : query.split('&').map((pair) => pair.split('=', 2).map(decodeURIComponent));
  const answers: Record<string, string> = Object.fromEntries(pairs);
  const { [OPENED_BY]: openedBy, ...known } = answers;
  return { command, known, openedBy };
}

/**
 * The form as Discord shows it; what is known but too long to go with it is shown to be sent along again.
 * `openedBy` is the interaction that brought more than a form can carry.
 */
export function toModal({ command, title, known, fields, knownFields = [] }: Form, openedBy?: string): Modal {
  const opened = openedBy === undefined ? {} : { [OPENED_BY]: openedBy };
  let along: Answers = known;
  const shown: Field[] = [];
  // The longest first, until the others fit.
  while (toFormId(command, { ...along, ...opened }).length > LONGEST_ID) {
    const [longest] = Object.entries(along).toSorted(([, one], [, other]) => other.length - one.length);
    if (!longest) break;
    const [argument, value] = longest;
    const { [argument]: _, ...others } = along;
    along = others;
    shown.push(knownFields.find((field) => field.argument === argument) ?? plainField(argument, value));
  }
  return {
    custom_id: toFormId(command, { ...along, ...opened }),
    title: cut(title, LONGEST_TITLE),
    components: [...shown, ...fields].slice(0, MOST_FIELDS).map((field) => toLabel(field)),
  };
}

function plainField(argument: string, value: string): Field {
  return { argument, label: argument, hint: '', value, required: true };
}

/** Only what would be taken for its own marks is written otherwise: there is room for a hundred characters. */
function toFormId(command: string, known: Answers): string {
  const query = Object.entries(known)
    .map((pair) => pair.map((text) => text.replace(/[%&=?]/g, encodeURIComponent)).join('='))
    .join('&');
  return query === '' ? command : `${command}?${query}`;
}

function cut(text: string, longest: number): string {
  const line = text.replace(/\s+/g, ' ').trim();
  return shorten(line, longest);
}

function toLabel({ argument, label, hint, value, required, person }: Field): object {
  const named = { type: TYPE.label, label: cut(label, LONGEST_TITLE) };
  if (person) return { ...named, component: { type: TYPE.person, custom_id: argument, required } };
  return {
    ...named,
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

/** What was typed or chosen in a form, by argument; `nameChosen` writes down who was chosen. */
export function readInputs(
  { components }: SubmitInteraction['data'],
  nameChosen: (id: string) => string,
): Record<string, string> {
  return Object.fromEntries(
    components
      .flatMap(({ component, components }) => [...(component ? [component] : []), ...components])
      .map(({ custom_id, value, values }) => [custom_id, values ? values.map(nameChosen).join(' ') : value]),
  );
}
