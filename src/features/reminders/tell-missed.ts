import type { App } from '../../app.ts';
import { writeCode } from '../../chat/codes.ts';
import { formatMoment } from '../../texts/format.ts';
import type { Markup } from '../../texts/markup.ts';
import type { Translator } from '../../texts/translator.ts';
import { codeOfSession, type Session } from '../sessions/session.ts';
import { tellAdministrators } from '../units/tell-administrators.ts';

const MOST_NAMED = 5;

type MissedKey = 'missed.no_channel' | 'missed.too_late';

/** Tells the administrators of a unit in one message which of its sessions nobody was reminded of. */
export async function tellMissed(app: App, sessions: readonly Session[], key: MissedKey): Promise<void> {
  const missed = sessions.toSorted(
    (one, other) => one.start.epochMilliseconds - other.start.epochMilliseconds,
  );
  const [first] = missed;
  if (!first) return;
  const occasion = `${key}:${first.id}:${app.clock.now().epochMilliseconds}`;
  await tellAdministrators(app, first.unitId, occasion, (t) => words(missed, first, key, t));
}

function words(missed: readonly Session[], first: Session, key: MissedKey, t: Translator): Markup {
  const moment = ({ start }: Session) => formatMoment(start, t.language);
  if (missed.some(({ scheduleId }) => scheduleId !== first.scheduleId))
    return t('missed.of_several', {
      n: missed.length,
      sessions: namesOf(missed, (each) => `${codeOfSession(each)} – ${each.title}, ${moment(each)}`),
    });
  const code = writeCode({ prefix: 'NL', number: first.scheduleNumber });
  return t(key, { code, title: first.title, n: missed.length, days: namesOf(missed, moment) });
}

function namesOf(missed: readonly Session[], name: (session: Session) => string): string {
  return [...missed.slice(0, MOST_NAMED).map(name), ...(missed.length > MOST_NAMED ? ['…'] : [])].join('; ');
}
