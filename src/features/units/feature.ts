import type { Feature } from '../feature.ts';
import { roleCommands } from './role-commands.ts';
import { unitCommands } from './unit-commands.ts';

export const units: Feature = {
  commands: [...unitCommands, ...roleCommands],
};
