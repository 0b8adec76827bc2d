import { SaleTimes } from "../../src/domain/catalogue/sale-times";
import { type UserError } from "../../src/domain/errors/user-error";
import { Weekday, type WeekHours } from "../../src/domain/hours/branch-hours";
import { Fulfilment } from "../../src/domain/ticket/order-ticket";
import { type Refused } from "../../src/errors";
import { type NewOrder } from "../../src/services/checkout/new-order";
import { aMenuSnapshot, aPizza, aProduct } from "../support/a-menu-snapshot";
import { aNewOrder } from "../support/a-new-order";
import { OrderFixture } from "../support/order-fixture";

const BREAKFAST = new SaleTimes(
  {
    menu: [],
    products: [{ periods: [{ days: [], from: 480, to: 660 }], posProductIds: ["pos-301"] }],
  },
  "Europe/Moscow",
);
const FROM_NINE: WeekHours[] = Object.values(Weekday).map((day) => {
  return { fulfilment: Fulfilment.DELIVERY, day, opens: "09:00", closes: "22:00" };
});

describe("an order for a dish that the menu sells at set hours", () => {
  let fixture: OrderFixture;
  let branchId: string;
  let day: string;

  beforeAll(async () => {
    fixture = await OrderFixture.start();
  });
  afterAll(() => fixture.stop());

  beforeEach(async () => {
    day = fixture.clock.dayIn(1);
    fixture.clock.turnTo(moscow("08:30"));
    branchId = await fixture.branch({ guestOrders: { mostOpenPerPhone: 0 } });
    const menu = aMenuSnapshot([aProduct({ article: "301", name: "Омлет" }), aPizza], branchId);
    fixture.sells(menu, { saleTimes: BREAKFAST });
  });

  /**
   * A time on the day of the test: each test has a separate day, because a clock never goes back.
   */
  const moscow = (time: string, days = 0) =>
    new Date(Date.parse(`${day}T${time}:00+03:00`) + days * 86_400_000);
  const create = (overrides: Partial<NewOrder> = {}) =>
    fixture.useCases.createOrder.execute(aNewOrder(branchId, overrides));
  const errors = async (overrides: Partial<NewOrder> = {}) => {
    const refused = await create(overrides).then(
      () => null,
      (reason: unknown) => reason as Refused<UserError>,
    );
    return refused?.userErrors ?? [];
  };

  it("is taken during these hours, and afterwards refused with the next time", async () => {
    expect((await create()).order.number).toBeTruthy();
    fixture.clock.turnTo(moscow("11:00"));
    const [error, ...others] = await errors({ idempotencyKey: "later" });
    expect(others).toEqual([]);
    expect(error?.message.en).toMatch(/"Омлет" is not sold at that time. The next time: .*08:00$/);
    expect([error]).toMatchObject([
      {
        code: "ITEM_OUTSIDE_HOURS",
        field: ["input", "lines", "0", "article"],
        item: { article: "301", availableAt: moscow("08:00", 1) },
      },
    ]);
  });

  it("is judged by the time it is wanted for", async () => {
    expect(await errors({ wantedAt: moscow("11:00") })).toMatchObject([
      { code: "ITEM_OUTSIDE_HOURS" },
    ]);
    fixture.clock.turnTo(moscow("12:00"));
    expect((await create({ wantedAt: moscow("08:00", 1) })).order.number).toBeTruthy();
  });

  it("that repeats one taken during these hours is the same order", async () => {
    const input = { idempotencyKey: "breakfast" };
    const first = await create(input);
    fixture.clock.turnTo(moscow("11:00"));
    expect((await create(input)).order.id).toBe(first.order.id);
  });

  it("has a price all the same, along with a warning", async () => {
    fixture.clock.turnTo(moscow("11:00"));
    const viewer = { kind: "anonymous" } as const;
    const quote = await fixture.useCases.quoteOrder.execute(aNewOrder(branchId), [], viewer);
    expect(quote.lines).toHaveLength(1);
    expect(quote.warnings).toMatchObject([{ code: "ITEM_OUTSIDE_HOURS" }]);
  });

  describe("when ASAP orders wait for the opening", () => {
    beforeEach(async () => {
      const hours = { week: FROM_NINE, asapWhenClosed: true, slotMinutes: 120, slotOrders: 1 };
      await fixture.saveSettings(branchId, { hours });
      fixture.clock.turnTo(moscow("23:00"));
    });

    it("is judged by the opening, and by the slot that it gets", async () => {
      // Slots begin at 10:00 and at 12:00; breakfast ends at 11:00.
      expect((await create()).order.wantedAt).toEqual(moscow("10:00", 1));
      expect(await errors({ idempotencyKey: "second" })).toMatchObject([
        { code: "ITEM_OUTSIDE_HOURS" },
      ]);
    });
  });
});
