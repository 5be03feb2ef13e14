import type { Generated } from 'kysely';

/**
 * Every table and column of the database, described once, here. The tables are made in `migrations/`.
 *
 * Ids are UUIDv7 texts made by the app. Instants are UTC texts (`2026-01-14T01:00:00.000Z`), wall-clock times
 * texts without a zone (`2026-01-14T19:30`), calendar dates `2026-01-14`; booleans are 0 or 1. A column called
 * `blob` names a file beside the database.
 */
export type Schema = {
  units: UnitsTable;
  unit_numbers: UnitNumbersTable;
  channels: ChannelsTable;
  people: PeopleTable;
  accounts: AccountsTable;
  join_codes: JoinCodesTable;
  joins: JoinsTable;
  roles: RolesTable;
  standings: StandingsTable;
  acts: ActsTable;
  reports: ReportsTable;
  report_changes: ReportChangesTable;
  report_files: ReportFilesTable;
  report_messages: ReportMessagesTable;
  message_digests: MessageDigestsTable;
  schedules: SchedulesTable;
  sessions: SessionsTable;
  reminders: RemindersTable;
  reminder_settings: ReminderSettingsTable;
  unit_days: UnitDaysTable;
  attendance: AttendanceTable;
  attendance_rounds: AttendanceRoundsTable;
  session_results: SessionResultsTable;
  dialogs: DialogsTable;
  inbox: InboxTable;
  outbox: OutboxTable;
  posts: PostsTable;
  topics: TopicsTable;
  topic_materials: TopicMaterialsTable;
  calendar_entries: CalendarEntriesTable;
  calendar_addresses: CalendarAddressesTable;
  calendar_copies: CalendarCopiesTable;
};

/** An organisation that meets and reports: a cell, a youth union, a school, a residents' group. */
type UnitsTable = {
  id: string;
  name: string;
  /** The name without diacritics and capitals, by which `lienket` finds the unit again. */
  folded_name: string;
  /** IANA zone in which its sessions and days are meant. */
  time_zone: string;
  /** The person who linked its first channel. It gives no rights. */
  created_by: string;
  created_at: string;
  /** One more with each change of what its calendar is made of: triggers see to that. */
  version: Generated<number>;
  /** When it is looked at whether it has ever done anything. */
  look_at: Generated<string | null>;
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
  /** The server it belongs to, on platforms that the bot joins and leaves by servers. */
  server: string | null;
  /** The unit whose channel it is; null until an administrator links it. */
  unit_id: string | null;
  language: string;
  /** `gone`: the bot was removed or blocked, nothing is sent there. */
  state: 'open' | 'gone';
  /** 1 for one that is gone only because the bot may not write there for now: the next reminder tries it again. */
  refused: Generated<number>;
  /** The topic or thread in which the unit was linked and in which reminders are posted. */
  thread: string | null;
  created_at: string;
  /** Who made it a channel of its unit, and when; null where that was not written down. */
  linked_by: string | null;
  linked_at: string | null;
  /** The unit that it left for another: it may go back where that one has no channel any more. */
  former_unit_id: string | null;
  /** When it is looked at whether it has ever done anything. */
  look_at: Generated<string | null>;
};

