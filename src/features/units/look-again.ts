/** A unit, a person or a chat has so long to do something. */
export const LOOK_AGAIN = { hours: 24 * 90 };
