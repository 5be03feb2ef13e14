import type { Feature } from '../feature.ts';
import { nextToGoOn, nextToPlan } from '../sessions/due-schedule-store.ts';
import { nextSessionDue } from '../sessions/due-session-store.ts';
import { askAboutDaysOff } from './ask-about-days-off.ts';
import { askForNewDates } from './ask-again.ts';
import { dayOffCommand } from './day-off-command.ts';
import { detailCommands } from './detail-commands.ts';
import { endPauses } from './end-pauses.ts';
import { planDue } from './plan-sessions.ts';
import { realignSessions } from './realign.ts';
import { scheduleCommands } from './schedule-commands.ts';
import { sessionCommands } from './session-commands.ts';
import { settingsCommand } from './settings-command.ts';
import { showSession } from './show-session.ts';

export const planning: Feature = {
  commands: [
    ...scheduleCommands,
    showSession,
    ...sessionCommands,
    ...detailCommands,
    dayOffCommand,
    settingsCommand,
  ],
  jobs: [
    { name: 'realign-sessions', run: realignSessions, once: true },
    { name: 'end-pauses', run: endPauses, next: ({ db }) => nextToGoOn(db) },
    { name: 'plan-sessions', run: planDue, next: ({ db }) => nextToPlan(db) },
    { name: 'ask-about-days-off', run: askAboutDaysOff, next: ({ db }) => nextSessionDue(db, 'check_at') },
    { name: 'ask-for-new-dates', run: askForNewDates, next: ({ db }) => nextSessionDue(db, 'ask_at') },
  ],
};
