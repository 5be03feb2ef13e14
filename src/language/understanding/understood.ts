import type { Doubt, When } from '../when.ts';

/** What the words of a line come to. */
export type Understood = {
  readonly when?: When;
  readonly doubts: readonly Doubt[];
  /** The rule that the words of a single date may mean as well: "thứ sáu", "ngày 5", "19/5". */
  readonly repeated?: When;
};
