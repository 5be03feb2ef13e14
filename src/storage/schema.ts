import type { Generated } from 'kysely';

/**
 * Every table and column of the database, described once, here. The tables are made in `migrations/`.
 *
 * Ids are UUIDv7 texts made by the app. Instants are UTC texts (`2026-01-14T01:00:00.000Z`), wall-clock times
 * texts without a zone (`2026-01-14T19:30`), calendar dates `2026-01-14`; booleans are 0 or 1.
 */
export type Schema = {
  units: UnitsTable;
  unit_numbers: UnitNumbersTable;
  channels: ChannelsTable;
  people: PeopleTable;
  accounts: AccountsTable;
  roles: RolesTable;
  reports: ReportsTable;
  report_changes: ReportChangesTable;
  schedules: SchedulesTable;
  sessions: SessionsTable;
  reminders: RemindersTable;
  dialogs: DialogsTable;
  inbox: InboxTable;
  outbox: OutboxTable;
  posts: PostsTable;
};

/** An organisation that meets and reports: a cell, a youth union, a school, a residents' group. */
type UnitsTable = {
  id: string;
  name: string;
  /** The name without diacritics and capitals, by which `lienket` finds the unit again. */
  folded_name: string;
  /** IANA zone in which its sessions and days are meant. */
  time_zone: string;
  /** The person who linked its first channel: they may link further ones. */
  created_by: string;
  created_at: string;
};

/** The last number given for each kind of code of a unit: VT12, MH5, NL3, SH7. */
type UnitNumbersTable = { unit_id: string; prefix: string; last: number };

/** A group chat, or a private chat, on one platform. */
type ChannelsTable = {
  id: string;
  platform: string;
  /** The platform's own id. */
  external_id: string;
  kind: 'group' | 'private';
  title: string;
  /** The unit whose channel it is; null until an administrator links it. */
  unit_id: string | null;
  language: string;
  /** `gone`: the bot was removed or blocked, nothing is sent there. */
  state: 'open' | 'gone';
  /** The topic or thread in which the unit was linked and in which reminders are posted. */
  thread: string | null;
  created_at: string;
};

/** A human being as far as the bot knows them: no more than a name. */
type PeopleTable = {
  id: string;
  display_name: string;
  /** The unit in whose channel they last acted: the one meant in a private chat. */
  current_unit_id: string | null;
  created_at: string;
};

/** How a platform knows a person. One person may have several. */
type AccountsTable = {
  platform: string;
  external_id: string;
  person_id: string;
  /** Without the `@`, in lower case. */
  username: string | null;
  name: string;
};

/** What a person may do in a unit beyond a member; members have no row. */
type RolesTable = {
  unit_id: string;
  person_id: string;
  role: 'coordinator' | 'administrator';
  granted_by: string;
  granted_at: string;
};

/** A good deed (VT) or a model (MH). */
type ReportsTable = {
  id: string;
  unit_id: string;
  kind: 'good_deed' | 'model';
  /** With the kind the code: VT12 is number 12 of the good deeds of its unit. */
  number: number;
  /** What was reported, as typed. */
  text: string;
  /** Models only. */
  title: string | null;
  /** Models: who carries it out. Good deeds: who did it, where the text says so. */
  owner: string | null;
  field: string;
  subject_type: 'individual' | 'collective' | 'household';
  /** The day it counts for, in the zone of the unit. */
  date: string;
  state: 'proposed' | 'verified' | 'returned' | 'withdrawn';
  /** Why it was returned. */
  return_reason: string | null;
  reporter_id: string;
  /** The channel and the message it came in, so that editing the message edits the report. */
  channel_id: string;
  message_id: string;
  created_at: string;
  updated_at: string;
};

/** What happened to a report, by whom. */
type ReportChangesTable = {
  id: string;
  report_id: string;
  at: string;
  person_id: string;
  action: string;
  from_state: string | null;
  to_state: string;
  note: string | null;
};

