import { lookup as systemLookup, type LookupAddress } from "node:dns";
import { type LookupFunction } from "node:net";

import { isPrivateAddress } from "./private-address";

/** Raised for a name that resolves to a private network. `code` is what HTTP clients show. */
class PrivateAddressRefused extends Error {
  readonly code = "EPRIVATE";

  constructor(host: string) {
    super(`${host} leads to a private address; name it in ALLOW_PRIVATE_HOSTS if that is meant`);
    this.name = "PrivateAddressRefused";
  }
}

type Resolve = (
  hostname: string,
  options: { readonly all: true; readonly family?: number | "IPv4" | "IPv6" | undefined },
  done: (error: NodeJS.ErrnoException | null, addresses: LookupAddress[]) => void,
) => void;

/**
 * A DNS lookup for outgoing connections that refuses names resolving to a private address, at the
 * moment of connecting: nothing is resolved twice, so an answer that changes in between gains
 * nothing. Node looks up only names: a literal address in the operator's own settings passes,
 * because its destination is evident.
 *
 * Written by hand, because packages that filter requests do so in an HTTP agent of their own, and
 * this is needed for both HTTP and SMTP.
 *
 * @param allowedHosts exact names that may resolve to anything; localhost always may, because its
 *   destination is evident
 */
export function guardedLookup(
  allowedHosts: readonly string[],
  resolve: Resolve = (hostname, options, done) =>
    systemLookup(hostname, { ...options, family: options.family ?? 0 }, done),
): LookupFunction {
  const allowed = new Set(["localhost", ...allowedHosts.map((host) => host.toLowerCase())]);
  return (hostname, options, done) => {
    resolve(hostname, { all: true, family: options.family }, (error, addresses) => {
      if (error) return done(error, "", 0);
      const [first] = addresses;
      const refused =
        !allowed.has(hostname.toLowerCase()) &&
        addresses.some(({ address }) => isPrivateAddress(address));
      if (refused || !first) return done(new PrivateAddressRefused(hostname), "", 0);
      if (options.all) done(null, addresses);
      else done(null, first.address, first.family);
    });
  };
}
