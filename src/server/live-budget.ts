import { addressGroups } from "../limits/address-groups";
import { type CacheKey } from "./cache-key";

/** Bytes that live subscriptions may hold. */
export interface LiveBudgetLimits {
  readonly heldPerConnection: number;
  /** Of a single address; wider groups of IPv6 addresses may hold more. */
  readonly heldPerAddress: number;
  readonly heldInAll: number;
}

/** What one subscription holds for as long as it lives. */
export interface Held {
  /** The socket or stream that it came by. */
  readonly connection: object;
  readonly address: string;
  /** One copy of it serves all who sent the same. */
  readonly document: { readonly key: CacheKey; readonly bytes: number };
  /** Its variables and whatever else is its own. */
  readonly ownBytes: number;
}

/** Of what all may hold, the last part is kept free for addresses that hold little. */
const KEPT_FREE = 0.2;
/** So much of what an address may hold is little. */
const LITTLE = 0.1;

/**
 * Weighs what all live subscriptions hold: a document once for each connection, for each address,
 * and in all.
 */
export class LiveBudget {
  private readonly connections = new WeakMap<object, Holdings>();
  private readonly groups = new Map<string, Holdings>();
  private readonly all = new Holdings();

  constructor(private readonly limits: LiveBudgetLimits) {}

  /** How many bytes are held in all. */
  get bytes(): number {
    return this.all.bytes;
  }

  /** Gives what ends the holding; or where there is no room for it. */
  hold(held: Held): (() => void) | "connection" | "address" | "all" {
    const { heldPerConnection, heldPerAddress, heldInAll } = this.limits;
    const connection = this.connections.get(held.connection) ?? new Holdings();
    const groups = addressGroups(held.address).map(({ key, times }) => ({
      key,
      times,
      holdings: this.groups.get(key) ?? new Holdings(),
    }));
    if (connection.with(held) > heldPerConnection) return "connection";
    const inAll = this.all.with(held);
    if (inAll > heldInAll) return "all";
    const most = inAll > heldInAll * (1 - KEPT_FREE) ? heldPerAddress * LITTLE : heldPerAddress;
    if (groups.some(({ times, holdings }) => holdings.with(held) > most * times)) return "address";
    this.connections.set(held.connection, connection);
    for (const { key, holdings } of groups) this.groups.set(key, holdings);
    const places = [connection, this.all, ...groups.map(({ holdings }) => holdings)];
    places.forEach((holdings) => holdings.add(held));
    return () => {
      places.forEach((holdings) => holdings.remove(held));
      for (const { key, holdings } of groups) if (holdings.bytes === 0) this.groups.delete(key);
    };
  }
}

/** What is held at one place. */
class Holdings {
  bytes = 0;
  private readonly holders = new Map<CacheKey, number>();

  /** How much it would be with one more. */
  with(held: Held): number {
    return (
      this.bytes + held.ownBytes + (this.holders.has(held.document.key) ? 0 : held.document.bytes)
    );
  }

  add(held: Held): void {
    this.bytes = this.with(held);
    this.holders.set(held.document.key, (this.holders.get(held.document.key) ?? 0) + 1);
  }

  remove({ document, ownBytes }: Held): void {
    const left = (this.holders.get(document.key) ?? 1) - 1;
    if (left > 0) this.holders.set(document.key, left);
    else this.holders.delete(document.key);
    this.bytes -= ownBytes + (left > 0 ? 0 : document.bytes);
  }
}
