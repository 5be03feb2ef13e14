import { Temporal } from 'temporal-polyfill';
import { fold } from '../../language/fold.ts';
import { readHours } from '../../language/read-clock.ts';
import { UserError } from '../../texts/user-error.ts';
import { QUIET_BY_DEFAULT, type QuietHours } from './quiet-hours.ts';

const NONE = new Set(['khong', 'tat', 'bo', 'khong can', 'off', 'none']);
const USUAL = new Set(['mac dinh', 'nhu cu', 'default']);
/** `22h-6h`, `10h tối đến 6h sáng`, `không`. @throws UserError showing how they are said */
export function readQuietHours(text: string): QuietHours {
  const said = fold(text);
  if (NONE.has(said)) return { from: new Temporal.PlainTime(), to: new Temporal.PlainTime() };
  if (USUAL.has(said)) return QUIET_BY_DEFAULT;
  const hours = readHours(text);
  if (!hours) throw new UserError('quiet.unknown');
  return hours;
}
