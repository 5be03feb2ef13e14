import { type Kysely, sql } from 'kysely';

const STEPS = [
  // A dialog belongs to its question, and several questions may stand in a channel. What was asked before this was
  // kept takes any answer, as it did.
  `create table dialogs_after (
    id text primary key, platform text not null, channel text not null, account text not null,
    command text not null, asking text not null, answers text not null, guided integer not null,
    files text, message_id text, is_open integer not null, takes_any integer not null,
    expires_at text not null) strict`,
  `insert into dialogs_after
    select lower(hex(randomblob(16))), platform, channel, account, command, asking, answers, guided,
      files, message_id, 1, 1, expires_at from dialogs`,
  'drop table dialogs',
  'alter table dialogs_after rename to dialogs',
  'create index dialogs_by_person on dialogs (platform, channel, account)',
  'create unique index dialogs_open on dialogs (platform, channel, account) where is_open = 1',
  'create index dialogs_by_expiry on dialogs (expires_at)',
  `create table message_digests (
    channel_id text not null, message_id text not null, said text not null,
    primary key (channel_id, message_id)) strict, without rowid`,
];

export async function up(db: Kysely<unknown>): Promise<void> {
  for (const step of STEPS) await sql.raw(step).execute(db);
}
