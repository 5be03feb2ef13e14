import { argumentTexts } from './en/arguments.ts';
import { attendance } from './en/attendance.ts';
import { calendars } from './en/calendars.ts';
import { chat } from './en/chat.ts';
import { consoleTexts } from './en/console.ts';
import { holidays } from './en/holidays.ts';
import { reports } from './en/reports.ts';
import { schedules } from './en/schedules.ts';
import { sessions } from './en/sessions.ts';
import { summaries } from './en/summaries.ts';
import { topics } from './en/topics.ts';
import { units } from './en/units.ts';

export const en = {
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
