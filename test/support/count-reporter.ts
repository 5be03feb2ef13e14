import type { Reporter, TestModule } from 'vitest/node';

/** Ends a run with one plain line that any continuous integration can read. */
export const countReporter: Reporter = {
  onTestRunEnd: (modules: readonly TestModule[]) => {
    const states = modules.flatMap((module) =>
      [...module.children.allTests()].map((test) => test.result().state),
    );
    const count = (state: string): number => states.filter((each) => each === state).length;
    const broken = modules.filter((module) => module.state() === 'failed' && count('failed') === 0).length;
    process.stdout.write(
      `\n${count('passed')} passed, ${count('failed') + broken} failed, ${count('skipped')} skipped\n`,
    );
  },
};
