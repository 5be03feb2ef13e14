import type { Language } from '../core/languages.ts';
import type { Markup } from './markup.ts';
import { type ParamsOf, type TextKey, type TextParam, write } from './translator.ts';

/**
 * A refusal that the person can do something about: it names a text, which the dispatcher turns into the
 * answer. Naming an argument keeps the conversation open and asks for just that argument again.
 */
export class UserError<Key extends TextKey = TextKey> extends Error {
  readonly key: TextKey;
  readonly #params: Readonly<Record<string, TextParam>>;
  argument: string | undefined;
  /** Answers that the person may press instead of typing. */
  choices: readonly string[] = [];
  /** What else was understood, and need not be said again. */
  kept: Readonly<Record<string, string>> = {};

  constructor(key: Key, ...[params]: ParamsOf<Key>) {
    super(key);
    this.name = 'UserError';
    this.key = key;
    this.#params = params ?? {};
  }

  inWords(language: Language): Markup {
    return write(language, this.key, this.#params);
  }

  /** The same refusal as an answer to one argument, which is then asked for again. */
  about(argument: string, choices: readonly string[] = []): this {
    this.argument = argument;
    this.choices = choices;
    return this;
  }

  /** Other answers that were in what was typed; the conversation goes on with them. */
  keeping(answers: Readonly<Record<string, string>>): this {
    this.kept = answers;
    return this;
  }
}
