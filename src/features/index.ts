import { attendance } from './attendance/feature.ts';
import { calendars } from './calendars/feature.ts';
import { dialogs } from './dialogs/feature.ts';
import type { Feature } from './feature.ts';
import { files } from './files/feature.ts';
import { holidays } from './holidays/feature.ts';
import { planning } from './planning/feature.ts';
import { reminders } from './reminders/feature.ts';
import { reports } from './reports/feature.ts';
import { sessions } from './sessions/feature.ts';
import { summaries } from './summaries/feature.ts';
import { topics } from './topics/feature.ts';
import { units } from './units/feature.ts';

/** Every feature of the bot, a rung each: a feature imports only from those above it. */
export const features: readonly Feature[] = [
  dialogs,
  units,
  reports,
  topics,
  sessions,
  holidays,
  attendance,
  reminders,
  planning,
  calendars,
  summaries,
  files,
];
