import { type PosCredential } from "./pos-branch";
import { type PosOrderUpdate } from "./pos-orders";

export interface WebhookRegistration {
  readonly url: string | null;
}

/** News that a POS sends on its own initiative. Errors are those of {Pos}. */
export interface PosWebhooks {
  webhookRegistration(
    credential: PosCredential,
    organizationId: string,
  ): Promise<WebhookRegistration>;
  /** Overwrites any registration for this key and organization. */
  registerWebhook(
    credential: PosCredential,
    organizationId: string,
    url: string,
    token: string,
  ): Promise<void>;
  /**
   * Returns the orders that a web-hook body mentions; other kinds of events and malformed ones are
   * skipped. Never throws.
   */
  parseWebhook(body: unknown): PosOrderUpdate[];
  /**
   * Returns whether a web-hook body says that a stop list of the organization has changed. It does
   * not say how. Never throws.
   */
  tellsOfStopList(body: unknown, organizationId: string): boolean;
}
