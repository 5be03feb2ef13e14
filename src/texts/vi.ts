import { argumentTexts } from './vi/arguments.ts';
import { attendance } from './vi/attendance.ts';
import { calendars } from './vi/calendars.ts';
import { chat } from './vi/chat.ts';
import { consoleTexts } from './vi/console.ts';
import { holidays } from './vi/holidays.ts';
import { reports } from './vi/reports.ts';
import { schedules } from './vi/schedules.ts';
import { sessions } from './vi/sessions.ts';
import { summaries } from './vi/summaries.ts';
import { topics } from './vi/topics.ts';
import { units } from './vi/units.ts';

/** The source of all texts: every other language is checked against it by type. */
export const vi = {
  ...chat,
  ...units,
  ...reports,
  ...schedules,
  ...sessions,
  ...holidays,
  ...topics,
  ...calendars,
  ...attendance,
  ...summaries,
  ...consoleTexts,
  ...argumentTexts,
} as const;
