import type { Language } from '../../core/languages.ts';
import { describeWhen } from '../describe.ts';
import type { Doubt } from '../when.ts';
import type { Understood } from './understood.ts';

/** Several sessions that one line sets, as one. What has to be asked about each is asked about all of them. */
export function together(all: readonly Understood[], text: string, language: Language): Understood {
  const [first, ...others] = all;
  if (first === undefined || others.length === 0) return first ?? { doubts: [] };
  const whens = all.flatMap(({ when }) => (when ? [when] : []));
  const [when, ...also] = whens;
  const asking = all.flatMap(({ doubts }) => doubts.filter(({ ask }) => ask));
  const said = all.flatMap(({ doubts }) => doubts.filter(({ ask }) => !ask));
  const joined = when && whens.length === all.length ? { when: { ...when, also } } : {};
  return {
    ...joined,
    doubts: [...said, ...(asking.length > 0 ? doubtsOf(all, asking, text, language) : [])],
  };
}

/** Readings go together one by one where each has as many. */
function doubtsOf(
  all: readonly Understood[],
  asking: readonly Doubt[],
  text: string,
  language: Language,
): readonly Doubt[] {
  const hopeless = asking.filter((doubt) => !('readings' in doubt));
  if (hopeless.length > 0) return hopeless;
  const readings = all.map((each) => readingsOf(each, language));
  const most = Math.max(...readings.map((each) => each.length));
  if (readings.some((each) => each.length !== 1 && each.length !== most))
    return [{ kind: 'unsupported', ask: true, text }];
  const joined = Array.from({ length: most }, (_, index) =>
    readings.map((each) => each[index] ?? each[0] ?? '').join('; '),
  );
  return [{ kind: 'ambiguous', ask: true, text, readings: joined }];
}

function readingsOf({ when, doubts }: Understood, language: Language): readonly string[] {
  const asked = doubts.find((doubt) => 'readings' in doubt);
  if (asked && 'readings' in asked) return asked.readings;
  return when ? [describeWhen(when, language)] : [];
}