/** A human being as far as the bot knows them: no more than a name. */
type PeopleTable = {
  id: string;
  display_name: string;
  /** The unit in whose channel they last acted: the one meant in a private chat. */
  current_unit_id: string | null;
  created_at: string;
  /** When it is looked at whether they have ever done anything. */
  look_at: Generated<string | null>;
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

/** What one account shows and another types, to become accounts of one person. */
type JoinCodesTable = {
  /** What keys and buttons name it by. */
  id: string;
  /** Sealed: eight digits alone would soon be found by their hash. */
  code: string;
  person_id: string;
  /** The account that it was shown to. */
  platform: string;
  account: string;
  expires_at: string;
  /** The account that typed it and said that it is the same person; null until then. */
  typed_platform: string | null;
  typed_account: string | null;
};

/** Two people who were found to be one, so that it can be undone. */
type JoinsTable = {
  id: string;
  /** The person that both are now. */
  person_id: string;
  joined_at: string;
  /** The row of the person who is no more, as JSON. */
  former: string;
  /** Which rows were theirs, as JSON. */
  moved: string;
};

/** What a platform last said that an account is in a group. */
type StandingsTable = {
  channel_id: string;
  platform: string;
  account: string;
  standing: 'administrator' | 'coordinator' | 'member' | 'stranger';
  asked_at: string;
};

/** What a person may do in a unit beyond a member; members have no row. */
type RolesTable = {
  unit_id: string;
  person_id: string;
  role: 'coordinator' | 'administrator';
  granted_by: string;
  granted_at: string;
};

/** What a person had the bot do, or wanted it to do. Nothing of what they typed is in it. */
type ActsTable = {
  id: string;
  at: string;
  person_id: string;
  /** Null where no unit was known. */
  unit_id: string | null;
  channel_id: string;
  /** By its name; null where none could be made out. */
  command: string | null;
  outcome: 'done' | 'asked' | 'refused' | 'failed';
  /** The code of what was made or changed, or the reference of the failure. */
  ref: string | null;
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
  /** JSON of what a person chose: owner, subject, field, date; null for nothing. */
  by_hand: string | null;
  /** 1 when the words leave the day open. */
  date_open: Generated<number>;
  state: 'proposed' | 'verified' | 'returned' | 'withdrawn';
  /** Why it was returned. */
  return_reason: string | null;
  reporter_id: string;
  /** The channel it came from, and the message in it; null where no message was sent, as with a form. */
  channel_id: string;
  message_id: string | null;
  /** Whose message it was made of, and the way back to it: JSON. */
  source: string | null;
  /** What came with it before files were kept: a JSON list of the platform's own ids, names and sizes. */
  files: string | null;
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
  /** All of the report that can change, as it was before: JSON. Null in what was changed before that was kept. */
  before: string | null;
};

/** The messages that a report was made of: changing one changes the report. */
type ReportMessagesTable = { channel_id: string; message_id: string; report_id: string };

/** The SHA-256 of what such a message said when it made or last changed its report. */
type MessageDigestsTable = { channel_id: string; message_id: string; said: string };

/** A file that came with a report: kept, or missing and why. */
type ReportFilesTable = {
  report_id: string;
  /** Within its report, from 0. */
  place: number;
  name: string;
  /** The SHA-256 by which it is kept beside the database. */
  blob: string | null;
  mime_type: string | null;
  missing: 'too-large' | 'not-there' | 'out-of-reach' | null;
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
  /** How long a session takes; null where no end was said. */
  minutes: number | null;
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
  /** When an administrator stopped it, for a while or for good; null while it runs. */
  paused_since: string | null;
  /** When it runs again of its own, where that was said; what starts from then on takes place. */
  paused_until: string | null;
  /** What an administrator wants to change, until it is confirmed: JSON. */
  proposed_change: string | null;
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
  /** The instant of `moved_to`, or of the original date at the hour of the schedule. */
  starts_at: string;
  /** Wall-clock time that an administrator chose instead, `2026-12-07T20:00`; null while it follows the rule. */
  moved_to: string | null;
  /** When it was to take place before an administrator first moved it, on the wall clock; null where nobody has. */
  moved_from: string | null;
  /** `dropped`: the rule was changed and gives it no day any more. */
  state: Generated<'planned' | 'moved' | 'postponed' | 'cancelled' | 'held' | 'dropped'>;
  /** Null: the place of the schedule. */
  place: string | null;
  chair: string | null;
  speaker: string | null;
  mode: Generated<'in_person' | 'online' | 'both'>;
  link: string | null;
  /** When the administrators are asked for a new date of a postponed one, and how many days later once more. */
  ask_at: string | null;
  ask_days: number | null;
  /** When it is looked at whether it falls on a day off; null once that is done. */
  check_at: string | null;
  /** Whether the administrators were asked about the day off that it falls on, and have answered. */
  day_off: 'asked' | 'answered' | null;
  created_at: string;
  /** When people were first reminded of it; null until then. */
  announced_at: string | null;
  /** When the administrators were asked how it went; null until then. */
  asked_at: string | null;
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

/** One person, or one name without an account, at one session on one day. */
type AttendanceTable = {
  id: string;
  session_id: string;
  /** The day that the session had on the wall clock: what was said for another one does not count. */
  day: string;
  /** Null for a name that an administrator added. */
  person_id: string | null;
  name: string | null;
  folded_name: string | null;
  /** What they said themselves; null when they have not. */
  answer: 'present' | 'excused' | 'unsure' | null;
  /** Why they cannot come: shown to administrators and coordinators only. */
  reason: string | null;
  answered_at: string | null;
  /** 1 once an administrator has seen them there. */
  came: number | null;
  came_by: string | null;
  came_at: string | null;
};

/** The asking of who comes to one session, while it goes on. */
type AttendanceRoundsTable = {
  session_id: string;
  /** The start for which the other instants were worked out. */
  starts_at: string;
  /** The reminder that went out last, under which the counts stand: its lead, and when it was due. */
  lead: string;
  lead_due_at: string;
  /** When those who have not answered are asked once more; null when that is done. */
  nudge_at: string | null;
  /** When nothing more can be answered; null when that has been shown. */
  close_at: string | null;
  /** 1 while the counts shown under the reminder are behind. */
  changed: number;
  /** When the counts were last brought up to date. */
  shown_at: string | null;
};

/** How a session went, as an administrator has said. People and visits are two numbers, never added. */
type SessionResultsTable = {
  session_id: string;
  outcome: 'held' | 'postponed' | 'not_held';
  /** People. */
  present: number | null;
  expected: number | null;
  excused: number | null;
  /** Lượt: each person as often as they came. */
  visits: number | null;
  /** Điểm cầu: the places linked. */
  sites: number | null;
  mode: 'in_person' | 'online' | 'both' | null;
  /** The outcome in a line. */
  note: string | null;
  noted_by: string;
  noted_at: string;
};

/** How a unit wants to be reminded; a unit without a row takes what is usual. */
type ReminderSettingsTable = {
  unit_id: string;
  /** Its own words, with `{thoigian}` and the like; null: the usual ones. */
  wording: string | null;
  /** Wall-clock times between which no reminder goes out; null for both: the usual ones; equal: none. */
  quiet_from: string | null;
  quiet_to: string | null;
  /** On the wall clock; null where none was said. */
  usual_time: string | null;
};

/** A day that a unit keeps beside those of the whole country. */
type UnitDaysTable = {
  id: string;
  unit_id: string;
  kind: 'anniversary' | 'day_off';
  /** `11-24` every year, `2026-11-24` once. */
  from_day: string;
  to_day: string;
  /** The year of what an anniversary remembers. */
  since: number | null;
  name: string;
  created_by: string;
  created_at: string;
};

/** What is being typed in: one question at a time, to one person in one channel. */
type DialogsTable = {
  /** Its messages stand in `posts`, under the subject `question:<id>`. */
  id: string;
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
  /** The files that came so far: a JSON list of the platform's own ids, names and sizes. */
  files: string | null;
  /** The person's message that gave the last answer; null where none did. */
  message_id: string | null;
  /** 0 where another command or question of the same person took its place. */
  is_open: number;
  /** 1 where its messages are not known, so that any answer to the bot counts. */
  takes_any: number;
  expires_at: string;
};

/** Every event from a platform, written before it is confirmed. */
type InboxTable = {
  /** The order of arrival. */
  seq: Generated<number>;
  platform: string;
  update_id: string;
  /** Events of one channel are acted on one after another. */
  channel: string;
  /** Who sent it: within a channel people are answered in turn. */
  account: string;
  /** The event as JSON; emptied once it has been answered. */
  incoming: string | null;
  /** The answer as JSON while it is still to be sent. */
  reply: string | null;
  /** `failed`: it can no longer be read, or no process came back from it; it was set aside. */
  state: 'new' | 'answering' | 'done' | 'failed';
  /** How many processes began to act on it and did not come back. */
  begun: Generated<number>;
  received_at: string;
  /** When it was acted on: since then the answer may have been posted. */
  answered_at: string | null;
  /** Under which it was told that it was set aside. */
  ref: string | null;
  /** Shared by messages that are one to people. */
  album: string | null;
};

/** All that the bot says of its own accord. */
type OutboxTable = {
  id: string;
  /** Names the occasion: the same one is never put in twice. */
  key: string;
  platform: string;
  channel: string;
  thread: string | null;
  /** The message, the one for the case that it goes out late, and what it answers: JSON; emptied at its end. */
  content: string;
  /** 0 is the most urgent. */
  lane: number;
  due_at: string;
  /** Not before this instant: moved on by each failed attempt. */
  not_before: string;
  state: 'waiting' | 'sending' | 'sent' | 'failed';
  /** Until when it is of use; null: a day. */
  expires_at: string | null;
  /** 1 for what is tried until then even where that may double it: a notice of something that went wrong. */
  insists: Generated<number>;
  /** When the attempt in hand was begun, and the first one that may have been posted. */
  begun_at: string | null;
  uncertain_since: string | null;
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

/** What a unit studies in a month, a quarter, a year or a term (CD). A period may have several. */
type TopicsTable = {
  id: string;
  unit_id: string;
  /** CD4 is number 4 of its unit. */
  number: number;
  scope: 'term' | 'year' | 'quarter' | 'month';
  /** Its first and its last day. */
  starts_on: string;
  ends_on: string;
  title: string;
  short_title: string;
  set_by: string;
  set_at: string;
  /** When it was replaced or taken out; it can be brought back. */
  removed_at: string | null;
};

/** What is read for a topic: under a link, as a file somebody sent, or by its name only. */
type TopicMaterialsTable = {
  id: string;
  topic_id: string;
  /** Within its topic, from 1. */
  number: number;
  name: string;
  url: string | null;
  /** The SHA-256 by which the file is kept beside the database. */
  blob: string | null;
  /** Of a file that came before files were kept: the platform that holds it, and its id there. */
  platform: string | null;
  file_id: string | null;
  mime_type: string | null;
  added_by: string;
  added_at: string;
  removed_at: string | null;
};

/** A session as calendars were last given it, so that what has changed since is told apart. */
type CalendarEntriesTable = {
  /** The UID of RFC 5545: the same for the same session, however it is moved. */
  uid: string;
  unit_id: string;
  /** The session; null while it is far ahead and follows its rule without a record. */
  session_id: string | null;
  /** The schedule and the day that its rule gives: `<id>/2026-12-05`. */
  slot: string;
  starts_at: string;
  /** What the entry says: JSON. */
  content: string;
  /** The SEQUENCE of RFC 5545: one more with each change. */
  sequence: number;
  changed_at: string;
};

/** Under which address the calendar of a unit can be subscribed to. */
type CalendarAddressesTable = {
  /** The secret of the address is this, sealed; an older address had a secret that nobody knows any more. */
  id: string;
  /** The SHA-256 of its secret. */
  hash: string;
  unit_id: string;
  made_by: string;
  made_at: string;
};

/** The calendar of a unit as it was last worked out, at a version of the unit. */
type CalendarCopiesTable = {
  unit_id: string;
  version: number;
  made_at: string;
  /** By which those who have it already ask for it. */
  tag: string;
  body: string;
};
