import { type z } from "zod";

import { type CallGuard } from "../../../ports/call-guard";
import { type PosCredential } from "../../../ports/pos/pos-branch";
import { acknowledgedSchema } from "../connection/answer-schemas";
import { type IikoReply, reading } from "../connection/iiko-answer";
import { IikoEndpoints } from "../connection/iiko-endpoints";
import { type IikoCreateDelivery } from "./iiko-order";
import { type OrderLookUp } from "./order-look-ups";
import {
  cancelCausesSchema,
  commandStatusSchema,
  createdDeliverySchema,
  deliveriesSchema,
  deliveryFeedSchema,
  type IikoOrderInfo,
} from "./order-schemas";

/** Returns complete orders of many organizations. */
const FEED = { timeoutSeconds: 30, maxBytes: 64 * 2 ** 20 };

/** The endpoints for deliveries, one method each, in iiko's terms. */
export class IikoDeliveries extends IikoEndpoints {
  /** @param understand interprets the answer, whatever it says */
  async createDelivery<Result>(
    credential: PosCredential,
    body: IikoCreateDelivery,
    {
      guard,
      placeAt,
    }: { readonly guard: CallGuard | undefined; readonly placeAt: Date | null | undefined },
    understand: (answer: IikoReply<z.infer<typeof createdDeliverySchema>>) => Result,
  ): Promise<Result> {
    const request = { path: "/api/1/deliveries/create", body, mutates: true, guard, placeAt };
    const answer = await this.transport.post(credential, request, createdDeliverySchema);
    return reading(request, 200, () => understand(answer));
  }

  /**
   * iiko keeps orders for seven days and omits unknown ids.
   *
   * @param understand interprets each order
   */
  async deliveriesById<Result>(
    credential: PosCredential,
    { organizationId, orderIds, leaving, placeAt }: OrderLookUp,
    understand: (order: IikoOrderInfo) => Result,
  ): Promise<Result[]> {
    const body = { organizationId, orderIds };
    const request = { path: "/api/1/deliveries/by_id", body, leaving, placeAt };
    const { orders } = (await this.transport.post(credential, request, deliveriesSchema)).reply;
    return reading(request, 200, () => orders.map(understand));
  }

  /** Returns the changes after `startRevision`, which may be up to three hours old. */
  async deliveriesByRevision(
    credential: PosCredential,
    organizationIds: readonly string[],
    startRevision: number,
  ) {
    const request = {
      path: "/api/1/deliveries/by_revision",
      body: { organizationIds, startRevision },
      ...FEED,
    };
    return (await this.transport.post(credential, request, deliveryFeedSchema)).reply;
  }

  /** @param period at most 24 hours, in the local time of the organizations */
  async deliveriesByDate(
    credential: PosCredential,
    organizationIds: readonly string[],
    period: { readonly deliveryDateFrom: string; readonly deliveryDateTo: string },
  ) {
    const path = "/api/1/deliveries/by_delivery_date_and_status";
    const request = { path, body: { organizationIds, ...period }, ...FEED };
    return (await this.transport.post(credential, request, deliveryFeedSchema)).reply;
  }

  async cancelCauses(credential: PosCredential, organizationId: string) {
    const body = { organizationIds: [organizationId] };
    return this.read(credential, "/api/1/cancel_causes", body, cancelCausesSchema);
  }

  async cancelDelivery(
    credential: PosCredential,
    body: {
      organizationId: string;
      orderId: string;
      cancelCauseId?: string;
      cancelComment: string;
    },
    guard?: CallGuard,
  ) {
    const request = { path: "/api/1/deliveries/cancel", body, mutates: true, guard };
    return (await this.transport.post(credential, request, acknowledgedSchema)).exchange;
  }

  /** Returns the outcome of a call that only passes a command on to the POS. */
  async commandStatus(credential: PosCredential, organizationId: string, correlationId: string) {
    const body = { organizationId, correlationId };
    return this.read(credential, "/api/1/commands/status", body, commandStatusSchema);
  }
}
