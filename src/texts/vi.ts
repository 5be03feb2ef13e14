import { chat } from './vi/chat.ts';
import { consoleTexts } from './vi/console.ts';
import { reports } from './vi/reports.ts';
import { schedules } from './vi/schedules.ts';
import { summaries } from './vi/summaries.ts';
import { units } from './vi/units.ts';

/** The source of all texts: every other language is checked against it by type. */
export const vi = { ...chat, ...units, ...reports, ...schedules, ...summaries, ...consoleTexts } as const;
