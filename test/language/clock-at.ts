import { Temporal } from 'temporal-polyfill';

/** The reference clock of times.jsonl: Wednesday 14 January 2026, 8 in the morning. */
export const NOW = Temporal.ZonedDateTime.from('2026-01-14T08:00:00+07:00[Asia/Ho_Chi_Minh]');
export const TODAY = NOW.toPlainDate();
