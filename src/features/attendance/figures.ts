import { UserError } from '../../texts/user-error.ts';
import type { Mode } from '../sessions/session.ts';

export type Outcome = 'held' | 'postponed' | 'not_held';

/** What is known of one session in numbers. People and visits (lượt) are never added to each other. */
export type Figures = {
  /** People who were there. */
  present: number | undefined;
  /** People who should have been. */
  expected: number | undefined;
  /** Of those who were not: with a reason. */
  excused: number | undefined;
  /** Lượt: each person as often as they came. */
  visits: number | undefined;
  /** Điểm cầu. */
  sites: number | undefined;
  mode: Mode | undefined;
};

export const NO_FIGURES: Figures = {
  present: undefined,
  expected: undefined,
  excused: undefined,
  visits: undefined,
  sites: undefined,
  mode: undefined,
};

/** Whether there is any number, or the mode, among them. */
export function areSome(figures: Figures): boolean {
  return Object.values(figures).some((value) => value !== undefined);
}

const MOST = { people: 100_000, visits: 10_000_000, sites: 1_000 } as const;

const COUNTS = ['present', 'expected', 'excused', 'visits', 'sites'] as const;
export type Count = (typeof COUNTS)[number];

/** @throws UserError asking for a number that can be meant */
export function checkCount(count: Count, value: number): number {
  if (value < 0) throw new UserError('meeting.negative');
  if (value >= mostOf(count)) throw new UserError('meeting.too_many', { max: mostOf(count) });
  if (!Number.isInteger(value)) throw new UserError('meeting.not_whole');
  return value;
}

function mostOf(count: Count): number {
  return count === 'visits' || count === 'sites' ? MOST[count] : MOST.people;
}

/**
 * @throws UserError asking again where the numbers cannot all be right. `swapped` is what was typed with the two
 * numbers the other way round, to be pressed.
 */
export function checkFigures({ present, expected, excused }: Figures, swapped: string | undefined): void {
  if (expected === 0) throw new UserError('meeting.nobody_expected');
  if (expected === undefined || present === undefined) return;
  if (present > expected)
    throw new UserError('meeting.more_than_expected', { present, expected }).about(
      'what',
      swapped === undefined ? [] : [swapped],
    );
  if (excused !== undefined && excused > expected - present)
    throw new UserError('meeting.too_many_excused', { excused, absent: expected - present });
}

/** In percent, one decimal; a single person missing is never rounded away. */
export function rateOf(present: number, expected: number): number {
  const rate = Math.round((present / expected) * 1000) / 10;
  return present < expected ? Math.min(rate, 99.9) : rate;
}
