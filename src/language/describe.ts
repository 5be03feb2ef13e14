import type { Temporal } from 'temporal-polyfill';
import type { Language } from '../core/languages.ts';
import { formatDate, two, weekdayName } from '../core/written-day.ts';
import { toLunar } from './lunar.ts';
import { toDates, toRule } from './resolving/rules.ts';
import { describeLunarRule, lunarDayName } from './saying/describe-lunar.ts';
import { describeRuleInEnglish } from './saying/describe-rule-en.ts';
import { describeRuleInVietnamese } from './saying/describe-rule-vi.ts';
import { describeShift } from './saying/describe-shift.ts';
import { ENGLISH_MONTHS, listed } from './saying/names.ts';
import type { Lead, When } from './when.ts';

/** The name of an ISO weekday. */
export const describeWeekday = weekdayName;

/** "thứ Bảy, 05/12/2026", "Saturday, 5 December 2026". */
export function describeDate(date: Temporal.PlainDate, language: Language): string {
  const weekday = weekdayName(date.dayOfWeek, language);
  return language === 'vi'
    ? `${weekday}, ${formatDate(date)}`
    : `${weekday}, ${date.day} ${ENGLISH_MONTHS[date.month - 1] ?? ''} ${date.year}`;
}

/** "19 giờ 30", "7 giờ sáng": an hour before noon names its part of the day, so that a slip is seen. */
export function describeTime(time: Temporal.PlainTime, language: Language): string {
  if (language === 'en') return `${two(time.hour)}:${two(time.minute)}`;
  const minute = time.minute === 0 ? '' : ` ${two(time.minute)}`;
  const part = time.hour > 0 && time.hour < 12 ? ' sáng' : '';
  return `${time.hour} giờ${minute}${part}`;
}

/** In words that read back to the same: "19 giờ 30 ngày 5 hằng tháng", "thứ Sáu hằng tuần". */
export function describeWhen({ also = [], ...when }: When, language: Language): string {
  return [when, ...also].map((each) => describeOne(each, language)).join('; ');
}

function describeOne(when: When, language: Language): string {
  const day = when.kind === 'once' ? describeDate(when.date, language) : describeRepetition(when, language);
  if (when.time === undefined) return day;
  const ends = when.ends ? ` – ${describeTime(when.ends, language)}` : '';
  return `${describeTime(when.time, language)}${ends} ${day}`;
}

function describeRepetition(
  { rrule, startsOn }: Extract<When, { kind: 'rule' }>,
  language: Language,
): string {
  const { until, shift } = toRule(rrule) ?? {};
  const from = startsOn && boundInWords(language === 'vi' ? 'từ' : 'starting', startsOn, language);
  const to = until && boundInWords(language === 'vi' ? 'đến hết' : 'until', until, language);
  const moves = shift && describeShift(shift, language);
  return [describeRule(rrule, language), from, to, moves].filter(Boolean).join(', ');
}

function boundInWords(word: string, date: Temporal.PlainDate, language: Language): string {
  return language === 'vi'
    ? `${word} ${formatDate(date)}`
    : `${word} ${date.day} ${ENGLISH_MONTHS[date.month - 1] ?? ''} ${date.year}`;
}

function describeRule(rrule: string, language: Language): string {
  const dates = toDates(rrule);
  if (dates) return describeDates(dates, language);
  const rule = toRule(rrule);
  if (rule === undefined) return rrule;
  if (rule.lunar) return describeLunarRule(rule, language);
  return language === 'vi' ? describeRuleInVietnamese(rule) : describeRuleInEnglish(rule);
}

function describeDates(dates: readonly Temporal.PlainDate[], language: Language): string {
  if (language === 'vi') return `các ngày ${listed(dates.map(formatDate), 'vi')}`;
  const words = dates.map(({ day, month, year }) => `${day} ${ENGLISH_MONTHS[month - 1] ?? ''} ${year}`);
  return `on ${listed(words, 'en')}`;
}

/** "mùng 1 tháng 12 âm lịch", "lunar 1/12". */
export function describeLunar(date: Temporal.PlainDate, language: Language): string {
  const { day, month, leap } = toLunar(date);
  if (language === 'en') return `lunar ${day}/${month}${leap ? ' (leap month)' : ''}`;
  return `${lunarDayName(day)} tháng ${month}${leap ? ' nhuận' : ''} âm lịch`;
}

/** "trước 3 ngày", "trước 2 tiếng", "trước 1 ngày lúc 19 giờ 30", "đúng giờ". */
export function describeLead(lead: Lead, language: Language): string {
  if (lead.kind === 'minutes') return describeMinutes(lead.minutes, language);
  const at = lead.at && describeTime(lead.at, language);
  if (lead.days === 0) return onTheDay(at, language);
  const days = describeDays(lead.days, language);
  if (at === undefined) return days;
  return language === 'vi' ? `${days} lúc ${at}` : `${days} at ${at}`;
}

function describeMinutes(minutes: number, language: Language): string {
  if (minutes === 0) return language === 'vi' ? 'đúng giờ' : 'at the time';
  const words = minutesInWords(minutes, language);
  return language === 'vi' ? `trước ${words}` : `${words} before`;
}

function minutesInWords(minutes: number, language: Language): string {
  const whole = Math.floor(minutes / 60);
  const rest = minutes % 60;
  const hours = whole > 0 && (language === 'vi' ? `${whole} tiếng` : counted(whole, 'hour'));
  const left = rest > 0 && (language === 'vi' ? `${rest} phút` : counted(rest, 'minute'));
  return [hours, left].filter(Boolean).join(' ');
}

function counted(count: number, unit: string): string {
  return `${count} ${unit}${count === 1 ? '' : 's'}`;
}

function onTheDay(at: string | undefined, language: Language): string {
  if (language === 'vi') return at === undefined ? 'hôm đó' : `${at} hôm đó`;
  return at === undefined ? 'on the day' : `${at} on the day`;
}

function describeDays(days: number, language: Language): string {
  if (days % 7 === 0 && days > 0) {
    return language === 'vi' ? `trước ${days / 7} tuần` : `${counted(days / 7, 'week')} before`;
  }
  return language === 'vi' ? `trước ${days} ngày` : `${counted(days, 'day')} before`;
}

export function describeLeads(leads: readonly Lead[], language: Language): string {
  if (leads.length === 0) return language === 'vi' ? 'không nhắc trước' : 'no reminder';
  return leads.map((lead) => describeLead(lead, language)).join(', ');
}
