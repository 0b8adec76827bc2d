import { able, cannot } from "../../ports/pos/pos";
import { type PosTraits } from "../../ports/pos/pos-vendor";
import { type PosConnection } from "./pos-connections";

/**
 * Returns the address to which the POS sends an organization's order changes; null if it sends
 * none.
 */
export function webhookAddress(
  publicUrl: string,
  vendor: PosTraits | undefined,
  organizationId: string,
): string | null {
  const path = vendor?.webhook?.path;
  return path === undefined
    ? null
    : `${publicUrl}/webhooks/${path}/${encodeURIComponent(organizationId)}`;
}

/**
 * Returns the branch's POS as one that sends web hooks, and the address they go to.
 *
 * @throws {PosCannot} it sends none
 */
export function webhooksOf({ pos, vendor, branch }: PosConnection, publicUrl: string) {
  const url = webhookAddress(publicUrl, vendor, branch.organizationId);
  if (url === null) throw cannot("webhooks");
  return { pos: able(pos, "webhooks"), url };
}

/**
 * Returns what may be shown of an address that somebody registered: its path may contain a secret.
 */
export function hostOf(address: string): string {
  return URL.canParse(address) ? new URL(address).host : "?";
}
