import { z } from 'zod';
import type { App } from '../app.ts';
import type { PlainKey } from '../texts/translator.ts';
import { UserError } from '../texts/user-error.ts';
import type { Role } from './access.ts';
import type { Call, Unit } from './call.ts';
import type { Message } from './message.ts';
import { unusedWords } from './unused-words.ts';

/** What was typed for each argument. */
export type Answers = Readonly<Record<string, string>>;

/** An answer to choose. */
export type Choice = { label: string; answer: string };

type Complete = (app: App, call: Call, typed: string, answers: Answers) => Promise<readonly Choice[]>;

/**
 * What a command answers; `ref` is the code of what it made or changed, for the record of acts. `unit`: which unit it is
 * about, where it is not the one that the person speaks in.
 */
export type Answer = Message & { ref?: string | undefined; unit?: Unit | undefined };

/** The codes of several things in one; undefined for none. */
export function refTo(codes: readonly string[]): string | undefined {
  return codes.length > 0 ? codes.join(' ') : undefined;
}

type Spec<Shape extends z.ZodRawShape> = {
  /** As typed on a phone: [a-z0-9], no diacritics. */
  name: string;
  /** The name with its diacritics, for platforms that allow them. */
  accented: string;
  aliases?: readonly string[];
  /** One line for menus and for help. */
  summary: PlainKey;
  /** Examples, a line each. */
  example: PlainKey;
  access: Role;
  /** False for commands that only buttons carry: menus and help leave them out. */
  listed?: false;
  /** False for the few commands that make sense before the channel has a unit. */
  needsUnit?: false;
  /** Changing the message that carried the command runs it again. */
  takesEdits?: true;
  /** Something may be attached to it. */
  takesFiles?: true;
  /** Reads each argument from what was typed for it, whoever typed it where; an optional one may be skipped. */
  arguments?: z.ZodObject<Shape> | ((call: Call) => z.ZodObject<Shape>);
  /** The question for each argument; an optional one without a question is never asked for. */
  ask?: { [Name in keyof Shape]?: PlainKey };
  /** What arguments are called in menus and forms, where their names alone do not tell. */
  labels?: { [Name in keyof Shape]?: PlainKey };
  /** Arguments that mean a person of the channel. */
  people?: readonly (keyof Shape & string)[];
  /** What an argument may become while it is typed, on platforms that show that; the best first. */
  complete?: Readonly<Record<string, Complete>>;
  /** What stands in the form to begin with, on platforms that have forms. @throws UserError when it is in vain to ask */
  current?: (app: App, call: Call, answers: Answers) => Promise<Answers>;
  /** What doing it to somebody else's message is called, on platforms that offer that. */
  onMessage?: PlainKey;
  /** Answers to press. */
  choices?: { [Name in keyof Shape]?: (call: Call) => readonly Choice[] };
  /** A message that it answers says something too, so `read` is asked even when nothing was typed. */
  readsReply?: true;
  /** Takes a line apart into arguments; without it the whole line is the first one. */
  read?: (line: string, call: Call) => Answers;
  /** Adds what was typed for one argument to what is known; without it, it is the answer as it stands. */
  readAnswer?: (known: Answers, argument: string, text: string, call: Call) => Answers;
  run(app: App, call: Call, args: z.infer<z.ZodObject<Shape>>): Promise<Answer | undefined>;
};

export type Question = {
  argument: string;
  optional: boolean;
  ask: PlainKey;
  choices: readonly Choice[];
};

