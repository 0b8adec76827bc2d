import { PosRateLimited, PosRejected, RefusalKind } from "../../src/errors";
import { OrderFixture } from "../support/order-fixture";

function refusal(kind: RefusalKind, posCode = "TerminalGroupDisabled"): PosRejected {
  return new PosRejected("The till said no", { posCode, kind });
}

const PATIENT = { injection: { retryDelaysSeconds: [15, 15, 15], acceptTimeoutSeconds: 60 } };

describe("an order on its way to the POS", () => {
  let fixture: OrderFixture;

  beforeEach(async () => {
    fixture = await OrderFixture.start();
  });

  afterEach(() => fixture.stop());

  function sentIds(): string[] {
    return fixture.pos.submitted.map(({ posOrderId }) => posOrderId);
  }

  it("is in the POS when the POS says so", async () => {
    const id = await fixture.taken();
    await fixture.pass();
    expect(await fixture.states(id)).toEqual(["QUEUED", "SENDING", "IN_POS"]);
    expect(await fixture.outcomes(id)).toEqual(["ACCEPTED"]);
  });

  it("is sent once, however often its job runs", async () => {
    const id = await fixture.taken();
    await Promise.all([1, 2, 3].map(() => fixture.useCases.sendOrder.execute({ orderId: id })));
    await fixture.useCases.sendOrder.execute({ orderId: id });
    expect(fixture.pos.orders.size).toBe(1);
    expect(await fixture.order(id)).toMatchObject({ injectionState: "IN_POS", generation: 1 });
  });

  it("waits its turn without a failure while the key's own budget is used up", async () => {
    const busy = () => new PosRateLimited("used up", { retryAfterMs: 2_000, unsent: true });
    fixture.pos.nextSubmissions.push(...Array.from({ length: 8 }, busy));
    const id = await fixture.taken({}, PATIENT);
    await fixture.pass(30);
    expect(await fixture.states(id)).toEqual(["QUEUED", "SENDING", "IN_POS"]);
    expect(await fixture.order(id)).toMatchObject({ failures: 0, handedOverAt: null });
    const told = (await fixture.history.after(id, 0, 100)).map(({ summary }) => summary.en);
    expect(told.filter((text) => text.startsWith("The order waits for its turn"))).toHaveLength(1);
  });

  it("goes to the staff when the key's own budget stays used up", async () => {
    const busy = () => new PosRateLimited("used up", { retryAfterMs: 2_000, unsent: true });
    fixture.pos.nextSubmissions.push(...Array.from({ length: 200 }, busy));
    const id = await fixture.taken({}, PATIENT);
    await fixture.pass(200);
    expect((await fixture.order(id)).handedOverAt).not.toBeNull();
  });

  it("is probed while the POS has not decided, and is there once it has", async () => {
    fixture.pos.nextSubmissions.push("pending");
    const id = await fixture.taken({}, PATIENT);
    await fixture.pass(2);
    const { posOrderId, injectionState } = await fixture.order(id);
    expect(injectionState).toBe("AWAITING_POS");

    fixture.pos.decide(posOrderId, { creation: "created", posNumber: "12" });
    await fixture.pass(10);
    expect(await fixture.states(id)).toEqual(["QUEUED", "SENDING", "AWAITING_POS", "IN_POS"]);
    expect(await fixture.order(id)).toMatchObject({ posNumber: "12", pendingSince: null });
    expect(sentIds()).toHaveLength(1);
  });

  it("is sent again under the same id after a refusal that proves nothing", async () => {
    fixture.pos.nextSubmissions.push(refusal(RefusalKind.RETRY));
    const id = await fixture.taken({}, PATIENT);
    await fixture.pass();
    expect(await fixture.order(id)).toMatchObject({
      injectionState: "RETRY_SCHEDULED",
      generation: 1,
      failures: 1,
    });
    await fixture.pass(14);
    expect(sentIds()).toHaveLength(1);

    await fixture.pass(1);
    const { injectionState, posOrderId } = await fixture.order(id);
    expect(injectionState).toBe("IN_POS");
    expect(sentIds()).toEqual([posOrderId, posOrderId]);
    expect(await fixture.outcomes(id)).toEqual(["REJECTED", "ACCEPTED"]);
  });

  it("gets a new id only after the POS has proven that the old one failed", async () => {
    fixture.pos.nextSubmissions.push("pending");
    const id = await fixture.taken({}, PATIENT);
    await fixture.pass();
    const { posOrderId: first } = await fixture.order(id);
    const failure = {
      code: "TerminalGroupDisabled",
      message: "The till is closed",
      kind: RefusalKind.RETRY,
    };
    fixture.pos.decide(first, { creation: "failed", failure });

    await fixture.pass(60);
    const { posOrderId: second, generation, injectionState } = await fixture.order(id);
    expect({ generation, injectionState }).toEqual({ generation: 2, injectionState: "IN_POS" });
    expect(second).not.toBe(first);
    expect(sentIds()).toEqual([first, second]);
  });

  it("keeps its id when the POS says that it stopped waiting for the till", async () => {
    fixture.pos.nextSubmissions.push("pending");
    const id = await fixture.taken({}, PATIENT);
    await fixture.pass();
    const { posOrderId } = await fixture.order(id);
    const failure = {
      code: "Common",
      message: "Creation timeout expired",
      kind: RefusalKind.AMBIGUOUS,
    };
    fixture.pos.decide(posOrderId, { creation: "failed", failure });
    await fixture.pass(3);
    expect(await fixture.order(id)).toMatchObject({
      injectionState: "OUTCOME_UNKNOWN",
      generation: 1,
      posOrderId,
    });

    fixture.pos.decide(posOrderId, { creation: "created", failure: null });
    await fixture.pass(60);
    expect(await fixture.order(id)).toMatchObject({
      injectionState: "IN_POS",
      generation: 1,
      posOrderId,
    });
    expect(sentIds()).toHaveLength(1);
  });

  it("waits at least as long as the POS asks for", async () => {
    fixture.pos.nextSubmissions.push(
      new PosRateLimited("Too many requests", { retryAfterMs: 40_000 }),
    );
    const id = await fixture.taken({}, PATIENT);
    await fixture.pass(39);
    expect(sentIds()).toHaveLength(1);
    await fixture.pass(1);
    expect(await fixture.order(id)).toMatchObject({ injectionState: "IN_POS" });
  });

  it("is sent with the prices and words with which it was taken", async () => {
    const id = await fixture.taken({ comment: "Позвонить" });
    await fixture.pass();
    const { number, posOrderId } = await fixture.order(id);
    expect(fixture.pos.submitted[0]).toMatchObject({
      posOrderId,
      number,
      comment: "Позвонить",
      total: 39_000,
      customer: { name: "Тест", phone: "+79990000009" },
      lines: [{ posProductId: "pos-301", unitPrice: 39_000, quantity: 1000 }],
      payments: [],
    });
  });
});
