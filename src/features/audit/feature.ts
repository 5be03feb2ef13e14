import type { Feature } from '../feature.ts';
import { firstAct, forgetActs } from './act-store.ts';

const KEPT = { hours: 24 * 400 };
/** What an hour brought is forgotten at once: neither every tick has to see to it, nor is it ever much. */
const AT_ONCE = { hours: 1 };

export const audit: Feature = {
  jobs: [
    {
      name: 'forget-acts',
      run: ({ db, clock }) => forgetActs(db, clock.now().subtract(KEPT)),
      next: async ({ db }) => (await firstAct(db))?.add(KEPT).add(AT_ONCE),
    },
  ],
};