/** A command as the dispatcher, help and the platforms' menus see it. */
export type Command = Readonly<{
  name: string;
  accented: string;
  aliases: readonly string[];
  summary: PlainKey;
  example: PlainKey;
  access: Role;
  listed: boolean;
  needsUnit: boolean;
  takesEdits: boolean;
  takesFiles: boolean;
  onMessage: PlainKey | undefined;
  labels: Readonly<Record<string, PlainKey | undefined>>;
  people: readonly string[];
  /** The arguments that say what they may become. */
  completes: readonly string[];
  argumentNames(call: Call): string[];
  questions(call: Call): Question[];
  complete(app: App, call: Call, argument: string, answers: Answers): Promise<readonly Choice[]>;
  current(app: App, call: Call, answers: Answers): Promise<Answers>;
  /** @throws UserError about an argument, keeping the others */
  read(line: string, call: Call): Answers;
  /** @throws UserError about an argument, keeping the others */
  readAnswer(known: Answers, argument: string, text: string, call: Call): Answers;
  /** @throws UserError about the argument, when its text cannot be read */
  check(call: Call, argument: string, text: string): void;
  /** @throws UserError */
  execute(app: App, call: Call, answers: Answers): Promise<Answer | undefined>;
}>;

/** An argument that `read` makes of the typed text; it throws UserError for what it cannot read. */
export function argument<Value>(read: (text: string) => Value) {
  return z.string().transform(read);
}

/** A command is declared once, for every platform: parsing, prompts, help and menus come from this. */
export function defineCommand<Shape extends z.ZodRawShape = Record<never, never>>(
  spec: Spec<Shape>,
): Command {
  const schemas = new WeakMap<Call, z.ZodObject<Shape>>();
  const schemaFor = (call: Call): z.ZodObject<Shape> | undefined => {
    if (typeof spec.arguments !== 'function') return spec.arguments;
    const schema = schemas.get(call) ?? spec.arguments(call);
    schemas.set(call, schema);
    return schema;
  };
  const fieldsOf = (call: Call): [string, z.core.$ZodType][] => Object.entries(schemaFor(call)?.shape ?? {});
  const check = (call: Call, name: string, text: string) => {
    const field = fieldsOf(call).find(([field]) => field === name)?.[1];
    if (field) reading(name, () => z.parse(field, text));
  };
  const asks = new Map(Object.entries<PlainKey | undefined>(spec.ask ?? {}));
  const choices = new Map(Object.entries(spec.choices ?? {}));
  const completes = new Map(Object.entries(spec.complete ?? {}));
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
    takesFiles: spec.takesFiles ?? false,
    onMessage: spec.onMessage,
    labels: spec.labels ?? {},
    people: spec.people ?? [],
    completes: [...completes.keys()],
    argumentNames: (call) => fieldsOf(call).map(([name]) => name),
    complete: async (app, call, argument, answers) =>
      (await completes.get(argument)?.(app, call, answers[argument] ?? '', answers)) ?? [],
    current: async (app, call, answers) => (await spec.current?.(app, call, answers)) ?? {},
    questions: (call) =>
      fieldsOf(call).flatMap(([name, field]) => {
        const ask = asks.get(name);
        const optional = z.safeParse(field, undefined).success;
        return ask ? [{ argument: name, optional, ask, choices: choices.get(name)?.(call) ?? [] }] : [];
      }),
    read: (line, call) => {
      const isReply = call.incoming.kind === 'message' && call.incoming.replyTo !== undefined;
      if (line.trim() === '' && !(spec.readsReply && isReply)) return {};
      if (spec.read) return spec.read(line, call);
      const [first] = fieldsOf(call);
      if (!first) throw unusedWords([line.trim()], [`/${spec.name}`]);
      return { [first[0]]: line };
    },
    readAnswer: (known, argument, text, call) =>
      spec.readAnswer?.(known, argument, text, call) ?? { ...known, [argument]: text },
    check,
    execute: async (app, call, answers) => {
      for (const [name, text] of Object.entries(answers)) check(call, name, text);
      const schema = schemaFor(call) ?? z.object<Shape>();
      return spec.run(app, call, schema.parse(answers));
    },
  };
}

/** Runs a reading and says which argument a refusal is about. */
function reading(name: string, read: () => unknown): void {
  try {
    read();
  } catch (error) {
    throw error instanceof UserError && error.argument === undefined
      ? error.about(name, error.choices)
      : error;
  }
}
