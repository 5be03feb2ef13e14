import type { Call } from '../../chat/call.ts';
import { nameOrAsk, unusedWords } from '../../chat/unused-words.ts';
import { describeLeads, describeWhen } from '../../language/describe.ts';
import { fold } from '../../language/fold.ts';
import { type ClockRead, readClock } from '../../language/read-clock.ts';
import { readSchedulePhrase, type SchedulePhrase } from '../../language/schedule-phrase.ts';
import { UserError } from '../../texts/user-error.ts';
import { checkLeads, questionOf, readPlace, readScheduleTitle } from './read-time.ts';
import type { Dropped, ScheduleChange } from './schedule-change.ts';

/** What people put around what they want changed; it is no name. */
const FILLERS = new Set(
  'doi|doi sang|sang|thanh|gio|sua lai|doi gio|doi gio sang|doi ngay|doi ngay sang|doi lich|doi lich sang|chuyen|chuyen sang|doi thanh|doi dia diem|dia diem|nhac|doi nhac|sua|sua thanh|lai|dat lai|hop|to|change to'.split(
    '|',
  ),
);
/** "đổi lịch họp sang", "chuyển sang": over to what follows. */
const IN_FRONT =
  /^\s*(?:đổi|doi|chuyển|chuyen|dời|sửa|sua)(?:\s+(?:lịch|lich|giờ|gio|ngày|ngay|buổi|buoi|họp|hop)){0,3}\s+(?:sang|qua|thành|thanh)\s+/iu;
const TITLE = /^\s*(?:tên|ten|tiêu đề|tieu de|việc|viec|title|name)\s*:\s*/iu;

/**
 * `20h ngày 6 hằng tháng`, `tại nhà văn hóa ấp 3`, `nhắc trước 1 ngày`, `tên: …`, or several of them. What is
 * neither time, place nor reminders is the new name. @throws UserError asking for what is not clear
 */
export function readScheduleChange(call: Call) {
  return (typed: string): ScheduleChange => {
    const { text, drops } = withoutDrops(typed.normalize('NFC').replace(IN_FRONT, ''));
    if (TITLE.test(text)) return { title: readNewTitle(text) };
    const phrase = readSchedulePhrase(text, { now: call.now, language: call.t.language });
    const anew = (readings: readonly string[]) =>
      readings.map((reading) => withRest(reading, phrase, drops, call));
    demandClear(phrase, anew, call);
    const { when, repeated, leads, place, title, doubts } = phrase;
    const name = nameIn(title);
    const change: ScheduleChange = {
      title: name === '' ? undefined : readScheduleTitle(name),
      place: place === undefined ? undefined : readPlace(place),
      when,
      repeatedOrOnce:
        when && repeated && anew([repeated, when].map((each) => describeWhen(each, call.t.language))),
      time: doubts.find((doubt) => doubt.kind === 'no-day')?.time,
      leads: leads && checkLeads(leads),
      drops: drops.length > 0 ? drops : undefined,
    };
    if (Object.values(change).every((value) => value === undefined))
      throw new UserError('schedule.change_unknown');
    return change;
  };
}

/** The change in words once more, with each of these readings of its time. */
type Anew = (readings: readonly string[]) => readonly string[];

const DROPPED_IN_WORDS: Readonly<Record<Dropped, string>> = {
  end: 'không thời hạn',
  shift: 'trùng cũng họp',
};

/** A reading of the time, with all else that was said: who presses it loses nothing. */
function withRest(
  reading: string,
  { title, place, leads }: SchedulePhrase,
  drops: readonly Dropped[],
  { t }: Call,
): string {
  return [
    reading,
    nameIn(title),
    place === undefined ? '' : `tại ${place}`,
    leads ? describeLeads(leads, t.language) : '',
    ...drops.map((dropped) => DROPPED_IN_WORDS[dropped]),
  ]
    .filter((part) => part !== '')
    .join(', ');
}

/** @throws UserError asking for what is not clear of a time */
function demandClear({ when, doubts, said }: SchedulePhrase, anew: Anew, { t }: Call): void {
  const open = doubts.filter(({ kind }) => kind !== 'no-day' && kind !== 'no-hour');
  const asked = questionOf(open, t.language);
  if (asked) throw asked.about('what', anew(asked.choices));
  if (when?.also) throw new UserError('schedule.change_one').about('what');
  // Of a time without a day only the hour can be taken.
  const clock = said === '' ? undefined : readClock(said, t.language);
  if (!when && said !== '' && !clock) throw unusedWords([said], []);
  if (!when && clock) demandOneHour(said, clock, anew);
}

/** @throws UserError where the hour may be two: "6h" */
function demandOneHour(said: string, { doubts }: ClockRead, anew: Anew): void {
  const ambiguous = doubts.find((doubt) => doubt.kind === 'ambiguous');
  if (!ambiguous) return;
  throw new UserError('time.ambiguous', { text: said }).about('what', anew(ambiguous.readings));
}

/** "không thời hạn", "trùng cũng họp": what the rule had is taken back. */
const DROPS: ReadonlyMap<Dropped, RegExp> = new Map([
  ['end', /(?:,\s?)?(?:không (?:thời )?hạn|khong (?:thoi )?han|vô thời hạn|without end|no end)/iu],
  [
    'shift',
    /(?:,\s?)?(?:không dời khi trùng|khong doi khi trung|trùng cũng họp|trung cung hop|whatever day it falls on)/iu,
  ],
]);

function withoutDrops(typed: string): { text: string; drops: readonly Dropped[] } {
  const line = typed.normalize('NFC');
  const drops = [...DROPS].flatMap(([dropped, words]) => (words.test(line) ? [dropped] : []));
  const text = [...DROPS.values()].reduce((left, words) => left.replace(words, ''), line);
  return { text, drops };
}

function readNewTitle(text: string): string {
  const label = TITLE.exec(text)?.[0] ?? '';
  return readScheduleTitle(nameOrAsk(text.slice(label.length), (name) => `${label.trim()} ${name}`));
}

/** What is left of a line when the filling words are gone. */
function nameIn(title: string): string {
  return FILLERS.has(fold(title).replace(/[:,.]/g, '').trim()) ? '' : title;
}
