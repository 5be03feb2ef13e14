import type { App } from '../../app.ts';
import { SHELVES } from '../../blobs/blobs.ts';
import { namedByMessages, namedByRecords } from './named-blob-store.ts';

/** Between a file and the record that names it there may be so much time; it may also be asked for once more. */
const GRACE = { hours: 24 };
const MINUTE = 60_000;

/** Removes what nothing names any more. Every minute it is another shelf's turn, so that each has several a day. */
export async function removeUnnamed({ db, blobs, clock }: App): Promise<void> {
  const now = clock.now();
  const before = now.subtract(GRACE);
  const old = await blobs.keptBefore(Math.floor(now.epochMilliseconds / MINUTE) % SHELVES, before);
  const records = await namedByRecords(db, old);
  const unnamed = old.filter((blob) => !records.has(blob));
  if (unnamed.length === 0) return;
  const messages = await namedByMessages(db);
  for (const blob of unnamed) if (!messages.has(blob)) blobs.removeKeptBefore(blob, before);
}
