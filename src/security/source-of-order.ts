import { addressGroups } from "../limits/address-groups";
import { type Secrets } from "../ports/secrets";

/**
 * What an order remembers of the address that it came from, and no address: equal for all that one
 * customer of a provider may choose from, an address of IPv4 or a /56 of IPv6.
 *
 * @param remoteAddress the caller's, as far as a trusted proxy tells it
 */
export function sourceOfOrder(secrets: Pick<Secrets, "mac">, remoteAddress: string): string {
  const [narrowest, customers] = addressGroups(remoteAddress);
  return secrets.mac("order-source", (customers ?? narrowest)?.key ?? remoteAddress);
}
