import { type CatalogueHeadAnswer } from "./operations";

export type Issue = CatalogueHeadAnswer["catalogueIssues"][number];

export interface IssueGroup extends Pick<Issue, "severity" | "code"> {
  /** What fixes all of them; null when each says it for itself, or nothing can be done. */
  readonly fix: string | null;
  readonly issues: readonly Issue[];
}

/** Groups issues with the same cause; the groups keep the order of their first issues. */
export function groupsOf(issues: readonly Issue[]): IssueGroup[] {
  const groups = new Map<string, Issue[]>();
  for (const issue of issues) {
    const key = `${issue.severity} ${issue.code}`;
    const group = groups.get(key);
    if (group) group.push(issue);
    else groups.set(key, [issue]);
  }
  return [...groups.values()].flatMap((some) => {
    const [first] = some;
    if (!first) return [];
    const { severity, code, fix } = first;
    const isOne = some.every((issue) => issue.fix === fix);
    return [{ severity, code, fix: isOne ? fix : null, issues: some }];
  });
}
