import { readFileSync } from 'node:fs';
import { Temporal } from 'temporal-polyfill';
import { occurrences } from '../../src/features/schedules/recurrence.ts';
import { readDeedDate } from '../../src/language/deed-date.ts';
import { guessField } from '../../src/language/fields.ts';
import { readSchedulePhrase } from '../../src/language/schedule-phrase.ts';
import { guessSubjectName } from '../../src/language/subject.ts';
import { measure } from './measure.ts';

const linesOf = (file: string): string[] =>
  readFileSync(new URL(`../language/${file}`, import.meta.url), 'utf8')
    .split('\n')
    .flatMap((line) => /"text": ?("(?:[^"\\]|\\.)*")/.exec(line)?.[1] ?? [])
    .map((text) => String(JSON.parse(text)));

const now = Temporal.ZonedDateTime.from('2026-01-14T08:00[Asia/Ho_Chi_Minh]');
const phrases = linesOf('times.jsonl');
const reports = linesOf('samples.jsonl');
const each = (texts: readonly string[], read: (text: string) => unknown) => (index: number) =>
  read(texts[Math.abs(index) % texts.length] ?? '');

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
const next12 = (rrule: string) =>
  occurrences({ rrule, startsOn: now.toPlainDate(), time, timeZone: now.timeZoneId }, now.toInstant(), 12);
await measure('the next 12 dates of a rule', 2_000, each(RULES, next12));
