import { InjectionState } from "../../src/domain/orders/injection-state";
import { CallHeldBack } from "../../src/errors";
import { type CallGuard } from "../../src/ports/call-guard";
import { type Pos, type WholePos } from "../../src/ports/pos/pos";
import { OrderFixture } from "../support/order-fixture";

const PATIENT = { injection: { retryDelaysSeconds: [15, 15, 15], acceptTimeoutSeconds: 60 } };

describe("the guard before an order's call", () => {
  let fixture: OrderFixture;

  beforeEach(async () => {
    fixture = await OrderFixture.start();
  });

  afterEach(async () => {
    jest.restoreAllMocks();
    await fixture.stop();
  });

  /**
   * The guard's result when the process has stood still since the attempt began, while `meanwhile`
   * happened.
   */
  async function asked(
    meanwhile: (orderId: string) => Promise<unknown>,
    stoodStillMs = 3_000,
  ): Promise<string> {
    const { useCases } = fixture;
    const pos: Pos = fixture.pos;
    const id = await fixture.taken({}, PATIENT);
    const submit = pos.submitOrder.bind(pos);
    let verdict = "never asked";
    pos.submitOrder = async (branch, ticket, guard) => {
      pos.submitOrder = submit;
      await meanwhile(id);
      verdict = await said(guard!, stoodStillMs);
      return submit(branch, ticket);
    };
    await useCases.sendOrder.execute({ orderId: id });
    return verdict;
  }

  async function said(guard: CallGuard, stoodStillMs: number): Promise<string> {
    const now = Date.now.bind(Date);
    jest.spyOn(Date, "now").mockImplementation(() => now() + stoodStillMs);
    const verdict = await guard.prove().then(
      (proven) => (proven.ageMs() < stoodStillMs ? "go" : "too old"),
      (error: unknown) => (error instanceof CallHeldBack ? "held back" : String(error)),
    );
    jest.restoreAllMocks();
    return verdict;
  }

  it("lets it through while the attempt is under way", async () => {
    expect(await asked(() => Promise.resolve())).toBe("go");
  });

  it("queries nothing right after the attempt has begun", async () => {
    const query = jest.spyOn(fixture.db, "query");
    const before = () => Promise.resolve(query.mockClear());
    expect(await asked(before, 0)).toBe("too old");
    expect(query).not.toHaveBeenCalled();
  });

  it("holds it back once another attempt has begun", async () => {
    const { sendOrder } = await fixture.anotherGateway();
    expect(await asked((orderId) => sendOrder.execute({ orderId }))).toBe("held back");
  });

  it.each([InjectionState.IN_POS, InjectionState.QUEUED, InjectionState.ENTERED_BY_HAND])(
    "holds it back once the order is %s",
    async (state) => {
      const move = (id: string) =>
        fixture.db.query("update orders set injection_state = $2 where id = $1", [id, state]);
      expect(await asked(move)).toBe("held back");
    },
  );

  it("holds it back once the staff have the order", async () => {
    const handOver = (id: string) =>
      fixture.db.query("update orders set handed_over_at = now() where id = $1", [id]);
    expect(await asked(handOver)).toBe("held back");
  });

  it("does not count as a failure of the order when it says no: the attempt restarts a second later", async () => {
    fixture.pos.nextSubmissions.push(
      new CallHeldBack("What the call rests on was proven too long ago"),
    );
    const id = await fixture.taken({}, PATIENT);
    await fixture.pass(2);
    expect(await fixture.outcomes(id)).toEqual(["NOT_SENT", "ACCEPTED"]);
    expect(await fixture.states(id)).toEqual(["QUEUED", "SENDING", "IN_POS"]);
    expect(await fixture.order(id)).toMatchObject({ failures: 0 });
  });

  it("holds back a cancellation that somebody else has completed", async () => {
    const { useCases, db } = fixture;
    const pos: Pick<WholePos, "cancelOrder"> = fixture.pos;
    const id = await fixture.taken();
    await fixture.pass();
    const cancel = pos.cancelOrder.bind(pos);
    let verdict = "never asked";
    pos.cancelOrder = async (key, place, posOrderId, comment, guard) => {
      await db.query(
        "update order_commands set outcome = 'DONE', finished_at = now() where order_id = $1",
        [id],
      );
      verdict = await said(guard!, 0);
      return cancel(key, place, posOrderId, comment);
    };
    const viewer = {
      kind: "key",
      keyId: "a",
      label: "a",
      scope: "ADMIN",
      branchIds: null,
    } as never;
    await useCases.cancelOrder.execute(viewer, { id, reason: "x", idempotencyKey: null });
    await fixture.pass();
    expect(verdict).toBe("held back");
  });
});
