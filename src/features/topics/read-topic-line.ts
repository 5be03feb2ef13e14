import type { Call } from '../../chat/call.ts';
import { nameOrAsk } from '../../chat/unused-words.ts';
import { readPeriodLine } from './read-period.ts';

/**
 * What is typed behind /chuyende, ready to be taken apart. Several periods in one line become a line each.
 * @throws UserError naming words about time in a title, and for a period that does not exist
 */
export function readTopicLine({ now, attached }: Pick<Call, 'now' | 'attached'>) {
  return (text: string): string => {
    const line = intoLines(text.normalize('NFC').trim());
    if (line.includes('\n') || attached.length > 0) return line;
    const title = readPeriodLine(line, now.toPlainDate())?.rest ?? line;
    if (title === '') return line;
    const front = line.slice(0, line.length - title.length);
    const parts = title.split('|');
    const named = parts.map((part, at) =>
      nameOrAsk(part, (name) => front + parts.with(at, ` ${name} `).join('|').trim()),
    );
    return front + named.join('|');
  };
}

const NAMED = /^(?:tháng|thang|quý|quy|month|quarter)\s/iu;
const NAMED_FURTHER = /[;,]\s*(?=(?:tháng|thang|quý|quy|month|quarter)\s+[\divx]{1,4}(?:\/\d{4})?\s*:)/giu;
const NUMBERED = /^\d{1,2}\s*:/;
const NUMBERED_FURTHER = /[;,]\s*(?=\d{1,2}\s*:(?!\d))/g;

/** `tháng 2: A; tháng 3: B`, `1: A, 2: B` */
function intoLines(line: string): string {
  if (NAMED.test(line)) return line.replace(NAMED_FURTHER, '\n');
  return NUMBERED.test(line) ? line.replace(NUMBERED_FURTHER, '\n') : line;
}
