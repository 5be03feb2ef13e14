import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { schemas } from '../../support/telegram/schemas.ts';

// The schemas that stand for Telegram in our tests, held against the official description where
// TELEGRAM_API_SPEC names a file of it: { methods: { <name>: { fields } }, types: { <name>: { fields, subtypes } } }.
const fieldSchema = z.object({ name: z.string(), types: z.array(z.string()), required: z.boolean() });
const descriptionSchema = z.object({
  methods: z.record(z.string(), z.object({ fields: z.array(fieldSchema).default([]) })),
  types: z.record(
    z.string(),
    z.object({ fields: z.array(fieldSchema).default([]), subtypes: z.array(z.string()).default([]) }),
  ),
});
type Description = z.infer<typeof descriptionSchema>;
type Fields = z.infer<typeof fieldSchema>[];

type Shape = {
  type?: string | undefined;
  properties?: Record<string, Shape> | undefined;
  required?: string[] | undefined;
  items?: Shape | undefined;
  anyOf?: Shape[] | undefined;
};
const shapeSchema: z.ZodType<Shape> = z.lazy(() =>
  z.object({
    type: z.string().optional(),
    properties: z.record(z.string(), shapeSchema).optional(),
    required: z.array(z.string()).optional(),
    items: shapeSchema.optional(),
    anyOf: z.array(shapeSchema).optional(),
  }),
);

const PLAIN: Record<string, string> = { string: 'String', integer: 'Integer', boolean: 'Boolean' };

const SOURCES = new URL('../../../src/platforms/telegram/', import.meta.url);

test('there is a schema for every method that the adapter calls', () => {
  const sources = readdirSync(SOURCES).map((file) => readFileSync(new URL(file, SOURCES), 'utf8'));
  const called = sources.flatMap((source) =>
    [...source.matchAll(/\.(?:call|upload)\(\s*'(\w+)'/g)].map(([, name]) => name),
  );
  expect(new Set(called).size).toBeGreaterThanOrEqual(8);
  for (const name of called) expect(Object.keys(schemas)).toContain(name);
});

test('a field that is not in a schema is refused', () => {
  for (const schema of Object.values(schemas)) {
    expect(JSON.stringify(schema.safeParse({ unknown_field: 1 }).error?.issues)).toContain(
      'unrecognized_keys',
    );
  }
});

test('the comparison finds what is wrong with a schema', () => {
  const api: Description = {
    methods: {
      send: {
        fields: [
          { name: 'to', types: ['Integer', 'String'], required: true },
          { name: 'rows', types: ['Array of Row'], required: false },
        ],
      },
    },
    types: { Row: { fields: [{ name: 'label', types: ['String'], required: true }], subtypes: [] } },
  };
  const row = z.strictObject({ label: z.string() });
  expect(
    compare(api, 'send', z.strictObject({ to: z.union([z.int(), z.string()]), rows: z.array(row) })),
  ).toEqual([]);
  expect(compare(api, 'send', z.strictObject({ rows: z.array(z.strictObject({ label: z.int() })) }))).toEqual(
    ['send.rows[].label: integer instead of String', 'send.to: is required'],
  );
  expect(compare(api, 'send', z.strictObject({ to: z.boolean(), rows: row, when: z.int() }))).toEqual([
    'send.to: boolean instead of Integer | String',
    'send.rows: no object but Array of Row',
    'send.when: there is none',
  ]);
  expect(compare(api, 'sent', row)).toEqual(['sent: no such method']);
});

const file = process.env['TELEGRAM_API_SPEC'];
if (file) {
  describe('as Telegram describes it', () => {
    const api = descriptionSchema.parse(JSON.parse(readFileSync(file, 'utf8')));
    const methods = Object.entries(schemas).map(([name, schema]): [string, z.ZodType] => [name, schema]);

    test.each(methods)('%s', (name, schema) => {
      expect(compare(api, name, schema)).toEqual([]);
    });
  });
}

function compare(api: Description, name: string, schema: z.ZodType): string[] {
  const method = api.methods[name];
  return method ? compareFields(api, shapeOf(schema), method.fields, name) : [`${name}: no such method`];
}

function compareFields(api: Description, shape: Shape, fields: Fields, where: string): string[] {
  const ours = Object.entries(shape.properties ?? {}).flatMap(([name, property]) => {
    const field = fields.find((each) => each.name === name);
    return field
      ? differences(api, property, field.types, `${where}.${name}`)
      : [`${where}.${name}: there is none`];
  });
  const missing = fields
    .filter(({ name, required }) => required && !shape.required?.includes(name))
    .map(({ name }) => `${where}.${name}: is required`);
  return [...ours, ...missing];
}

/** All that a schema allows and the description does not, or demands less than it. */
function differences(api: Description, shape: Shape, types: string[], where: string): string[] {
  if (shape.anyOf) return shape.anyOf.flatMap((one) => differences(api, one, types, where));
  if (shape.type === 'array') {
    const inner = types
      .filter((type) => type.startsWith('Array of '))
      .map((type) => type.replace('Array of ', ''));
    return inner.length > 0
      ? differences(api, shape.items ?? {}, inner, `${where}[]`)
      : [`${where}: no array but ${types.join(' | ')}`];
  }
  if (shape.type === 'object') {
    const kinds = types.flatMap((type) => [type, ...(api.types[type]?.subtypes ?? [])]);
    const found = kinds
      .flatMap((type) => api.types[type] ?? [])
      .filter(({ fields }) => fields.length > 0)
      .map(({ fields }) => compareFields(api, shape, fields, where));
    return (
      found.find((list) => list.length === 0) ?? found[0] ?? [`${where}: no object but ${types.join(' | ')}`]
    );
  }
  const plain = PLAIN[shape.type ?? ''];
  return plain && types.includes(plain) ? [] : [`${where}: ${shape.type} instead of ${types.join(' | ')}`];
}

function shapeOf(schema: z.ZodType): Shape {
  return shapeSchema.parse(z.toJSONSchema(schema, { io: 'input' }));
}
