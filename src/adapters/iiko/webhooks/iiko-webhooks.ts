import { type PosCredential } from "../../../ports/pos/pos-branch";
import { acknowledgedSchema } from "../connection/answer-schemas";
import { IikoEndpoints } from "../connection/iiko-endpoints";
import { webhookSettingsSchema } from "./webhook-schemas";

/** What we ask iiko to push: every step of an order, failures, and changes of a stop list. */
export const WEBHOOK_FILTER = {
  deliveryOrderFilter: {
    orderStatuses: [
      "Unconfirmed",
      "WaitCooking",
      "ReadyForCooking",
      "CookingStarted",
      "CookingCompleted",
      "Waiting",
      "OnWay",
      "Delivered",
      "Closed",
      "Cancelled",
    ],
    errors: true,
  },
  stopListUpdateFilter: { updates: true },
};

/** The endpoints for web hooks, one method each, in iiko's terms. */
export class IikoWebhooks extends IikoEndpoints {
  async webhookSettings(credential: PosCredential, organizationId: string) {
    return this.read(
      credential,
      "/api/1/webhooks/settings",
      { organizationId },
      webhookSettingsSchema,
    );
  }

  /**
   * There is one registration per key and organization: this overwrites address, token and filter.
   */
  async updateWebhookSettings(
    credential: PosCredential,
    body: {
      organizationId: string;
      webHooksUri: string;
      authToken: string;
      webHooksFilter: object;
    },
  ): Promise<void> {
    const request = { path: "/api/1/webhooks/update_settings", body, mutates: true };
    await this.transport.post(credential, request, acknowledgedSchema);
  }
}
