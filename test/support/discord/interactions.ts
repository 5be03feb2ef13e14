import type { Channel, Shown, User } from './world.ts';

export type Kind = 'command' | 'press' | 'typing' | 'form';

/** The fields of a form, as the person sees them. */
export type Field = {
  argument: string;
  label: string;
  value: string;
  placeholder: string;
  required: boolean;
  /** 4: to type into, 5: to choose a person from. */
  type: number;
};
export type FormShown = { id: string; title: string; fields: Field[] };

/** Something a person did that the bot has to answer, and what came of it. */
export type Interaction = {
  readonly id: string;
  readonly token: string;
  readonly kind: Kind;
  readonly by: User;
  readonly channel: Channel;
  /** The message that carries the button. */
  readonly message: Shown | undefined;
  /** In milliseconds. */
  readonly at: number;
  /** How the bot answered it first: 4 a message, 5 thinking, 6 at rest, 7 a change, 8 choices, 9 a form. */
  answered: number | undefined;
  /** How long that took, in milliseconds. */
  answeredAfter: number | undefined;
  /** What stands as its first answer: the message itself, or the one that was pressed. */
  original: Shown | undefined;
  /** Every message that it was answered with. */
  readonly answers: Shown[];
  choices: { name: string; value: string }[] | undefined;
  form: FormShown | undefined;
};
