import { fold } from './fold.ts';

/** Letters of other scripts that are drawn like Latin ones (unicode.org/reports/tr39, those of names), pairs in a row. */
const PAIRS =
  'аaеeоoрpсcуyхxіiїiјjѕsһhԁdԛqԝwвbнhкkмmтtгrпnлnиuьbззөoүyӏlԍg' +
  'αaβbεeηnιiκkνvοoρpτtυuχxγyωwμuσoςc' +
  'ɑaɡgıiſfʟlɩiɪiʏyʀrɴnʜhᴀaᴄcᴅdᴇeᴊjᴋkᴍmᴏoᴘpᴛtᴜuᴠvᴡwᴢz' +
  'օoսuհhոnցgաw';
const DRAWN_LIKE = new Map(PAIRS.match(/../gu)?.map(([letter = '', latin = '']) => [letter, latin]));
const UNSEEN = /[\p{Cf}\p{Cc}\p{Default_Ignorable_Code_Point}\u2800\u3164]/gu;
/** Latin letters and digits that many typefaces draw alike. */
const ALIKE: Readonly<Record<string, string>> = { i: 'l', '1': 'l', '|': 'l', '0': 'o' };

/** The same for all texts that look the same, whatever they are written with: for comparing, never for showing. */
export function appearance(text: string): string {
  return inLatin(text).replace(/[i1|0]/g, (letter) => ALIKE[letter] ?? letter);
}

/** Whether a text is written with what cannot be seen, or with letters that pass for others. */
export function isDisguised(text: string): boolean {
  return fold(text) !== inLatin(text);
}

/** The text without what cannot be seen, for showing. */
export function withoutUnseen(text: string): string {
  return text.replace(UNSEEN, '');
}

function inLatin(text: string): string {
  const seen = fold(withoutUnseen(text.normalize('NFKC')));
  return fold([...seen].map((letter) => DRAWN_LIKE.get(letter) ?? letter).join(''));
}
