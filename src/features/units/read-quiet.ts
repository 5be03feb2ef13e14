import { Temporal } from 'temporal-polyfill';
import { fold } from '../../language/fold.ts';
import { UserError } from '../../texts/user-error.ts';
import { QUIET_BY_DEFAULT, type QuietHours } from './quiet-hours.ts';

const NONE = new Set(['khong', 'tat', 'bo', 'khong can', 'off', 'none']);
const USUAL = new Set(['mac dinh', 'nhu cu', 'default']);
const HOUR = String.raw`(\d{1,2})(?: ?(?:h|g|gio|:) ?(\d{2})?)?(?: ?(?:sang|toi|dem))?`;
const HOURS = new RegExp(`^(?:tu )?${HOUR} ?(?:-|–|den|toi|to) ?${HOUR}$`);

/** `22h-6h`, `21h30 đến 6h`, `không`. @throws UserError showing how they are said */
export function readQuietHours(text: string): QuietHours {
  const said = fold(text);
  if (NONE.has(said)) return { from: new Temporal.PlainTime(), to: new Temporal.PlainTime() };
  if (USUAL.has(said)) return QUIET_BY_DEFAULT;
  const [, fromHour, fromMinute, toHour, toMinute] = HOURS.exec(said) ?? [];
  if (fromHour === undefined || toHour === undefined) throw new UserError('quiet.unknown');
  return { from: readTime(fromHour, fromMinute), to: readTime(toHour, toMinute) };
}

function readTime(hour: string, minute: string | undefined): Temporal.PlainTime {
  const [h, m] = [Number(hour), Number(minute ?? 0)];
  if (h > 24 || m > 59 || (h === 24 && m > 0)) throw new UserError('quiet.unknown');
  return Temporal.PlainTime.from({ hour: h % 24, minute: m });
}
