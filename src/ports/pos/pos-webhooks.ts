import { type PosCredential } from "./pos-branch";
import { type PosOrderUpdate } from "./pos-orders";

export interface WebhookRegistration {
  readonly url: string | null;
}

/**
 * News that a POS sends by itself. Errors are those of {Pos}.
 */
export interface PosWebhooks {
  webhookRegistration(
    credential: PosCredential,
    organizationId: string,
  ): Promise<WebhookRegistration>;
  /** Overwrites whatever was registered for this key and organization. */
  registerWebhook(
    credential: PosCredential,
    organizationId: string,
    url: string,
    token: string,
  ): Promise<void>;
  /**
   * The orders a web-hook body speaks of; events of other kinds and broken ones are left out. Never
   * throws.
   */
  parseWebhook(body: unknown): PosOrderUpdate[];
  /**
   * Does a web-hook body say that a stop list of the organization has changed? It does not say how.
   * Never throws.
   */
  tellsOfStopList(body: unknown, organizationId: string): boolean;
}
