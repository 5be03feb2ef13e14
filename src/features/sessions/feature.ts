import type { Feature } from '../feature.ts';

/** The model that the features below work with: schedules, the sessions they make, and when to remind of them. */
export const sessions: Feature = {};
