import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { onTestFinished } from 'vitest';

const START = join(import.meta.dirname, '../../src/start.js');

/** For tests that start it: an emergency exit for a machine on which a start takes minutes. */
export const PATIENTLY = { timeout: 1_800_000 };

type Given = { env?: Record<string, string>; input?: string; cwd?: string };

/** Runs the program as `npm start` does, in a folder of its own, with no settings but those given. */
export function runProgram({ env = {}, input = '', cwd = newFolder() }: Given) {
  const child = spawn(process.execPath, [START], {
    cwd,
    env: { PATH: process.env['PATH'], ...env },
  });
  onTestFinished(() => void child.kill('SIGKILL'));
  child.stdin.end(input);
  const ended = Promise.all([text(child.stdout), text(child.stderr), once(child, 'exit')]);
  const done = ended.then(([out, err, [code]]) => ({ out, err, code }));
  return {
    cwd,
    /** What it printed and its exit code, once it has ended. */
    done,
    /** Ends it by a signal; gives the same. */
    end: (signal: NodeJS.Signals) => {
      child.kill(signal);
      return done;
    },
  };
}

/** What `npm start` itself starts, with a signal for npm alone. */
export function runByNpm(env: Record<string, string>) {
  const child = spawn('npm', ['start'], {
    cwd: join(import.meta.dirname, '../..'),
    env: {
      PATH: process.env['PATH'],
      HOME: process.env['HOME'],
      npm_config_update_notifier: 'false',
      ...env,
    },
    stdio: 'ignore',
  });
  onTestFinished(() => void child.kill('SIGKILL'));
  return {
    /** Tells npm to end; gives its exit code. */
    end: async (signal: NodeJS.Signals): Promise<unknown> => {
      child.kill(signal);
      const [code]: unknown[] = await once(child, 'exit');
      return code;
    },
  };
}

export function newFolder(): string {
  return mkdtempSync(join(tmpdir(), 'neu-guong-'));
}
