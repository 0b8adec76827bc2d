import { createHash } from "node:crypto";

/** A named statement. Each connection parses and plans it once. */
class PreparedStatement {
  readonly name: string;

  constructor(readonly text: string) {
    this.name = createHash("sha1").update(text).digest("hex");
  }

  /** For messages: a failing statement is quoted. */
  toString(): string {
    return this.text;
  }
}

const statements = new Map<string, PreparedStatement>();

/**
 * A statement whose plan every connection keeps: PostgreSQL takes longer to plan the few that run
 * for every order than to run them. Only for texts that never vary.
 *
 * TypeORM takes statements as text and passes them unchanged to pg, which also accepts named ones;
 * hence the type.
 */
export function prepared(sql: string): string {
  const statement = statements.get(sql) ?? new PreparedStatement(sql);
  statements.set(sql, statement);
  return statement as unknown as string;
}
