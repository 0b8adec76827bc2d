/**
 * Returns which key to a POS a branch uses; branches with the same key succeed and fail together.
 * null: none.
 */
export type KeyOfBranch = (branchId: string) => Promise<string | null>;

/** No work waits long to find out whose it is. */
const PATIENCE_MS = 1_000;

/**
 * The keys of branches, as far as known: while the database does not answer, the last known one
 * applies.
 */
export class KnownKeys {
  private readonly keys = new Map<string, string | null>();

  constructor(private readonly keyOf: KeyOfBranch) {}

  /** @returns a function that returns the key of each of these branches */
  async learn(branchIds: readonly string[]): Promise<(branchId: string) => string | null> {
    const unlearnt = Promise.all(
      branchIds
        .filter((branchId) => branchId !== "")
        .map(async (id) => this.keys.set(id, await this.keyOf(id))),
    ).catch(() => undefined);
    let timer: NodeJS.Timeout | undefined;
    const patience = new Promise<void>((resolve) => (timer = setTimeout(resolve, PATIENCE_MS)));
    await Promise.race([unlearnt, patience]);
    clearTimeout(timer);
    return (branchId) => this.keys.get(branchId) ?? null;
  }
}
