/** Texts of the people room. */
export interface PeopleWords extends Record<
  | "lead"
  | "notLoaded"
  | "forbidden"
  | "forbiddenWhat"
  | "none"
  | "noneWhat"
  | "make"
  | "makeTitle"
  | "makeWhat"
  | "label"
  | "labelHint"
  | "role"
  | "allBranches"
  | "branches"
  | "branchesHint"
  | "makeYes"
  | "makeNo"
  | "secretTitle"
  | "secretOnce"
  | "copy"
  | "copied"
  | "secretSaved"
  | "name"
  | "where"
  | "used"
  | "neverUsed"
  | "you"
  | "end"
  | "endNo"
  | "endYes"
  | "endWhat"
  | "ended",
  string
> {
  readonly roles: Record<"OPERATOR" | "ADMIN", string>;
  readonly roleWhat: Record<"OPERATOR" | "ADMIN", string>;
  readonly endTitle: (name: string) => string;
  readonly endOwn: string;
  readonly endDone: (name: string) => string;
  readonly usedAgo: (age: string) => string;
  readonly madeOn: (moment: string) => string;
  readonly endedOn: (moment: string) => string;
  readonly endedCount: (count: number) => string;
}
