import type { Temporal } from 'temporal-polyfill';
import { formatMoment } from '../../texts/format.ts';
import { joinMarkup, type Markup } from '../../texts/markup.ts';
import type { Translator } from '../../texts/translator.ts';
import { whereLines, whoLines } from '../reminders/reminder-text.ts';
import { codeOfSession, type Session } from '../sessions/session.ts';

/** What happened to a session. */
export type Happening =
  | { kind: 'moved'; from: Temporal.ZonedDateTime; isElsewhere?: boolean }
  | { kind: 'postponed' }
  | { kind: 'cancelled' }
  | { kind: 'restored' }
  | { kind: 'paused' }
  | { kind: 'resumed' }
  | { kind: 'renamed' }
  | { kind: 'where' }
  | { kind: 'who' };

/** In a line, what changed of a session: for those who have read the old. */
export function changeLine(session: Session, happening: Happening, t: Translator): Markup {
  const words = {
    code: codeOfSession(session),
    title: session.title,
    moment: formatMoment(session.start, t.language),
  };
  const joined = (lines: readonly Markup[]) => joinMarkup(lines, '; ');
  switch (happening.kind) {
    case 'moved':
      return joinMarkup([
        t('change.moved', { ...words, from: formatMoment(happening.from, t.language) }),
        ...(happening.isElsewhere ? whereLines(session, t) : []),
      ]);
    case 'where':
      return t('change.details', { ...words, details: joined(whereLines(session, t)) });
    case 'who':
      return t('change.details', { ...words, details: joined(whoLines(session, t)) });
    case 'postponed':
    case 'cancelled':
    case 'restored':
    case 'paused':
    case 'resumed':
    case 'renamed':
      return t(`change.${happening.kind}`, words);
  }
}
