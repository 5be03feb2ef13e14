import type { Language } from '../../core/languages.ts';
import { weekdayName } from '../../core/written-day.ts';
import type { Shift } from '../shift.ts';

/** "nếu trùng thứ Bảy hoặc Chủ nhật thì chuyển sang thứ Hai sau đó". */
export function describeShift(shift: Shift, language: Language): string {
  const { weekdays, holidays, direction, to } = shift;
  const days = weekdays.map((weekday) => weekdayName(weekday, language));
  if (language === 'vi') {
    const on = either([...days, ...(holidays ? ['ngày lễ'] : [])], 'hoặc');
    const target = to === 'day' ? 'ngày' : to === 'workday' ? 'ngày làm việc' : weekdayName(to, language);
    return `nếu trùng ${on} thì chuyển sang ${target} ${direction > 0 ? 'sau đó' : 'trước đó'}`;
  }
  const on = either([...days, ...(holidays ? ['a public holiday'] : [])], 'or');
  const target = to === 'day' ? 'day' : to === 'workday' ? 'working day' : weekdayName(to, language);
  return `if it falls on ${on}, move to the ${target} ${direction > 0 ? 'after' : 'before'}`;
}

function either(items: readonly string[], or: string): string {
  return items.length < 2 ? items.join('') : `${items.slice(0, -1).join(', ')} ${or} ${items.at(-1)}`;
}