/** When a unit meets: once, or by a rule. */
type SchedulesTable = {
  id: string;
  unit_id: string;
  /** NL3 is number 3 of its unit. */
  number: number;
  title: string;
  place: string | null;
  /** RFC 5545 RRULE without hours; null for a single date. */
  rrule: string | null;
  /** The first day the rule may fall on, or the single date. */
  starts_on: string;
  /** Wall-clock time, `19:30`. */
  time: string;
  time_zone: string;
  /** How long before each session a reminder is posted: `P3D`, `PT120M` or `P1D@19:30`, a comma between them. */
  leads: string;
  /** `draft` until an administrator has confirmed what was understood. */
  state: 'draft' | 'active' | 'cancelled';
  /** When it was confirmed: what was due before is not reminded of. */
  active_since: string | null;
  /** Its sessions up to and with this instant have been made. */
  planned_until: string;
  /** When the next session has to be made; null where there is none to come. Indexed: what is due is found by it. */
  plan_at: string | null;
  created_by: string;
  created_at: string;
};

/** One meeting that a schedule makes. */
type SessionsTable = {
  id: string;
  unit_id: string;
  /** SH7 is number 7 of its unit. */
  number: number;
  schedule_id: string;
  /** The day the rule gave it: one session for each. */
  original_date: string;
  starts_at: string;
  created_at: string;
};

/** One reminder of a session. */
type RemindersTable = {
  id: string;
  session_id: string;
  /** The lead it comes from, as in `schedules.leads`. */
  lead: string;
  due_at: string;
  /**
   * `superseded`: a later one of the same session was due too when both were released late. `missed`: the session
   * was long over, and the administrators were told so.
   */
  state: 'waiting' | 'released' | 'superseded' | 'missed' | 'cancelled';
};

/** What is being typed in: one question at a time, to one person in one channel. */
type DialogsTable = {
  platform: string;
  channel: string;
  account: string;
  command: string;
  /** The argument that is asked for. */
  asking: string;
  /** The answers so far, by argument: JSON. */
  answers: string;
  /** 1 where the command was sent alone, so that optional arguments are asked for too. */
  guided: number;
  expires_at: string;
};

/** Every event from a platform, written before it is confirmed. */
type InboxTable = {
  /** The order of arrival. */
  seq: Generated<number>;
  platform: string;
  update_id: string;
  /** Events of one channel are answered one after another. */
  channel: string;
  /** The event as JSON; emptied once it has been answered. */
  incoming: string | null;
  /** The answer as JSON while it is still to be sent. */
  reply: string | null;
  state: 'new' | 'answering' | 'done';
  /** How often sending the answer was begun. */
  attempts: number;
  received_at: string;
};

/** All that the bot says of its own accord. */
type OutboxTable = {
  id: string;
  /** Names the occasion: the same one is never put in twice. */
  key: string;
  platform: string;
  channel: string;
  thread: string | null;
  /** The message, the one for the case that it goes out late, and what it answers: JSON. */
  content: string;
  /** 0 is the most urgent. */
  lane: number;
  due_at: string;
  /** Not before this instant: moved on by each failed attempt. */
  not_before: string;
  state: 'waiting' | 'sending' | 'sent' | 'failed';
  /** The process that has it in hand, and until when. */
  lease_owner: string | null;
  lease_until: string | null;
  /** Failed attempts of which it is known that nothing was posted. */
  failures: number;
  /** Attempts that ended in mid-send: perhaps posted. */
  uncertain: number;
  last_error: string | null;
  sent_at: string | null;
  /** 1 when it went out late. */
  was_late: number;
  /** Whose administrators are told when it cannot be delivered. */
  unit_id: string | null;
  /** What they are told of: the title and the time of the session. */
  about: string | null;
};

/** Where something was posted, so that it can be changed in place. */
type PostsTable = {
  platform: string;
  channel: string;
  subject: string;
  message_id: string;
  posted_at: string;
};
