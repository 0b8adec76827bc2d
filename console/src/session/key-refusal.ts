import { type GatewayFailure } from "../gateway/gateway-failure";

const OF_KEY = ["UNAUTHENTICATED", "FORBIDDEN"];

/**
 * Whether the key is wrong. Every other failure is temporary, and the tab's key is as good after it
 * as before.
 */
export function refusesKey({ code }: GatewayFailure): boolean {
  return OF_KEY.includes(code);
}
