/** Where the POS reaches the gateway with an organization's order changes. */
export function webhookAddress(publicUrl: string, organizationId: string): string {
  return `${publicUrl}/webhooks/iiko/${organizationId}`;
}

/** What may be shown of an address that somebody registered: its path may carry a secret. */
export function hostOf(address: string): string {
  return URL.canParse(address) ? new URL(address).host : "?";
}
