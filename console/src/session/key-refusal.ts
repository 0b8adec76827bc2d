import { type GatewayFault } from "../gateway/gateway-fault";

const OF_KEY = ["UNAUTHENTICATED", "FORBIDDEN"];

/** Is the key wrong? Every other fault passes, and the tab's key is as good after it as before. */
export function refusesKey({ code }: GatewayFault): boolean {
  return OF_KEY.includes(code);
}
