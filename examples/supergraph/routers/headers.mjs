export const GATEWAY = "gateway";

/**
 * What a service is told of who asks: the guest's own token and language, where the guest is, and,
 * the gateway alone, that it is a router of ours that asks.
 */
export function headersFor(service, sent, address, routerKey) {
  const told = {
    authorization: sent.authorization,
    "accept-language": sent["accept-language"],
    "x-request-id": sent["x-request-id"],
    "x-forwarded-for": sent["x-forwarded-for"] ?? address,
    "x-router-key": service.toLowerCase() === GATEWAY ? routerKey : undefined,
  };
  return Object.fromEntries(Object.entries(told).filter(([, value]) => value !== undefined));
}
