import { type Secrets } from "../../../ports/secrets";

const PURPOSE = "order-tracking";

/**
 * Returns the guest's bearer secret for one order. It is derived, not stored, so a repeated
 * createOrder returns the same one again.
 *
 * @param generation how often it was renewed
 */
export function trackingTokenOf(secrets: Secrets, orderId: string, generation = 0): string {
  const id = Buffer.from(orderId.replaceAll("-", ""), "hex").toString("base64url");
  return `${id}.${secrets.mac(PURPOSE, subjectOf(orderId, generation))}`;
}

/**
 * Returns the order that a token names, whether or not it grants access to it; undefined if it is
 * not a token.
 */
export function orderNamedBy(token: string): string | undefined {
  return partsOf(token)?.orderId;
}

/**
 * Returns the order to which a token grants access, or undefined when the token is forged,
 * malformed, or of another generation.
 */
export function orderOfTrackingToken(
  secrets: Secrets,
  token: string,
  generation = 0,
): string | undefined {
  const parts = partsOf(token);
  if (!parts) return undefined;
  const { orderId, mac } = parts;
  return secrets.verifyMac(PURPOSE, subjectOf(orderId, generation), mac) ? orderId : undefined;
}

function partsOf(token: string): { readonly orderId: string; readonly mac: string } | undefined {
  const [, id, mac] = /^([\w-]{22})\.([\w-]{43})$/.exec(token) ?? [];
  if (id === undefined || mac === undefined) return undefined;
  const hex = Buffer.from(id, "base64url").toString("hex");
  return { orderId: hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, "$1-$2-$3-$4-$5"), mac };
}

function subjectOf(orderId: string, generation: number): string {
  return generation === 0 ? orderId : `${orderId} ${generation}`;
}
