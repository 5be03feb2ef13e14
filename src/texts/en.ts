import { chat } from './en/chat.ts';
import { consoleTexts } from './en/console.ts';
import { reports } from './en/reports.ts';
import { schedules } from './en/schedules.ts';
import { summaries } from './en/summaries.ts';
import { units } from './en/units.ts';

export const en = { ...chat, ...units, ...reports, ...schedules, ...summaries, ...consoleTexts } as const;
