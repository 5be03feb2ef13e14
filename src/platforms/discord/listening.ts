import type { Assist } from '../../chat/assist.ts';
import type { Incoming } from '../../chat/incoming.ts';
import type { Receive } from '../../chat/platform.ts';
import type { Clock } from '../../core/clock.ts';
import type { Log } from '../../core/log.ts';
import { beginning, toLabel } from '../../texts/shorten.ts';
import type { Answering } from './answering.ts';
import type { Asked, AskedInteractions } from './asked.ts';
import { ANSWER } from './components.ts';
import { toAnswerModal, toModal } from './forms.ts';
import { answersOf, placeOf, type Surroundings, senderOf, standingOf, toIncoming } from './incoming.ts';
import { type CommandInteraction, type Interaction, interactionSchema } from './interaction.ts';
import type { Places } from './places.ts';
import type { Standings } from './standing.ts';

const SHORTEST = 1_000;
const LONGEST = 60_000;
const FORM_WITHIN = 1_000;
const MOST_CHOICES = 25;
const LONGEST_CHOICE = 100;

type Deps = {
  asked: AskedInteractions;
  answering: Answering;
  places: Places;
  standings: Standings;
  clock: Clock;
  log: Log;
  stop: AbortSignal;
  surroundings: Surroundings;
  receive: Receive;
  assist: Assist | undefined;
};

/** Discord delivers nothing twice: what cannot be written down now is kept here until it can. */
export async function persistently(
  { receive, clock, log, stop }: Pick<Deps, 'receive' | 'clock' | 'log' | 'stop'>,
  incoming: Incoming,
): Promise<void> {
  for (let wait = SHORTEST; ; wait = Math.min(LONGEST, wait * 2)) {
    try {
      return await receive(incoming);
    } catch (err) {
      if (stop.aborted) throw err;
      log.error({ err, seconds: wait / 1000 }, 'discord: an event could not be written down; tried again');
      await clock.sleep(wait, stop);
    }
  }
}

/** Takes an interaction in: written down before it is answered, unless it only helps somebody who still types. */
export function createListening(deps: Deps) {
  return async (raw: unknown): Promise<void> => {
    const { data, error } = interactionSchema.safeParse(raw);
    if (!data)
      return deps.log.warn({ err: error }, 'discord: an interaction cannot be read and is passed over');
    try {
      await take(deps, data);
    } catch (err) {
      deps.log.error({ err, interaction: data.id }, 'discord: an interaction was lost');
    }
  };
}

async function take(deps: Deps, interaction: Interaction): Promise<void> {
  const { answering, surroundings, places, log } = deps;
  const account = senderOf(interaction)?.id;
  const asked = account === undefined ? undefined : deps.asked.note(interaction, account);
  if (!asked || account === undefined) return;
  if (interaction.guild_id === undefined) places.notePrivateChat(account, interaction.channel.id);
  else deps.standings.note(placeOf(interaction.channel), account, standingOf(interaction));
  if (interaction.type === 4) return complete(deps, interaction, asked);
  const incoming = toIncoming(interaction, surroundings);
  if (!incoming)
    return log.warn({ interaction: interaction.id }, 'discord: an interaction means nothing to the bot');
  // No form opens for a button that is not there: the press is refused like any other.
  const isThere = incoming.kind !== 'press' || incoming.button !== 'gone';
  if (isThere && interaction.type === 3 && interaction.data.custom_id === ANSWER)
    return answering.openForm(asked, toAnswerModal(interaction.message?.content ?? '', asked.language));
  const form = isThere ? await formFor(deps, interaction, incoming) : undefined;
  if (form) {
    const mark = surroundings.opened.note(interaction.id, incoming);
    return answering.openForm(asked, toModal(form, mark));
  }
  void answering.watch(asked, interaction.type === 3);
  await persistently(deps, incoming);
}

async function complete(deps: Deps, interaction: CommandInteraction, asked: Asked): Promise<void> {
  const { assist, answering, surroundings, log } = deps;
  const incoming = toIncoming(interaction, surroundings);
  const sheet = surroundings.sheets.find(({ name }) => name === interaction.data.name);
  const focused = interaction.data.options.find((option) => option.focused);
  const argument = sheet?.arguments.find(({ option }) => option === focused?.name);
  if (!assist || argument?.name === undefined || incoming?.kind !== 'message')
    return answering.offer(asked, []);
  const answers = answersOf(interaction, surroundings);
  const found = await assist.complete({ ...incoming, answers }, argument.name).catch((err: unknown) => {
    log.warn({ err }, 'discord: nothing could be offered');
    return [];
  });
  const fitting = found.filter(({ answer }) => answer !== '' && answer.length <= LONGEST_CHOICE);
  const choices = fitting.map(({ label, answer }) => ({
    name: beginning(toLabel(label), LONGEST_CHOICE),
    value: answer,
  }));
  return answering.offer(asked, choices.slice(0, MOST_CHOICES));
}

/**
 * The form to open in place of acting on an event at once; a form cannot follow on another, and has to be there
 * before Discord loses patience.
 */
async function formFor({ assist, clock, log }: Deps, interaction: Interaction, incoming: Incoming) {
  if (!assist || interaction.type === 5) return undefined;
  const ready = new AbortController();
  const made = assist.form(incoming).catch((err: unknown) => {
    log.warn({ err }, 'discord: a form could not be made; what is missing is asked for');
    return undefined;
  });
  const late = clock.sleep(FORM_WITHIN, ready.signal).then(
    () => undefined,
    () => undefined,
  );
  const form = await Promise.race([made, late]);
  ready.abort();
  return form;
}
