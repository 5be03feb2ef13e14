import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { readSpreadsheet } from '../../src/documents/spreadsheet.ts';

const [folder = ''] = process.argv.slice(2);

/** Reads the files of a folder; a line for each says what came of it, and how much memory this process took at most. */
for (const name of readdirSync(folder).toSorted()) {
  const begun = performance.now();
  const bytes = readFileSync(join(folder, name));
  const { kind } = await readSpreadsheet(name, bytes);
  const seen = {
    name,
    kind,
    megabytes: Math.ceil(process.resourceUsage().maxRSS / 1024),
    milliseconds: Math.round(performance.now() - begun),
  };
  process.stdout.write(`${JSON.stringify(seen)}\n`);
}
