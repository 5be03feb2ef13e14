import { fold } from '../../language/fold.ts';
import { readLeads } from '../../language/leads.ts';
import { UserError } from '../../texts/user-error.ts';

/** A new date is asked for after so many days when nothing is said. */
export const DEFAULT_POSTPONE_DAYS = 3;
const LONGEST_POSTPONE_DAYS = 60;

/** `5 ngày`, `1 tuần`, `hỏi lại sau 5 ngày`, `5`. @throws UserError showing how it is said */
export function readPostponeDays(text: string): number {
  const said = fold(text).replace(/^(?:hoi lai |nhac lai )?(?:sau |after )?/, '');
  const [lead] = /^\d{1,3}$/.test(said)
    ? [{ kind: 'days', days: Number(said) } as const]
    : (readLeads(said) ?? []);
  if (lead?.kind !== 'days') throw new UserError('postpone.days_unknown');
  if (lead.days < 1 || lead.days > LONGEST_POSTPONE_DAYS)
    throw new UserError('postpone.days_range', { max: LONGEST_POSTPONE_DAYS });
  return lead.days;
}
