import type { Feature } from '../feature.ts';
import { reportCommands } from './commands.ts';
import { reviewCommands } from './review-commands.ts';

export const reports: Feature = {
  commands: [...reportCommands, ...reviewCommands],
};
