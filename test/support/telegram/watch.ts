/** How long a test waits for something that does not come. */
const PATIENCE = 5_000;
/** What changes outside of the fake, such as a test's own list, is noticed after so long at most. */
const GLANCE = 5;

/** Lets tests wait for what they expect without sleeping: they look again at every change. */
export function createWatch(describe: () => string) {
  const lookers = new Set<() => void>();
  return {
    changed: (): void => {
      for (const look of [...lookers]) look();
    },

    until: <T>(find: () => T | undefined | null | false, patience = PATIENCE): Promise<T> =>
      new Promise((resolve, reject) => {
        const { stack } = new Error('waited in vain');
        const end = (): void => {
          lookers.delete(look);
          clearTimeout(timer);
          clearInterval(glances);
        };
        const timer = setTimeout(() => {
          end();
          reject(new Error(`waited in vain for ${String(find)}; the last calls:\n${describe()}\n${stack}`));
        }, patience);
        const look = (): void => {
          const found = find();
          if (!found) return;
          end();
          resolve(found);
        };
        const glances = setInterval(look, GLANCE);
        lookers.add(look);
        look();
      }),
  };
}
