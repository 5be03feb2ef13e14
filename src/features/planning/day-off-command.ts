import { z } from 'zod';
import { argument, defineCommand } from '../../chat/command.ts';
import { codeOfSession } from '../sessions/session.ts';
import { readSessionRef, refAnd } from '../sessions/session-ref.ts';
import { answerDayOff, readDayOffAnswer } from './answer-day-off.ts';
import { namedSession } from './next-session.ts';

/** Behind the buttons of the question about a day off. */
export const dayOffCommand = defineCommand({
  name: 'ngaynghi',
  accented: 'ngày-nghỉ',
  summary: 'day_off.summary',
  example: 'day_off.example',
  access: 'administrator',
  listed: false,
  arguments: () => z.object({ code: argument(readSessionRef), answer: argument(readDayOffAnswer) }),
  ask: { code: 'session.ask_code', answer: 'day_off.ask_answer' },
  read: refAnd('answer'),
  run: async (app, call, { code, answer }) => {
    const session = await namedSession(app, call, code);
    return { ...(await answerDayOff(app, call, session, answer)), ref: codeOfSession(session) };
  },
});
