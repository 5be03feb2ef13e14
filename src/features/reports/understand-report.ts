import type { Temporal } from 'temporal-polyfill';
import { readDeedDay } from '../../language/deed-date.ts';
import { guessField } from '../../language/fields.ts';
import { guessSubjectName, guessSubjectType } from '../../language/subject.ts';
import { withoutTelex } from '../../language/telex-text.ts';
import type { ReportKind } from './report.ts';

/** What a person reports: a good deed has no title. */
export type Reported = {
  kind: ReportKind;
  text: string;
  title?: string | undefined;
  owner?: string | undefined;
};

/**
 * What the bot makes of the words; people correct it by a button.
 * `sent`: the day they were sent, from which “hôm qua” counts.
 */
export function understandReport(reported: Reported, sent: Temporal.PlainDate) {
  const text = withoutTelex(reported.text);
  const whole = [reported.title, reported.owner, text].filter((part) => part !== undefined).join('. ');
  const isModel = reported.kind === 'model';
  const day = readDeedDay(text, { today: sent, lasts: isModel });
  return {
    field: guessField(whole) ?? 'other',
    subjectType: guessSubjectType(reported.owner ?? text, isModel ? 'collective' : 'individual'),
    owner: reported.owner ?? guessSubjectName(text),
    /** The day that the words say, where they say any; of a model, which lasts, only a day that is sure. */
    day: isModel && !day?.sure ? undefined : day,
  } as const;
}
