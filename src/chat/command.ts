import { z } from 'zod';
import type { TextKey } from '../texts/translator.ts';
import { UserError } from '../texts/user-error.ts';
import type { Role } from './access.ts';
import type { Call } from './call.ts';
import type { Message } from './message.ts';

/** What was typed for each argument. */
export type Answers = Readonly<Record<string, string>>;

type Spec<Deps, Shape extends z.ZodRawShape> = {
  /** As typed on a phone: [a-z0-9], no diacritics. */
  name: string;
  /** The name with its diacritics, for platforms that allow them. */
  accented: string;
  aliases?: readonly string[];
  /** One line for menus and for help. */
  summary: TextKey;
  /** Examples, a line each. */
  example: TextKey;
  access: Role;
  /** False for commands that only buttons carry: menus and help leave them out. */
  listed?: false;
  /** False for the few commands that make sense before the channel has a unit. */
  needsUnit?: false;
  /** Changing the message that carried the command runs it again. */
  takesEdits?: true;
  /** Reads each argument from what was typed for it; an optional one may be skipped. */
  arguments?: (call: Call) => z.ZodObject<Shape>;
  /** The question for each argument; an optional one without a question is never asked for. */
  ask?: { [Name in keyof Shape]?: TextKey };
  /** Answers to press. */
  choices?: { [Name in keyof Shape]?: (call: Call) => readonly { label: string; answer: string }[] };
  /** Takes a line apart into arguments; without it the whole line is the first one. */
  read?: (line: string, call: Call) => Answers;
  run(deps: Deps, call: Call, args: z.infer<z.ZodObject<Shape>>): Promise<Message | undefined>;
};

export type Question = {
  argument: string;
  optional: boolean;
  ask: TextKey;
  choices: readonly { label: string; answer: string }[];
};

/** A command as the dispatcher, help and the platforms' menus see it. */
export type Command<Deps> = Readonly<{
  name: string;
  accented: string;
  aliases: readonly string[];
  summary: TextKey;
  example: TextKey;
  access: Role;
  listed: boolean;
  needsUnit: boolean;
  takesEdits: boolean;
  questions(call: Call): Question[];
  read(line: string, call: Call): Answers;
  /** @throws UserError about the argument, when its text cannot be read */
  check(call: Call, argument: string, text: string): void;
  /** @throws UserError */
  execute(deps: Deps, call: Call, answers: Answers): Promise<Message | undefined>;
}>;

/** An argument that `read` makes of the typed text; it throws UserError for what it cannot read. */
export const argument = <Value>(read: (text: string) => Value) => z.string().transform(read);

/** Runs a reading and says which argument a refusal is about. */
const reading = (name: string, read: () => unknown): void => {
  try {
    read();
  } catch (error) {
    throw error instanceof UserError && error.argument === undefined
      ? error.about(name, error.choices)
      : error;
  }
};

/** A command is declared once, for every platform: parsing, prompts, help and menus come from this. */
export const defineCommand = <Deps, Shape extends z.ZodRawShape = Record<never, never>>(
  spec: Spec<Deps, Shape>,
): Command<Deps> => {
  const schemaFor = (call: Call) => spec.arguments?.(call);
  const fieldsOf = (call: Call): [string, z.core.$ZodType][] => Object.entries(schemaFor(call)?.shape ?? {});
  const check = (call: Call, name: string, text: string) => {
    const field = fieldsOf(call).find(([field]) => field === name)?.[1];
    if (field) reading(name, () => z.parse(field, text));
  };
  const asks = new Map(Object.entries<TextKey | undefined>(spec.ask ?? {}));
  const choices = new Map(Object.entries(spec.choices ?? {}));
  return {
    name: spec.name,
    accented: spec.accented,
    aliases: spec.aliases ?? [],
    summary: spec.summary,
    example: spec.example,
    access: spec.access,
    listed: spec.listed ?? true,
    needsUnit: spec.needsUnit ?? true,
    takesEdits: spec.takesEdits ?? false,
    questions: (call) =>
      fieldsOf(call).flatMap(([name, field]) => {
        const ask = asks.get(name);
        const optional = z.safeParse(field, undefined).success;
        return ask ? [{ argument: name, optional, ask, choices: choices.get(name)?.(call) ?? [] }] : [];
      }),
    read: (line, call) => {
      if (line.trim() === '') return {};
      if (spec.read) return spec.read(line, call);
      const [first] = fieldsOf(call);
      return first ? { [first[0]]: line } : {};
    },
    check,
    execute: async (deps, call, answers) => {
      for (const [name, text] of Object.entries(answers)) check(call, name, text);
      const schema = schemaFor(call) ?? z.object<Shape>();
      return spec.run(deps, call, schema.parse(answers));
    },
  };
};
