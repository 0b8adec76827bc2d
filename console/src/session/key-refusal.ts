import { type GatewayFailure } from "../gateway/gateway-failure";

const OF_KEY = ["UNAUTHENTICATED", "FORBIDDEN"];

/** Is the key wrong? Every other failure passes, and the tab's key is as good after it as before. */
export function refusesKey({ code }: GatewayFailure): boolean {
  return OF_KEY.includes(code);
}
