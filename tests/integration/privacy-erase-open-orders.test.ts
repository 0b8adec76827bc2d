import { randomUUID } from "node:crypto";

import { Order } from "../../src/entities/orders/order";
import { StaffMessage } from "../../src/entities/orders/staff-message";
import { PosRejected, RefusalKind, Refused } from "../../src/errors";
import { aNewOrder } from "../support/a-new-order";
import { ADMIN } from "../support/branch-gateway";
import { MARKED_ORDER, MARKED_PHONE, QUOTED } from "../support/guest-marks";
import { OrderFixture } from "../support/order-fixture";

let fixture: OrderFixture;
let branchId: string;

beforeAll(async () => {
  fixture = await OrderFixture.start();
  branchId = await fixture.branch();
});

afterAll(() => fixture.stop());

/** Each test begins without the guest. */
afterEach(async () => {
  await fixture.db.query("delete from orders");
  await fixture.db.query("delete from settings_changes");
});

async function place(overrides: object = {}): Promise<string> {
  const { order } = await fixture.useCases.createOrder.execute(
    aNewOrder(branchId, { ...MARKED_ORDER, ...overrides }),
  );
  await fixture.pass();
  return order.id;
}

/**
 * The order was refused with the guest's own words, handed over to the staff, and is done with now.
 */
async function troubled(overrides: object = {}): Promise<string> {
  fixture.pos.nextSubmissions.push(
    new PosRejected(QUOTED, { posCode: "X", kind: RefusalKind.FINAL }),
  );
  const id = await place({
    idempotencyKey: `order of +79045550188, ${randomUUID()}`,
    ...overrides,
  });
  await fixture.useCases.markEnteredByHand.execute(ADMIN, id, "17", `Позвонили: ${QUOTED}`);
  await fixture.pass(60);
  return id;
}

async function close(...ids: string[]): Promise<void> {
  await fixture.db.query(
    "update orders set status = 'CLOSED', cancel_reason = $2 where id = any ($1)",
    [ids, QUOTED],
  );
}

function erase(phone = MARKED_PHONE) {
  return fixture.useCases.eraseCustomer.execute(ADMIN, phone);
}

async function refusalOf(
  work: Promise<unknown>,
): Promise<{ code: string; message: { en: string } }[]> {
  const error: unknown = await work.catch((thrown: unknown) => thrown);
  return error instanceof Refused
    ? (error.userErrors as { code: string; message: { en: string } }[])
    : [];
}

describe("A guest who is still waiting for an order", () => {
  async function refusedFor(id: string): Promise<void> {
    const { number } = await fixture.order(id);
    const [userError] = await refusalOf(erase());
    expect(userError).toMatchObject({ code: "ORDERS_UNDER_WAY", field: ["phone"] });
    expect(userError?.message.en).toContain(number);
    expect(await fixture.order(id)).toMatchObject({ customerPhone: MARKED_PHONE, erasedAt: null });
  }

  it("keeps it: erasure is refused, naming the order, and no other order is erased either", async () => {
    const [done, open] = [await troubled(), await place()];
    await close(done);
    await refusedFor(open);
    expect(await fixture.order(done)).toMatchObject({ customerPhone: MARKED_PHONE });
    await close(open);
    expect(await erase()).toEqual({ erasedOrders: 2 });
  });

  it("keeps it while a message about it is on its way to the staff", async () => {
    const id = await troubled();
    await close(id);
    const [delivery] = await fixture.db.manager.findBy(StaffMessage, { orderId: id });
    await fixture.db.manager.update(StaffMessage, { id: delivery?.id ?? "" }, { sentAt: null });
    await refusedFor(id);
    await fixture.db.manager.update(
      StaffMessage,
      { id: delivery?.id ?? "" },
      { sentAt: fixture.clock.now() },
    );
    expect(await erase()).toEqual({ erasedOrders: 1 });
  });

  it("is forgotten when no POS will ever report its outcome: it was due more than a week ago", async () => {
    const id = await troubled();
    await refusedFor(id);
    const longAgo = new Date(fixture.clock.now().getTime() - 8 * 24 * 3_600_000);
    await fixture.db.manager.update(Order, { id }, { createdAt: longAgo });
    expect(await erase()).toEqual({ erasedOrders: 1 });
  });
});
