import { FIELD_WORDS, NEUTRAL_WORDS } from './reports/field-words.ts';
import { findPhrases, type Hit, vocabularyOf, wordsOf } from './reports/report-words.ts';

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
const ENOUGH = 1.5;

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
  const scores = new Map<Field, number>();
  const counted = new Set<string>();
  for (const hit of findPhrases(wordsOf(text), VOCABULARY)) {
    const vote = hit.meaning;
    if (!vote || counted.has(hit.phrase)) continue;
    counted.add(hit.phrase);
    scores.set(vote.field, (scores.get(vote.field) ?? 0) + vote.weight * certainty(hit));
  }
  const [best] = [...scores].sort(([, a], [, b]) => b - a);
  return best && best[1] >= ENOUGH ? best[0] : undefined;
}

// "dat" is "đất", "đạt", "đặt" or "dắt", and "Hoa" is no flower in "chị Hoa".
function certainty({ exact, ambiguous }: Hit<Vote>): number {
  return exact && !ambiguous ? 1 : 0.5;
}
