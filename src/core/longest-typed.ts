/** In UTF-16 code units: more than any platform but the terminal takes. What is longer is not read. */
export const LONGEST_TYPED = 20_000;
