import type { App } from '../app.ts';
import { onWall } from '../core/local-time.ts';
import { toPlain } from '../texts/markup.ts';
import { fill, translator } from '../texts/translator.ts';
import { UserError } from '../texts/user-error.ts';
import { mayActAs } from './access.ts';
import type { Assist, FormField } from './assist.ts';
import type { Call } from './call.ts';
import type { Answers, Command, Question } from './command.ts';
import type { Desk } from './desk.ts';
import { filesOf, type Incoming } from './incoming.ts';
import { labelOf, sheetsOf } from './sheet.ts';
import { readTurn } from './turn.ts';

/** Helps people while they type, over the same declarations by which their commands are run. */
export function createAssist(
  desk: Pick<Desk, 'commands' | 'clock' | 'whoIs' | 'defaultTimeZone'>,
  app: App,
): Assist {
  const callOf = async (incoming: Incoming): Promise<Call> => {
    const { caller, language } = await desk.whoIs(incoming);
    const zone = caller.unit?.timeZone ?? desk.defaultTimeZone;
    const now = onWall(desk.clock.now(), zone);
    return { incoming, caller, now, t: translator(language), attached: filesOf(incoming) };
  };

  return {
    commands: sheetsOf(desk.commands),

    form: async (incoming) => {
      const call = await callOf(incoming);
      const turn = readTurn(desk.commands, call, undefined);
      if (turn.kind !== 'command' || !mayRun(turn.command, call)) return undefined;
      const { command, answers, guided } = turn;
      const missing = missingOf(command, call, answers, guided);
      const isWrong = Object.entries(answers).some(([name, text]) =>
        isRefused(() => command.check(call, name, text)),
      );
      if (missing.length === 0 || isWrong) return undefined;
      const current = await command.current(app, call, answers).catch(refusedIfInVain);
      if (!current) return undefined;
      return {
        command: command.name,
        title: toPlain(fill(call.t.language, command.summary)),
        known: answers,
        fields: missing.map((question) => fieldOf(command, question, call, current[question.argument])),
        knownFields: command
          .questions(call)
          .flatMap((question) =>
            question.argument in answers
              ? [fieldOf(command, question, call, answers[question.argument])]
              : [],
          ),
      };
    },

    complete: async (incoming, argument) => {
      const call = await callOf(incoming);
      const turn = readTurn(desk.commands, call, undefined);
      if (turn.kind !== 'command' || !mayRun(turn.command, call)) return [];
      return turn.command.complete(app, call, argument, incoming.answers);
    },
  };
}

function mayRun(command: Command, { caller }: Call): boolean {
  return mayActAs(caller.role, command.access) && (!command.needsUnit || caller.unit !== undefined);
}

/** All that has to be typed for a command: nothing that can be pressed, and nothing when something is wrong. */
function missingOf(command: Command, call: Call, answers: Answers, guided: boolean): Question[] {
  const missing = command
    .questions(call)
    .filter(({ argument, choices }) => !(argument in answers) && choices.length === 0)
    .filter(({ optional }) => guided || !optional);
  return missing.some(({ optional }) => !optional) ? missing : [];
}

/** What it is in vain to ask for is refused in words when the command is acted on. */
function refusedIfInVain(error: unknown): undefined {
  if (!(error instanceof UserError)) throw error;
}

function isRefused(work: () => void): boolean {
  try {
    work();
    return false;
  } catch (error) {
    if (!(error instanceof UserError)) throw error;
    return true;
  }
}

function fieldOf(
  command: Command,
  { argument, ask, optional }: Question,
  { t }: Call,
  value = '',
): FormField {
  return {
    argument,
    label: labelOf(command, argument, t.language) ?? toPlain(fill(t.language, ask), 'forms'),
    hint: toPlain(fill(t.language, ask), 'forms'),
    value,
    required: !optional,
    ...(command.people.includes(argument) ? { person: true } : {}),
  };
}
