/** The order in which messages go out: a person who waits for an answer, what is due now, what has time. */
export const LANES = { answer: 0, due: 1, ahead: 2 } as const;
export type Lane = (typeof LANES)[keyof typeof LANES];
