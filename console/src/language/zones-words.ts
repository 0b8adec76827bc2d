/** Texts about a branch's zones; sums are passed as texts. */
export interface ZonesWords extends Record<
  | "title"
  | "anywhere"
  | "notDrawn"
  | "latitude"
  | "longitude"
  | "test"
  | "testHint"
  | "city"
  | "street"
  | "house"
  | "testAddress"
  | "addressHint"
  | "served"
  | "notServed"
  | "ofBranch"
  | "load"
  | "loadHint"
  | "keep"
  | "remove"
  | "removeTitle"
  | "removeWhat"
  | "removeYes"
  | "removed"
  | "replaceTitle"
  | "replaceYes",
  string
> {
  readonly map: (zones: number) => string;
  /** @param sum null means free */
  readonly fee: (sum: string | null) => string;
  readonly freeFrom: (sum: string) => string;
  readonly from: (sum: string) => string;
  readonly minutes: (minutes: number) => string;
  readonly columns: Record<"name" | "fee" | "freeFrom" | "minimum" | "minutes", string>;
  readonly replaceWhat: (shapes: number, now: number) => string;
  readonly loaded: (zones: number) => string;
  readonly ofShape: (shape: number, message: string) => string;
}
