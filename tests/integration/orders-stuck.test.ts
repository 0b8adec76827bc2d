import { Scope, type Viewer } from "../../src/domain/access/viewer";
import { mayCancelOrder } from "../../src/services/orders/operate/may-cancel-order";
import { FindStuck } from "../../src/services/orders/read/find-stuck";
import { OrderFixture } from "../support/order-fixture";

const OPERATOR = {
  kind: "key",
  keyId: "o",
  label: "Olga",
  scope: Scope.OPERATOR,
  branchIds: null,
} as const;
const GUEST: Viewer = { kind: "customer", phone: "+79990000009", expiresAt: null };
const SETTINGS = { injection: { retryDelaysSeconds: [15], acceptTimeoutSeconds: 60 } };

describe("operators of an order that nobody is working on, whatever its state says", () => {
  let fixture: OrderFixture;

  beforeEach(async () => {
    fixture = await OrderFixture.start();
  });

  afterEach(() => fixture.stop());

  const retry = (id: string, force: boolean) =>
    fixture.useCases.retryOrder.execute(OPERATOR, { id, force, idempotencyKey: null });
  const enter = (id: string) =>
    fixture.useCases.markEnteredByHand.execute(OPERATOR, id, "42", null);
  const cancel = (id: string, viewer: Viewer = OPERATOR) =>
    fixture.useCases.cancelOrder.execute(viewer, {
      id,
      reason: "Гость передумал",
      idempotencyKey: null,
    });
  const isStuck = async (id: string) =>
    (await new FindStuck(fixture.db, fixture.clock).execute([id])).has(id);

  async function codes(refused: Promise<unknown>): Promise<string[]> {
    const error = await refused.then(
      () => ({ userErrors: [] }),
      (reason: { userErrors: { code: string }[] }) => reason,
    );
    return error.userErrors.map(({ code }) => code);
  }

  /**
   * Its process dies in the middle of the call, or before the next probe; the till either has the
   * order or does not.
   */
  async function abandoned(state: "SENDING" | "AWAITING_POS", inTill: boolean): Promise<string> {
    const id = await fixture.taken({}, SETTINGS);
    if (state === "AWAITING_POS") {
      fixture.pos.nextSubmissions.push("pending");
      await fixture.useCases.sendOrder.execute({ orderId: id });
    } else {
      const submit = fixture.pos.submitOrder.bind(fixture.pos);
      let call = () => undefined as void;
      const called = new Promise<void>((resolve) => (call = resolve));
      fixture.pos.submitOrder = async (...asked) => {
        if (inTill) await submit(...asked);
        call();
        return new Promise<never>(() => undefined);
      };
      void fixture.useCases.sendOrder.execute({ orderId: id });
      await called;
      fixture.pos.submitOrder = submit;
    }
    expect((await fixture.order(id)).injectionState).toBe(state);
    await fixture.loseJobs();
    return id;
  }

  it.each([
    ["SENDING", 180],
    ["AWAITING_POS", 60 + 150],
  ] as const)(
    "in %s may do nothing for %i s, then everything, while a guest never may",
    async (state, seconds) => {
      const id = await abandoned(state, false);
      await fixture.pass(seconds);
      expect(await isStuck(id)).toBe(false);
      expect(mayCancelOrder(OPERATOR, await fixture.order(id), false)).toBe(false);
      expect(await codes(retry(id, true))).toEqual(["NOT_RETRYABLE"]);
      expect(await codes(enter(id))).toEqual(["CONFLICT"]);
      expect(await codes(cancel(id))).toEqual(["CONFLICT"]);
      await fixture.pass(1);
      expect(await isStuck(id)).toBe(true);
      expect(mayCancelOrder(OPERATOR, await fixture.order(id), true)).toBe(true);
      expect(mayCancelOrder(GUEST, await fixture.order(id), true)).toBe(false);
      expect(await codes(cancel(id, GUEST))).toEqual(["CONFLICT"]);
      expect(await codes(retry(id, false))).toEqual(["OUTCOME_UNKNOWN"]);
      await retry(id, true);
      expect(await fixture.order(id)).toMatchObject({
        injectionState: "QUEUED",
        lastFault: { mayExist: true },
      });
      expect(await isStuck(id)).toBe(false);
    },
  );

  it("send it again by force: the POS is probed first, under the same id", async () => {
    const [there, absent] = [await abandoned("SENDING", true), await abandoned("SENDING", false)];
    await fixture.pass(181);
    for (const id of [there, absent]) await retry(id, true);
    await fixture.pass();
    expect(await fixture.outcomes(there)).toEqual(["ABANDONED_BY_CRASH", "FOUND_EXISTING"]);
    expect(await fixture.outcomes(absent)).toEqual(["ABANDONED_BY_CRASH", "ACCEPTED"]);
    expect(fixture.pos.orders.size).toBe(2);
  });

  it("enter it by hand, and it is noticed if the POS has it, too", async () => {
    const id = await abandoned("SENDING", true);
    await fixture.pass(181);
    await enter(id);
    expect((await fixture.order(id)).injectionState).toBe("ENTERED_BY_HAND");
    await fixture.pass(60);
    expect((await fixture.order(id)).injectionState).toBe("IN_POS");
  });

  it("cancel it, and it is cancelled in the POS if it turns up there", async () => {
    const id = await abandoned("SENDING", true);
    await fixture.pass(181);
    await cancel(id);
    expect(await fixture.order(id)).toMatchObject({
      injectionState: "CANCELLED_BEFORE_SEND",
      status: "CANCELLED",
    });
    await fixture.pass(60);
    expect(fixture.pos.cancelled).toHaveLength(1);
  });

  it("have to wait while it only waits its turn", async () => {
    const id = await abandoned("SENDING", false);
    const soon = new Date(fixture.clock.now().getTime() + 600_000);
    await fixture.db.query("update orders set next_attempt_at = $1", [soon]);
    await fixture.pass(181);
    expect(await isStuck(id)).toBe(false);
  });
});
