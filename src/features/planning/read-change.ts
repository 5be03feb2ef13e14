import type { Call } from '../../chat/call.ts';
import type { Language } from '../../core/languages.ts';
import { fold } from '../../language/fold.ts';
import { readSchedulePhrase } from '../../language/schedule-phrase.ts';
import type { Doubt } from '../../language/when.ts';
import { UserError } from '../../texts/user-error.ts';
import { checkLeads, doubtOf, readPlace, readScheduleTitle } from './read-time.ts';
import type { ScheduleChange } from './schedule-change.ts';

/** What people put around what they want changed; it is no name. */
const FILLERS = new Set(
  'doi|doi sang|sang|thanh|gio|doi gio|doi gio sang|doi ngay|doi ngay sang|doi lich|doi lich sang|chuyen|chuyen sang|doi thanh|doi dia diem|dia diem|nhac|doi nhac|sua|sua thanh|lai|dat lai|hop|to|change to'.split(
    '|',
  ),
);
const TITLE = /^\s*(?:tên|ten|tiêu đề|tieu de|việc|viec|title|name)\s*:\s*/iu;

/**
 * `20h ngày 6 hằng tháng`, `tại nhà văn hóa ấp 3`, `nhắc trước 1 ngày`, `tên: …`, or several of them. What is
 * neither time, place nor reminders is the new name. @throws UserError asking for what is not clear
 */
export function readScheduleChange(call: Call) {
  return (text: string): ScheduleChange => {
    if (TITLE.test(text)) return { title: readScheduleTitle(text.replace(TITLE, '')) };
    const { when, leads, place, title, doubts } = readSchedulePhrase(text, { now: call.now });
    settle(doubts, call.t.language);
    const name = nameIn(title);
    const change: ScheduleChange = {
      title: name === '' ? undefined : readScheduleTitle(name),
      place: place === undefined ? undefined : readPlace(place),
      when,
      time: doubts.find((doubt) => doubt.kind === 'no-day')?.time,
      leads: leads && checkLeads(leads),
    };
    if (Object.values(change).every((value) => value === undefined))
      throw new UserError('schedule.change_unknown');
    return change;
  };
}

/** @throws UserError with the question for the first doubt that only the person can settle */
function settle(doubts: readonly Doubt[], language: Language): void {
  for (const doubt of doubts) {
    if (!doubt.ask || doubt.kind === 'no-day' || doubt.kind === 'no-hour') continue;
    const asked = doubtOf(doubt, language);
    if (asked) throw asked.about('what', asked.choices);
  }
}

/** What is left of a line when the filling words are gone. */
function nameIn(title: string): string {
  return FILLERS.has(fold(title).replace(/[:,.]/g, '').trim()) ? '' : title;
}
