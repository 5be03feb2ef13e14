import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { defineConfig } from 'vitest/config';
import { countReporter } from './test/support/count-reporter.ts';

// What one process or thread has compiled, the next one takes from here: a start is most of the work of many tests.
process.env['NODE_COMPILE_CACHE'] ??= join(tmpdir(), 'neu-guong-compiled');

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    // Emergency exits, however slow the machine: no test is about speed, and what comes in vain says so much sooner.
    testTimeout: 300_000,
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
