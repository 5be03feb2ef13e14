/** `npm run soak`: the long forms of the tests that try many things, at random or in bulk. */
export const SOAK = process.env['SOAK'] === '1';

/** How many of something a test tries: fewer as long as it is run after every change. */
export function howMany({ usually, soaking }: { usually: number; soaking: number }): number {
  return SOAK ? soaking : usually;
}
