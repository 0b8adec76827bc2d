import { addressGroups } from "../limits/address-groups";
import { type CacheKey } from "./cache-key";

/** Limits on the bytes that live subscriptions may hold. */
export interface LiveBudgetLimits {
  readonly heldPerConnection: number;
  /** For a single address; larger groups of IPv6 addresses may hold more. */
  readonly heldPerAddress: number;
  readonly heldInAll: number;
}

/** What one subscription holds while it lives. */
export interface Held {
  /** The socket or stream through which it came. */
  readonly connection: object;
  readonly address: string;
  /** One copy serves everyone who sent the same document. */
  readonly document: { readonly key: CacheKey; readonly bytes: number };
  /** Its variables and anything else that is not shared. */
  readonly ownBytes: number;
}

/** This share of the total is kept free for addresses that hold little. */
const KEPT_FREE = 0.2;
/** The share of an address's limit that still counts as little. */
const LITTLE = 0.1;

/**
 * Weighs what all live subscriptions hold: each document counts once per connection, once per
 * address and once in total.
 */
export class LiveBudget {
  private readonly connections = new WeakMap<object, Holdings>();
  private readonly groups = new Map<string, Holdings>();
  private readonly all = new Holdings();

  constructor(private readonly limits: LiveBudgetLimits) {}

  /** Total number of bytes held. */
  get bytes(): number {
    return this.all.bytes;
  }

  /** Returns a function that ends the holding, or the scope in which there is no room for it. */
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

/**
 * What is held in one scope. Most connections hold only one document, for which a map would be
 * wasteful.
 */
class Holdings {
  bytes = 0;
  private first: CacheKey | undefined;
  private firstHolders = 0;
  private others: Map<CacheKey, number> | undefined;

  /** The size with one more subscription. */
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
