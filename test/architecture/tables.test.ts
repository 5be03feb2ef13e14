import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';

const FEATURES = 'src/features/';

const writes = places(/(?:insertInto|updateTable|deleteFrom)\('(\w+)'\)/g);

/** Every place in `src` that names a table in such a statement, as `[file, table]`. */
function places(statement: RegExp): [file: string, table: string][] {
  return readdirSync('src', { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.ts') && !file.startsWith('storage/'))
    .flatMap((file) =>
      [...readFileSync(`src/${file}`, 'utf8').matchAll(statement)].map(([, table = '']): [string, string] => [
        `src/${file}`,
        table,
      ]),
    );
}
const reads = places(/(?:selectFrom|innerJoin|leftJoin|crossJoin)\('(\w+)/g);

describe('a table', () => {
  it('is written by one store only', () => {
    const writers = Map.groupBy(writes, ([, table]) => table);
    const shared = [...writers].flatMap(([table, by]) => {
      // One store may stand in two files: what is put in, and what is taken out.
      const files = new Set(by.map(([file]) => file.replace('-claims', '')));
      return files.size > 1 ? [`${table}: ${[...files].sort().join(', ')}`] : [];
    });
    // Joining two accounts makes one person of two, which moves what both have.
    expect(shared).toEqual(['people: src/features/units/join-store.ts, src/features/units/member-store.ts']);
  });

  it('is read down the ladder of the features only', () => {
    const [, list = ''] =
      /readonly Feature\[\] = \[([^\]]*)\]/.exec(readFileSync(`${FEATURES}index.ts`, 'utf8')) ?? [];
    const ladder: readonly string[] = list.match(/\w+/g) ?? [];
    const ownerOf = new Map(writes.map(([file, table]) => [table, featureOf(file)]));
    const upward = reads.filter(([file, table]) => {
      const [reader, owner] = [ladder.indexOf(featureOf(file)), ladder.indexOf(ownerOf.get(table) ?? '')];
      return reader !== -1 && owner > reader;
    });
    expect(upward).toEqual([]);
  });
});

function featureOf(file: string): string {
  return file.startsWith(FEATURES) ? (file.slice(FEATURES.length).split('/')[0] ?? '') : '';
}
