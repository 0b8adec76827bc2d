import { Scope } from "../../src/domain/access/viewer";
import { OrderStatus } from "../../src/domain/orders/order-status";
import { RefusalKind } from "../../src/errors";
import { type ReportedFailure } from "../../src/ports/pos/pos-orders";
import { OrderFixture } from "../support/order-fixture";

const OPERATOR = {
  kind: "key",
  keyId: "o",
  label: "Olga",
  scope: Scope.OPERATOR,
  branchIds: null,
} as const;

describe("a cancellation that the POS does not carry out", () => {
  let fixture: OrderFixture;

  beforeEach(async () => {
    fixture = await OrderFixture.start();
    fixture.pos.cancels = false;
  });

  afterEach(() => fixture.stop());

  async function cancelled(): Promise<string> {
    const id = await fixture.taken();
    await fixture.pass();
    const request = { id, reason: "Гость передумал", idempotencyKey: null };
    await fixture.useCases.cancelOrder.execute(OPERATOR, request);
    return id;
  }

  async function command(): Promise<{
    outcome: string;
    code: string | null;
    message: string | null;
  }> {
    const [row] = await fixture.db.query<
      { outcome: string; code: string | null; message: string | null }[]
    >(
      "select outcome, fault ->> 'code' as code, fault ->> 'message' as message from order_commands",
    );
    return row!;
  }

  it.each(Object.values(RefusalKind).filter((kind) => kind !== RefusalKind.AMBIGUOUS))(
    "is refused in the POS's own words, and requested once: %s",
    async (kind) => {
      const refusal: ReportedFailure = {
        code: "SomethingNew",
        message: "The guest is at the table",
        kind,
      };
      fixture.pos.refusesToCancel = refusal;
      await cancelled();
      await fixture.pass(5);
      expect(await command()).toEqual({
        outcome: "REFUSED",
        code: refusal.code,
        message: refusal.message,
      });
      await fixture.pass(120);
      expect(fixture.pos.cancelled).toHaveLength(1);
    },
  );

  it("ends when the order was closed meanwhile, and the history says so", async () => {
    const id = await cancelled();
    await fixture.pass();
    fixture.pos.decide((await fixture.order(id)).posOrderId, {
      status: OrderStatus.CLOSED,
      rawStatus: "Closed",
    });
    await fixture.pass(5);
    expect(await command()).toMatchObject({ outcome: "REFUSED", code: "ORDER_CLOSED" });
    expect(await fixture.order(id)).toMatchObject({ status: OrderStatus.CLOSED });
    expect(fixture.pos.cancelled.length).toBeLessThanOrEqual(1);
  });

  it("is never requested if the order is already closed", async () => {
    const id = await fixture.taken();
    await fixture.pass();
    fixture.pos.decide((await fixture.order(id)).posOrderId, {
      status: OrderStatus.CLOSED,
      rawStatus: "Closed",
    });
    await fixture.useCases.cancelOrder.execute(OPERATOR, {
      id,
      reason: "Поздно",
      idempotencyKey: null,
    });
    await fixture.pass(5);
    expect(await command()).toMatchObject({ outcome: "REFUSED", code: "ORDER_CLOSED" });
    expect(fixture.pos.cancelled).toEqual([]);
  });

  it("is requested again when the request was lost on its way to the till", async () => {
    const message = "command automatically transited to error status";
    fixture.pos.refusesToCancel = { code: "UNKNOWN", message, kind: RefusalKind.AMBIGUOUS };
    await cancelled();
    await fixture.pass(5);
    fixture.pos.cancels = true;
    await fixture.pass(120);
    expect(fixture.pos.cancelled.length).toBeGreaterThan(1);
    expect(await command()).toEqual({ outcome: "DONE", code: null, message: null });
  });

  it("is probed, but not requested again, while the POS has not decided", async () => {
    fixture.pos.refusesToCancel = "UNDECIDED";
    const id = await cancelled();
    await fixture.pass(20);
    expect(fixture.pos.cancelled).toHaveLength(1);
    const { posOrderId } = await fixture.order(id);
    fixture.pos.decide(posOrderId, { status: OrderStatus.CANCELLED, rawStatus: "Cancelled" });
    await fixture.pass(60);
    expect(await command()).toEqual({ outcome: "DONE", code: null, message: null });
    expect(fixture.pos.cancelled).toHaveLength(1);
  });
});
