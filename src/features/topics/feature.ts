import type { Feature } from '../feature.ts';
import { topicCommands } from './commands.ts';

export const topics: Feature = {
  commands: topicCommands,
};
