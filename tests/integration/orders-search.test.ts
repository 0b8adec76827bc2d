import { Scope, type Viewer } from "../../src/domain/access/viewer";
import { type NewOrder } from "../../src/services/checkout/new-order";
import { OrderFixture } from "../support/order-fixture";

const OPERATOR = {
  kind: "key",
  keyId: "o",
  label: "Olga",
  scope: Scope.OPERATOR,
  branchIds: null,
} as const;
const elsewhere = (branchId: string): Viewer => ({ ...OPERATOR, branchIds: [branchId] });
const ELSEWHERE = elsewhere("3a9d3b52-6c0e-4a58-9d0a-3f6f3a4e7c11");

describe("operators who search for orders", () => {
  let fixture: OrderFixture;

  beforeEach(async () => {
    fixture = await OrderFixture.start();
  });

  afterEach(() => fixture.stop());

  const list = (filter: object = {}, viewer: Viewer = OPERATOR) =>
    fixture.useCases.findOrders
      .execute(viewer, filter, 100, null)
      .then((orders) => orders.map(({ id }) => id));
  const guest = (name: string, phone: string): Partial<NewOrder> => ({
    customer: { name, phone, joinsLoyalty: false },
  });

  it("find them by number, name, phone, date, state and branch, newest first, page by page", async () => {
    const ids: string[] = [];
    for (const [name, phone] of [
      ["Анна", "+79990000011"],
      ["анатолий", "+79990000012"],
      ["Борис_%", "+79991112233"],
    ] as const) {
      ids.unshift(await fixture.taken(guest(name, phone)));
      fixture.clock.turnTo(new Date(fixture.clock.now().getTime() + 1000));
    }
    const [boris, anatoly, anna] = ids as [string, string, string];
    expect(await list()).toEqual(ids);
    const first = await fixture.order(anna);
    expect(await list({ number: first.number })).toEqual([anna]);
    expect(await list({ name: "АНА" })).toEqual([anatoly]);
    expect(await list({ name: "%" })).toEqual([]);
    expect(await list({ name: "борис_%" })).toEqual([boris]);
    expect(await list({ phone: "8 (999) 000-00-11" })).toEqual([anna]);
    expect(await list({ phone: "2233" })).toEqual([boris]);
    expect(await list({ phone: "33" })).toEqual([]);
    expect(await list({ search: first.number })).toEqual([anna]);
    expect(await list({ search: "8 999 000 00 11" })).toEqual([anna]);
    expect(await list({ search: "22-33" })).toEqual([boris]);
    expect(await list({ search: "ана" })).toEqual([anatoly]);
    expect(await list({ search: "_" })).toEqual([]);
    expect(await list({ fulfilments: ["PICKUP"] })).toEqual([]);
    expect(await list({ createdTo: (await fixture.order(boris)).createdAt })).toEqual([
      anatoly,
      anna,
    ]);
    expect(await list({ injectionStates: ["DEAD_LETTERED"] })).toEqual([]);
    expect(await list({ statuses: ["NEW"], branchIds: [first.branchId] })).toEqual([anna]);
    expect(await list({}, elsewhere(first.branchId))).toEqual([anna]);
    expect(await list({ branchIds: [first.branchId] }, ELSEWHERE)).toEqual([]);
    const count = (filter: object, viewer: Viewer = OPERATOR) =>
      fixture.useCases.findOrders.count(viewer, filter);
    expect([
      await count({}),
      await count({ name: "анатолий" }),
      await count({ phone: "33" }),
    ]).toEqual([3, 1, 0]);
    expect([
      await count({}, elsewhere(first.branchId)),
      await count({}, { kind: "anonymous" }),
    ]).toEqual([1, 0]);
    const place = { createdAt: (await fixture.order(boris)).createdAt, id: boris };
    const next = await fixture.useCases.findOrders.execute(OPERATOR, {}, 1, place);
    expect(next.map(({ id }) => id)).toEqual([anatoly]);
  });
});
