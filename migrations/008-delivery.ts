import { type Kysely, sql } from 'kysely';

const STEPS = [
  // Until when it is of use, since when it may have gone out already, and whether it is never given up before.
  'alter table outbox add column expires_at text',
  'alter table outbox add column begun_at text',
  'alter table outbox add column uncertain_since text',
  'alter table outbox add column insists integer not null default 0',
  'drop index outbox_open',
  "create index outbox_waiting on outbox (platform, lane, due_at, id) where state = 'waiting'",
  "create index outbox_next on outbox (platform, not_before) where state = 'waiting'",
  "create index outbox_by_channel on outbox (platform, channel) where state = 'waiting'",
  "create index outbox_sending on outbox (lease_until) where state = 'sending'",
  "create index outbox_sent on outbox (sent_at) where state = 'sent'",
  "create index outbox_failed on outbox (not_before) where state = 'failed'",
  `create table inbox_after (
    seq integer primary key autoincrement, platform text not null, update_id text not null,
    channel text not null, account text not null, incoming text, reply text,
    state text not null check (state in ('new', 'answering', 'done', 'failed')),
    received_at text not null, answered_at text, ref text,
    unique (platform, update_id)) strict`,
  `insert into inbox_after (seq, platform, update_id, channel, account, incoming, reply, state, received_at)
    select seq, platform, update_id, channel, '', incoming, reply, state, received_at from inbox`,
  'drop table inbox',
  'alter table inbox_after rename to inbox',
  "create index inbox_new on inbox (platform, channel, seq) where state in ('new', 'answering')",
  "create index inbox_done on inbox (received_at) where state = 'done'",
  `create index inbox_with_files on inbox (seq) where instr(reply, '"blob":"') > 0`,
  'create index posts_by_day on posts (posted_at)',
];

export async function up(db: Kysely<unknown>): Promise<void> {
  for (const step of STEPS) await sql.raw(step).execute(db);
}
