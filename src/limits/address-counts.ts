import { addressGroups } from "./address-groups";

export interface CountLimits {
  /** What a single address may have at once; wider groups of IPv6 addresses may have more. */
  readonly perAddress: number;
  /** What all may have together. */
  readonly inAll: number;
}

/** Of what all may have, the last part is kept free for addresses that have little. */
const KEPT_FREE = 0.2;
/** So much of what an address may have is little. */
const LITTLE = 0.1;

/**
 * What each address has at this moment of something that there is so much of: connections, bytes.
 */
export class AddressCounts {
  private readonly byGroup = new Map<string, number>();
  private all = 0;

  constructor(private readonly limits: CountLimits) {}

  /** How much all have together. */
  get total(): number {
    return this.all;
  }

  /** Why this address may have no more: it has enough itself, or all have; undefined: it may. */
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
