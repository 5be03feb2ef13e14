import type { Feature } from '../feature.ts';
import { firstExpiry, forgetDialogs } from './dialog-store.ts';

/** So long after a question was let go it is still known, so that a late answer is told so. */
const KEPT = { hours: 24 };

export const dialogs: Feature = {
  jobs: [
    {
      name: 'forget-dialogs',
      run: ({ db, clock }) => forgetDialogs(db, clock.now().subtract(KEPT)),
      next: async ({ db }) => (await firstExpiry(db))?.add(KEPT),
    },
  ],
};
