import { button } from '../../chat/button.ts';
import type { Button, Message } from '../../chat/message.ts';
import { joinMarkup, type Markup, typed } from '../../texts/markup.ts';
import { shorten, toLabel } from '../../texts/shorten.ts';
import type { Translator } from '../../texts/translator.ts';
import { exactCode, type Session, sessionName } from '../sessions/session.ts';
import type { Attendee } from './roll.ts';

const PAGE = 8;
const MOST_NAMES = 60;
const LONGEST_LABEL = 40;

type ListKey = 'attendance.list_came' | 'attendance.list_present' | 'attendance.list_excused';
type OtherKey = 'attendance.list_unsure' | 'attendance.list_silent';

/** The list of a session, page by page to be ticked where that may be done. */
export function rollMessage(
  session: Session,
  roll: readonly Attendee[],
  how: { page: number; mayTick: boolean },
  t: Translator,
): Message {
  const text = rollText(session, roll, t);
  if (!how.mayTick) return { text };
  return {
    text: joinMarkup([text, t('attendance.list_tick')]),
    buttons: tickButtons(session, roll, how.page, t),
  };
}

/** Who said what, with the reasons: for those who may see them. */
function rollText(session: Session, roll: readonly Attendee[], t: Translator): Markup {
  const said = (answer: Attendee['answer']) => roll.filter((each) => each.answer === answer && !each.came);
  const groups = [
    ...group(
      'attendance.list_came',
      roll.filter(({ came }) => came),
      t,
    ),
    ...group('attendance.list_present', said('present'), t),
    ...group('attendance.list_excused', said('excused'), t),
    ...group('attendance.list_unsure', said('unsure'), t),
    ...group('attendance.list_silent', said(undefined), t),
  ];
  const heading = t('attendance.list', { session: sessionName(session, t.language) });
  return joinMarkup([heading, ...(groups.length === 0 ? [t('attendance.list_empty')] : groups)]);
}

function group(key: ListKey | OtherKey, people: readonly Attendee[], t: Translator): Markup[] {
  if (people.length === 0) return [];
  const shown = people.slice(0, MOST_NAMES).map((each) => nameOf(each, t));
  const more =
    people.length > MOST_NAMES ? [t('attendance.list_more', { n: people.length - MOST_NAMES })] : [];
  return [t(key, { n: people.length, names: joinMarkup([...shown, ...more], ', ') })];
}

function nameOf({ name, reason }: Attendee, t: Translator): Markup {
  return reason === undefined ? typed(name) : t('attendance.list_reason', { name, reason });
}

function tickButtons(session: Session, roll: readonly Attendee[], page: number, t: Translator): Button[][] {
  const code = exactCode(session);
  const pages = Math.max(1, Math.ceil(roll.length / PAGE));
  const here = Math.min(Math.max(1, page), pages);
  const people = roll.slice((here - 1) * PAGE, here * PAGE).map(({ key, name, came }) => ({
    label: shorten(`${came ? '●' : '○'} ${toLabel(name)}`, LONGEST_LABEL),
    line: `/danhdau ${code} ${key} ${here}`,
  }));
  const rows = Array.from({ length: Math.ceil(people.length / 2) }, (_, row) =>
    people.slice(row * 2, row * 2 + 2),
  );
  const turn = (label: 'button.back' | 'button.next', to: number): Button[] =>
    to < 1 || to > pages ? [] : [button(t, label, `/danhdau ${code} ${to}`)];
  const turns = [...turn('button.back', here - 1), ...turn('button.next', here + 1)];
  const saidSo = roll.some(({ answer, came }) => answer === 'present' && !came);
  return [
    ...rows,
    ...(turns.length > 0 ? [turns] : []),
    ...(saidSo ? [[button(t, 'button.all_present', `/danhdau ${code} du ${here}`)]] : []),
    [button(t, 'button.write_figures', `/sinhhoat ${code}`)],
  ];
}
