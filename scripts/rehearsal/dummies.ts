/** What a vendor is added to. */
export const LIST = "src/vendors.ts";

/** A vendor that does not exist, and where its files go. They are written in tests/rehearsal. */
export interface Dummy {
  /** As the table of costs calls it. */
  readonly task: string;
  readonly name: string;
  /** Which list of src/vendors.ts it joins. */
  readonly list: "POS" | "CHANNELS";
  /** By their names in tests/rehearsal/<name>: the folders of files outside the adapter. */
  readonly outside: Readonly<Record<string, string>>;
  /** The file that a vendor has to bring beside its adapter. */
  readonly contract: string;
}

export const ABACUS: Dummy = {
  task: "another POS",
  name: "abacus",
  list: "POS",
  outside: {
    "abacus-pos.test.ts": "tests/contract",
    "abacus-order.test.ts": "tests/e2e",
    "abacus-till.ts": "tests/support",
  },
  contract: "abacus-pos.test.ts",
};

export const PAGER: Dummy = {
  task: "a fallback channel",
  name: "pager",
  list: "CHANNELS",
  outside: { "pager-channel.test.ts": "tests/contract" },
  contract: "pager-channel.test.ts",
};

/** Where a file of tests/rehearsal belongs. */
export function placeOf({ name, outside }: Dummy, file: string): string {
  return `${outside[file] ?? `src/adapters/${name}`}/${file}`;
}
