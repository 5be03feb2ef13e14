import type { Temporal } from 'temporal-polyfill';
export const readDeedDate = (_text: string, _c: { today: Temporal.PlainDate }): Temporal.PlainDate | undefined => undefined;
