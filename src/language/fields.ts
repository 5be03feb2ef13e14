import { findDoer } from './reports/doer.ts';
import { ruledFields } from './reports/field-rules.ts';
import { FIELD_WORDS, NEUTRAL_WORDS } from './reports/field-words.ts';
import { findPhrases, type Hit, vocabularyOf, type Word, wordsOf } from './reports/report-words.ts';

/** The fields of a report: the four that provinces publish, and those that units report besides. */
export const FIELDS = [
  'leadership',
  'communication',
  'economy',
  'culture_society',
  'social_welfare',
  'party_building',
  'public_service',
  'defense_security',
  'environment',
  'other',
] as const;

export type Field = (typeof FIELDS)[number];

type Vote = { readonly field: Field; readonly weight: number } | undefined;

// Below this only passing words were found ("giúp", "phòng"), and asking is better than guessing.
const ENOUGH = 1;

const votes = FIELDS.flatMap((field) =>
  field === 'other'
    ? []
    : Object.entries(FIELD_WORDS[field]).map(([weight, phrases]): [Vote, string] => [
        { field, weight: Number(weight) },
        phrases,
      ]),
);

const VOCABULARY = vocabularyOf<Vote>([...votes, [undefined, NEUTRAL_WORDS]]);

/** The field that the words of a report speak for most, or undefined when they speak for none. */
export function guessField(text: string): Field | undefined {
  const words = wordsOf(text);
  const scores = new Map<Field, number>();
  const add = (field: Field, weight: number) => scores.set(field, (scores.get(field) ?? 0) + weight);
  const counted = new Set<string>();
  const share = shareOf(text, words);
  for (const hit of findPhrases(words, VOCABULARY)) {
    const vote = hit.meaning;
    if (!vote || counted.has(hit.phrase)) continue;
    counted.add(hit.phrase);
    add(vote.field, vote.weight * certainty(hit) * share(hit, vote.field));
  }
  for (const { field, weight } of ruledFields(words)) add(field, weight);
  const [best] = [...scores].sort(([, a], [, b]) => b - a);
  return best && best[1] >= ENOUGH ? best[0] : undefined;
}

/** What who did it says of the field: an office is led, a street cleaner may do anything. */
const SHARE_OF_NAME: Partial<Record<Field, number>> = {
  economy: 0.35,
  culture_society: 0.35,
  social_welfare: 0.35,
  defense_security: 0.7,
  environment: 0.35,
};
const PLACES: readonly Field[] = ['environment', 'culture_society'];
const BEFORE_PLACE =
  /^(?:ở|o|tại|tai|trên|tren|dưới|duoi|qua|gần|gan|bên|ben|giữa|giua|trong|từ|cạnh|canh)$/u;

/** How much of its weight a phrase keeps: less in the name of the doer, and where it only says where it was. */
function shareOf(text: string, words: readonly Word[]): (hit: Hit<Vote>, field: Field) => number {
  const name = findDoer(text)?.name;
  return ({ start }, field) => {
    const at = words[start]?.start ?? 0;
    if (name && at >= name.start && at < name.end) return SHARE_OF_NAME[field] ?? 1;
    const before = words[start - 1];
    const isPlace = before && BEFORE_PLACE.test(text.slice(before.start, before.end).toLowerCase());
    return isPlace && PLACES.includes(field) ? 0.3 : 1;
  };
}

// "dat" is "đất", "đạt", "đặt" or "dắt", and "Hoa" is no flower in "chị Hoa".
function certainty({ exact, ambiguous }: Hit<Vote>): number {
  return exact && !ambiguous ? 1 : 0.5;
}
