import { nextStep } from '../attendance/round-store.ts';
import type { Feature } from '../feature.ts';
import { nextReminder } from '../sessions/reminder-store.ts';
import { closeDue, nextToShow, showCounts } from './refresh.ts';
import { releaseDue } from './release-due.ts';
import { settingCommands } from './setting-commands.ts';

export const reminders: Feature = {
  commands: settingCommands,
  jobs: [
    { name: 'release-due', run: releaseDue, next: ({ db, clock }) => nextReminder(db, clock.now()) },
    { name: 'close-attendance', run: closeDue, next: ({ db }) => nextStep(db, 'close_at') },
    { name: 'show-counts', run: showCounts, next: nextToShow },
  ],
};
