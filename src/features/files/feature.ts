import type { Feature } from '../feature.ts';
import { removeUnnamed } from './remove-unnamed.ts';

/** Below all others: it looks at everything that names a file. */
export const files: Feature = {
  commands: [],
  jobs: [{ name: 'remove-unnamed-files', run: removeUnnamed }],
};
