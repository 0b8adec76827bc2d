import { readAddress, UNKNOWN_ADDRESS } from "./client-address";

/** A set of addresses that limits count together. */
export interface AddressGroup {
  /** The network, for example `198.51.100.7`, `2001:db8:1:2::/64`. */
  readonly key: string;
  /** All of the group may do this many times what one address may. */
  readonly times: number;
}

/**
 * A customer of a provider has a /64 of IPv6 at least, and chooses freely in it; many have a /56, a
 * company or a hacker's hosted server a /48 with its 65,536 networks. Each is counted, and the
 * wider ones may do more, as several people may be in them, but far less than all of their networks
 * one by one.
 */
const IPV6_GROUPS: readonly (readonly [bits: number, times: number])[] = [
  [64, 1],
  [56, 1.5],
  [48, 4],
];

/**
 * The groups in which limits count an address, the narrowest first: an IPv4 address is one by
 * itself, an IPv6 address is in three. A caller may go on only while there is room in all of them.
 *
 * @param address as `clientAddress` gives it, or as a socket or a proxy writes it
 */
export function addressGroups(address: string): readonly AddressGroup[] {
  const read = readAddress(address) ?? UNKNOWN_ADDRESS;
  if (!read.includes(":")) return [{ key: read, times: 1 }];
  const words = read.split(":").map((group) => parseInt(group, 16));
  return IPV6_GROUPS.map(([bits, times]) => ({ key: `${network(words, bits)}::/${bits}`, times }));
}

/** The first groups of an IPv6 address, what is beyond `bits` set to 0. */
function network(words: readonly number[], bits: number): string {
  const kept = words.slice(0, Math.ceil(bits / 16));
  const spare = kept.length * 16 - bits;
  return kept
    .map((word, n) => (n < kept.length - 1 ? word : (word >> spare) << spare).toString(16))
    .join(":");
}
