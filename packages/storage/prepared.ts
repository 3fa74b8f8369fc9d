/** A statement's text. */
export type Sql = string | PreparedSql;

export interface PreparedSql {
  readonly name: string;
  readonly text: string;
}

const known = new Map<string, PreparedSql>();

/**
 * For the statements asked many times a second: the server parses them once a connection and may keep their plan, so
 * they must be answered the same way whatever the parameters are (keys and arrays of keys, no optional filters). The
 * text is a constant of the program, never put together from input.
 */
export function prepared(text: string): PreparedSql {
  let sql = known.get(text);
  if (!sql) known.set(text, (sql = { name: `qingniao_${known.size + 1}`, text }));
  return sql;
}
