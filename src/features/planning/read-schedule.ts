import { answerLines, momentGiven } from '../../core/line-tool.ts';
import { understandSchedule } from './understand-schedule.ts';

const now = momentGiven();

/** What stands behind /nhaclich in, a line each; what would be set or asked out. */
await answerLines((text) => ({ text, ...understandSchedule(text, now) }));
