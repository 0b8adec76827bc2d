import { randomUUID } from "node:crypto";

import { Scope, type Viewer } from "../../src/domain/access/viewer";
import { type NewOrder } from "../../src/services/checkout/new-order";
import { orderOfTrackingToken } from "../../src/services/orders/read/tracking-token";
import { aNewOrder } from "../support/a-new-order";
import { errorsOf } from "../support/catalogue-fixture";
import { OrderFixture } from "../support/order-fixture";

const NOBODY: Viewer = { kind: "anonymous" };
const GUEST: Viewer = { kind: "customer", phone: "+79990000009", expiresAt: null };
const SAME_GUEST_LATER: Viewer = { ...GUEST, expiresAt: new Date("2030-01-01T00:00:00Z") };
const OTHER_GUEST: Viewer = { kind: "customer", phone: "+79990000008", expiresAt: null };
const ADMIN: Viewer = {
  kind: "key",
  keyId: "admin",
  label: "admin",
  scope: Scope.ADMIN,
  branchIds: null,
};

describe("an idempotency key", () => {
  let fixture: OrderFixture;
  let branchId: string;
  let neighbour: string;

  beforeAll(async () => {
    fixture = await OrderFixture.start();
    branchId = await fixture.branch();
    neighbour = await fixture.branch();
  });
  afterAll(() => fixture.stop());

  function keyOf(...branchIds: string[]): Viewer {
    return { kind: "key", keyId: randomUUID(), label: "site", scope: Scope.OPERATOR, branchIds };
  }
  const take = (input: NewOrder, viewer: Viewer, useCases = fixture.useCases) =>
    useCases.createOrder.execute(input, [], viewer);
  const other = (input: NewOrder): NewOrder => ({ ...input, comment: "another wish" });

  /** [who tries, who repeats, whether the two are one owner] */
  const CHANGES: [string, () => Viewer, () => Viewer, boolean][] = [
    ["nobody → nobody", () => NOBODY, () => NOBODY, true],
    ["nobody → a guest who has signed in", () => NOBODY, () => GUEST, false],
    ["a guest → nobody, the token has ended", () => GUEST, () => NOBODY, false],
    ["a guest → the same with a new token", () => GUEST, () => SAME_GUEST_LATER, true],
    ["a guest → another guest", () => GUEST, () => OTHER_GUEST, false],
    ["nobody → a key", () => NOBODY, () => keyOf(branchId), false],
    ["a guest → a key", () => GUEST, () => keyOf(branchId), false],
    [
      "a key → the key that replaces it",
      () => keyOf(branchId),
      () => keyOf(branchId, neighbour),
      true,
    ],
    ["a key → the admin's", () => keyOf(branchId), () => ADMIN, true],
    ["a key → nobody", () => keyOf(branchId), () => NOBODY, false],
    ["a key → a guest", () => keyOf(branchId), () => GUEST, false],
  ];

  describe.each(CHANGES)("%s", (_title, first, second, isOneOwner) => {
    it("returns the same order for the same input", async () => {
      const input = aNewOrder(branchId);
      const taken = await take(input, first());
      const again = await take(input, second());
      expect(again).toMatchObject({ replayed: true, order: { id: taken.order.id } });
      expect(orderOfTrackingToken(fixture.secrets, again.trackingToken)).toBe(taken.order.id);
    });

    it("returns the same order to all simultaneous callers, in several processes", async () => {
      const input = aNewOrder(branchId);
      const gateways = [fixture.useCases, await fixture.anotherGateway()];
      const calls = Array.from({ length: 12 }, (_, n) =>
        take(input, (n % 2 ? first : second)(), gateways[(n >> 1) % 2]),
      );
      const taken = await Promise.all(calls);
      expect(new Set(taken.map(({ order }) => order.id)).size).toBe(1);
      expect(taken.filter(({ replayed }) => !replayed)).toHaveLength(1);
    });

    it(isOneOwner ? "is refused with other input" : "is another key with other input", async () => {
      const input = aNewOrder(branchId);
      const taken = await take(input, first());
      if (isOneOwner) {
        const userErrors = await errorsOf(take(other(input), second()));
        expect(userErrors.map(({ code }) => code)).toEqual(["IDEMPOTENCY_KEY_REUSED"]);
        return;
      }
      const another = await take(other(input), second());
      expect(another.replayed).toBe(false);
      expect(another.order.id).not.toBe(taken.order.id);
      // From now on each order is the one of its input, no matter who repeats it.
      expect((await take(other(input), first())).order.id).toBe(another.order.id);
      expect((await take(input, second())).order.id).toBe(taken.order.id);
    });
  });

  it("of one branch is not one of another's, even if one API key works on both", async () => {
    const both = keyOf(branchId, neighbour);
    const input = aNewOrder(branchId);
    const here = await take(input, both);
    const there = await take({ ...input, branchId: neighbour }, both);
    expect([here.replayed, there.replayed]).toEqual([false, false]);
    const { findOrder } = fixture.useCases;
    expect((await findOrder.byIdempotencyKey(both, input.idempotencyKey, branchId))?.id).toBe(
      here.order.id,
    );
    expect((await findOrder.byIdempotencyKey(both, input.idempotencyKey, neighbour))?.id).toBe(
      there.order.id,
    );
    expect((await findOrder.byIdempotencyKey(keyOf(branchId), input.idempotencyKey))?.id).toBe(
      here.order.id,
    );
  });

  it("creates one order from several inputs that one owner sends simultaneously, and refuses the others", async () => {
    const input = aNewOrder(branchId);
    const gateways = [fixture.useCases, await fixture.anotherGateway()];
    const calls = Array.from({ length: 10 }, (_, n) =>
      take({ ...input, comment: `wish ${n}` }, GUEST, gateways[n % 2]),
    );
    const outcomes = await Promise.allSettled(calls);
    expect(outcomes.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
    const [{ count }] = await fixture.db.query<[{ count: number }]>(
      "select count(*)::int as count from orders where idempotency_key = $1",
      [input.idempotencyKey],
    );
    expect(count).toBe(1);
  });

  it("finds its owner's order, and never one that somebody else has placed with an equal key", async () => {
    const input = aNewOrder(branchId);
    const squat = await take(input, NOBODY);
    const { findOrder } = fixture.useCases;
    const found = async (viewer: Viewer) =>
      (await findOrder.byIdempotencyKey(viewer, input.idempotencyKey, branchId))?.id;
    expect(squat.order.customerPhone).toBe(GUEST.kind === "customer" && GUEST.phone);
    expect([await found(GUEST), await found(keyOf(branchId)), await found(NOBODY)]).toEqual([
      undefined,
      undefined,
      undefined,
    ]);
    const own = await take(other(input), keyOf(branchId));
    expect([await found(ADMIN), await found(keyOf(neighbour))]).toEqual([own.order.id, undefined]);
  });

  it("without a branch finds one's own first, then an anonymous one the viewer may see, and no other owner's", async () => {
    const input = aNewOrder(branchId);
    const { findOrder } = fixture.useCases;
    const found = async (viewer: Viewer) =>
      (await findOrder.byIdempotencyKey(viewer, input.idempotencyKey))?.id;
    const before = await take(input, NOBODY);
    expect([
      await found(GUEST),
      await found(OTHER_GUEST),
      await found(keyOf(neighbour)),
      await found(NOBODY),
    ]).toEqual([before.order.id, undefined, undefined, undefined]);
    const own = await take(other(input), keyOf(branchId));
    expect([await found(ADMIN), await found(GUEST)]).toEqual([own.order.id, before.order.id]);
    const ofGuest = aNewOrder(branchId);
    await take(ofGuest, GUEST);
    expect(await findOrder.byIdempotencyKey(ADMIN, ofGuest.idempotencyKey)).toBeNull();
  });

  it("from before owners were stored is everybody's: the same input finds its order, other input is refused", async () => {
    const input = aNewOrder(branchId);
    const old = await take(input, NOBODY);
    await fixture.db.query("update orders set key_owner = default where id = $1", [old.order.id]);
    expect((await take(input, keyOf(branchId))).order.id).toBe(old.order.id);
    for (const viewer of [NOBODY, GUEST, keyOf(branchId)]) {
      expect((await errorsOf(take(other(input), viewer))).map(({ code }) => code)).toEqual([
        "IDEMPOTENCY_KEY_REUSED",
      ]);
    }
    const found = await fixture.useCases.findOrder.byIdempotencyKey(GUEST, input.idempotencyKey);
    expect(found?.id).toBe(old.order.id);
  });
});
