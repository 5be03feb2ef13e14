import type { PlainKey, TextKey } from '../texts/translator.ts';
import { UserError } from '../texts/user-error.ts';

/** Each role may do all that the ones before it may. */
export const ROLES = ['member', 'coordinator', 'administrator'] as const;
export type Role = (typeof ROLES)[number];

export function mayActAs(role: Role, needed: Role): boolean {
  return ROLES.indexOf(role) >= ROLES.indexOf(needed);
}

const REFUSALS = {
  member: 'access.member_only',
  coordinator: 'access.coordinator_only',
  administrator: 'access.administrator_only',
} as const satisfies Record<Role, PlainKey>;

/** A refusal for what the person is: who is taken for less than they are would not get it. */
export class RoleRefusal<Key extends TextKey = TextKey> extends UserError<Key> {}

/** The platform cannot say for now what somebody is in a channel. */
export class StandingUnknown extends Error {
  override message = 'the platform cannot say who is an administrator';
}

/**
 * A command has to know first what the platforms say that its caller is in these other units. Thrown inside its
 * transaction, which ends with nothing done: they are asked outside of it, and the command begins again.
 */
export class StandingsWanted extends Error {
  override name = 'StandingsWanted';
  readonly units: readonly string[];

  constructor(units: readonly string[]) {
    super('the platforms are to be asked about other units first');
    this.units = units;
  }
}

/** @throws RoleRefusal in one short line, when the role does not reach */
export function demandRole(role: Role, needed: Role): void {
  if (!mayActAs(role, needed)) throw new RoleRefusal(REFUSALS[needed]);
}
