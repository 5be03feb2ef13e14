import type { Language } from '../../core/languages.ts';
import type { Rule } from '../resolving/rules.ts';
import { listed } from './names.ts';

const FULL_MOON = 15;
const LAST_OF_MUNG = 10;

/** "mùng 1 và rằm âm lịch hằng tháng", "on lunar day 10 of lunar month 3 every year". */
export function describeLunarRule({ monthDays = [], months }: Rule, language: Language): string {
  if (language === 'vi') {
    const days = listed(monthDays.map(lunarDayName), 'vi');
    return months
      ? `${days} tháng ${listed(months.map(String), 'vi')} âm lịch hằng năm`
      : `${days} âm lịch hằng tháng`;
  }
  const days = `on lunar ${counted('day', monthDays)}`;
  return months ? `${days} of lunar ${counted('month', months)} every year` : `${days} every month`;
}

/** "mùng 1", "rằm", "ngày 23". */
export function lunarDayName(day: number): string {
  if (day === FULL_MOON) return 'rằm';
  return day <= LAST_OF_MUNG ? `mùng ${day}` : `ngày ${day}`;
}

function counted(noun: string, numbers: readonly number[]): string {
  return `${noun}${numbers.length > 1 ? 's' : ''} ${listed(numbers.map(String), 'en')}`;
}
