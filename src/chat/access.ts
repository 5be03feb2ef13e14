import type { PlainKey } from '../texts/translator.ts';
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

/** @throws UserError in one short line, when the role does not reach */
export function demandRole({ role, unsure }: { role: Role; unsure?: true }, needed: Role): void {
  if (!mayActAs(role, needed)) throw new UserError(unsure ? 'access.unsure' : REFUSALS[needed]);
}
