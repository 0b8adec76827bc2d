import { OrderStatus } from "../../src/domain/orders/order-status";
import { StaffMessage } from "../../src/entities/orders/staff-message";
import { RefusalKind } from "../../src/errors";
import { type PosOrderUpdate } from "../../src/ports/pos/pos-orders";
import { aNewOrder } from "../support/a-new-order";
import { OrderFixture } from "../support/order-fixture";

const FAILURE = {
  code: "TerminalGroupDisabled",
  message: "The till is closed",
  kind: RefusalKind.RETRY,
};

describe("an order for which the POS creates an id that was given up", () => {
  let fixture: OrderFixture;

  beforeEach(async () => {
    fixture = await OrderFixture.start();
  });

  afterEach(() => fixture.stop());

  /**
   * The till has the order under its second id; returns what the till now reports about the first
   * one.
   */
  async function sentTwice(): Promise<{
    id: string;
    say: (more: Partial<PosOrderUpdate>) => Promise<void>;
  }> {
    fixture.pos.nextSubmissions.push("pending");
    const branchId = await fixture.branch({
      fallback: [{ kind: "EMAIL", target: "kitchen@example.com", enabled: true }],
    });
    const { order } = await fixture.useCases.createOrder.execute(aNewOrder(branchId));
    await fixture.pass();
    const { posOrderId: first } = await fixture.order(order.id);
    const failed = fixture.pos.decide(first, { creation: "failed", failure: FAILURE });
    const { organizationId } = failed;
    await fixture.useCases.recordWebhook.execute({ organizationId, body: [failed] });
    await fixture.pass(60);
    expect(await fixture.order(order.id)).toMatchObject({
      injectionState: "IN_POS",
      generation: 2,
    });
    const created = { ...failed, creation: "created", failure: null } as const;
    let timestamp = 10_000;
    const say = (more: Partial<PosOrderUpdate>) => {
      const body = [{ ...created, timestamp: (timestamp += 1_000), ...more }];
      return fixture.useCases.recordWebhook.execute({ organizationId, body });
    };
    return { id: order.id, say };
  }

  async function told(id: string): Promise<string[]> {
    const rows = await fixture.db.manager.findBy(StaffMessage, { orderId: id });
    return rows.map(({ purpose }) => purpose);
  }

  it("goes to the staff, once, who are asked to cancel one of the duplicates", async () => {
    const { id, say } = await sentTwice();
    await say({});
    await say({ status: OrderStatus.ACCEPTED, rawStatus: "Unconfirmed" });
    await fixture.pass(10);
    expect(await told(id)).toEqual(["TWICE_IN_TILL"]);
    expect(fixture.email.delivered.map(({ message }) => message.text)).toEqual([
      expect.stringContaining("дважды"),
    ]);
    const notes = (await fixture.history.after(id, 0, 100)).filter(({ summary }) =>
      /second time/.test(summary.en),
    );
    expect(notes).toHaveLength(1);
  });

  it("shows the guest nothing of what becomes of the duplicate", async () => {
    const { id, say } = await sentTwice();
    const { status, posOrderId } = await fixture.order(id);
    await say({ status: OrderStatus.CANCELLED, rawStatus: "Cancelled" });
    expect(await fixture.order(id)).toMatchObject({ status, posOrderId, injectionState: "IN_POS" });
    expect(await told(id)).toEqual([]);
  });
});
