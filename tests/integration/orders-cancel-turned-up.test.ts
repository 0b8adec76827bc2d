import { Scope, type Viewer } from "../../src/domain/access/viewer";
import { Observation } from "../../src/domain/orders/order-event";
import { OrderStatus } from "../../src/domain/orders/order-status";
import { RefusalKind } from "../../src/errors";
import { OrderFixture } from "../support/order-fixture";

const OPERATOR: Viewer = {
  kind: "key",
  keyId: "o",
  label: "Olga",
  scope: Scope.OPERATOR,
  branchIds: null,
};
const COOKED = { code: "CANCEL_NEEDS_WRITE_OFF", message: "Printed", kind: RefusalKind.OPERATOR };

describe("an order that was cancelled", () => {
  let fixture: OrderFixture;

  beforeEach(async () => {
    fixture = await OrderFixture.start();
  });

  afterEach(() => fixture.stop());

  const cancel = (id: string) =>
    fixture.useCases.cancelOrder.execute(OPERATOR, {
      id,
      reason: "Гость передумал",
      idempotencyKey: null,
    });

  /** The till has the order, but the gateway has probed and not seen it. */
  async function cancelledUnseen(): Promise<string> {
    fixture.pos.nextSubmissions.push("lost");
    fixture.pos.nextLooks.push("absent");
    const id = await fixture.taken();
    await fixture.pass(2);
    const { posOrderId, injectionState } = await fixture.order(id);
    expect(injectionState).toBe("RETRY_SCHEDULED");
    fixture.pos.decide(posOrderId, { status: OrderStatus.ACCEPTED, rawStatus: "WaitCooking" });
    await cancel(id);
    return id;
  }

  it("is also cancelled in the POS when it turns up there, once, and its timeline says so", async () => {
    const id = await cancelledUnseen();
    expect(await fixture.order(id)).toMatchObject({
      injectionState: "CANCELLED_BEFORE_SEND",
      status: "CANCELLED",
    });
    await fixture.pass(60);
    const order = await fixture.order(id);
    expect(order).toMatchObject({ injectionState: "IN_POS", status: "CANCELLED" });
    expect(fixture.pos.cancelled).toEqual([order.posOrderId]);
    expect(fixture.pos.submitted).toHaveLength(1);
    await fixture.foundInTill(order.posOrderId, order.branchId);
    await fixture.pass(60);
    expect(fixture.pos.cancelled).toHaveLength(1);
    const told = (await fixture.history.after(id, 0, 100)).map(({ summary, actor }) => [
      summary.en,
      actor,
    ]);
    expect(told).toContainEqual(["The order is being cancelled in the till", "Olga"]);
  });

  it("is cancelled in the POS when a web hook reports it long after", async () => {
    const id = await cancelledUnseen();
    const { posOrderId, branchId } = await fixture.order(id);
    fixture.pos.nextLooks.push(...Array.from({ length: 60 }, () => "absent" as const));
    await fixture.pass(3600);
    expect(await fixture.order(id)).toMatchObject({ injectionState: "CANCELLED_BEFORE_SEND" });
    fixture.pos.nextLooks.length = 0;
    await fixture.foundInTill(posOrderId, branchId);
    await fixture.pass(60);
    expect(fixture.pos.cancelled).toEqual([posOrderId]);
  });

  it("is also cancelled in the POS when the answer to its submission comes last of all", async () => {
    const { pos, useCases } = fixture;
    const id = await fixture.taken();
    const submit = pos.submitOrder.bind(pos);
    pos.submitOrder = async (...asked) => {
      const answer = await submit(...asked);
      const { posOrderId } = await fixture.order(id);
      const failure = { code: "Common", message: "Timeout", kind: RefusalKind.AMBIGUOUS };
      const failed = { ...pos.orders.get(posOrderId)!, creation: "failed", failure } as const;
      await useCases.recordPosUpdate.execute(failed, {
        observedBy: Observation.WEBHOOK,
        confirmed: false,
      });
      pos.nextLooks.push("absent");
      await useCases.confirmSubmission.execute({ orderId: id, look: 0 });
      await cancel(id);
      return answer;
    };
    await useCases.sendOrder.execute({ orderId: id });
    await fixture.pass(10);
    expect(await fixture.order(id)).toMatchObject({
      injectionState: "IN_POS",
      status: "CANCELLED",
    });
    expect(pos.cancelled).toHaveLength(1);
  });

  it("goes to the staff immediately, once per channel, when the POS will not cancel it", async () => {
    const id = await cancelledUnseen();
    Object.assign(fixture.pos, { cancels: false, refusesToCancel: COOKED });
    await fixture.pass(5);
    for (const { delivered } of [fixture.email, fixture.telegram]) {
      expect(delivered.map(({ message }) => message.text)).toEqual([
        expect.stringContaining("отменён, но на кассе он остался"),
      ]);
    }
    await cancel(id);
    await fixture.pass(120);
    expect(fixture.email.delivered).toHaveLength(1);
    const commands = await fixture.db.query<object[]>(
      "select outcome, fault ->> 'code' as code from order_commands order by requested_at",
    );
    const refused = { outcome: "REFUSED", code: "CANCEL_NEEDS_WRITE_OFF" };
    expect(commands).toEqual([{ outcome: "DONE", code: null }, refused, refused]);
  });

  it("is never probed if it was never sent", async () => {
    await cancel(await fixture.taken());
    await fixture.pass(3600);
    expect(fixture.pos.looks).toBe(0);
  });
});
