import { StaffMessage } from "../../src/entities/orders/staff-message";
import { PosRejected, PosSilent, RefusalKind } from "../../src/errors";
import { type PosOrderUpdate, type Submission } from "../../src/ports/pos/pos-orders";
import { OrderFixture } from "../support/order-fixture";

const SILENCE = new PosSilent("no answer in time");
const REFUSED = {
  code: "ProductNotFound",
  message: "Product not found",
  kind: RefusalKind.MAPPING,
};
const POLICIES = [
  ["without repeats", { injection: { retryDelaysSeconds: [], acceptTimeoutSeconds: 60 } }],
  ["with repeats", { injection: { retryDelaysSeconds: [15, 15, 15], acceptTimeoutSeconds: 60 } }],
] as const;
const BY_MAIL = {
  fallback: [{ kind: "EMAIL", target: "kitchen@example.com", enabled: true }],
};

describe("the outcome of an attempt that arrives after other news", () => {
  let fixture: OrderFixture;

  beforeEach(async () => {
    fixture = await OrderFixture.start();
  });

  afterEach(() => fixture.stop());

  /**
   * While the answer to the creation is awaited, the till's web hook arrives; then the answer is
   * `answer`.
   */
  async function toldMeanwhile(
    told: Partial<PosOrderUpdate>,
    policy: object,
    answer: Error | Submission["kind"] = SILENCE,
  ): Promise<string> {
    const { pos, useCases } = fixture;
    const submit = pos.submitOrder.bind(pos);
    pos.submitOrder = async (branch, ticket) => {
      pos.submitOrder = submit;
      pos.nextSubmissions.push("pending");
      const submission = await submit(branch, ticket);
      const body = [pos.decide(ticket.posOrderId, told)];
      await useCases.recordWebhook.execute({ organizationId: branch.organizationId, body });
      if (answer instanceof Error) throw answer;
      return { ...submission, kind: answer };
    };
    const id = await fixture.taken({}, { ...policy, ...BY_MAIL });
    await fixture.pass();
    return id;
  }

  it.each(POLICIES)(
    "leaves an order that is in the POS where it is, %s",
    async (_policy, policy) => {
      const id = await toldMeanwhile({ creation: "created" }, policy);
      await fixture.pass(120);
      expect(await fixture.states(id)).toEqual(["QUEUED", "SENDING", "IN_POS"]);
      expect(await fixture.order(id)).toMatchObject({
        failures: 0,
        handedOverAt: null,
        lastFault: null,
      });
      expect(await fixture.outcomes(id)).toEqual(["TIMED_OUT"]);
      expect(fixture.email.delivered).toEqual([]);
    },
  );

  it.each(POLICIES)(
    "hands over a refused order once, with the reason for its refusal, %s",
    async (_policy, policy) => {
      const id = await toldMeanwhile({ creation: "failed", failure: REFUSED }, policy);
      await fixture.pass(120);
      expect(fixture.email.delivered).toHaveLength(1);
      expect(await fixture.db.manager.countBy(StaffMessage, { orderId: id })).toBe(1);
      expect(await fixture.states(id)).toEqual(["QUEUED", "SENDING", "FALLBACK_SENT"]);
      expect((await fixture.order(id)).lastFault).toMatchObject({
        code: "ProductNotFound",
        mayExist: false,
      });
      expect(fixture.pos.submitted).toHaveLength(1);
    },
  );

  it.each(POLICIES)("keeps a pending order pending, %s", async (_policy, policy) => {
    const id = await toldMeanwhile({ creation: "pending" }, policy);
    await fixture.pass(5);
    expect(await fixture.states(id)).toEqual(["QUEUED", "SENDING", "AWAITING_POS"]);
    fixture.pos.decide((await fixture.order(id)).posOrderId, { creation: "created" });
    await fixture.pass(60);
    expect(await fixture.states(id)).toEqual(["QUEUED", "SENDING", "AWAITING_POS", "IN_POS"]);
    expect(fixture.pos.submitted).toHaveLength(1);
  });

  it("does not make an order pending again that the staff have", async () => {
    const id = await toldMeanwhile(
      { creation: "failed", failure: REFUSED },
      POLICIES[0][1],
      "pending",
    );
    await fixture.pass(120);
    expect(await fixture.states(id)).toEqual(["QUEUED", "SENDING", "FALLBACK_SENT"]);
    expect(await fixture.outcomes(id)).toEqual(["IN_PROGRESS"]);
  });

  it("counts as one failure together with a retryable refusal that a web hook reported", async () => {
    const failure = {
      code: "TerminalGroupDisabled",
      message: "The till is closed",
      kind: RefusalKind.RETRY,
    };
    const id = await toldMeanwhile({ creation: "failed", failure }, POLICIES[1][1]);
    expect(await fixture.order(id)).toMatchObject({
      injectionState: "RETRY_SCHEDULED",
      failures: 1,
      generation: 2,
    });
    await fixture.pass(15);
    expect(await fixture.order(id)).toMatchObject({ injectionState: "IN_POS", failures: 1 });
  });

  it("is heeded when the POS took an order for which another attempt has begun", async () => {
    const { pos, useCases } = fixture;
    const submit = pos.submitOrder.bind(pos);
    const id = await fixture.taken({}, { ...POLICIES[1][1], ...BY_MAIL });
    pos.submitOrder = async (branch, ticket) => {
      pos.submitOrder = submit;
      // The process stands still; another one takes over and receives nothing from the till.
      pos.nextSubmissions.push(
        new PosRejected("Not now", { posCode: "Busy", kind: RefusalKind.FINAL }),
      );
      await useCases.sendOrder.execute({ orderId: id });
      return submit(branch, ticket);
    };
    await useCases.sendOrder.execute({ orderId: id });
    expect(await fixture.order(id)).toMatchObject({ injectionState: "IN_POS" });
    expect(await fixture.outcomes(id)).toEqual(["ABANDONED_BY_CRASH", "REJECTED"]);
  });

  it("uses up the id when the refusal was in the answer itself", async () => {
    const proven = () =>
      new PosRejected("Closed", {
        posCode: "TerminalGroupDisabled",
        kind: RefusalKind.RETRY,
        proven: true,
      });
    fixture.pos.nextSubmissions.push(proven(), proven());
    const id = await fixture.taken({}, POLICIES[1][1]);
    await fixture.pass(60);
    expect(new Set(fixture.pos.submitted.map(({ posOrderId }) => posOrderId)).size).toBe(3);
    expect(await fixture.order(id)).toMatchObject({
      injectionState: "IN_POS",
      generation: 3,
      failures: 2,
    });
  });
});
