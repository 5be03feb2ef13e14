import type { Insertable } from 'kysely';
import { atomically } from '../../src/storage/atomically.ts';
import type { Database } from '../../src/storage/database.ts';
import type { Schema } from '../../src/storage/schema.ts';

const AT = '2026-01-10T01:00:00.000Z';
const UNITS = 100;
const PAGE = 500;

/**
 * So many channels, messages that were sent and reports, of a hundred units: what has gathered after years. Written
 * straight into the tables, since saying it all would take hours. `personId` reported them all.
 */
export async function insertHistory(db: Database, count: number, personId: string): Promise<void> {
  if (count === 0) return;
  await atomically(db, async (db) => {
    await db
      .insertInto('units')
      .values(Array.from({ length: UNITS }, (_, n) => unit(n, personId)))
      .execute();
    for (let page = 0; page < count; page += PAGE) {
      const rows = Array.from({ length: Math.min(PAGE, count - page) }, (_, index) => page + index);
      await db.insertInto('channels').values(rows.map(channel)).execute();
      await db.insertInto('outbox').values(rows.map(sent)).execute();
      await db
        .insertInto('reports')
        .values(rows.map((n) => report(n, personId)))
        .execute();
    }
  });
}

function unit(n: number, personId: string): Insertable<Schema['units']> {
  return {
    id: `old-${n}`,
    name: `Tổ ${n}`,
    folded_name: `to ${n}`,
    time_zone: 'Asia/Ho_Chi_Minh',
    created_by: personId,
    created_at: AT,
  };
}

function channel(n: number): Insertable<Schema['channels']> {
  return {
    id: `old-${n}`,
    platform: 'memory',
    external_id: `old-${n}`,
    kind: 'group',
    title: `Nhóm ${n}`,
    unit_id: `old-${n % UNITS}`,
    language: 'vi',
    state: 'open',
    thread: null,
    created_at: AT,
  };
}

function sent(n: number): Insertable<Schema['outbox']> {
  return {
    id: `old-${n}`,
    key: `old:${n}`,
    platform: 'memory',
    channel: `old-${n}`,
    thread: null,
    content: JSON.stringify({ message: { text: { markup: `Nhắc lịch ${n}` } } }),
    lane: 1,
    due_at: AT,
    not_before: AT,
    expires_at: null,
    insists: 0,
    begun_at: null,
    uncertain_since: null,
    state: 'sent',
    lease_owner: null,
    lease_until: null,
    failures: 0,
    uncertain: 0,
    last_error: null,
    sent_at: AT,
    was_late: 0,
    unit_id: null,
    about: null,
  };
}

function report(n: number, personId: string): Insertable<Schema['reports']> {
  return {
    id: `old-${n}`,
    unit_id: `old-${n % UNITS}`,
    kind: 'good_deed',
    number: n + 1,
    text: `Giúp bà Sáu dọn nhà lần ${n}`,
    title: null,
    owner: null,
    field: 'khac',
    subject_type: 'individual',
    date: '2026-01-10',
    state: 'proposed',
    return_reason: null,
    reporter_id: personId,
    channel_id: `old-${n}`,
    message_id: `old-${n}`,
    source: null,
    files: null,
    created_at: AT,
    updated_at: AT,
  };
}
