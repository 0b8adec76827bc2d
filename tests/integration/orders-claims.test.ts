import { Scope, type Viewer } from "../../src/domain/access/viewer";
import { type UserError } from "../../src/domain/errors/user-error";
import { PosRejected, RefusalKind } from "../../src/errors";
import { toUserError } from "../../src/resolvers/schema/user-error";
import { openBranchEvents } from "../../src/subscriptions/branch-event-stream";
import { SharedReads } from "../../src/subscriptions/shared-reads";
import { OrderFixture } from "../support/order-fixture";

const REFUSAL = new PosRejected("The till said no", {
  posCode: "InvalidPhone",
  kind: RefusalKind.FINAL,
});
const person = (keyId: string, label: string): Viewer => ({
  kind: "key",
  keyId,
  label,
  scope: Scope.OPERATOR,
  branchIds: null,
});
const OLGA = person("o", "Olga");
const MARK = person("m", "Mark");

describe("A person who has claimed an order", () => {
  let fixture: OrderFixture;
  let id: string;

  beforeEach(async () => {
    fixture = await OrderFixture.start();
    fixture.pos.nextSubmissions.push(REFUSAL);
    id = await fixture.taken({}, { injection: { retryDelaysSeconds: [] }, fallback: [] });
    await fixture.pass();
  });

  afterEach(() => fixture.stop());

  const claim = (viewer: Viewer, takeOver = false, useCases = fixture.useCases) =>
    useCases.claimOrder.execute(viewer, id, takeOver);
  const release = (viewer: Viewer) => fixture.useCases.releaseOrder.execute(viewer, id);
  const enter = (viewer: Viewer) =>
    fixture.useCases.markEnteredByHand.execute(viewer, id, "42", null);
  const retry = (viewer: Viewer) =>
    fixture.useCases.retryOrder.execute(viewer, { id, force: true, idempotencyKey: null });
  const cancel = (viewer: Viewer) =>
    fixture.useCases.cancelOrder.execute(viewer, { id, reason: "no", idempotencyKey: null });

  async function posFailureOf(refused: Promise<unknown>): Promise<UserError | undefined> {
    const refusal = await refused.then(
      () => ({ userErrors: [] as UserError[] }),
      (reason: { userErrors: UserError[] }) => reason,
    );
    return refusal.userErrors[0];
  }

  it("is named in it for five minutes, and no longer", async () => {
    await claim(OLGA);
    expect((await fixture.order(id)).claim).toMatchObject({ by: "Olga", keyId: "o" });
    fixture.clock.turnTo(new Date(fixture.clock.now().getTime() + 299_000));
    expect(await posFailureOf(claim(MARK))).toMatchObject({ code: "CONFLICT" });
    fixture.clock.turnTo(new Date(fixture.clock.now().getTime() + 1_000));
    expect((await claim(MARK)).claim?.by).toBe("Mark");
  });

  it("is one of two who claim it simultaneously; the other learns who has it and until when", async () => {
    const other = await fixture.anotherGateway();
    const both = await Promise.allSettled([claim(OLGA), claim(MARK, false, other)]);
    expect(both.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
    const { claim: held } = await fixture.order(id);
    const userError = await posFailureOf(claim(held?.by === "Olga" ? MARK : OLGA));
    expect(toUserError(userError!, "en")).toMatchObject({
      code: "CONFLICT",
      claim: { by: held?.by, until: new Date(held?.until ?? ""), mine: false },
    });
  });

  it("keeps others from entering, retrying and cancelling it, until they take it over", async () => {
    await claim(OLGA);
    for (const act of [enter, retry, cancel]) {
      expect(await posFailureOf(act(MARK))).toMatchObject({
        code: "CONFLICT",
        claim: { by: "Olga" },
      });
    }
    const { branchId } = await fixture.order(id);
    const filter = { branchId, errorCode: null, olderThan: null };
    const { retried, skipped } = await fixture.useCases.retryDeadLetters.execute(MARK, filter);
    expect([retried.length, skipped.length]).toEqual([0, 1]);
    await claim(MARK, true);
    expect(await posFailureOf(enter(OLGA))).toMatchObject({ claim: { by: "Mark" } });
    await enter(MARK);
    expect(await fixture.order(id)).toMatchObject({
      injectionState: "ENTERED_BY_HAND",
      claim: null,
    });
  });

  it("can release it, and nobody else can", async () => {
    await claim(OLGA);
    expect(await posFailureOf(release(MARK))).toMatchObject({ code: "CONFLICT" });
    await release(OLGA);
    await release(OLGA);
    expect((await claim(MARK)).claim?.by).toBe("Mark");
  });

  it("releases it by acting on it", async () => {
    await claim(OLGA);
    await retry(OLGA);
    expect((await fixture.order(id)).claim).toBeNull();
  });

  it("holds up nothing that the gateway does on its own", async () => {
    await claim(OLGA);
    await retry(OLGA);
    await claim(OLGA);
    await fixture.pass();
    expect(await fixture.order(id)).toMatchObject({
      injectionState: "IN_POS",
      claim: { by: "Olga" },
    });
  });

  it("is announced to subscribers of the branch", async () => {
    const { branchId } = await fixture.order(id);
    const reads = new SharedReads(fixture.feed);
    const stream = await openBranchEvents(fixture.branchHistory, reads, branchId, undefined);
    await claim(OLGA);
    const { value } = await stream[Symbol.asyncIterator]().next();
    expect(value).toMatchObject({ orderId: id, actor: "Olga", detail: { kind: "CLAIM" } });
    await stream.return?.();
  });

  it("finds nothing with a key of another branch", async () => {
    const elsewhere = { ...MARK, branchIds: ["3a9d3b52-6c0e-4a58-9d0a-3f6f3a4e7c11"] } as Viewer;
    expect(await posFailureOf(claim(elsewhere))).toMatchObject({ code: "NOT_FOUND" });
    expect(await posFailureOf(release(elsewhere))).toMatchObject({ code: "NOT_FOUND" });
  });
});
