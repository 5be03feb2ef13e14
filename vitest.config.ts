import { defineConfig } from 'vitest/config';
import { countReporter } from './test/support/count-reporter.ts';
import { SOAK } from './test/support/soak.ts';

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    globalSetup: 'test/support/own-folder.ts',
    // Emergency exits, however slow the machine: no test is about speed, and what comes in vain says so much sooner.
    testTimeout: SOAK ? 3_600_000 : 300_000,
    hookTimeout: 300_000,
    teardownTimeout: 60_000,
    // One more than the usual machine has cores: the longest tests mostly wait for other processes.
    maxWorkers: 3,
    // Modules keep no state of their own, so the libraries are loaded once a worker instead of once a file.
    isolate: false,
    reporters: ['default', countReporter],
    coverage: {
      provider: 'v8',
      include: ['src/**/*.ts', 'migrations/**/*.ts'],
      exclude: ['src/main.ts'],
      reporter: ['text-summary'],
      thresholds: { lines: 90, branches: 85 },
    },
  },
});
