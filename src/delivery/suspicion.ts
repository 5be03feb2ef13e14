/**
 * While an event that an earlier process did not come back from is acted on, no other is: should this process not
 * come back either, there is no doubt about which it was.
 */
export class Suspicion {
  readonly #suspects = new Set<Promise<unknown>>();
  /** What is being acted on beside each other. */
  readonly #besides = new Set<Promise<unknown>>();
  #alone: Promise<unknown> | undefined;

  act<Made>(isSuspect: boolean, work: () => Promise<Made>): Promise<Made> {
    return isSuspect
      ? within(this.#suspects, () => this.#actAlone(work))
      : this.#whenFree(() => within(this.#besides, work));
  }

  /** Resolves when no suspect is left with which this process could end. */
  async over(): Promise<void> {
    while (this.#suspects.size > 0) await Promise.all(this.#suspects);
  }

  async #whenFree<Made>(work: () => Promise<Made>): Promise<Made> {
    while (this.#alone) await this.#alone;
    return work();
  }

  #actAlone<Made>(work: () => Promise<Made>): Promise<Made> {
    return this.#whenFree(async () => {
      const { promise, resolve } = Promise.withResolvers<void>();
      this.#alone = promise;
      try {
        await Promise.all(this.#besides);
        return await work();
      } finally {
        this.#alone = undefined;
        resolve();
      }
    });
  }
}

/** Does the work, which is in the set for as long as it takes. */
function within<Made>(underWay: Set<Promise<unknown>>, work: () => Promise<Made>): Promise<Made> {
  const made = work();
  const ended: Promise<unknown> = made.then(noMatter, noMatter).finally(() => underWay.delete(ended));
  underWay.add(ended);
  return made;
}

function noMatter(): void {}
