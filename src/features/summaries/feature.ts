import type { Feature } from '../feature.ts';
import { summaryCommands } from './commands.ts';

export const summaries: Feature = { commands: summaryCommands };
