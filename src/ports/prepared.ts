/**
 * Marks a statement whose plan every connection keeps, as the comment it begins with: planning the few that run for every
 * order takes PostgreSQL longer than running them. Only for texts that are always the same.
 */
export const PREPARED = "prepared";

export function prepared(sql: string): string {
  return `/* ${PREPARED} */ ${sql}`;
}
