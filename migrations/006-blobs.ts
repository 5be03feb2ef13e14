import { type Kysely, sql } from 'kysely';

const STEPS = [
  `create table report_files (
    report_id text not null references reports, place integer not null, name text not null,
    blob text, mime_type text,
    missing text check (missing in ('too-large', 'not-there', 'out-of-reach')),
    primary key (report_id, place),
    check ((blob is null) <> (missing is null))) strict`,
  'alter table topic_materials add column blob text',
  'alter table dialogs add column files text',
  'create index report_files_by_blob on report_files (blob) where blob is not null',
  'create index topic_materials_by_blob on topic_materials (blob) where blob is not null',
  `create index outbox_with_files on outbox (id)
    where state in ('waiting', 'sending') and instr(content, '"blob":"') > 0`,
  // An answer that was on its way with a file inside goes out without it: it is asked for again with one press.
  "update inbox set reply = json_remove(reply, '$.files') where json_type(reply, '$.files') is not null",
];

export async function up(db: Kysely<unknown>): Promise<void> {
  for (const step of STEPS) await sql.raw(step).execute(db);
}
