import type { App } from '../app.ts';
import type { Clock } from '../core/clock.ts';
import type { Count, CounterName } from '../core/counters.ts';
import type { NewId } from '../core/ids.ts';
import type { Language } from '../core/languages.ts';
import { onWall } from '../core/local-time.ts';
import type { Log } from '../core/log.ts';
import { fill, translator } from '../texts/translator.ts';
import { UserError } from '../texts/user-error.ts';
import { demandRole } from './access.ts';
import type { Act, Outcome } from './act.ts';
import { type Call, type Caller, unitOf } from './call.ts';
import { CANCEL } from './cancel.ts';
import type { Answer, Command } from './command.ts';
import { ask, type Dialog, nextQuestion } from './dialog.ts';
import { type Fetching, FilesWanted, fetchFiles } from './files.ts';
import { filesOf, type Incoming, type PlatformName } from './incoming.ts';
import type { Message } from './message.ts';
import { leaveOutUnsendable, type Room } from './outgoing-files.ts';
import { type CommandTurn, readTurn, type Turn } from './turn.ts';

type Who = { caller: Caller; language: Language };

/** What the dispatcher needs of the rest of the bot; `App` is what commands work with, bound to a transaction. */
export type Desk = {
  commands: readonly Command[];
  clock: Clock;
  log: Log;
  newId: NewId;
  count: Count;
  defaultTimeZone: string;
  defaultLanguage: Language;
  /** Who sent an event. May ask the platform, so it runs outside the transaction. */
  whoIs(incoming: Incoming): Promise<Who>;
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
  /** Writes an act down, in its own transaction. */
  record(app: App, act: Act): Promise<void>;
};

/** Runs its work in one transaction together with the mark that the event has been answered. */
type Transact = (work: (app: App) => Promise<Message | undefined>) => Promise<Message | undefined>;

export type Handle = (incoming: Incoming, transact: Transact) => Promise<Message | undefined>;

/** How an event ends: what became of it, and what is said. */
type Ending = { outcome: Outcome; ref?: string | undefined; message: Message | undefined };

/** An event on its way, with what has been found out about it so far. */
type Course = {
  incoming: Incoming;
  who: Who | undefined;
  turn: Turn;
  /** Runs the work that ends it, and writes down in the same transaction how; nothing for what ends in silence. */
  end(work: (app: App) => Promise<Ending | undefined>): Promise<Message | undefined>;
};

const COUNTED_AS = {
  done: 'events_answered',
  asked: 'events_answered',
  refused: 'events_refused',
  failed: 'events_failed',
} as const satisfies Record<Outcome, CounterName>;

/** Takes an event to the command it is for, and gives the answer, if there is one. */
export function createDispatcher(desk: Desk): Handle {
  return async (incoming, transact) => {
    const course: Course = {
      incoming,
      who: undefined,
      turn: { kind: 'silence' },
      end: async (work) => {
        const ended: { as?: Outcome } = {};
        const message = await transact(async (app) => {
          const ending = await work(app);
          if (!ending) return undefined;
          await record(desk, app, course, ending);
          ended.as = ending.outcome;
          return ending.message;
        });
        if (ended.as) desk.count(COUNTED_AS[ended.as], { platform: incoming.platform });
        return message;
      },
    };
    try {
      return await run(desk, course);
    } catch (err) {
      const ref = desk.newId().slice(-6);
      desk.log.error({ err, ref, updateId: incoming.updateId }, 'an event could not be answered');
      const text = fill(course.who?.language ?? desk.defaultLanguage, 'error.unexpected', { ref });
      return course.end(async () => ({ outcome: 'failed', ref, message: { text, privately: true } }));
    }
  };
}

async function record(desk: Desk, app: App, { incoming, who, turn }: Course, ending: Ending): Promise<void> {
  const { outcome, ref } = ending;
  if (who) await desk.record(app, { incoming, caller: who.caller, command: commandOf(turn), outcome, ref });
}

function commandOf(turn: Turn): string | undefined {
  if (turn.kind === 'cancel') return CANCEL;
  return turn.kind === 'command' || turn.kind === 'answer' ? turn.command.name : undefined;
}

