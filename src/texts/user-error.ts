import type { ParamsOf, TextKey, TextParam } from './translator.ts';

/**
 * A refusal that the person can do something about: it names a text, which the dispatcher turns into the
 * answer. Naming an argument keeps the conversation open and asks for just that argument again.
 */
export class UserError extends Error {
  readonly key: TextKey;
  readonly params: Readonly<Record<string, TextParam>>;
  argument: string | undefined;
  /** Answers that the person may press instead of typing. */
  choices: readonly string[] = [];

  constructor(key: TextKey, params: Readonly<Record<string, TextParam>> = {}, argument?: string) {
    super(key);
    this.name = 'UserError';
    this.key = key;
    this.params = params;
    this.argument = argument;
  }

  static refuse<Key extends TextKey>(key: Key, ...[params]: ParamsOf<Key>): UserError {
    return new UserError(key, params ?? {});
  }

  /** The same refusal as an answer to one argument, which is then asked for again. */
  about(argument: string, choices: readonly string[] = []): this {
    this.argument = argument;
    this.choices = choices;
    return this;
  }
}
