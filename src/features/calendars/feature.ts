import type { Feature } from '../feature.ts';
import { calendarCommands } from './commands.ts';
import { calendarRoute } from './route.ts';

export const calendars: Feature = { commands: calendarCommands, routes: [calendarRoute] };
