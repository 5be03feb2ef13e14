import { countCalm } from './traffic.ts';

/** What changes without a word, such as a test's own list, is noticed after so many milliseconds at most. */
const GLANCE = 5;
/** Glances at nothing that moves, after which nothing will: the libraries wait for half a second at most. */
const IN_VAIN = 1_000;
/** Minutes for a bot in a process of its own, which may be slow: the emergency exit, no measure of anything. */
const AT_MOST = 5;

/**
 * Lets tests wait for what they expect without sleeping: they look again at every change. `alone`: the bot lives in
 * this process, so that one can tell that it is at rest.
 */
export function createWatch({ describe, alone }: { describe(): string; alone: boolean }) {
  const lookers = new Set<() => void>();
  return {
    changed: (): void => {
      for (const look of [...lookers]) look();
    },

    until: <T>(find: () => T | undefined | null | false, inVain = IN_VAIN): Promise<T> =>
      new Promise((resolve, reject) => {
        const { stack } = new Error('waited in vain');
        const isOver = alone ? atRest(inVain) : after(AT_MOST);
        const end = (): void => {
          lookers.delete(look);
          clearInterval(glances);
        };
        const look = (): void => {
          const found = find();
          if (!found) return;
          end();
          resolve(found);
        };
        const glances = setInterval(() => {
          look();
          if (!isOver() || !lookers.has(look)) return;
          end();
          reject(new Error(`waited in vain for ${String(find)}; ${describe()}\n${stack}`));
        }, GLANCE);
        lookers.add(look);
        look();
      }),
  };
}

/** Whether nothing has moved in this process so many times in a row. */
function atRest(times: number): () => boolean {
  const calm = countCalm();
  return () => calm() >= times;
}

function after(minutes: number): () => boolean {
  const end = performance.now() + minutes * 60_000;
  return () => performance.now() > end;
}
