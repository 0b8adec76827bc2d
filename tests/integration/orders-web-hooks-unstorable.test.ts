import { randomUUID } from "node:crypto";

import { OrderStatus } from "../../src/domain/orders/order-status";
import { PostgresJobList } from "../../src/jobs/postgres-job-list";
import { type PosOrderUpdate } from "../../src/ports/pos/pos-orders";
import { ReceiveWebhook } from "../../src/services/orders/status/receive-webhook";
import { aNewOrder } from "../support/a-new-order";
import { aStatusUpdate } from "../support/a-pos-order-update";
import { OrderFixture } from "../support/order-fixture";

type Courier = NonNullable<PosOrderUpdate["courier"]>;

const { COOKING, CANCELLED } = OrderStatus;
const COURIER = { name: "A\u0000\ud800\\u0000 😀", phone: null };

describe("web hooks with characters that no database can store", () => {
  let fixture: OrderFixture;
  const organizationId = randomUUID();

  beforeAll(async () => {
    fixture = await OrderFixture.start();
  });

  afterAll(() => fixture.stop());

  function told(
    posOrderId: string,
    timestamp: number,
    status: OrderStatus,
    courier: Courier | null = COURIER,
  ) {
    return aStatusUpdate(organizationId, posOrderId, timestamp, status, { courier });
  }

  it("hold up nothing, not even the list of jobs", async () => {
    const branchId = await fixture.branch({}, organizationId);
    const take = async () =>
      (await fixture.useCases.createOrder.execute(aNewOrder(branchId))).order;
    const [cooked, cancelled] = [await take(), await take()];
    await fixture.pass();
    fixture.pos.orders.set(cancelled.posOrderId, told(cancelled.posOrderId, 3_000, COOKING, null));
    const receive = new ReceiveWebhook(fixture.db, () => undefined);
    for (const update of [
      told(cooked.posOrderId, 2_000, COOKING),
      told(cancelled.posOrderId, 2_000, CANCELLED),
      told(cancelled.posOrderId, 3_000, COOKING),
    ])
      await receive.execute({ organizationId, body: [update] });
    await fixture.useCases.processWebhookInbox.execute();
    expect((await fixture.order(cooked.id)).courier).toMatchObject({
      name: "A\ufffd\ufffd\\u0000 😀",
    });
    const all = { branchIds: null, states: null, kinds: null };
    const listed = await new PostgresJobList(fixture.db).find(all, 100, null);
    expect(listed.map(({ kind }) => kind)).toContain("record-webhook");
    await fixture.pass();
    expect(await fixture.statuses(cancelled.id)).toEqual(["NEW", CANCELLED, COOKING]);
  });
});
