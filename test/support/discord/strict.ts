import { z } from 'zod';
import {
  $ZodArray,
  $ZodLazy,
  $ZodNullable,
  $ZodObject,
  $ZodOptional,
  $ZodRecord,
  type $ZodType,
  $ZodUnion,
  clone,
} from 'zod/v4/core';

const strictly = new Map<$ZodType, $ZodType>();

/**
 * The same schema, in which no object takes a field that it does not name. The package's own switch for that comes
 * too late: its schemas are made when it is loaded.
 */
export function strict(schema: $ZodType): $ZodType {
  const made = strictly.get(schema) ?? rebuilt(schema);
  strictly.set(schema, made);
  return made;
}

function rebuilt(schema: $ZodType): $ZodType {
  if (schema instanceof $ZodObject) {
    const fields: [string, $ZodType][] = Object.entries(schema._zod.def.shape);
    const shape = Object.fromEntries(fields.map(([name, field]) => [name, strict(field)]));
    return clone(schema, { ...schema._zod.def, shape, catchall: z.never() });
  }
  if (schema instanceof $ZodArray)
    return clone(schema, { ...schema._zod.def, element: strict(schema._zod.def.element) });
  if (schema instanceof $ZodUnion)
    return clone(schema, { ...schema._zod.def, options: schema._zod.def.options.map(strict) });
  if (schema instanceof $ZodOptional)
    return clone(schema, { ...schema._zod.def, innerType: strict(schema._zod.def.innerType) });
  if (schema instanceof $ZodNullable)
    return clone(schema, { ...schema._zod.def, innerType: strict(schema._zod.def.innerType) });
  if (schema instanceof $ZodRecord)
    return clone(schema, { ...schema._zod.def, valueType: strict(schema._zod.def.valueType) });
  if (schema instanceof $ZodLazy) return z.lazy(() => strict(schema._zod.innerType));
  return schema;
}
