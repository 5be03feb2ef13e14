import { type Compilable, type CompiledQuery, type RawBuilder, sql } from 'kysely';
import type { Database } from './database.ts';

/** Stands in a query for a value that is given each time it runs. */
class Blank {
  readonly name: string;

  constructor(name: string) {
    this.name = name;
  }
}

type Values = Readonly<Record<string, unknown>>;
type Fill<Given extends Values> = <Name extends keyof Given & string>(name: Name) => RawBuilder<Given[Name]>;

/**
 * A query that is built once, for what runs at every message: `build` says where each value goes, and whoever runs it
 * gives the values. Its rows come in the order of the query.
 */
export function prepared<Given extends Values>() {
  return <Row>(build: (db: Database, value: Fill<Given>) => Compilable<Row>) => {
    // A database of another kind writes it otherwise.
    const kept = new WeakMap<object, CompiledQuery<Row>>();
    const value: Fill<Given> = <Name extends keyof Given & string>(name: Name) =>
      sql<Given[Name]>`${new Blank(name)}`;
    return async (db: Database, given: Given): Promise<Row[]> => {
      const { adapter } = db.getExecutor();
      const query = kept.get(adapter) ?? build(db, value).compile();
      kept.set(adapter, query);
      const parameters = query.parameters.map((each) => (each instanceof Blank ? given[each.name] : each));
      const { rows } = await db.executeQuery<Row>({ ...query, parameters });
      return rows;
    };
  };
}
