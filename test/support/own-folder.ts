import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** What the tests put into files is in one folder, which goes with them. */
export function setup(): () => void {
  const folder = mkdtempSync(join(tmpdir(), 'neu-guong-tests-'));
  process.env['TMPDIR'] = folder;
  return () => rmSync(folder, { recursive: true, force: true });
}
