import type { App } from '../app.ts';
import type { Clock } from '../core/clock.ts';
import type { NewId } from '../core/ids.ts';
import { onWall } from '../core/local-time.ts';
import type { Log } from '../core/log.ts';
import { fill, type Language, translator } from '../texts/translator.ts';
import { UserError } from '../texts/user-error.ts';
import { demandRole } from './access.ts';
import { type Call, type Caller, unitOf } from './call.ts';
import type { Command } from './command.ts';
import { ask, type Dialog, nextQuestion } from './dialog.ts';
import { type Fetching, FilesWanted, fetchFiles } from './files.ts';
import { filesOf, type Incoming, type PlatformName } from './incoming.ts';
import type { Message } from './message.ts';
import { leaveOutUnsendable, type Room } from './outgoing-files.ts';
import { type CommandTurn, readTurn, type Turn } from './turn.ts';

/** What the dispatcher needs of the rest of the bot; `App` is what commands work with, bound to a transaction. */
export type Desk = {
  commands: readonly Command[];
  clock: Clock;
  log: Log;
  newId: NewId;
  defaultTimeZone: string;
  defaultLanguage: Language;
  /** Who sent an event. May ask the platform, so it runs outside the transaction. */
  whoIs(incoming: Incoming): Promise<{ caller: Caller; language: Language }>;
  dialogs: {
    find(app: App, incoming: Incoming): Promise<{ dialog: Dialog; expired: boolean } | undefined>;
    save(app: App, incoming: Incoming, dialog: Dialog): Promise<void>;
    close(app: App, incoming: Incoming): Promise<boolean>;
  };
  /** Asks the platform and the disk, so it runs outside the transaction. */
  files: Fetching;
  /** Which files can be sent on a platform. */
  room(platform: PlatformName): Room;
  /** Joining, leaving and moving channels. */
  onMembership(app: App, incoming: Incoming): Promise<Message | undefined>;
};

/** Runs its work in one transaction together with the mark that the event has been answered. */
type Transact = (work: (app: App) => Promise<Message | undefined>) => Promise<Message | undefined>;

export type Handle = (incoming: Incoming, transact: Transact) => Promise<Message | undefined>;

/** Takes an event to the command it is for, and gives the answer, if there is one. */
export function createDispatcher(desk: Desk): Handle {
  const dispatch = async (
    incoming: Incoming,
    { caller, language }: { caller: Caller; language: Language },
    transact: Transact,
  ): Promise<Message | undefined> => {
    const { tooFast: seconds } = incoming;
    if (seconds !== undefined) return transact(async () => tooFast(seconds, language));
    const zone = caller.unit?.timeZone ?? desk.defaultTimeZone;
    const now = onWall(desk.clock.now(), zone);
    const call: Call = { incoming, caller, now, t: translator(language), attached: filesOf(incoming) };
    let turn: Turn = { kind: 'silence' };
    const attempt = (call: Call) =>
      transact(async (app) => {
        turn = readTurn(desk.commands, call, await desk.dialogs.find(app, incoming));
        const message = await runTurn(desk, app, call, turn);
        return message && leaveOutUnsendable(message, desk.room(incoming.platform), call.t);
      });
    try {
      return await attempt(call).catch(async (error: unknown) => {
        if (!(error instanceof FilesWanted)) throw error;
        return attempt({ ...call, fetched: await fetchFiles(error, desk.files) });
      });
    } catch (error) {
      if (!(error instanceof UserError)) throw error;
      return transact((app) => refuse(desk, app, call, turn, error));
    }
  };
  return async (incoming, transact) => {
    let language: Language = desk.defaultLanguage;
    try {
      if (incoming.kind !== 'message' && incoming.kind !== 'press')
        return await transact((app) => desk.onMembership(app, incoming));
      const who = await desk.whoIs(incoming);
      language = who.language;
      return await dispatch(incoming, who, transact);
    } catch (err) {
      const ref = desk.newId().slice(-6);
      desk.log.error({ err, ref, updateId: incoming.updateId }, 'an event could not be answered');
      return transact(async () => ({ text: fill(language, 'error.unexpected', { ref }), privately: true }));
    }
  };
}

/** Says what is wrong, and asks again for the argument it is about, with all other answers kept. */
async function refuse(desk: Desk, app: App, call: Call, turn: Turn, error: UserError): Promise<Message> {
  const message = refusal(error, call.t.language);
  if (error.argument === undefined || (turn.kind !== 'command' && turn.kind !== 'answer')) {
    if (turn.kind === 'answer') await desk.dialogs.close(app, call.incoming);
    return { ...message, privately: true };
  }
  const { [error.argument]: _, ...answers } = turn.answers;
  const { command, guided, files } = turn;
  const dialog = { command: command.name, asking: error.argument, answers, guided, files };
  await desk.dialogs.save(app, call.incoming, dialog);
  return { ...message, asks: true };
}

function refusal(error: UserError, language: Language): Message {
  const rows = error.choices.map((choice) => [{ label: choice, line: choice }]);
  return { text: error.inWords(language), ...(rows.length > 0 ? { buttons: rows } : {}) };
}

function tooFast(seconds: number, language: Language): Message {
  return {
    text: fill(language, 'error.too_fast', { seconds }),
    privately: true,
  };
}

async function runTurn(desk: Desk, app: App, call: Call, turn: Turn): Promise<Message | undefined> {
  switch (turn.kind) {
    case 'silence':
      return undefined;
    case 'refusal':
      throw turn.error;
    case 'cancel':
      await desk.dialogs.close(app, call.incoming);
      return { text: call.t('dialog.stopped'), inPlace: true };
    case 'command':
      return proceed(desk, app, { ...call, attached: turn.files }, turn);
    case 'answer':
      await desk.dialogs.close(app, call.incoming);
      return proceed(desk, app, { ...call, attached: turn.files }, turn);
  }
}

/** Asks for the next argument, or runs the command when nothing is missing. */
async function proceed(
  desk: Desk,
  app: App,
  call: Call,
  { command, answers, guided, files }: CommandTurn,
): Promise<Message | undefined> {
  demandRole(call.caller.role, command.access);
  if (command.needsUnit) unitOf(call);
  for (const [name, text] of Object.entries(answers)) if (text !== '') command.check(call, name, text);
  const question = nextQuestion(command, call, answers, guided);
  if (question) {
    const dialog = { command: command.name, asking: question.argument, answers, guided, files };
    await desk.dialogs.save(app, call.incoming, dialog);
    return ask(question, call.t);
  }
  const given = Object.fromEntries(Object.entries(answers).filter(([, text]) => text !== ''));
  return command.execute(app, call, given);
}
