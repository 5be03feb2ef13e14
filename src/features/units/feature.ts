import type { Feature } from '../feature.ts';
import { forgetIdleOnes, nextToForget } from './forget-idle.ts';
import { roleCommands } from './role-commands.ts';
import { unitCommands } from './unit-commands.ts';

export const units: Feature = {
  commands: [...unitCommands, ...roleCommands],
  jobs: [{ name: 'forget-idle', run: forgetIdleOnes, next: nextToForget }],
};
