import { Scope, type Viewer } from "../../src/domain/access/viewer";
import { OrderStatus } from "../../src/domain/orders/order-status";
import { PosRejected, RefusalKind } from "../../src/errors";
import { OrderFixture } from "../support/order-fixture";

const REFUSAL = new PosRejected("The till said no", {
  posCode: "InvalidPhone",
  kind: RefusalKind.FINAL,
});
const NO_REPEATS = { injection: { retryDelaysSeconds: [] } };
const OPERATOR = {
  kind: "key",
  keyId: "o",
  label: "Olga",
  scope: Scope.OPERATOR,
  branchIds: null,
} as const;
const GUEST: Viewer = { kind: "customer", phone: "+79990000009", expiresAt: null };
const STRANGER: Viewer = { kind: "customer", phone: "+79990000001", expiresAt: null };
const elsewhere = (branchId: string): Viewer => ({ ...OPERATOR, branchIds: [branchId] });
const ELSEWHERE = elsewhere("3a9d3b52-6c0e-4a58-9d0a-3f6f3a4e7c11");

describe("operators", () => {
  let fixture: OrderFixture;

  beforeEach(async () => {
    fixture = await OrderFixture.start();
  });

  afterEach(() => fixture.stop());

  async function stuck(changes: object, failure: Error = REFUSAL): Promise<string> {
    fixture.pos.nextSubmissions.push(failure);
    const id = await fixture.taken({}, changes);
    await fixture.pass();
    return id;
  }

  async function userErrors(refused: Promise<unknown>): Promise<string[]> {
    const error = await refused.then(
      () => ({ userErrors: [] }),
      (reason: { userErrors: { code: string }[] }) => reason,
    );
    return error.userErrors.map(({ code }) => code);
  }
  const cancel = (id: string, viewer: Viewer = OPERATOR, key: string | null = null) =>
    fixture.useCases.cancelOrder.execute(viewer, {
      id,
      reason: "Гость передумал",
      idempotencyKey: key,
    });
  const enter = (id: string, viewer: Viewer = OPERATOR) =>
    fixture.useCases.markEnteredByHand.execute(viewer, id, "42", "позвонили гостю");
  const state = async (id: string) => (await fixture.order(id)).injectionState;

  it("mark what was entered by hand; their note carries their name, and nothing more is sent", async () => {
    const id = await stuck(NO_REPEATS);
    expect(await userErrors(enter(await fixture.taken()))).toEqual(["CONFLICT"]);
    await enter(id);
    expect(await fixture.order(id)).toMatchObject({
      injectionState: "ENTERED_BY_HAND",
      posNumber: "42",
    });
    const last = (await fixture.history.after(id, 0, 100)).at(-1)!;
    expect(last).toMatchObject({ actor: "Olga", detail: { remark: "позвонили гостю" } });
    expect(await userErrors(enter(id))).toEqual(["CONFLICT"]);
    expect(await userErrors(enter(id, ELSEWHERE))).toEqual(["NOT_FOUND"]);
  });

  describe("and guests who cancel an order", () => {
    it("stop what has not been sent", async () => {
      for (const viewer of [GUEST, OPERATOR]) {
        const id = await fixture.taken();
        await cancel(id, viewer);
        await fixture.pass(60);
        expect(await fixture.order(id)).toMatchObject({
          injectionState: "CANCELLED_BEFORE_SEND",
          status: "CANCELLED",
        });
      }
      expect(fixture.pos.submitted).toEqual([]);
    });

    it("have it cancelled in the POS, once, and see it there", async () => {
      const id = await fixture.taken();
      await fixture.pass();
      expect(await cancel(id, GUEST, "k")).toMatchObject({ injectionState: "IN_POS" });
      await cancel(id, GUEST, "k");
      await fixture.pass(60);
      expect(fixture.pos.cancelled).toEqual([(await fixture.order(id)).posOrderId]);
      expect(await fixture.order(id)).toMatchObject({ status: OrderStatus.CANCELLED });
      expect(await fixture.db.query("select outcome from order_commands")).toEqual([
        { outcome: "DONE" },
      ]);
    });

    it("learn that the POS did not do so", async () => {
      const id = await fixture.taken();
      await fixture.pass();
      fixture.pos.cancels = false;
      await cancel(id);
      await fixture.pass(120);
      const [command] = await fixture.db.query<object[]>(
        "select outcome, fault ->> 'code' as code from order_commands",
      );
      expect(command).toEqual({ outcome: "REFUSED", code: "NOT_CANCELLED" });
      expect(await fixture.order(id)).toMatchObject({ status: "NEW" });
    });

    it("may not do so when it no longer makes sense", async () => {
      const id = await fixture.taken();
      await fixture.pass();
      await fixture.db.query("update orders set status = 'COOKING' where id = $1", [id]);
      expect(await userErrors(cancel(id, GUEST))).toEqual(["CONFLICT"]);
      expect(await userErrors(cancel(id, STRANGER))).toEqual(["NOT_FOUND"]);
      expect(await userErrors(cancel(id, ELSEWHERE))).toEqual(["NOT_FOUND"]);
      await fixture.db.query("update orders set status = 'DELIVERED' where id = $1", [id]);
      expect(await userErrors(cancel(id))).toEqual(["CONFLICT"]);
      const told = await stuck(NO_REPEATS);
      expect(await userErrors(cancel(told, GUEST))).toEqual(["CONFLICT"]);
    });

    it("call off the staff who were notified", async () => {
      const id = await stuck(NO_REPEATS);
      await cancel(id);
      await fixture.pass();
      expect(await state(id)).toBe("CANCELLED_BEFORE_SEND");
      for (const { delivered } of [fixture.email, fixture.telegram]) {
        expect(delivered.map(({ message }) => message.text.includes("отменён"))).toEqual([
          false,
          true,
        ]);
      }
    });
  });
});
