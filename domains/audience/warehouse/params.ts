/** Values for ClickHouse's `{name:Type}` placeholders: nothing a person wrote is ever part of the SQL. */
export interface Params {
  readonly values: Record<string, unknown>;
  /** Its placeholder. */
  add(type: string, value: unknown): string;
}

export function createParams(given: Record<string, unknown>): Params {
  const values = { ...given };
  let count = 0;
  return {
    values,
    add(type, value) {
      const name = `p${count++}`;
      values[name] = value;
      return `{${name}:${type}}`;
    },
  };
}
