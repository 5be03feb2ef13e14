import type { Kind } from './sentence.ts';

/** How far a name has been followed. */
export type State = {
  at: number;
  /** Behind the last word that surely belongs to the name. */
  solid: number;
  named: boolean;
  /** In the name of a group or place, where small words belong to it. */
  loose: boolean;
  unknown: number;
  company: Company | undefined;
};
export type Step = 'on' | 'act' | 'sign' | 'word' | 'end';

/** Who did it together with the first one. */
export type Company = 'person' | 'group' | 'family';

export function belongs(state: State, to: number, named: boolean): Step {
  state.at = state.solid = to;
  state.named ||= named;
  state.unknown = 0;
  return 'on';
}

export function take(state: State, to: number, company: Company): Step {
  state.at = state.solid = to;
  state.named = true;
  state.company = state.company === 'group' ? 'group' : company;
  return 'on';
}

export function isLocal(kind: Kind): boolean {
  return kind === 'collective' || kind === 'place';
}
