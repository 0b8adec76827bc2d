import { type IncomingMessage } from "node:http";
import { isIPv4, isIPv6 } from "node:net";

/**
 * Replaces an address that cannot be read. Everyone without one shares what a single address may
 * do.
 */
export const UNKNOWN_ADDRESS = "unknown";

/** Longer than any address with its zone and port; anything longer is not even parsed. */
const LONGEST_ADDRESS = 128;
/** IPv4 addresses in IPv6 notation: mapped (RFC 4291) and translated (RFC 6052). */
const IPV4_WITHIN_IPV6 = ["0:0:0:0:0:ffff:", "64:ff9b:0:0:0:0:"];

/**
 * Returns who sent a request, for limits: the other end of the connection or, behind a trusted
 * proxy, the last address in X-Forwarded-For, which is the one that the proxy itself saw. Anything
 * before it is only the client's claim. If the last one cannot be read, the proxy's address is
 * used.
 *
 * @returns the same as `readAddress`, or UNKNOWN_ADDRESS
 */
export function clientAddress(
  { headers, socket }: Pick<IncomingMessage, "headers" | "socket">,
  trustProxy: boolean,
) {
  const forwarded = trustProxy ? lastOf([headers["x-forwarded-for"]].flat().join(",")) : "";
  return readAddress(forwarded) ?? readAddress(socket.remoteAddress ?? "") ?? UNKNOWN_ADDRESS;
}

/**
 * Parses an IP address as sockets and proxies write it: with a port, in brackets or quotes, with a
 * zone, in any case.
 *
 * @returns IPv4 in dotted form, also where IPv6 carries it; IPv6 as eight groups without leading
 *   zeros; undefined: not an address
 */
export function readAddress(text: string): string | undefined {
  if (text.length > LONGEST_ADDRESS) return undefined;
  const plain = withoutPort(
    text
      .trim()
      .toLowerCase()
      .replace(/^"(.*)"$/, "$1"),
  );
  const [address = ""] = plain.split("%", 1);
  if (isIPv4(address)) return address;
  return isIPv6(address) ? ipv4Within(groupsOf(address)) : undefined;
}

/**
 * Returns the eight groups of an IPv6 address. An IPv4 address at the end counts as two of them.
 */
function groupsOf(address: string): string[] {
  const [left = [], right = []] = address
    .split("::")
    .map((half) => (half === "" ? [] : half.split(":").flatMap(hex)));
  const zeros = Array<string>(Math.max(8 - left.length - right.length, 0)).fill("0");
  return [...left, ...zeros, ...right].map((group) => group.replace(/^0+(?=.)/, ""));
}

function hex(group: string): string[] {
  if (!group.includes(".")) return [group];
  const [a = 0, b = 0, c = 0, d = 0] = group.split(".").map(Number);
  return [a * 256 + b, c * 256 + d].map((word) => word.toString(16));
}

function ipv4Within(groups: readonly string[]): string {
  const address = groups.join(":");
  if (!IPV4_WITHIN_IPV6.some((prefix) => address.startsWith(prefix))) return address;
  const words = groups.slice(6).map((group) => parseInt(group, 16));
  return words.flatMap((word) => [word >> 8, word & 255]).join(".");
}

/**
 * `192.0.2.1:80`, `[2001:db8::1]:80` or `[2001:db8::1]`. Without brackets, a colon is part of the
 * address.
 */
function withoutPort(text: string): string {
  return (
    /^\[([^\]]*)\](?::\d{0,5})?$/.exec(text)?.[1] ?? /^([\d.]+):\d{0,5}$/.exec(text)?.[1] ?? text
  );
}

function lastOf(list: string): string {
  return list.slice(list.lastIndexOf(",") + 1);
}
