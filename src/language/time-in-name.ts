import { trimmed } from './grammar/leftover.ts';
import { Line } from './grammar/line.ts';
import { findQuotes } from './phrase/set-apart.ts';
import { unusedIn } from './unused.ts';

/**
 * Words in what is to be a name that smell of a time or of a condition, as they were typed. A month or a date may
 * belong to a name ("sơ kết quý I"), and what stands in quotes does.
 */
export function timeInName(text: string): readonly string[] {
  const line = new Line(text);
  const unused = unusedIn(line, [], findQuotes(line), {
    slots: {},
    when: undefined,
    isName: true,
  });
  return unused.map(({ from, to }) => trimmed(line.between(from, to)));
}
