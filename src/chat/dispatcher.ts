import type { App } from '../app.ts';
import type { CounterName } from '../core/counters.ts';
import type { Language } from '../core/languages.ts';
import { onWall } from '../core/local-time.ts';
import { joinMarkup } from '../texts/markup.ts';
import { fill, translator } from '../texts/translator.ts';
import { UserError } from '../texts/user-error.ts';
import { demandRole, RoleRefusal, StandingsWanted, StandingUnknown } from './access.ts';
import type { Outcome } from './act.ts';
import { type Call, unitOf } from './call.ts';
import { CANCEL } from './cancel.ts';
import type { Answer } from './command.ts';
import type { Desk, Ending, Who } from './desk.ts';
import { ask, nextQuestion, questionAnswered, subjectOfQuestion } from './dialog.ts';
import { FilesWanted, fetchFiles } from './files.ts';
import { filesOf, type Incoming } from './incoming.ts';
import type { Message, Postponed } from './message.ts';
import { leaveOutUnsendable } from './outgoing-files.ts';
import { refusal } from './refusal.ts';
import { instead } from './stopping.ts';
import { type CommandTurn, readTurn, type Turn } from './turn.ts';

/** Runs its work in one transaction together with the mark that the event has been answered. */
type Transact = (work: (app: App) => Promise<Message | undefined>) => Promise<Message | undefined>;

/** Acts on an event. `isLast`: it cannot be postponed again. */
export type Handle = (
  incoming: Incoming,
  transact: Transact,
  isLast: boolean,
) => Promise<Message | Postponed | undefined>;

/** An event on its way, with what has been found out about it so far. */
type Course = {
  incoming: Incoming;
  isLast: boolean;
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
  return async (incoming, transact, isLast) => {
    const course: Course = {
      incoming,
      isLast,
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
      course.incoming = await desk.inWhoseName(incoming);
      return await run(desk, course);
    } catch (err) {
      if (err instanceof StandingUnknown) return postpone(desk, course);
      const ref = desk.newId().slice(-6);
      desk.log.error({ err, ref, updateId: incoming.updateId }, 'an event could not be answered');
      const text = fill(course.who?.language ?? desk.defaultLanguage, 'error.unexpected', { ref });
      return course.end(async () => ({ outcome: 'failed', ref, message: { text, privately: true } }));
    }
  };
}

/** Whether they may is not known yet: the event waits, or in the end is to be sent again. */
async function postpone(
  desk: Desk,
  { incoming, isLast, who, end }: Course,
): Promise<Message | Postponed | undefined> {
  const say = (key: 'access.unknown' | 'access.unknown_yet'): Message => ({
    text: translator(who?.language ?? desk.defaultLanguage)(key, {
      platform: desk.titleOf(incoming.platform),
    }),
    privately: true,
  });
  if (!isLast) return { postponed: say('access.unknown_yet') };
  return end(async () => ({ outcome: 'refused', message: say('access.unknown') }));
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
      const asked = await desk.dialogs.asked(app, incoming);
      course.turn = readTurn(desk.commands, call, questionAnswered(incoming, asked));
      const ending = await instead(desk, app, call, course.turn, asked, () =>
        runTurn(desk, app, call, course.turn),
      );
      if (!ending?.message) return ending;
      const room = desk.room(incoming.platform);
      return { ...ending, message: await leaveOutUnsendable(ending.message, room, call.t) };
    });
  try {
    return await attempt(call).catch(async (error: unknown) => attempt(await prepare(desk, call, error)));
  } catch (error) {
    if (!(error instanceof UserError)) throw error;
    if (error instanceof RoleRefusal && caller.isUnsure) throw new StandingUnknown();
    return end(async (app) => {
      const asked = await desk.dialogs.asked(app, incoming);
      return instead(desk, app, call, course.turn, asked, () => refuse(desk, app, call, course.turn, error));
    });
  }
}

/** The call with what its command said that it wants first. @throws what is no such wish */
async function prepare(desk: Desk, call: Call, error: unknown): Promise<Call> {
  if (error instanceof FilesWanted) return { ...call, fetched: await fetchFiles(error, desk.files) };
  if (!(error instanceof StandingsWanted)) throw error;
  await desk.askAbout(call.caller.personId, error.units);
  return { ...call, isAskedAbout: true };
}

function done(answer: Answer | undefined): Ending {
  if (!answer) return { outcome: 'done', message: undefined };
  const { ref, unit: _, ...message } = answer;
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
    if (turn.kind === 'answer' && turn.asked) await desk.dialogs.close(app, turn.asked.id);
    return { outcome: 'refused', message: { ...message, privately: true } };
  }
  const { [error.argument]: _, ...answers } = { ...turn.answers, ...error.kept };
  const { command, guided, files, messageId } = turn;
  const dialog = { command: command.name, asking: error.argument, answers, guided, files, messageId };
  const id = await desk.dialogs.save(app, call.incoming, dialog, turn.asked);
  return { outcome: 'refused', message: { ...message, asks: true, subject: subjectOfQuestion(id) } };
}

/** @throws UserError, FilesWanted */
async function runTurn(desk: Desk, app: App, call: Call, turn: Turn): Promise<Ending | undefined> {
  switch (turn.kind) {
    case 'silence':
      return undefined;
    case 'refusal':
      throw turn.error;
    case 'cancel':
      await desk.dialogs.close(app, turn.asked.id);
      return done({ text: call.t('dialog.stopped'), inPlace: true });
    case 'command':
    case 'answer':
      if (turn.asked) await desk.dialogs.close(app, turn.asked.id);
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
    // Nobody is asked for what is refused anyway.
    await command.current(app, call, answers);
    const dialog = { command: command.name, asking: question.argument, answers, guided, files, messageId };
    const id = await desk.dialogs.save(app, call.incoming, dialog, undefined);
    return { outcome: 'asked', message: { ...ask(question, call.t), subject: subjectOfQuestion(id) } };
  }
  const given = Object.fromEntries(Object.entries(answers).filter(([, text]) => text !== ''));
  const answer = await command.execute(app, call, given);
  return done(command.needsUnit ? withUnit(answer, call) : answer);
}

/** Who is in several units is told which one an answer is about. */
function withUnit(answer: Answer | undefined, { caller, t }: Call): Answer | undefined {
  const unit = answer?.unit ?? caller.unit;
  if (!answer || !unit || (caller.otherUnits ?? []).length === 0) return answer;
  return { ...answer, text: joinMarkup([answer.text, t('unit.about', { unit: unit.name })]) };
}
