import { Temporal } from 'temporal-polyfill';
import { readLine } from '../../chat/read-line.ts';
import { demandAllUsed, nameOrAsk } from '../../chat/unused-words.ts';
import { fold } from '../../language/fold.ts';
import { UserError } from '../../texts/user-error.ts';
import type { DayOfYear } from './unit-day.ts';

/** What somebody wants with the days of the unit. */
export type DayLine =
  | { kind: 'anniversary'; day: DayOfYear; name: string }
  | { kind: 'day_off'; from: DayOfYear; to: DayOfYear; name: string }
  | { kind: 'remove'; day: DayOfYear };

const LONGEST_NAME = 120;
const LONGEST_BREAK_DAYS = 60;
const OFF = /^(?:nghỉ|nghi|ngày nghỉ|off)\s*:?\s+/iu;
const FROM = /^(?:từ|tu|from)\s+/iu;
const REMOVE = /^(?:bỏ|bo|xóa|xoá|xoa|remove)\s*:?\s+/iu;
const DAY =
  /^(?:ngày\s+|ngay\s+)?(\d{1,2})\s*(?:[/.-]|\s+tháng\s+|\s+thang\s+)\s*(\d{1,2})(?:\s*(?:[/.-]|\s+năm\s+|\s+nam\s+)\s*(\d{4}))?(?![\d/])[:,]?\s*/iu;
const UNTIL = /^(?:đến|den|tới|toi|to|-|–)\s*/iu;
const LUNAR = /^(?:âm lịch|âm|al|âl|am lich)(?!\p{L})/iu;

/** `12/12/1953 Bác Hồ gửi thư`, `nghỉ 24/11 Ngày Văn hóa`, `bỏ 24/11`. @throws UserError showing how it is said */
export function readDayLine(text: string): DayLine {
  const line = text.normalize('NFC').trim();
  if (fold(line) === '') throw new UserError('days.unknown');
  if (REMOVE.test(line)) {
    const { day, rest } = takeDay(line.replace(REMOVE, '').replace(OFF, ''));
    demandAllUsed(rest, inFrontOf(rest, line));
    return { kind: 'remove', day };
  }
  if (OFF.test(line)) {
    const { from, to, rest } = readBreak(line.replace(OFF, ''));
    return { kind: 'day_off', from, to, name: rest === '' ? '' : readName(rest, line) };
  }
  const { day, rest } = takeDay(line);
  return { kind: 'anniversary', day, name: readName(rest, line) };
}

function inFrontOf(rest: string, line: string): string {
  return line.slice(0, line.length - rest.length).trim();
}

/** @throws UserError when it does not begin with a day */
function takeDay(text: string): { day: DayOfYear; rest: string } {
  const [said, day, month, year] = DAY.exec(text) ?? [];
  if (said === undefined) throw new UserError('days.unknown');
  const rest = text.slice(said.length);
  if (LUNAR.test(rest)) throw new UserError('days.solar_only');
  const found = checked(Number(day), Number(month), year === undefined ? undefined : Number(year), said);
  return { day: found, rest };
}

/** @throws UserError when there is no such day */
function checked(day: number, month: number, year: number | undefined, said: string): DayOfYear {
  try {
    // Without a year any day of a leap year may be meant.
    Temporal.PlainDate.from({ year: year ?? 2024, month, day }, { overflow: 'reject' });
  } catch {
    throw new UserError('days.no_such', { text: said.trim() });
  }
  return { day, month, year };
}

/** @throws UserError when it is not several days, one after another */
function readBreak(text: string): { from: DayOfYear; to: DayOfYear; rest: string } {
  const { day: from, rest } = takeDay(text.replace(FROM, ''));
  const until = UNTIL.exec(rest)?.[0];
  if (until === undefined || !DAY.test(rest.slice(until.length))) return { from, to: from, rest };
  const last = takeDay(rest.slice(until.length));
  const to = last.day;
  const year = from.year ?? (to.year === undefined ? undefined : to.year - (isLater(from, to) ? 1 : 0));
  const first = { ...from, year };
  const days = lengthOf(first, to);
  if (days < 1) throw new UserError('days.range_back');
  if (days > LONGEST_BREAK_DAYS) throw new UserError('days.range_too_long', { max: LONGEST_BREAK_DAYS });
  return { from: first, to, rest: last.rest };
}

function isLater(one: DayOfYear, other: DayOfYear): boolean {
  return one.month > other.month || (one.month === other.month && one.day > other.day);
}

function lengthOf(from: DayOfYear, to: DayOfYear): number {
  const first = Temporal.PlainDate.from({ ...from, year: from.year ?? 2024 });
  const last = Temporal.PlainDate.from({ ...to, year: to.year ?? first.year });
  const end =
    Temporal.PlainDate.compare(last, first) < 0 && to.year === undefined ? last.add({ years: 1 }) : last;
  return first.until(end).total('days') + 1;
}

/** @throws UserError when it is missing or too long, or holds words about time */
function readName(rest: string, line: string): string {
  const words = rest.replace(/^[-–:,.\s]+/, '');
  // "Nghỉ Tết" is what such days are called.
  const [off] = OFF.exec(words) ?? [''];
  const name = nameOrAsk(words.slice(off.length), (name) => `${inFrontOf(rest, line)} ${off}${name}`);
  return readLine(off + name, {
    most: LONGEST_NAME,
    none: () => new UserError('days.name_needed'),
    tooLong: (size) => new UserError('days.name_too_long', size),
  });
}
