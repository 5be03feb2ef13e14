/** All that is counted. Events and messages are labelled with their `platform`, jobs with their name as `job`. */
export type CounterName =
  | 'events_received'
  | 'events_answered'
  | 'events_refused'
  | 'events_failed'
  | 'messages_sent'
  | 'messages_late'
  | 'messages_uncertain'
  | 'messages_failed'
  | 'jobs_failed';

type Labels = Readonly<Record<string, string>>;

/** Counts one more. Labels are few and short: each set of them is kept for as long as the program runs. */
export type Count = (name: CounterName, labels?: Labels) => void;

export type Counted = { name: CounterName; labels: Labels; value: number };

/** Counts in memory, from the start of the program. */
export function createCounters(): { count: Count; read(): Counted[] } {
  const known = new Map<string, Counted>();
  return {
    count: (name, labels = {}) => {
      const key = JSON.stringify([name, Object.entries(labels).toSorted()]);
      const counted = known.get(key) ?? { name, labels: { ...labels }, value: 0 };
      known.set(key, counted);
      counted.value += 1;
    },
    read: () => [...known.values()].map((counted) => ({ ...counted })),
  };
}
