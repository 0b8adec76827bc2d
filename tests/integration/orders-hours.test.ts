import { type UserError } from "../../src/domain/errors/user-error";
import { Weekday, type WeekHours } from "../../src/domain/hours/branch-hours";
import { Fulfilment } from "../../src/domain/ticket/order-ticket";
import { type Refused } from "../../src/errors";
import { type NewOrder } from "../../src/services/checkout/new-order";
import { aNewOrder } from "../support/a-new-order";
import { OrderFixture } from "../support/order-fixture";

const EVERY_DAY: WeekHours[] = Object.values(Weekday).map((day) => {
  return { fulfilment: Fulfilment.DELIVERY, day, opens: "10:00", closes: "22:00" };
});

describe("an order outside the hours of its branch", () => {
  let fixture: OrderFixture;
  let branchId: string;

  beforeAll(async () => {
    fixture = await OrderFixture.start();
    branchId = await fixture.branch({
      hours: { week: EVERY_DAY, preorderMinMinutes: 60, preorderMaxDays: 2 },
    });
  });

  afterAll(() => fixture.stop());

  /** A time on the day after the fixture's, so that its clock never goes back. */
  const moscow = (time: string, days = 1) =>
    new Date(`${fixture.clock.dayIn(days)}T${time}:00+03:00`);
  const create = (overrides: Partial<NewOrder>) =>
    fixture.useCases.createOrder.execute(aNewOrder(branchId, overrides));
  const errors = async (overrides: Partial<NewOrder>) => {
    const refused = await create(overrides).then(
      () => null,
      (reason: unknown) => reason as Refused<UserError>,
    );
    return refused?.userErrors ?? [];
  };

  it("is refused with the time of the next opening, and leaves nothing behind", async () => {
    fixture.clock.turnTo(moscow("09:59"));
    const opensAt = moscow("10:00", 0);
    const [error, ...others] = await errors({});
    expect(others).toEqual([]);
    expect(error).toMatchObject({
      code: "BRANCH_CLOSED",
      field: ["input", "fulfilment"],
      message: {
        ru: "Филиал сейчас закрыт. Откроется: 10:00",
        en: "The branch is closed now. It opens: 10:00",
      },
      closed: { opensAt },
    });
    expect(await fixture.db.query("select 1 from orders")).toEqual([]);
  });

  it("is taken from the minute in which the branch opens", async () => {
    fixture.clock.turnTo(moscow("10:00", 0));
    expect((await create({})).order.number).toBeTruthy();
  });

  it("is taken for a time within them, and refused for a time outside them", async () => {
    fixture.clock.turnTo(moscow("21:30", 0));
    expect(await errors({ wantedAt: moscow("23:00", 0) })).toMatchObject([
      {
        code: "BRANCH_CLOSED",
        field: ["input", "wantedAt"],
        closed: { opensAt: moscow("10:00") },
      },
    ]);
    expect((await create({ wantedAt: moscow("10:00") })).order.number).toBeTruthy();
  });

  it("is taken if its kind of fulfilment has no hours", async () => {
    const input = { fulfilment: Fulfilment.PICKUP, address: null, wantedAt: moscow("23:30", 0) };
    expect((await create(input)).order.number).toBeTruthy();
  });

  it("is refused for a time that is too soon or too far ahead", async () => {
    const soon = new Date(fixture.clock.now().getTime() + 20 * 60_000);
    expect(await errors({ wantedAt: soon })).toMatchObject([{ code: "TIME_SLOT_UNAVAILABLE" }]);
    expect(await errors({ wantedAt: moscow("12:00", 3) })).toMatchObject([
      {
        code: "TIME_SLOT_UNAVAILABLE",
        message: { en: "Orders are taken for up to 2 days ahead" },
      },
    ]);
    expect((await create({ wantedAt: moscow("21:59", 2) })).order.number).toBeTruthy();
  });

  it("that repeats one taken within them is the same order", async () => {
    const input = { idempotencyKey: "before closing" };
    const first = await create(input);
    fixture.clock.turnTo(moscow("22:30", 0));
    expect((await create(input)).order.id).toBe(first.order.id);
    expect(await errors({})).toMatchObject([{ code: "BRANCH_CLOSED" }]);
  });
});
