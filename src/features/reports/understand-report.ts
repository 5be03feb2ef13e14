import type { Call } from '../../chat/call.ts';
import { readDeedDate } from '../../language/deed-date.ts';
import { guessField } from '../../language/fields.ts';
import { guessSubjectName, guessSubjectType } from '../../language/subject.ts';
import type { ReportKind } from './report.ts';

/** What a person reports: a good deed has no title. */
export type Reported = { kind: ReportKind; text: string; title?: string; owner?: string };

/** What the bot makes of the words; people correct it by a button. */
export const understand = (reported: Reported, call: Call) => {
  const whole = [reported.title, reported.owner, reported.text]
    .filter((part) => part !== undefined)
    .join('. ');
  const today = call.now.toPlainDate();
  return {
    field: guessField(whole) ?? 'other',
    subjectType: guessSubjectType(
      reported.owner ?? reported.text,
      reported.kind === 'model' ? 'collective' : 'individual',
    ),
    owner: reported.owner ?? guessSubjectName(reported.text),
    date: reported.kind === 'model' ? today : (readDeedDate(reported.text, { today }) ?? today),
  } as const;
};
