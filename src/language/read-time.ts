import { answerLines, momentGiven } from '../core/line-tool.ts';
import { classify } from './classify.ts';

const now = momentGiven();

/** Phrases in, a line each; their meaning out. */
await answerLines((text) => ({ text, ...classify(text, now) }));
