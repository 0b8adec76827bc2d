import { randomUUID } from "node:crypto";

import { Observation } from "../../src/domain/orders/order-event";
import { OrderStatus } from "../../src/domain/orders/order-status";
import { type PosOrderUpdate } from "../../src/ports/pos/pos-orders";
import { aNewOrder } from "../support/a-new-order";
import { aStatusUpdate } from "../support/a-pos-order-update";
import { OrderFixture } from "../support/order-fixture";

const { COOKING, READY, CANCELLED } = OrderStatus;
const PUSHED = { observedBy: Observation.WEBHOOK, confirmed: false };

describe("news of an order that was moved", () => {
  let fixture: OrderFixture;
  const organizationId = randomUUID();
  let branchId: string;

  beforeAll(async () => {
    fixture = await OrderFixture.start();
    branchId = await fixture.branch({}, organizationId);
  });

  afterAll(() => fixture.stop());

  /** An order that has been in the till since `timestamp` 1. */
  async function inPos(): Promise<{ id: string; posOrderId: string }> {
    const { order } = await fixture.useCases.createOrder.execute(aNewOrder(branchId));
    await fixture.pass();
    return order;
  }

  const told = aStatusUpdate.bind(undefined, organizationId);

  function hook(...body: PosOrderUpdate[]): Promise<void> {
    return fixture.hears({ organizationId, body });
  }

  it("is followed to the new id", async () => {
    const { id, posOrderId } = await inPos();
    const moved = randomUUID();
    await hook(told(posOrderId, 2_000, CANCELLED, { movedToPosOrderId: moved }));
    expect(await fixture.order(id)).toMatchObject({ status: "NEW", posOrderId: moved });
    await hook(told(moved, 3_000, COOKING));
    expect(await fixture.order(id)).toMatchObject({ status: COOKING, posOrderId: moved });
  });

  it("is requested under the new id immediately, as nobody may report it again", async () => {
    const { id, posOrderId } = await inPos();
    const [moved, elsewhere] = [randomUUID(), randomUUID()];
    fixture.pos.orders.set(moved, told(moved, 2_500, COOKING, { organizationId: elsewhere }));
    const move = { movedToPosOrderId: moved, movedToOrganizationId: elsewhere };
    await hook(told(posOrderId, 2_000, CANCELLED, move));
    await hook(told(posOrderId, 2_000, CANCELLED, move));
    expect(await fixture.order(id)).toMatchObject({ status: COOKING, posOrderId: moved });
    expect(await fixture.statuses(id)).toEqual(["NEW", "COOKING"]);
  });

  it("may come from the organization to which the order was moved, and from no third one", async () => {
    const { id, posOrderId } = await inPos();
    const [moved, elsewhere] = [randomUUID(), randomUUID()];
    await fixture.branch({}, elsewhere);
    await hook(
      told(posOrderId, 2_000, CANCELLED, {
        movedToPosOrderId: moved,
        movedToOrganizationId: elsewhere,
      }),
    );
    const third = told(moved, 3_000, CANCELLED, { organizationId: randomUUID() });
    expect(await fixture.useCases.recordPosUpdate.execute(third, PUSHED)).toBe("UNKNOWN_ORDER");
    const body = [told(moved, 3_000, READY, { organizationId: elsewhere })];
    await fixture.hears({ organizationId: elsewhere, body });
    expect(await fixture.order(id)).toMatchObject({ status: READY, posOrderId: moved });
  });

  it("stops if an order was moved in a circle", async () => {
    const { id, posOrderId } = await inPos();
    const moved = randomUUID();
    fixture.pos.orders.set(moved, told(moved, 2_500, CANCELLED, { movedToPosOrderId: posOrderId }));
    fixture.pos.orders.set(
      posOrderId,
      told(posOrderId, 2_500, CANCELLED, { movedToPosOrderId: moved }),
    );
    await hook(told(posOrderId, 2_000, CANCELLED, { movedToPosOrderId: moved }));
    expect(await fixture.order(id)).toMatchObject({ status: "NEW" });
  });
});
