/** `npm run soak`: the long forms of the tests that try many things at random or in bulk. */
export const SOAK = process.env['SOAK'] === '1';
