/** A JSON schema as OpenAPI carries it; only what our routes use. */
export interface JsonSchema {
  type?: string | string[];
  properties?: Record<string, JsonSchema>;
  required?: string[];
  items?: JsonSchema;
  enum?: unknown[];
  const?: unknown;
  anyOf?: JsonSchema[];
  minItems?: number;
  minLength?: number;
  minimum?: number;
  format?: string;
  patternProperties?: Record<string, JsonSchema>;
}

/**
 * A value the schema accepts, with every optional property filled in, so that a route has all of it to act on.
 * `idFor` names the id to put where a property is called like one (`assetId`, `contactIds`).
 */
export function exampleOf(schema: JsonSchema, idFor: (property: string) => unknown, property = ''): unknown {
  if (schema.const !== undefined) return schema.const;
  if (schema.enum) return schema.enum[0];
  if (schema.anyOf) return exampleOf(schema.anyOf.find((option) => option.type !== 'null') ?? schema.anyOf[0]!, idFor, property);
  const type = Array.isArray(schema.type) ? schema.type[0] : schema.type;
  const id = idFor(property);
  if (type === 'object') {
    return Object.fromEntries(Object.entries(schema.properties ?? {}).map(([name, value]) => [name, exampleOf(value, idFor, name)]));
  }
  if (type === 'array') return Array.from({ length: Math.max(1, schema.minItems ?? 1) }, () => exampleOf(schema.items ?? {}, idFor, property.replace(/s$/, '')));
  if (type === 'integer' || type === 'number') return typeof id === 'number' ? id : Math.max(1, schema.minimum ?? 1);
  if (type === 'boolean') return true;
  if (schema.format === 'email') return 'x@example.com';
  if (schema.format === 'date') return '2026-01-01';
  if (schema.format === 'date-time') return '2027-01-01T00:00:00Z';
  if (typeof id === 'string') return id;
  return 'x'.repeat(Math.max(4, schema.minLength ?? 1));
}
