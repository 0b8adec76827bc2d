import { Scope, type Viewer } from "../../src/domain/access/viewer";
import { PosRejected, RefusalKind } from "../../src/errors";
import { aNewOrder } from "../support/a-new-order";
import { type HeldRow, holdRow } from "../support/hold-row";
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
const BUSY = {
  code: "CONFLICT",
  field: null,
  message: {
    ru: "С заказом сейчас работает кто-то ещё. Повторите через несколько секунд",
    en: "Somebody else is at work on the order. Try again in a few seconds",
  },
  retryable: true,
};

describe("people who act on an order that somebody else has locked", () => {
  let fixture: OrderFixture;
  const locks: HeldRow[] = [];

  beforeEach(async () => {
    fixture = await OrderFixture.start();
  });

  afterEach(async () => {
    await letGo();
    await fixture.stop();
  });

  async function stuck(changes: object = NO_REPEATS): Promise<string> {
    fixture.pos.nextSubmissions.push(REFUSAL);
    const id = await fixture.taken({}, changes);
    await fixture.pass();
    return id;
  }

  async function hold(id: string): Promise<void> {
    locks.push(await holdRow(fixture.database.url, "orders", id));
  }

  async function letGo(): Promise<void> {
    for (const lock of locks.splice(0)) await lock.letGo();
  }

  async function userErrors(refused: Promise<unknown>): Promise<unknown[]> {
    const error = await refused.then(
      () => ({ userErrors: [] }),
      (reason: { userErrors: object[] }) => reason,
    );
    return error.userErrors;
  }

  const retry = (id: string, viewer: Viewer = OPERATOR) =>
    fixture.useCases.retryOrder.execute(viewer, { id, force: true, idempotencyKey: "k" });
  const cancel = (id: string, viewer: Viewer = OPERATOR) =>
    fixture.useCases.cancelOrder.execute(viewer, {
      id,
      reason: "Гость передумал",
      idempotencyKey: "k",
    });
  const enter = (id: string) =>
    fixture.useCases.markEnteredByHand.execute(OPERATOR, id, "42", null);

  it("are asked to try again in a few seconds, and nothing is done", async () => {
    const id = await stuck();
    const { version } = await fixture.order(id);
    await hold(id);
    const refused = await Promise.all(
      [retry(id), cancel(id), enter(id), cancel(id, GUEST)].map(userErrors),
    );
    expect(refused).toEqual([[BUSY], [BUSY], [BUSY], [BUSY]]);
    await letGo();
    expect((await fixture.order(id)).version).toBe(version);
    await retry(id);
    await fixture.pass();
    expect(await fixture.order(id)).toMatchObject({ injectionState: "IN_POS" });
  });

  it("are answered as usual if the lock is brief", async () => {
    const id = await fixture.taken();
    await hold(id);
    const cancelled = cancel(id, GUEST);
    await letGo();
    expect(await cancelled).toMatchObject({ status: "CANCELLED" });
  });

  it("do not learn of it if the order is not theirs", async () => {
    const id = await stuck();
    await hold(id);
    expect(await userErrors(cancel(id, STRANGER))).toMatchObject([{ code: "NOT_FOUND" }]);
    expect(await userErrors(retry(id, STRANGER))).toMatchObject([{ code: "NOT_FOUND" }]);
  });

  it("take no connection from others, however many there are", async () => {
    const id = await fixture.taken();
    await hold(id);
    const clicks = Array.from({ length: 30 }, () => userErrors(cancel(id)));
    const branchId = await fixture.branch();
    const { order } = await fixture.useCases.createOrder.execute(aNewOrder(branchId));
    expect(order.number).toBeTruthy();
    for (const refused of await Promise.all(clicks)) expect(refused).toEqual([BUSY]);
  });

  it("read on a link's page that they may press again, and the link still works", async () => {
    const id = await stuck();
    const { actions = [] } = fixture.email.delivered.at(-1)!.message;
    const token = actions[0]!.url.split("/").at(-1)!;
    await hold(id);
    expect(await fixture.useCases.followFallbackLink.execute(token, "42")).toMatchObject({
      verdict: "BUSY",
    });
    await letGo();
    expect(await fixture.useCases.followFallbackLink.execute(token, "42")).toMatchObject({
      verdict: "DONE",
    });
  });

  it("retry the other dead letters, and learn which one was left alone", async () => {
    const branchId = await fixture.branch({ ...NO_REPEATS, fallback: [] });
    const take = async () =>
      (await fixture.useCases.createOrder.execute(aNewOrder(branchId))).order;
    fixture.pos.nextSubmissions.push(REFUSAL, REFUSAL);
    const [held, free] = [await take(), await take()];
    await fixture.pass();
    await hold(held.id);
    const all = { branchId, errorCode: null, olderThan: null };
    const { retried, skipped } = await fixture.useCases.retryDeadLetters.execute(OPERATOR, all);
    expect(retried.map(({ order }) => order.id)).toEqual([free.id]);
    expect(skipped).toMatchObject([
      { code: "CONFLICT", message: { en: expect.stringContaining(held.number) as string } },
    ]);
    expect(skipped[0]).toMatchObject({ retryable: true });
  });

  it("retry a dead letter, too, that is locked only briefly", async () => {
    const id = await stuck({ ...NO_REPEATS, fallback: [] });
    const { branchId } = await fixture.order(id);
    await hold(id);
    const all = { branchId, errorCode: null, olderThan: null };
    const retrying = fixture.useCases.retryDeadLetters.execute(OPERATOR, all);
    await letGo();
    expect((await retrying).retried.map(({ order }) => order.id)).toEqual([id]);
  });

  it("see the cancellation once the lock is gone, if the POS has carried it out meanwhile", async () => {
    const id = await fixture.taken();
    await fixture.pass();
    await cancel(id);
    await fixture.pass(1);
    await hold(id);
    await fixture.pass(10);
    expect(await fixture.order(id)).toMatchObject({ status: "NEW" });
    expect(await fixture.db.query("select outcome from order_commands")).toEqual([
      { outcome: "PENDING" },
    ]);
    await letGo();
    await fixture.pass(10);
    expect(await fixture.order(id)).toMatchObject({ status: "CANCELLED" });
    expect(await fixture.db.query("select outcome from order_commands")).toEqual([
      { outcome: "DONE" },
    ]);
    expect(fixture.pos.cancelled).toHaveLength(1);
  });
});

describe("a late order", () => {
  let fixture: OrderFixture;

  beforeEach(async () => {
    fixture = await OrderFixture.start();
  });

  afterEach(() => fixture.stop());

  it("is reported while another late order is locked, which follows in a later round", async () => {
    const changes = { injection: { alertIfNotAcceptedAfterSeconds: 30 } };
    const [held, late] = [await fixture.taken({}, changes), await fixture.taken({}, changes)];
    fixture.clock.turnTo(new Date(fixture.clock.now().getTime() + 31_000));
    const lock = await holdRow(fixture.database.url, "orders", held);
    await fixture.useCases.alertLateOrders.execute();
    const alerted = async () =>
      [await fixture.order(held), await fixture.order(late)].map(
        ({ alertedAt }) => alertedAt !== null,
      );
    expect(await alerted()).toEqual([false, true]);
    await lock.letGo();
    await fixture.useCases.alertLateOrders.execute();
    expect(await alerted()).toEqual([true, true]);
  });
});
