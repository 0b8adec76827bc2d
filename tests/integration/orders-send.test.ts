import {
  PosContractBroken,
  PosRateLimited,
  PosRejected,
  PosUnavailable,
  RefusalKind,
} from "../../src/errors";
import { OrderFixture } from "../support/order-fixture";

function refusal(kind: RefusalKind, posCode = "TerminalGroupDisabled"): PosRejected {
  return new PosRejected("The till said no", { posCode, kind });
}

const PATIENT = { injection: { retryDelaysSeconds: [15, 15, 15], acceptTimeoutSeconds: 60 } };

describe("an order on its way to the till", () => {
  let fixture: OrderFixture;

  beforeEach(async () => {
    fixture = await OrderFixture.start();
  });

  afterEach(() => fixture.stop());

  function sentIds(): string[] {
    return fixture.pos.submitted.map(({ posOrderId }) => posOrderId);
  }

  it("is in the till when the till says so", async () => {
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

  it("waits for its turn without a failure while the key's own budget is used up", async () => {
    const busy = () => new PosRateLimited("used up", { retryAfterMs: 2_000, unsent: true });
    fixture.pos.nextSubmissions.push(...Array.from({ length: 8 }, busy));
    const id = await fixture.taken({}, PATIENT);
    await fixture.pass(30);
    expect(await fixture.states(id)).toEqual(["QUEUED", "SENDING", "IN_POS"]);
    expect(await fixture.order(id)).toMatchObject({ failures: 0, handedOverAt: null });
    const told = (await fixture.history.after(id, 0, 100)).map(({ summary }) => summary.en);
    expect(told.filter((text) => text.startsWith("The order waits for its turn"))).toHaveLength(1);
  });

  it("goes to people when the key's own budget stays used up", async () => {
    const busy = () => new PosRateLimited("used up", { retryAfterMs: 2_000, unsent: true });
    fixture.pos.nextSubmissions.push(...Array.from({ length: 200 }, busy));
    const id = await fixture.taken({}, PATIENT);
    await fixture.pass(200);
    expect((await fixture.order(id)).handedOverAt).not.toBeNull();
  });

  it("is asked about while the till has not decided, and is there once it has", async () => {
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

  it("keeps its id when the POS says that it gave up waiting for the till", async () => {
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

  it("is looked for when the answer was lost, and adopted instead of sent a second time", async () => {
    fixture.pos.nextSubmissions.push("lost");
    const id = await fixture.taken({}, PATIENT);
    await fixture.pass();
    expect(await fixture.order(id)).toMatchObject({ injectionState: "OUTCOME_UNKNOWN" });
    expect((await fixture.order(id)).lastFault).toMatchObject({ mayExist: true });

    await fixture.pass(1);
    expect(await fixture.states(id)).toEqual(["QUEUED", "SENDING", "OUTCOME_UNKNOWN", "IN_POS"]);
    await fixture.pass(120);
    expect(sentIds()).toHaveLength(1);
    expect(fixture.pos.orders.size).toBe(1);
  });

  it("is sent again under the same id when a look finds nothing", async () => {
    fixture.pos.nextSubmissions.push(new PosUnavailable("socket hang up"));
    const id = await fixture.taken({}, PATIENT);
    await fixture.pass(1);
    expect(await fixture.order(id)).toMatchObject({ injectionState: "RETRY_SCHEDULED" });
    await fixture.pass(20);
    expect(await fixture.order(id)).toMatchObject({ injectionState: "IN_POS", generation: 1 });
    expect(new Set(sentIds()).size).toBe(1);
    expect(sentIds()).toHaveLength(2);
  });

  it("is looked for again right before a repeat, because it may have come late", async () => {
    fixture.pos.nextSubmissions.push("lost");
    fixture.pos.nextLooks.push("absent");
    const id = await fixture.taken({}, PATIENT);
    await fixture.pass(20);
    expect(await fixture.order(id)).toMatchObject({
      injectionState: "IN_POS",
      duplicatesPrevented: 1,
    });
    expect(await fixture.outcomes(id)).toEqual(["NETWORK_ERROR", "FOUND_EXISTING"]);
    expect(sentIds()).toHaveLength(1);
  });

  it("is adopted when the POS says it has the id already", async () => {
    fixture.pos.nextSubmissions.push("lost");
    // Neither look sees the order yet; the POS itself refuses the copy.
    fixture.pos.nextLooks.push("absent", "absent");
    const id = await fixture.taken({}, PATIENT);
    await fixture.pass(20);
    expect(await fixture.order(id)).toMatchObject({
      injectionState: "IN_POS",
      generation: 1,
      duplicatesPrevented: 1,
    });
    expect(sentIds()).toHaveLength(2);
    expect(fixture.pos.orders.size).toBe(1);
  });

  it("is adopted when an earlier process died in the middle of sending it", async () => {
    const id = await fixture.taken({}, PATIENT);
    // What a process leaves behind that was killed after its call and before it read the answer.
    fixture.pos.nextSubmissions.push("lost");
    await fixture.pass();
    await fixture.db.query(
      "update orders set injection_state = 'SENDING', failures = 0, last_fault = null",
    );
    await fixture.db.query("update injection_attempts set finished_at = null, outcome = null");

    await fixture.useCases.sendOrder.execute({ orderId: id });
    expect(await fixture.outcomes(id)).toEqual(["ABANDONED_BY_CRASH", "FOUND_EXISTING"]);
    expect(await fixture.order(id)).toMatchObject({ injectionState: "IN_POS" });
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

  it("counts as unknown when the POS stays undecided for too long", async () => {
    fixture.pos.nextSubmissions.push("pending");
    const id = await fixture.taken(
      {},
      { injection: { retryDelaysSeconds: [15], acceptTimeoutSeconds: 20 } },
    );
    await fixture.pass(32);
    expect(await fixture.states(id)).toEqual(
      expect.arrayContaining(["AWAITING_POS", "OUTCOME_UNKNOWN"]),
    );
    expect((await fixture.order(id)).lastFault).toMatchObject({
      code: "POS_UNDECIDED",
      mayExist: true,
    });
    expect(sentIds()).toHaveLength(1);
  });

  it("counts as unknown when the answer cannot be read", async () => {
    fixture.pos.nextSubmissions.push(new PosContractBroken("An answer without orderInfo"));
    const id = await fixture.taken({}, PATIENT);
    await fixture.pass();
    expect(await fixture.order(id)).toMatchObject({ injectionState: "OUTCOME_UNKNOWN" });
  });

  it("counts a lost answer and the proof of its failure as one failure", async () => {
    fixture.pos.nextSubmissions.push("lost");
    const id = await fixture.taken({}, PATIENT);
    await fixture.pass();
    const { posOrderId } = await fixture.order(id);
    const failure = {
      code: "TerminalGroupDisabled",
      message: "The till is closed",
      kind: RefusalKind.RETRY,
    };
    fixture.pos.decide(posOrderId, { creation: "failed", failure });
    await fixture.pass(1);
    expect(await fixture.order(id)).toMatchObject({
      injectionState: "RETRY_SCHEDULED",
      generation: 2,
      failures: 1,
    });
  });

  it("is sent with the prices and words it was taken with", async () => {
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
