import { PosContractBroken, PosUnavailable, RefusalKind } from "../../src/errors";
import { OrderFixture } from "../support/order-fixture";

const PATIENT = { injection: { retryDelaysSeconds: [15, 15, 15], acceptTimeoutSeconds: 60 } };

describe("an order whose submission was not answered", () => {
  let fixture: OrderFixture;

  beforeEach(async () => {
    fixture = await OrderFixture.start();
  });

  afterEach(() => fixture.stop());

  function sentIds(): string[] {
    return fixture.pos.submitted.map(({ posOrderId }) => posOrderId);
  }

  it("is probed when the answer was lost, and adopted instead of sent a second time", async () => {
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

  it("is sent again under the same id when a probe finds nothing", async () => {
    fixture.pos.nextSubmissions.push(new PosUnavailable("socket hang up"));
    const id = await fixture.taken({}, PATIENT);
    await fixture.pass(1);
    expect(await fixture.order(id)).toMatchObject({ injectionState: "RETRY_SCHEDULED" });
    await fixture.pass(20);
    expect(await fixture.order(id)).toMatchObject({ injectionState: "IN_POS", generation: 1 });
    expect(new Set(sentIds()).size).toBe(1);
    expect(sentIds()).toHaveLength(2);
  });

  it("is probed again right before a retry, because it may have arrived late", async () => {
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

  it("is adopted when the POS says that it already has the id", async () => {
    fixture.pos.nextSubmissions.push("lost");
    // Neither probe sees the order yet; the POS itself refuses the duplicate.
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

  it("is adopted when an earlier process died while sending it", async () => {
    const id = await fixture.taken({}, PATIENT);
    // What a process leaves behind when it is killed after its call and before it has read the
    // answer.
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
});
