/**
 * Marks a statement whose plan every connection keeps: planning the few that run for every order takes PostgreSQL longer
 * than running them. Only for texts that are always the same.
 */
export function prepared(sql: string): string {
  return `/* prepared */ ${sql}`;
}
