import { inPieces } from '../../core/takes-turns.ts';
import type { Feature } from '../feature.ts';
import { firstAct, forgetActs } from './act-store.ts';

const KEPT = { hours: 24 * 400 };
/** What an hour brought is forgotten at once, so that not every tick has to see to it. */
const AT_ONCE = { hours: 1 };

export const audit: Feature = {
  jobs: [
    {
      name: 'forget-acts',
      run: ({ db, clock }) => inPieces((most) => forgetActs(db, clock.now().subtract(KEPT), most)),
      next: async ({ db }) => (await firstAct(db))?.add(KEPT).add(AT_ONCE),
    },
  ],
};
