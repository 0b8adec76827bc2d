import { able, cannot } from "../../ports/pos/pos";
import { type PosTraits } from "../../ports/pos/pos-vendor";
import { type PosConnection } from "./pos-connections";

/**
 * Where the POS reaches the gateway with an organization's order changes; null: it sends none.
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
 * The branch's POS as one that sends web hooks, and where it is to send them.
 *
 * @throws {PosCannot} it sends none
 */
export function webhooksOf({ pos, vendor, branch }: PosConnection, publicUrl: string) {
  const url = webhookAddress(publicUrl, vendor, branch.organizationId);
  if (url === null) throw cannot("webhooks");
  return { pos: able(pos, "webhooks"), url };
}

/** What may be shown of an address that somebody registered: its path may carry a secret. */
export function hostOf(address: string): string {
  return URL.canParse(address) ? new URL(address).host : "?";
}
