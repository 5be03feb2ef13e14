import type { Feature } from '../feature.ts';
import { calendarCommands } from './commands.ts';

export const calendars: Feature = { commands: calendarCommands };
