/** The list that a vendor is added to. */
export const LIST = "src/vendors.ts";

/**
 * A vendor that does not exist, and the places of its files, which are written in tests/rehearsal.
 */
export interface Dummy {
  /** Its name in the table of costs. */
  readonly task: string;
  readonly name: string;
  /** The list of src/vendors.ts that it joins. */
  readonly list: "POS" | "CHANNELS";
  /** The folders of files outside the adapter, by the files' names in tests/rehearsal/<name>. */
  readonly outside: Readonly<Record<string, string>>;
  /** The file that a vendor has to provide besides its adapter. */
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

/** Returns where a file of tests/rehearsal belongs. */
export function placeOf({ name, outside }: Dummy, file: string): string {
  return `${outside[file] ?? `src/adapters/${name}`}/${file}`;
}
