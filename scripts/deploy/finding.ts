/** What came of looking at one artefact. */
export interface Finding {
  readonly name: string;
  /** Empty: nothing is wrong. */
  readonly faults: readonly string[];
  /** What was looked at, in a few words. */
  readonly told?: string;
  /** What could not be looked at here, and what would be needed. */
  readonly skipped?: string;
}

/** A rule and whether it holds. */
type Rule = readonly [rule: string, holds: boolean];

/** Those rules that do not hold. */
export function broken(rules: readonly Rule[]): string[] {
  return rules.filter(([, holds]) => !holds).map(([rule]) => rule);
}

/** Looks at something that may be unreadable: that is a fault, too. */
export function looked(name: string, look: () => Finding | Finding[]): Finding | Finding[] {
  try {
    return look();
  } catch (error) {
    return { name, faults: [error instanceof Error ? error.message : String(error)] };
  }
}
