/**
 * While an event that an earlier process did not come back from is acted on, no other is: should this process not
 * come back either, there is no doubt about which it was.
 */
export class Suspicion {
  readonly #others = new Set<Promise<unknown>>();
  #suspect: Promise<unknown> | undefined;

  async act<Made>(isSuspect: boolean, work: () => Promise<Made>): Promise<Made> {
    while (this.#suspect) await this.#suspect;
    const others = [...this.#others];
    const made = isSuspect ? Promise.all(others).then(work) : work();
    const ended = made.then(noMatter, noMatter);
    if (isSuspect) this.#suspect = ended;
    else this.#others.add(ended);
    try {
      return await made;
    } finally {
      if (isSuspect) this.#suspect = undefined;
      else this.#others.delete(ended);
    }
  }
}

function noMatter(): void {}
