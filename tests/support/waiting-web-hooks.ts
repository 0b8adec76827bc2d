import { randomUUID } from "node:crypto";

import { type OrderStatus } from "../../src/domain/orders/order-status";
import { type PosOrderUpdate } from "../../src/ports/pos/pos-orders";
import { type Webhook } from "../../src/services/orders/status/parse-webhooks";
import { ReceiveWebhook } from "../../src/services/orders/status/receive-webhook";
import { aNewOrder } from "./a-new-order";
import { aStatusUpdate } from "./a-pos-order-update";
import { OrderFixture } from "./order-fixture";

/** Orders in the till, and web hooks about them that wait to be recorded. */
export class WaitingWebHooks {
  private constructor(
    readonly fixture: OrderFixture,
    readonly organizationId: string,
    readonly branchId: string,
    private readonly receive: ReceiveWebhook,
  ) {}

  static async start(): Promise<WaitingWebHooks> {
    const fixture = await OrderFixture.start();
    const organizationId = randomUUID();
    const branchId = await fixture.branch({}, organizationId);
    const receive = new ReceiveWebhook(fixture.db, () => undefined);
    return new WaitingWebHooks(fixture, organizationId, branchId, receive);
  }

  stop(): Promise<void> {
    return this.fixture.stop();
  }

  async inPos(count: number): Promise<{ id: string; posOrderId: string }[]> {
    const placed = [];
    for (let each = 0; each < count; each += 1) {
      const input = aNewOrder(this.branchId);
      placed.push((await this.fixture.useCases.createOrder.execute(input)).order);
    }
    await this.fixture.pass();
    return placed;
  }

  told(
    posOrderId: string,
    timestamp: number,
    status: OrderStatus,
    more: Partial<PosOrderUpdate> = {},
  ) {
    const { organizationId } = this;
    const update = aStatusUpdate(organizationId, posOrderId, timestamp, status, more);
    return { organizationId, body: [update] };
  }

  async come(...webhooks: Webhook[]): Promise<void> {
    for (const webhook of webhooks) await this.receive.execute(webhook);
  }

  async waiting(): Promise<number> {
    const [row] = await this.fixture.db.query<[{ count: number }]>(
      "select count(*)::int from waiting_webhooks where not needs_look",
    );
    return row.count;
  }
}
