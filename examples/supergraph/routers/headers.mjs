export const GATEWAY = "gateway";

/**
 * What a service learns about the client: the guest's own token and language, the guest's address,
 * and, for the gateway only, that the request comes from one of our routers.
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