async function run(desk: Desk, course: Course): Promise<Message | undefined> {
  const { incoming, end } = course;
  if (incoming.kind !== 'message' && incoming.kind !== 'press')
    return end(async (app) => done(await desk.onMembership(app, incoming)));
  course.who = await desk.whoIs(incoming);
  const { caller, language } = course.who;
  const { tooFast: seconds } = incoming;
  if (seconds !== undefined) return end(async () => tooFast(seconds, language));
  const zone = caller.unit?.timeZone ?? desk.defaultTimeZone;
  const now = onWall(desk.clock.now(), zone);
  const call: Call = { incoming, caller, now, t: translator(language), attached: filesOf(incoming) };
  const attempt = (call: Call) =>
    end(async (app) => {
      course.turn = readTurn(desk.commands, call, await desk.dialogs.find(app, incoming));
      const ending = await runTurn(desk, app, call, course.turn);
      if (!ending?.message) return ending;
      const room = desk.room(incoming.platform);
      return { ...ending, message: await leaveOutUnsendable(ending.message, room, call.t) };
    });
  try {
    return await attempt(call).catch(async (error: unknown) => {
      if (!(error instanceof FilesWanted)) throw error;
      return attempt({ ...call, fetched: await fetchFiles(error, desk.files) });
    });
  } catch (error) {
    if (!(error instanceof UserError)) throw error;
    return end((app) => refuse(desk, app, call, course.turn, error));
  }
}

function done(answer: Answer | undefined): Ending {
  if (!answer) return { outcome: 'done', message: undefined };
  const { ref, ...message } = answer;
  return { outcome: 'done', ref, message };
}

function tooFast(seconds: number, language: Language): Ending {
  return {
    outcome: 'refused',
    message: { text: fill(language, 'error.too_fast', { seconds }), privately: true },
  };
}

/** Says what is wrong, and asks again for the argument it is about, with all other answers kept. */
async function refuse(desk: Desk, app: App, call: Call, turn: Turn, error: UserError): Promise<Ending> {
  const message = refusal(error, call.t.language);
  if (error.argument === undefined || (turn.kind !== 'command' && turn.kind !== 'answer')) {
    if (turn.kind === 'answer') await desk.dialogs.close(app, call.incoming);
    return { outcome: 'refused', message: { ...message, privately: true } };
  }
  const { [error.argument]: _, ...answers } = { ...turn.answers, ...error.kept };
  const { command, guided, files, messageId } = turn;
  const dialog = { command: command.name, asking: error.argument, answers, guided, files, messageId };
  await desk.dialogs.save(app, call.incoming, dialog);
  return { outcome: 'refused', message: { ...message, asks: true } };
}

function refusal(error: UserError, language: Language): Message {
  const rows = error.choices.map((choice) => [{ label: choice, line: choice }]);
  return { text: error.inWords(language), ...(rows.length > 0 ? { buttons: rows } : {}) };
}

/** @throws UserError, FilesWanted */
async function runTurn(desk: Desk, app: App, call: Call, turn: Turn): Promise<Ending | undefined> {
  switch (turn.kind) {
    case 'silence':
      return undefined;
    case 'refusal':
      throw turn.error;
    case 'cancel':
      await desk.dialogs.close(app, call.incoming);
      return done({ text: call.t('dialog.stopped'), inPlace: true });
    case 'command':
    case 'answer':
      if (turn.kind === 'answer') await desk.dialogs.close(app, call.incoming);
      if (turn.refused) throw turn.refused;
      return proceed(desk, app, { ...call, attached: turn.files, messageId: turn.messageId }, turn);
  }
}

/** Asks for the next argument, or runs the command when nothing is missing. */
async function proceed(
  desk: Desk,
  app: App,
  call: Call,
  { command, answers, guided, files, messageId }: CommandTurn,
): Promise<Ending> {
  demandRole(call.caller.role, command.access);
  if (command.needsUnit) unitOf(call);
  for (const [name, text] of Object.entries(answers)) if (text !== '') command.check(call, name, text);
  const question = nextQuestion(command, call, answers, guided);
  if (question) {
    const dialog = { command: command.name, asking: question.argument, answers, guided, files, messageId };
    await desk.dialogs.save(app, call.incoming, dialog);
    return { outcome: 'asked', message: ask(question, call.t) };
  }
  const given = Object.fromEntries(Object.entries(answers).filter(([, text]) => text !== ''));
  return done(await command.execute(app, call, given));
}
