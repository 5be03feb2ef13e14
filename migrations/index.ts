import type { Migration } from 'kysely/migration';
import * as firstTables from './001-first-tables.ts';
import * as serversAndJoinedAccounts from './002-servers-and-joined-accounts.ts';
import * as sessions from './003-sessions.ts';
import * as topicsAndCalendars from './004-topics-and-calendars.ts';
import * as attendance from './005-attendance.ts';
import * as blobs from './006-blobs.ts';
import * as historyAndAudit from './007-history-and-audit.ts';
import * as delivery from './008-delivery.ts';
import * as indexes from './009-indexes.ts';
import * as questions from './010-questions.ts';
import * as roles from './011-roles.ts';
import * as limits from './012-limits.ts';
import * as discord from './013-discord.ts';
import * as telegram from './014-telegram.ts';
import * as reportsOfAReporter from './015-reports-of-a-reporter.ts';
import * as schedules from './016-schedules.ts';
import * as reading from './017-reading.ts';
import * as secretsAndWhatIsIdle from './018-secrets-and-what-is-idle.ts';
import * as pausesAndUsualHours from './019-pauses-and-usual-hours.ts';
import * as movedSessions from './020-moved-sessions.ts';

/** In the order in which they run; a migration that has been released is never changed. */
export const migrations: Record<string, Migration> = {
  '001-first-tables': firstTables,
  '002-servers-and-joined-accounts': serversAndJoinedAccounts,
  '003-sessions': sessions,
  '004-topics-and-calendars': topicsAndCalendars,
  '005-attendance': attendance,
  '006-blobs': blobs,
  '007-history-and-audit': historyAndAudit,
  '008-delivery': delivery,
  '009-indexes': indexes,
  '010-questions': questions,
  '011-roles': roles,
  '012-limits': limits,
  '013-discord': discord,
  '014-telegram': telegram,
  '015-reports-of-a-reporter': reportsOfAReporter,
  '016-schedules': schedules,
  '017-reading': reading,
  '018-secrets-and-what-is-idle': secretsAndWhatIsIdle,
  '019-pauses-and-usual-hours': pausesAndUsualHours,
  '020-moved-sessions': movedSessions,
};
