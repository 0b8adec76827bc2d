import { createHash } from "node:crypto";

/** A statement with a name. It is parsed and planned once for each connection. */
class PreparedStatement {
  readonly name: string;

  constructor(readonly text: string) {
    this.name = createHash("sha1").update(text).digest("hex");
  }

  /** For messages: a statement that fails is quoted. */
  toString(): string {
    return this.text;
  }
}

const statements = new Map<string, PreparedStatement>();

/**
 * A statement whose plan every connection keeps: planning the few that run for every order takes
 * PostgreSQL longer than running them. Only for texts that are always the same.
 *
 * TypeORM takes statements as text and hands them on to pg as they are, which takes those with a
 * name as well: hence the type.
 */
export function prepared(sql: string): string {
  const statement = statements.get(sql) ?? new PreparedStatement(sql);
  statements.set(sql, statement);
  return statement as unknown as string;
}
