import { type Kysely, sql } from 'kysely';

const STEPS = [
  `create table standings (
    channel_id text not null references channels on delete cascade,
    platform text not null, account text not null,
    standing text not null check (standing in ('administrator', 'coordinator', 'member', 'stranger')),
    asked_at text not null,
    primary key (channel_id, account),
    foreign key (platform, account) references accounts (platform, external_id) on delete cascade) strict`,
  'create index standings_of_account on standings (platform, account)',
  // Who founded a unit, or was made its administrator, is written to as before; the platform is asked first.
  `insert into standings (channel_id, platform, account, standing, asked_at)
    select channels.id, channels.platform, accounts.external_id,
      case when accounts.person_id = units.created_by then 'administrator' else 'member' end,
      '1970-01-01T00:00:00.000Z'
    from units join channels on channels.unit_id = units.id and channels.kind = 'group'
    join accounts on accounts.platform = channels.platform
    where accounts.person_id = units.created_by
      or exists (select 1 from roles where roles.unit_id = units.id and roles.person_id = accounts.person_id)`,
  'alter table channels add column linked_by text references people',
  'alter table channels add column linked_at text',
  'alter table channels add column former_unit_id text references units',
  // The account that typed a code and said that it is theirs; the one that it was shown to is asked next.
  'alter table join_codes add column typed_platform text',
  'alter table join_codes add column typed_account text',
  `create table joins (
    id text primary key, person_id text not null references people, joined_at text not null,
    former text not null, moved text not null) strict`,
  'create index joins_of_person on joins (person_id, id)',
];

export async function up(db: Kysely<unknown>): Promise<void> {
  for (const step of STEPS) await sql.raw(step).execute(db);
}
