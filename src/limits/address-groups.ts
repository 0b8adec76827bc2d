import { readAddress, UNKNOWN_ADDRESS } from "./client-address";

/** A set of addresses that limits count together. */
export interface AddressGroup {
  /** The network, such as `198.51.100.7` or `2001:db8:1:2::/64`. */
  readonly key: string;
  /** How many times the limit of a single address the whole group may use. */
  readonly times: number;
}

/**
 * A provider's customer has at least a /64 of IPv6 and may choose freely within it; many have a
 * /56, and a company or a rented server may have a /48 with its 65,536 networks. Each level is
 * counted. The wider ones may do more, because they may contain several people, but far less than
 * all of their networks individually.
 */
const IPV6_GROUPS: readonly (readonly [bits: number, times: number])[] = [
  [64, 1],
  [56, 1.5],
  [48, 4],
];

/**
 * Returns the groups in which limits count an address, narrowest first: an IPv4 address is its own
 * group, an IPv6 address is in three. A caller may continue only while all of them have room.
 *
 * @param address as `clientAddress` returns it, or as a socket or a proxy writes it
 */
export function addressGroups(address: string): readonly AddressGroup[] {
  const read = readAddress(address) ?? UNKNOWN_ADDRESS;
  if (!read.includes(":")) return [{ key: read, times: 1 }];
  const words = read.split(":").map((group) => parseInt(group, 16));
  return IPV6_GROUPS.map(([bits, times]) => ({ key: `${network(words, bits)}::/${bits}`, times }));
}

/** Returns the leading groups of an IPv6 address, with everything beyond `bits` set to 0. */
function network(words: readonly number[], bits: number): string {
  const kept = words.slice(0, Math.ceil(bits / 16));
  const spare = kept.length * 16 - bits;
  return kept
    .map((word, n) => (n < kept.length - 1 ? word : (word >> spare) << spare).toString(16))
    .join(":");
}
