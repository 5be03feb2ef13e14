import { readFileSync } from 'node:fs';
import { Temporal } from 'temporal-polyfill';
import { occurrences } from '../../src/features/sessions/recurrence.ts';
import { readDeedDate } from '../../src/language/deed-date.ts';
import { guessField } from '../../src/language/fields.ts';
import { readSchedulePhrase } from '../../src/language/schedule-phrase.ts';
import { guessSubjectName } from '../../src/language/subject.ts';
import { measure } from './measure.ts';

const now = Temporal.ZonedDateTime.from('2026-01-14T08:00[Asia/Ho_Chi_Minh]');
const phrases = linesOf('times.jsonl');
const reports = linesOf('samples.jsonl');

await measure(
  'reading a schedule phrase',
  20_000,
  each(phrases, (text) => readSchedulePhrase(text, { now })),
);
await measure('the field of a report', 20_000, each(reports, guessField));
await measure('who did it', 20_000, each(reports, guessSubjectName));
await measure(
  'the day of a report',
  20_000,
  each(reports, (text) => readDeedDate(text, { today: now.toPlainDate() })),
);

const RULES = [
  'FREQ=MONTHLY;BYMONTHDAY=5',
  'FREQ=MONTHLY;BYDAY=1SA',
  'FREQ=MONTHLY;BYMONTHDAY=28,29,30;BYSETPOS=-1',
  'FREQ=MONTHLY;BYMONTHDAY=-1',
  'FREQ=WEEKLY;BYDAY=MO,TH',
  'FREQ=YEARLY;BYMONTH=6,12;BYMONTHDAY=10',
  'FREQ=DAILY',
];
const time = Temporal.PlainTime.from('19:30');

await measure('the next 12 dates of a rule', 2_000, each(RULES, next12));

function linesOf(file: string): string[] {
  return readFileSync(new URL(`../language/${file}`, import.meta.url), 'utf8')
    .split('\n')
    .flatMap((line) => /"text": ?("(?:[^"\\]|\\.)*")/.exec(line)?.[1] ?? [])
    .map((text) => String(JSON.parse(text)));
}

function each(texts: readonly string[], read: (text: string) => unknown) {
  return (index: number) => read(texts[Math.abs(index) % texts.length] ?? '');
}

function next12(rrule: string) {
  return occurrences(
    { rrule, startsOn: now.toPlainDate(), time, timeZone: now.timeZoneId },
    now.toInstant(),
    12,
  );
}
