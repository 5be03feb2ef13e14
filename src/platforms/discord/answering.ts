import type { Clock } from '../../core/clock.ts';
import type { Log } from '../../core/log.ts';
import { type Asked, inTurn } from './asked.ts';
import { isAlreadyAcknowledged, isOver } from './errors.ts';
import type { Modal } from './forms.ts';
import { PRIVATE } from './interaction.ts';
import { CALLBACK, type InteractionApi, type Part } from './interaction-api.ts';

/** Discord gives three seconds from the moment that it was asked; what has not been answered soon is put off. */
const PUT_OFF_AFTER = 1_500;
/** What is not answered at all stops thinking. */
const GIVEN_UP_AFTER = 60_000;
const AT_ONCE = { within: 2_500 };

type Deps = { interactions: InteractionApi; clock: Clock; log: Log; stop: AbortSignal };

/** The token of the interaction is over: whoever is to have the answer must be reached another way. */
export class Over extends Error {}

export type Answering = ReturnType<typeof createAnswering>;

/** Answers interactions: by their own callback, and after that through their token. */
export function createAnswering(deps: Deps) {
  const { interactions, clock, log, stop } = deps;

  const quietly = async (what: string, asked: Asked, work: () => Promise<unknown>): Promise<void> => {
    try {
      await within(asked, work);
    } catch (err) {
      if (err instanceof Over || isAlreadyAcknowledged(err)) return;
      log.debug({ err }, `discord: ${what} failed`);
    }
  };

  return {
    /** Says something to an interaction; gives the id of the message. @throws Over */
    say: (asked: Asked, part: Part): Promise<string> => within(asked, () => say(deps, asked, part)),

    /** Puts something in the place of the message that was pressed. @throws Over */
    replace: (asked: Asked, part: Part): Promise<void> => within(asked, () => replace(deps, asked, part)),

    /** Nothing more is to be said: Discord need not wait. */
    rest: (asked: Asked): Promise<void> => quietly('letting a press rest', asked, () => rest(deps, asked)),

    openForm: (asked: Asked, modal: Modal): Promise<void> =>
      quietly('opening a form', asked, () => interactions.callback(asked, CALLBACK.modal, modal, AT_ONCE)),

    offer: (asked: Asked, choices: readonly { name: string; value: string }[]): Promise<void> =>
      quietly('offering choices', asked, () =>
        interactions.callback(asked, CALLBACK.choices, { choices }, AT_ONCE),
      ),

    /** Sees to it that Discord never waits in vain for the first answer. */
    watch: async (asked: Asked, isPress: boolean): Promise<void> => {
      try {
        await clock.sleep(Math.max(0, asked.at + PUT_OFF_AFTER - clock.now().epochMilliseconds), stop);
        await quietly('putting an answer off', asked, () => putOff(deps, asked, isPress));
        await clock.sleep(GIVEN_UP_AFTER, stop);
        await quietly('ending a wait', asked, () => giveUp(deps, asked));
      } catch {
        // The platform stops.
      }
    },
  };
}

/** Does something with the token of an interaction. @throws Over */
function within<Result>(asked: Asked, work: () => Promise<Result>): Promise<Result> {
  return inTurn(asked, async () => {
    if (asked.state === 'over') throw new Over();
    try {
      return await work();
    } catch (error) {
      if (!isOver(error)) throw error;
      asked.state = 'over';
      throw new Over();
    }
  });
}

async function say(deps: Deps, asked: Asked, part: Part): Promise<string> {
  // To send a file may take longer than Discord waits for the first answer.
  if (asked.state === 'open' && part.files.length > 0)
    await think(deps, asked, (part.body.flags & PRIVATE) !== 0);
  const id = asked.state === 'open' ? await sayFirst(deps, asked, part) : undefined;
  if (id !== undefined) return id;
  return asked.state === 'resting' ? deps.interactions.follow(asked, part) : fill(deps, asked, part);
}

/** Shows that an answer will come, to all or to the person alone. */
async function think({ interactions }: Deps, asked: Asked, isPrivate: boolean): Promise<void> {
  const flags = isPrivate ? { flags: PRIVATE } : undefined;
  const isNew = await taken(() => interactions.callback(asked, CALLBACK.thinking, flags, AT_ONCE));
  if (isNew) asked.state = isPrivate ? 'thinking-privately' : 'thinking';
}

/** The first answer; gives the id of its message, also when it had arrived before and only its receipt was lost. */
async function sayFirst(
  { interactions }: Deps,
  asked: Asked,
  { body, files }: Part,
): Promise<string | undefined> {
  let id: string | undefined;
  const isNew = await taken(async () => {
    id = await interactions.callback(asked, CALLBACK.message, body, { files });
  });
  if (isNew && id !== undefined) {
    asked.state = 'resting';
    return id;
  }
  const stands = await interactions.original(asked);
  if (!stands.isLoading) asked.state = 'resting';
  else asked.state = stands.isPrivate ? 'thinking-privately' : 'thinking';
  return stands.isLoading ? undefined : stands.id;
}

/** False when the interaction turns out to have been answered before. */
async function taken(work: () => Promise<unknown>): Promise<boolean> {
  try {
    await work();
    return true;
  } catch (error) {
    if (!isAlreadyAcknowledged(error)) throw error;
    return false;
  }
}

/** Fills the place where Discord shows that an answer will come. Who sees it was settled with that place. */
async function fill({ interactions, log }: Deps, asked: Asked, part: Part): Promise<string> {
  const { flags, ...body } = part.body;
  const isPrivate = (flags & PRIVATE) !== 0;
  if (isPrivate === (asked.state === 'thinking-privately')) {
    const id = await interactions.changeOriginal(asked, body, { files: part.files, isAnswer: true });
    asked.state = 'resting';
    return id;
  }
  await interactions.deleteOriginal(asked).catch((err: unknown) => {
    log.debug({ err }, 'discord: a placeholder could not be taken away');
  });
  asked.state = 'resting';
  return interactions.follow(asked, part);
}

async function replace(deps: Deps, asked: Asked, { body: part, files }: Part): Promise<void> {
  const { interactions } = deps;
  const { flags, ...others } = part;
  const body = asked.isAlone ? others : { ...others, flags };
  if (files.length > 0) await rest(deps, asked);
  if (asked.state === 'open') {
    const isDone = await taken(() => interactions.callback(asked, CALLBACK.update, body));
    asked.state = 'resting';
    if (isDone) return;
  }
  await interactions.changeOriginal(asked, body, { files });
}

async function rest({ interactions }: Deps, asked: Asked): Promise<void> {
  if (asked.state === 'open') await taken(() => interactions.callback(asked, CALLBACK.resting));
  asked.state = 'resting';
}

async function putOff({ interactions }: Deps, asked: Asked, isPress: boolean): Promise<void> {
  if (asked.state !== 'open') return;
  await interactions.callback(asked, isPress ? CALLBACK.resting : CALLBACK.thinking, undefined, AT_ONCE);
  asked.state = isPress ? 'resting' : 'thinking';
}

async function giveUp({ interactions }: Deps, asked: Asked): Promise<void> {
  if (!asked.state.startsWith('thinking')) return;
  await interactions.deleteOriginal(asked);
  asked.state = 'resting';
}
