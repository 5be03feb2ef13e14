import type { Temporal } from 'temporal-polyfill';
import type { Call } from '../../chat/call.ts';
import { fromWall } from '../../core/local-time.ts';
import { fold } from '../../language/fold.ts';
import { readPeriodInFront } from '../../language/period-in-front.ts';
import { UserError } from '../../texts/user-error.ts';
import { resolvePeriod } from '../topics/read-period.ts';
import { readWhenOrAsk } from './read-time.ts';

const IN_FRONT = /^\s*(?:cho\s+)?(?:đến|den|tới|toi|until|till|to)\s+/iu;
const ENDS = /^(?:hết|het|the\s+end\s+of|end\s+of)\s+(?:ngày\s+|ngay\s+)?/iu;

/**
 * When a pause ends: `đến 1/9` at the beginning of that day, `đến hết tháng 8` with the last day of it, `2 tuần` from
 * today.
 * @throws UserError when it is no day to come
 */
export function readUntil(call: Call) {
  return (text: string): Temporal.Instant => {
    const length = lengthOf(text);
    if (length) return fromWall(call.now.toPlainDate().add(length).toPlainDateTime(), call.now.timeZoneId);
    const said = text.normalize('NFC').replace(IN_FRONT, '');
    const last = said.replace(ENDS, '');
    const day =
      edgeOfPeriod(last, last !== said, call) ?? dayOf(last, call).add({ days: last === said ? 0 : 1 });
    const until = fromWall(day.toPlainDateTime(), call.now.timeZoneId);
    if (until.epochMilliseconds <= call.now.epochMilliseconds)
      throw new UserError('schedule.pause_until_unknown');
    return until;
  };
}

const LENGTH = /^(?:trong |for )?(\d{1,3}) (?:(ngay|days?)|(tuan|weeks?)|(?:thang|months?))$/;

/** "2 tuần", "trong 1 tháng": for so long, from today. */
function lengthOf(text: string): { days: number } | { weeks: number } | { months: number } | undefined {
  const [, number, days, weeks] = LENGTH.exec(fold(text)) ?? [];
  const count = Number(number ?? 0);
  if (count === 0) return undefined;
  if (days !== undefined) return { days: count };
  return weeks === undefined ? { months: count } : { weeks: count };
}

/** "tháng 9", "quý 3": its first day, or the one after its last. */
function edgeOfPeriod(text: string, isWhole: boolean, { now }: Call): Temporal.PlainDate | undefined {
  const today = now.toPlainDate();
  const found = readPeriodInFront(text, today);
  if (!found || found.length < text.trimEnd().length) return undefined;
  const { said } = found;
  if (said.scope !== 'month' && said.scope !== 'quarter' && said.scope !== 'year') return undefined;
  if ('number' in said && (said.number < 1 || said.number > (said.scope === 'month' ? 12 : 4)))
    return undefined;
  const period = resolvePeriod(said, today);
  return isWhole ? period.to.add({ days: 1 }) : period.from;
}

/** @throws UserError when it is no single day */
function dayOf(text: string, call: Call): Temporal.PlainDate {
  const when = readWhenOrAsk(call)(text);
  if (when.kind !== 'once' || when.time) throw new UserError('schedule.pause_until_unknown');
  return when.date;
}
