/** The result of checking one artefact. */
export interface Finding {
  readonly name: string;
  /** Empty when nothing is wrong. */
  readonly faults: readonly string[];
  /** What was checked, in a few words. */
  readonly told?: string;
  /** What could not be checked here, and what that would take. */
  readonly skipped?: string;
}

/** A rule, and whether it holds. */
type Rule = readonly [rule: string, holds: boolean];

/** The rules that do not hold. */
export function broken(rules: readonly Rule[]): string[] {
  return rules.filter(([, holds]) => !holds).map(([rule]) => rule);
}

/** Checks something that may be unreadable, which is reported as a problem, too. */
export function looked(name: string, look: () => Finding | Finding[]): Finding | Finding[] {
  try {
    return look();
  } catch (error) {
    return { name, faults: [error instanceof Error ? error.message : String(error)] };
  }
}
