import { addressGroups } from "./address-groups";

export interface CountLimits {
  /**
   * The most that a single address may hold at a time; wider groups of IPv6 addresses may hold
   * more.
   */
  readonly perAddress: number;
  /** The most that all addresses may hold together. */
  readonly inAll: number;
}

/** The last part of what all may hold is reserved for addresses that hold little. */
const KEPT_FREE = 0.2;
/** The share of an address's own limit that counts as little. */
const LITTLE = 0.1;

/** How much each address currently holds of a limited resource: connections, bytes. */
export class AddressCounts {
  private readonly byGroup = new Map<string, number>();
  private all = 0;

  constructor(private readonly limits: CountLimits) {}

  /** How much all addresses hold together. */
  get total(): number {
    return this.all;
  }

  /**
   * Returns why this address may hold no more: its own limit is reached, or the common one;
   * undefined: it may.
   */
  fullFor(address: string): "address" | "all" | undefined {
    const { perAddress, inAll } = this.limits;
    if (this.all >= inAll) return "all";
    const isScarce = this.all >= inAll - Math.floor(inAll * KEPT_FREE);
    const most = isScarce ? Math.max(1, Math.floor(perAddress * LITTLE)) : perAddress;
    const isFull = addressGroups(address).some(
      ({ key, times }) => (this.byGroup.get(key) ?? 0) >= most * times,
    );
    return isFull ? "address" : undefined;
  }

  add(address: string, amount = 1): void {
    this.all += amount;
    for (const { key } of addressGroups(address))
      this.byGroup.set(key, (this.byGroup.get(key) ?? 0) + amount);
  }

  remove(address: string, amount = 1): void {
    this.all -= amount;
    for (const { key } of addressGroups(address)) {
      const left = (this.byGroup.get(key) ?? 0) - amount;
      if (left > 0) this.byGroup.set(key, left);
      else this.byGroup.delete(key);
    }
  }
}
