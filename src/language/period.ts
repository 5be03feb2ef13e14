import type { Temporal } from 'temporal-polyfill';
import { fold } from './fold.ts';
export type Period = { readonly kind: 'day' | 'week' | 'month' | 'quarter' | 'half-year' | 'nine-months' | 'year' | 'range'; readonly from: Temporal.PlainDate; readonly to: Temporal.PlainDate };
export const readPeriodArgument = (kind: 'week' | 'month', text: string, { today }: { today: Temporal.PlainDate }): { period: Period } | undefined => {
  const back = fold(text) === 'truoc' ? 1 : fold(text) === '' ? 0 : undefined;
  if (back === undefined) return undefined;
  if (kind === 'week') { const from = today.subtract({ days: today.dayOfWeek - 1, weeks: back }); return { period: { kind, from, to: from.add({ days: 6 }) } }; }
  const from = today.with({ day: 1 }).subtract({ months: back });
  return { period: { kind, from, to: from.add({ months: 1 }).subtract({ days: 1 }) } };
};
export const readPeriod = (text: string, c: { today: Temporal.PlainDate }) => readPeriodArgument('week', text.replace('tuần', ''), c);
export const periodBefore = (p: Period): Period => p.kind === 'week' ? { ...p, from: p.from.subtract({ weeks: 1 }), to: p.to.subtract({ weeks: 1 }) } : { ...p, from: p.from.subtract({ months: 1 }), to: p.from.subtract({ days: 1 }) };
