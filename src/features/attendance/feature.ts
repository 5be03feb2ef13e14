import type { Feature } from '../feature.ts';
import { askHowItWent, nextToAsk } from './ask-how-it-went.ts';
import { attendanceCommands } from './commands.ts';
import { nudgeDue } from './nudge.ts';
import { resultCommands } from './result-commands.ts';
import { nextStep } from './round-store.ts';

export const attendance: Feature = {
  commands: [...attendanceCommands, ...resultCommands],
  jobs: [
    { name: 'ask-how-it-went', run: askHowItWent, next: nextToAsk },
    { name: 'nudge', run: nudgeDue, next: ({ db }) => nextStep(db, 'nudge_at') },
  ],
};
