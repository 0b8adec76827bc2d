import { RateBudget } from "../../src/adapters/iiko/connection/rate-budget";
import { RateBudgets } from "../../src/adapters/iiko/connection/rate-budgets";
import {
  lastOf,
  type RestrictionGroup,
  restrictionGroupOf,
} from "../../src/adapters/iiko/connection/restriction-groups";
import { PosRateLimited } from "../../src/errors";
import {
  type PermitGrant,
  type PermitRequest,
  type PermitStore,
} from "../../src/ports/permit-store";

const bucket = {
  keyId: "key",
  group: "Data: menu",
  perSecond: 1e9,
  burst: 5,
  exclusiveForMs: null,
};

let asked: PermitRequest[] = [];
let released = 0;
let answer: (request: PermitRequest) => Partial<PermitGrant>;

const store: PermitStore = {
  reserve: (_bucket, request) => {
    asked.push(request);
    return Promise.resolve({
      granted: request.needed,
      available: 5,
      retryInMs: 0,
      pausedMs: 0,
      ...answer(request),
    });
  },
  release: () => Promise.resolve(void (released += 1)),
  pause: () => Promise.resolve(0),
  report: () => Promise.resolve([]),
};

beforeEach(() => {
  asked = [];
  released = 0;
  answer = () => ({});
});

function budget(exclusiveForMs: number | null = null): RateBudget {
  return new RateBudget({ ...bucket, exclusiveForMs }, store, "process", () => undefined);
}

it("serves orders first, even with a permit that was requested for another call", async () => {
  const held = budget();
  const order: number[] = [];
  await Promise.all(
    [1, 2, 0, 0].map((rank) => held.enter(rank, 1_000).then(() => order.push(rank))),
  );
  expect(order).toEqual([0, 0, 1, 2]);
  expect(asked.map(({ rank, needed }) => [rank, needed])).toEqual([
    [1, 1],
    [0, 1],
    [1, 1],
    [2, 1],
  ]);
});

it("serves anonymous callers last, from the one budget of the group", async () => {
  const budgets = new RateBudgets(store, undefined, 1e9);
  const coupons = restrictionGroupOf("/api/1/loyalty/iiko/coupons/info");
  const order: string[] = [];
  const call = (who: string, group: RestrictionGroup, urgent = false) =>
    budgets.within("key", group, { urgent }, () => Promise.resolve(void order.push(who)));
  const anybody = Array.from({ length: 3 }, () => call("anybody", lastOf(coupons)));
  await Promise.all([...anybody, call("a guest", coupons), call("an order", coupons, true)]);
  expect(order).toEqual(["an order", "a guest", "anybody", "anybody", "anybody"]);
  expect(lastOf(coupons)).toMatchObject({ name: coupons.name, patienceMs: 5_000 });
});

it("requests permits for all calls of a rank together", async () => {
  const held = budget();
  await Promise.all([1, 1, 1, 1, 1].map((rank) => held.enter(rank, 1_000)));
  expect(asked.map(({ needed }) => needed)).toEqual([1, 4]);
});

it("never loses an exclusive turn, however fast the budget", async () => {
  const held = budget(100_000);
  await held.enter(2, 1_000);
  expect(asked).toHaveLength(1);
  expect(released).toBe(0);
  await held.leave();
  expect(released).toBe(1);
});

it("returns an exclusive turn when the caller has given up", async () => {
  let grant: (() => void) | undefined;
  const slow = {
    ...store,
    reserve: () => new Promise<PermitGrant>((resolve) => (grant = () => resolve(full))),
  };
  const full = { granted: 1, available: 5, retryInMs: 0, pausedMs: 0 };
  const held = new RateBudget(
    { ...bucket, exclusiveForMs: 100_000 },
    slow,
    "process",
    () => undefined,
  );
  await expect(held.enter(2, 20)).rejects.toBeInstanceOf(PosRateLimited);
  grant?.();
  await new Promise(setImmediate);
  expect(released).toBe(1);
});

it("immediately rejects a call that cannot outlast a pause", async () => {
  answer = () => ({ granted: 0, retryInMs: 60_000, pausedMs: 60_000 });
  await expect(budget().enter(0, 10_000)).rejects.toMatchObject({ retryAfterMs: 60_000 });
});

it("lets no call through without its store", async () => {
  const broken = { ...store, reserve: () => Promise.reject(new Error("no database")) };
  const held = new RateBudget(bucket, broken, "process", () => undefined);
  await expect(held.enter(0, 1_000)).rejects.toThrow("no database");
});

it("serves the calls of a rank by their places, or in order of arrival if they have none", async () => {
  let free: ((granted: number) => void) | undefined;
  const slow = {
    ...store,
    reserve: () =>
      new Promise<PermitGrant>((resolve) => (free = (granted) => resolve(some(granted)))),
  };
  const some = (granted: number) => ({ granted, available: 0, retryInMs: 0, pausedMs: 0 });
  const held = new RateBudget(bucket, slow, "process", () => undefined);
  const order: string[] = [];
  const enter = (name: string, rank: number, place?: number) =>
    held.enter(rank, 10_000, place).then(() => order.push(name));
  const now = Date.now();
  const all = [
    enter("flood", 0, now + 60_000),
    enter("menu", 2),
    enter("as it comes", 0),
    enter("next", 0),
    enter("known", 0, now - 60_000),
  ];
  free?.(5);
  await Promise.all(all);
  expect(order).toEqual(["known", "as it comes", "next", "flood", "menu"]);
});

it("leaves permits for the next guest when an order placed further back asks", async () => {
  const budgets = new RateBudgets(store, undefined, 2);
  const creating = restrictionGroupOf("/api/1/deliveries/create");
  const order = (placeAt: Date) =>
    budgets.within("key", creating, { placeAt }, () => Promise.resolve());
  await order(new Date(Date.now() + 60_000));
  await order(new Date());
  const [behind, next] = asked;
  expect(behind?.spare).toBe(2);
  expect(next?.spare).toBe(0);
  expect(next?.rank).toBeLessThan(behind?.rank ?? 0);
});
