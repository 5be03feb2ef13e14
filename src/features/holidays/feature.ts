import type { Feature } from '../feature.ts';
import { holidayCommands } from './commands.ts';

export const holidays: Feature = {
  commands: holidayCommands,
};
