import type { Markup } from '../../texts/markup.ts';
import type { Translator } from '../../texts/translator.ts';
import type { AttendanceFigures } from './attendance-between.ts';

const MOST_CODES = 10;

/** `Sinh hoạt: 1 buổi; dự 212/221 (95,9%); 431 lượt người [SH12]`; nothing where no session was held. */
export function attendanceLine(figures: AttendanceFigures, t: Translator): Markup[] {
  const { held, present, expected, counted, rate, visits, codes } = figures;
  if (held === 0) return [];
  let line = t('summary.sessions', { n: held });
  if (rate !== undefined) {
    const people = { sessions: line, present, expected, rate };
    line = counted === 1 ? t('summary.attended', people) : t('summary.attended_in_all', people);
  }
  if (visits !== undefined) line = t('summary.visits', { sessions: line, n: visits });
  const shown = [...codes.slice(0, MOST_CODES), ...(codes.length > MOST_CODES ? ['…'] : [])];
  return [t('summary.session_codes', { sessions: line, codes: shown.join(', ') })];
}
