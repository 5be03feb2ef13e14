import { Temporal } from 'temporal-polyfill';
import { planDue } from '../../src/features/planning/plan-sessions.ts';
import { releaseDue } from '../../src/features/reminders/release-due.ts';
import { comingSessions } from '../../src/features/sessions/coming-sessions.ts';
import { schedulesToPlan } from '../../src/features/sessions/due-schedule-store.ts';
import { dueReminders } from '../../src/features/sessions/reminder-store.ts';
import { insertManySchedules } from '../support/many-schedules.ts';
import { startLinkedChat, type TestChat } from '../support/start-test-chat.ts';
import { measure } from './measure.ts';

const MANY = 100_000;

const many = await filled(MANY);
const { db, clock } = many.app;
const none = `among ${MANY} schedules, nothing due:`;
await measure(`${none} the reminders`, 200, () => dueReminders(db, clock.now(), 200));
await measure(`${none} what to plan`, 200, () => schedulesToPlan(db, clock.now(), 200));
await measure(`${none} release-due`, 200, () => releaseDue(many.app));
await measure(`${none} plan-sessions`, 200, () => planDue(many.app));
await goTo(many, '2026-01-22T12:40:30Z');
await once('plan-sessions, 10 due', () => planDue(many.app));
await goTo(many, '2026-01-22T14:20:30Z');
await once('plan-sessions, 100 more', () => planDue(many.app));
await goTo(many, '2026-02-02T12:40:30Z');
await measure('the reminders, 10 due', 200, () => dueReminders(db, clock.now(), 200));
await once('release-due, 10 due', () => releaseDue(many.app));
await goTo(many, '2026-02-02T14:20:30Z');
await once('release-due, 100 more', () => releaseDue(many.app));
await many.stop();

const unit = await filled(500);
const now = unit.app.clock.now();
const year = now.add({ hours: 24 * 366 });
await measure('500 schedules in a unit: its next 3 sessions', 50, () =>
  comingSessions(unit.app, unit.unitId, now, 3),
);
await measure('500 schedules in a unit: 3 sessions a year ahead', 5, () =>
  comingSessions(unit.app, unit.unitId, year, 3),
);
await measure('500 schedules in a unit: /lich', 20, () => unit.says('An', '/lich'));
await measure('500 schedules in a unit: /dslich', 20, () => unit.says('Quantri', '/dslich'));
await unit.stop();

async function filled(count: number): Promise<TestChat & { unitId: string }> {
  const chat = await startLinkedChat();
  const { db } = chat.app;
  const unit = await db.selectFrom('units').select(['id', 'created_by']).executeTakeFirstOrThrow();
  const first = '2026-02-05T12:30:00.000Z';
  await insertManySchedules(db, { unitId: unit.id, personId: unit.created_by, count, first });
  return { ...chat, unitId: unit.id };
}

/** Moves the clock without a tick. */
function goTo(chat: TestChat, iso: string): Promise<void> {
  return chat.clock.advance(
    Temporal.Instant.from(iso).epochMilliseconds - chat.clock.now().epochMilliseconds,
  );
}

async function once(name: string, work: () => Promise<void>): Promise<void> {
  const start = performance.now();
  await work();
  process.stdout.write(
    `${name.padEnd(58)} took   ${(performance.now() - start).toFixed(3).padStart(8)} ms\n`,
  );
}
