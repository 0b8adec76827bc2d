import { type Secrets } from "../../../ports/secrets";

const PURPOSE = "order-tracking";

/** The guest's bearer secret for one order. Derived, not stored: a repeated createOrder gives the same one again. */
export function trackingTokenOf(secrets: Secrets, orderId: string): string {
  const id = Buffer.from(orderId.replaceAll("-", ""), "hex").toString("base64url");
  return `${id}.${secrets.mac(PURPOSE, orderId)}`;
}

/** The order a token opens, or undefined when the token is forged or broken. */
export function orderOfTrackingToken(secrets: Secrets, token: string): string | undefined {
  const match = /^([\w-]{22})\.([\w-]{43})$/.exec(token);
  if (!match?.[1] || !match[2]) return undefined;
  const hex = Buffer.from(match[1], "base64url").toString("hex");
  const orderId = hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, "$1-$2-$3-$4-$5");
  return secrets.verifyMac(PURPOSE, orderId, match[2]) ? orderId : undefined;
}
