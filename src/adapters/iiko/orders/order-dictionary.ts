import { type PosCredential } from "../../../ports/pos/pos-branch";

const FRESH_MS = 600_000;
/** Pause after a failed read: an urgent order does not wait for the dictionary again. */
const PAUSE_MS = 60_000;
/** No order waits longer than this for the dictionary. */
const PATIENCE_MS = 2_000;

interface Entry<Value> {
  readonly value: Value;
  readonly askAgainAt: number;
}

/**
 * Settings of an organization in iiko that its orders depend on. Never fails: no order is held back
 * because of a dictionary.
 */
export class OrderDictionary<Value> {
  private readonly entries = new Map<string, Entry<Value>>();
  private readonly reads = new Map<string, Promise<Value>>();

  /** @param unknown used until iiko has answered for the first time */
  constructor(
    private readonly read: (credential: PosCredential, organizationId: string) => Promise<Value>,
    private readonly unknown: Value,
    private readonly clock: () => Date,
  ) {}

  /**
   * Returns what was read in the last ten minutes; an older value, or `unknown`, when iiko does not
   * answer.
   */
  async get(credential: PosCredential, organizationId: string): Promise<Value> {
    const key = JSON.stringify([credential, organizationId]);
    const now = this.clock().getTime();
    const known = this.entries.get(key);
    if (known && known.askAgainAt > now) return known.value;
    return within(PATIENCE_MS, this.readOnce(key, credential, organizationId, now)).catch(() => {
      const value = known?.value ?? this.unknown;
      this.entries.set(key, { value, askAgainAt: now + PAUSE_MS });
      return value;
    });
  }

  /**
   * One request serves all waiting orders; an answer that comes too late for them serves the next
   * ones.
   */
  private readOnce(
    key: string,
    credential: PosCredential,
    organizationId: string,
    now: number,
  ): Promise<Value> {
    const underWay = this.reads.get(key);
    if (underWay) return underWay;
    const read = this.read(credential, organizationId)
      .then((value) => {
        this.entries.set(key, { value, askAgainAt: now + FRESH_MS });
        return value;
      })
      .finally(() => this.reads.delete(key));
    this.reads.set(key, read);
    return read;
  }
}

/** Returns the value, or rejects when it takes longer than `ms`. */
async function within<T>(ms: number, value: Promise<T>): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error("The dictionary took too long")), ms);
  });
  return Promise.race([value, late]).finally(() => clearTimeout(timer));
}
