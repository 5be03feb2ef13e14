import { button } from '../../chat/button.ts';
import type { Message } from '../../chat/message.ts';
import { joinMarkup, type Markup } from '../../texts/markup.ts';
import type { Translator } from '../../texts/translator.ts';
import { codeOfSession, exactCode, type Session, sessionName } from '../sessions/session.ts';
import { type Figures, rateOf } from './figures.ts';
import type { Result } from './result-store.ts';

/** How a session went, as it has been noted. */
export function resultMessage(session: Session, { outcome, figures, note }: Result, t: Translator): Message {
  const name = sessionName(session, t.language);
  const whyLine = line(note, (note) => t('meeting.why', { note }));
  const noteLine = line(note, (note) => t('meeting.note', { note }));
  if (outcome === 'postponed')
    return {
      text: joinMarkup([
        t('meeting.postponed', { session: name }),
        ...whyLine,
        t('meeting.new_date', { code: codeOfSession(session) }),
      ]),
    };
  if (outcome === 'not_held')
    return { text: joinMarkup([t('meeting.not_held', { session: name }), ...whyLine]) };
  const text = joinMarkup([t('meeting.held', { session: name }), ...figureLines(figures, t), ...noteLine]);
  return note === undefined
    ? { text, buttons: [[button(t, 'button.write_note', `/ketqua ${exactCode(session)}`)]] }
    : { text };
}

function line<Value>(value: Value | undefined, words: (value: Value) => Markup): Markup[] {
  return value === undefined ? [] : [words(value)];
}

function figureLines(figures: Figures, t: Translator): Markup[] {
  return [
    ...peopleLine(figures, t),
    ...line(figures.excused, (n) => t('meeting.excused', { n })),
    ...line(figures.visits, (n) => t('meeting.visits', { n })),
    ...line(figures.mode, (mode) => t('meeting.form', { mode: t(`mode.${mode}`) })),
    ...line(figures.sites, (n) => t('meeting.sites', { n })),
  ];
}

function peopleLine({ present, expected }: Figures, t: Translator): Markup[] {
  if (present !== undefined && expected !== undefined)
    return [t('meeting.people', { present, expected, rate: rateOf(present, expected) })];
  if (present !== undefined) return [t('meeting.people_only', { present })];
  return expected === undefined ? [] : [t('meeting.expected_only', { expected })];
}

/** The question how it went, to be pressed or typed. */
export function wentQuestion(
  session: Session,
  counts: { present: number; excused: number },
  t: Translator,
): Message {
  const code = exactCode(session);
  const answer = (words: string) => `/sinhhoat ${code} ${words}`;
  const { present, excused } = counts;
  const soFar = present + excused > 0 ? [t('meeting.answered_so_far', { present, excused })] : [];
  return {
    text: joinMarkup([
      t('meeting.went', { session: sessionName(session, t.language), code: codeOfSession(session) }),
      ...soFar,
    ]),
    buttons: [
      [button(t, 'button.held', answer('da to chuc'))],
      [button(t, 'button.postponed', answer('hoan')), button(t, 'button.not_held', answer('khong to chuc'))],
    ],
  };
}
