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
    const groups = this.groupsOf(held.address);
    if (connection.with(held) > heldPerConnection) return "connection";
    const inAll = this.all.with(held);
    if (inAll > heldInAll) return "all";
    const most = inAll > heldInAll * (1 - KEPT_FREE) ? heldPerAddress * LITTLE : heldPerAddress;
    if (groups.some(({ times, holdings }) => holdings.with(held) > most * times)) return "address";
    this.connections.set(held.connection, connection);
    for (const { key, holdings } of groups) this.groups.set(key, holdings);
    for (const holdings of [connection, this.all]) holdings.add(held);
    for (const { holdings } of groups) holdings.add(held);
    return () => this.release(held, connection);
  }

  private groupsOf(address: string) {
    return addressGroups(address).map(({ key, times }) => ({
      key,
      times,
      holdings: this.groups.get(key) ?? new Holdings(),
    }));
  }

  private release(held: Held, connection: Holdings): void {
    connection.remove(held);
    this.all.remove(held);
    for (const { key } of addressGroups(held.address)) {
      const holdings = this.groups.get(key);
      holdings?.remove(held);
      if (holdings?.bytes === 0) this.groups.delete(key);
    }
  }
}

/** What is held at one place. Most connections hold one document, for which a map is too much. */
class Holdings {
  bytes = 0;
  private first: CacheKey | undefined;
  private firstHolders = 0;
  private others: Map<CacheKey, number> | undefined;

  /** How much it would be with one more. */
  with({ document, ownBytes }: Held): number {
    return this.bytes + ownBytes + (this.holdersOf(document.key) > 0 ? 0 : document.bytes);
  }

  add(held: Held): void {
    this.bytes = this.with(held);
    const { key } = held.document;
    this.setHolders(key, this.holdersOf(key) + 1);
  }

  remove({ document, ownBytes }: Held): void {
    const left = this.holdersOf(document.key) - 1;
    this.setHolders(document.key, left);
    this.bytes -= ownBytes + (left > 0 ? 0 : document.bytes);
  }

  private holdersOf(key: CacheKey): number {
    return key === this.first ? this.firstHolders : (this.others?.get(key) ?? 0);
  }

  private setHolders(key: CacheKey, holders: number): void {
    if (this.firstHolders === 0 && !this.others?.has(key)) this.first = key;
    if (key === this.first) this.firstHolders = holders;
    else if (holders > 0) (this.others ??= new Map()).set(key, holders);
    else this.others?.delete(key);
  }
}
