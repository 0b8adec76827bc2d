import { Scope, type Viewer } from "../../src/domain/access/viewer";
import { PosRejected, PosUnavailable, RefusalKind } from "../../src/errors";
import { aNewOrder } from "../support/a-new-order";
import { OrderFixture } from "../support/order-fixture";

const REFUSAL = new PosRejected("The till said no", {
  posCode: "InvalidPhone",
  kind: RefusalKind.FINAL,
});
const NO_REPEATS = { injection: { retryDelaysSeconds: [] } };
const NOBODY = { ...NO_REPEATS, fallback: [] };
const OPERATOR = {
  kind: "key",
  keyId: "o",
  label: "Olga",
  scope: Scope.OPERATOR,
  branchIds: null,
} as const;
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

  const retry = (
    id: string,
    { force = false, key = null as string | null, viewer = OPERATOR } = {},
  ) => fixture.useCases.retryOrder.execute(viewer, { id, force, idempotencyKey: key });
  const enter = (id: string, viewer: Viewer = OPERATOR) =>
    fixture.useCases.markEnteredByHand.execute(viewer, id, "42", "позвонили гостю");
  const state = async (id: string) => (await fixture.order(id)).injectionState;

  describe("who retry an order", () => {
    it("bring a dead letter into the POS, and the timeline says who did it", async () => {
      const id = await stuck(NOBODY);
      expect(await state(id)).toBe("DEAD_LETTERED");
      await retry(id);
      await fixture.pass();
      expect(await fixture.states(id)).toEqual([
        "QUEUED",
        "SENDING",
        "DEAD_LETTERED",
        "QUEUED",
        "SENDING",
        "IN_POS",
      ]);
      const actors = (await fixture.history.after(id, 0, 100)).map(({ actor }) => actor);
      expect(actors.filter((actor) => actor !== null)).toEqual(["Olga"]);
    });

    it("retry once per idempotency key", async () => {
      const id = await stuck(NOBODY);
      fixture.pos.nextSubmissions.push(REFUSAL);
      await retry(id, { key: "k" });
      await fixture.pass();
      await retry(id, { key: "k" });
      await fixture.pass();
      expect(fixture.pos.submitted).toHaveLength(2);
    });

    it("are warned that the POS may have it, unless they insist; then it is probed and never sent twice", async () => {
      fixture.pos.nextLooks.push("absent");
      const id = await stuck(NO_REPEATS, new PosUnavailable("socket hang up"));
      expect(await userErrors(retry(id))).toEqual(["OUTCOME_UNKNOWN"]);
      const looks = fixture.pos.looks;
      await retry(id, { force: true });
      await fixture.pass();
      expect(fixture.pos.looks).toBeGreaterThan(looks);
      expect(await state(id)).toBe("IN_POS");
      expect(new Set(fixture.pos.submitted.map(({ posOrderId }) => posOrderId)).size).toBe(1);
    });

    it("learn why they cannot", async () => {
      const inTill = await fixture.taken();
      expect(await userErrors(retry(inTill))).toEqual(["NOT_RETRYABLE"]);
      await fixture.pass();
      expect(await userErrors(retry(inTill))).toEqual(["ALREADY_IN_POS"]);
      const byHand = await stuck(NO_REPEATS);
      await enter(byHand);
      expect(await userErrors(retry(byHand, { force: true }))).toEqual(["NOT_RETRYABLE"]);
    });

    it("get a new id if the POS has used up the old one for good", async () => {
      fixture.pos.nextSubmissions.push("pending");
      const id = await fixture.taken({}, NOBODY);
      await fixture.pass();
      const { posOrderId } = await fixture.order(id);
      const failure = { code: "InvalidPhone", message: "Phone", kind: RefusalKind.FINAL };
      fixture.pos.decide(posOrderId, { creation: "failed", failure });
      await fixture.pass(5);
      expect(await state(id)).toBe("DEAD_LETTERED");
      await retry(id);
      await fixture.pass();
      expect(await state(id)).toBe("IN_POS");
      expect((await fixture.order(id)).posOrderId).not.toBe(posOrderId);
    });

    it("for a whole branch leave alone what was handed over to the staff", async () => {
      const branchId = await fixture.branch(NOBODY);
      const taken = async () =>
        (await fixture.useCases.createOrder.execute(aNewOrder(branchId))).order.id;
      fixture.pos.nextSubmissions.push(REFUSAL, REFUSAL);
      const dead = [await taken(), await taken()];
      await fixture.pass();
      const told = await stuck(NO_REPEATS);
      const none = { branchId, errorCode: "AnotherCode", olderThan: null };
      expect(await fixture.useCases.retryDeadLetters.execute(OPERATOR, none)).toEqual({
        retried: [],
        skipped: [],
      });
      const all = { branchId, errorCode: "InvalidPhone", olderThan: null };
      const { retried, skipped } = await fixture.useCases.retryDeadLetters.execute(OPERATOR, all);
      expect(retried.map(({ order }) => order.id).sort()).toEqual(dead.sort());
      expect(skipped).toEqual([]);
      const { branchId: ofTold, number } = await fixture.order(told);
      const left = await fixture.useCases.retryDeadLetters.execute(OPERATOR, {
        ...all,
        branchId: ofTold,
      });
      expect(left.retried).toEqual([]);
      expect(left.skipped).toMatchObject([{ code: "NOT_RETRYABLE" }]);
      expect(left.skipped[0]!.message.en).toContain(`Order ${number}: The staff were notified`);
      await fixture.pass();
      expect(await Promise.all([...dead, told].map(state))).toEqual([
        "IN_POS",
        "IN_POS",
        "FALLBACK_SENT",
      ]);
      expect(await userErrors(fixture.useCases.retryDeadLetters.execute(ELSEWHERE, all))).toEqual([
        "NOT_FOUND",
      ]);
    });
  });
});
