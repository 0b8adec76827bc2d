import { BlockList, isIPv4, isIPv6 } from "node:net";

/**
 * Everything outside the public Internet: IANA's special-purpose registries (RFC 6890 and its
 * successors), and multicast.
 */
const PRIVATE_IPV4: readonly [network: string, prefix: number][] = [
  ["0.0.0.0", 8],
  ["10.0.0.0", 8],
  ["100.64.0.0", 10],
  ["127.0.0.0", 8],
  ["169.254.0.0", 16],
  ["172.16.0.0", 12],
  ["192.0.0.0", 24],
  ["192.0.2.0", 24],
  ["192.88.99.0", 24],
  ["192.168.0.0", 16],
  ["198.18.0.0", 15],
  ["198.51.100.0", 24],
  ["203.0.113.0", 24],
  ["224.0.0.0", 4],
  ["240.0.0.0", 4],
];
/**
 * 64:ff9b::, 2001:: and 2002:: embed IPv4 addresses: a translator would forward them to the private
 * one.
 */
const PRIVATE_IPV6: readonly [network: string, prefix: number][] = [
  ["::", 96],
  ["64:ff9b::", 96],
  ["64:ff9b:1::", 48],
  ["100::", 64],
  ["2001::", 23],
  ["2001:db8::", 32],
  ["2002::", 16],
  ["3fff::", 20],
  ["5f00::", 16],
  ["fc00::", 7],
  ["fe80::", 10],
  ["fec0::", 10],
  ["ff00::", 8],
];

const privateAddresses = listOf(PRIVATE_IPV4, PRIVATE_IPV6);
const loopbackAddresses = listOf([["127.0.0.0", 8]], [["::1", 128]]);

/**
 * Returns whether this IP address is outside the public Internet. Anything that is not an address
 * counts as private.
 */
export function isPrivateAddress(address: string): boolean {
  return isIn(privateAddresses, address) ?? true;
}

/** Returns whether this IP address leads back to this machine. */
export function isLoopback(address: string): boolean {
  return isIn(loopbackAddresses, address) ?? false;
}

/** undefined: not an IP address. IPv4 within IPv6 (::ffff:10.0.0.1) is treated as IPv4. */
function isIn(list: BlockList, address: string): boolean | undefined {
  if (isIPv4(address)) return list.check(address, "ipv4");
  const plain = address.split("%", 1).join("");
  return isIPv6(plain) ? list.check(plain, "ipv6") : undefined;
}

function listOf(ipv4: typeof PRIVATE_IPV4, ipv6: typeof PRIVATE_IPV6): BlockList {
  const list = new BlockList();
  for (const [network, prefix] of ipv4) list.addSubnet(network, prefix, "ipv4");
  for (const [network, prefix] of ipv6) list.addSubnet(network, prefix, "ipv6");
  return list;
}
