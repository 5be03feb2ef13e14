import { Temporal } from 'temporal-polyfill';
import type { Lead } from '../../language/when.ts';

/** When nothing is said: three days and two hours before. */
export const DEFAULT_LEADS: readonly Lead[] = [
  { kind: 'days', days: 3 },
  { kind: 'minutes', minutes: 120 },
];

/** A reminder that is counted in days is posted at this hour. */
const MORNING = Temporal.PlainTime.from('07:30');

const LEAD = /^P(?:T(\d+)M|(\d+)D(?:@(\d\d:\d\d))?)$/;

/** As kept in `schedules.leads` and `reminders.lead`. */
export function writeLeads(leads: readonly Lead[]): string {
  return leads.map(writeLead).join(',');
}

export function writeLead(lead: Lead): string {
  if (lead.kind === 'minutes') return `PT${lead.minutes}M`;
  return lead.at ? `P${lead.days}D@${lead.at.toString({ smallestUnit: 'minute' })}` : `P${lead.days}D`;
}

export function parseLead(text: string): Lead {
  const [, minutes, days, at] = LEAD.exec(text) ?? [];
  if (minutes !== undefined) return { kind: 'minutes', minutes: Number(minutes) };
  if (days === undefined) throw new Error(`not a lead: ${text}`);
  const lead = { kind: 'days', days: Number(days) } as const;
  return at === undefined ? lead : { ...lead, at: Temporal.PlainTime.from(at) };
}

export function parseLeads(text: string): Lead[] {
  return text === '' ? [] : text.split(',').map(parseLead);
}

/** When the reminder of a session is due; one counted in days never comes after the session has begun. */
export function dueAt(lead: Lead, start: Temporal.ZonedDateTime): Temporal.Instant {
  if (lead.kind === 'minutes') return start.subtract({ minutes: lead.minutes }).toInstant();
  const morning = start.subtract({ days: lead.days }).withPlainTime(lead.at ?? MORNING);
  return Temporal.ZonedDateTime.compare(morning, start) < 0 ? morning.toInstant() : start.toInstant();
}
