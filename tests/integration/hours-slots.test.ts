import { type UserError } from "../../src/domain/errors/user-error";
import { Weekday, type WeekHours } from "../../src/domain/hours/branch-hours";
import { Fulfilment } from "../../src/domain/ticket/order-ticket";
import { type Refused } from "../../src/errors";
import { type NewOrder } from "../../src/services/checkout/new-order";
import { aNewOrder } from "../support/a-new-order";
import { ADMIN } from "../support/branch-gateway";
import { OrderFixture } from "../support/order-fixture";

const EVERY_DAY: WeekHours[] = Object.values(Weekday).map((day) => {
  return { fulfilment: Fulfilment.DELIVERY, day, opens: "10:00", closes: "22:00" };
});
const DAY_MS = 24 * 3_600_000;
const HOURS = { week: EVERY_DAY, slotMinutes: 30, slotOrders: 2, preorderMaxDays: 3 };

describe("a slot of a branch that limits its orders", () => {
  let fixture: OrderFixture;
  let branchId: string;
  let today: string;

  beforeAll(async () => {
    fixture = await OrderFixture.start();
  });

  beforeEach(async () => {
    today = new Date(fixture.clock.now().getTime() + DAY_MS).toISOString().slice(0, 10);
    fixture.clock.turnTo(moscow("08:00"));
    branchId = await fixture.branch({ hours: HOURS, guestOrders: { mostOpenPerPhone: 0 } });
  });

  afterAll(() => fixture.stop());

  /**
   * A time on the day of the test, or `days` after it: each test has a separate day, because a
   * clock never goes back.
   */
  const moscow = (time: string, days = 0) =>
    new Date(new Date(`${today}T${time}:00+03:00`).getTime() + days * DAY_MS);
  const create = (overrides: Partial<NewOrder>, useCases = fixture.useCases) =>
    useCases.createOrder.execute(aNewOrder(branchId, overrides));
  const errors = async (overrides: Partial<NewOrder>) => {
    const refused = await create(overrides).then(
      () => null,
      (reason: unknown) => reason as Refused<UserError>,
    );
    return refused ? refused.userErrors : [];
  };
  const told = (overrides: Partial<NewOrder>, useCases: typeof fixture.useCases) =>
    create(overrides, useCases).then(
      () => "taken",
      (reason: Error | Refused<UserError>) => {
        const [error] = "userErrors" in reason ? reason.userErrors : [];
        return error ? `${error.code} ${error.slot?.nextSlotAt?.toISOString()}` : String(reason);
      },
    );
  const keyed = (n: number, wantedAt: Date | null) => {
    return { idempotencyKey: `order ${n}`, wantedAt };
  };
  const fill = async (wantedAt: Date, from = 0) => {
    const first = await create(keyed(from + 1, wantedAt));
    await create(keyed(from + 2, wantedAt));
    return first.order;
  };

  it("takes as many orders as it has places, and offers the next free slot to others", async () => {
    await fill(moscow("12:00"));
    await fill(moscow("12:30"), 10);
    expect(await errors(keyed(3, moscow("12:29")))).toMatchObject([
      {
        code: "TIME_SLOT_UNAVAILABLE",
        field: ["input", "wantedAt"],
        slot: { nextSlotAt: moscow("13:00") },
      },
    ]);
    expect((await create(keyed(3, moscow("13:00")))).order.wantedAt).toEqual(moscow("13:00"));
  });

  it("counts pick-ups and deliveries together, but no ASAP orders", async () => {
    fixture.clock.turnTo(moscow("11:59"));
    const pickup = { fulfilment: Fulfilment.PICKUP, address: null };
    await create({ ...keyed(1, moscow("12:10")), ...pickup });
    await create(keyed(2, moscow("12:20")));
    expect(await errors({ ...keyed(3, moscow("12:00")), ...pickup })).toHaveLength(1);
    expect((await create(keyed(4, null))).order.wantedAt).toBeNull();
  });

  it("returns the same order to a guest who repeats it, whether it is full or not", async () => {
    const first = await fill(moscow("12:00"));
    expect((await create(keyed(1, moscow("12:00")))).order.id).toBe(first.id);
  });

  it("regains the place of a cancelled order, and only one", async () => {
    const first = await fill(moscow("12:00"));
    for (const idempotencyKey of ["cancel", "cancel again"])
      await fixture.useCases.cancelOrder
        .execute(ADMIN, { id: first.id, reason: "A wish", idempotencyKey })
        .catch(() => undefined);
    await create(keyed(3, moscow("12:00")));
    expect(await errors(keyed(4, moscow("12:00")))).toHaveLength(1);
  });

  it("takes exactly ten of 200 simultaneous orders at two gateways", async () => {
    await fixture.saveSettings(branchId, { hours: { slotOrders: 10 } });
    const others = await fixture.anotherGateway();
    const answers = await Promise.all(
      Array.from({ length: 200 }, (_, n) =>
        told(keyed(n, moscow("12:00")), n % 2 === 0 ? fixture.useCases : others),
      ),
    );
    const counts = [...new Set(answers)]
      .sort()
      .map((answer) => [answer, answers.filter((each) => each === answer).length]);
    expect(counts).toEqual([
      [`TIME_SLOT_UNAVAILABLE ${moscow("12:30").toISOString()}`, 190],
      ["taken", 10],
    ]);
    const [{ orders }] = await fixture.db.query<[{ orders: string }]>(
      "select count(*) as orders from orders where branch_id = $1",
      [branchId],
    );
    expect(Number(orders)).toBe(10);
  }, 120_000);

  it("has no limit while none is set", async () => {
    await fixture.saveSettings(branchId, { hours: { slotOrders: null } });
    for (let n = 0; n < 4; n += 1) await create(keyed(n, moscow("12:00")));
  });

  it("counts orders that were placed before slots were made longer", async () => {
    await fill(moscow("12:30"));
    await fixture.saveSettings(branchId, { hours: { slotMinutes: 60 } });
    expect(await errors(keyed(3, moscow("12:00")))).toMatchObject([
      { slot: { nextSlotAt: moscow("13:00") } },
    ]);
  });

  it("is listed as free until it is full or too near, with its orders for the branch's staff", async () => {
    fixture.clock.turnTo(moscow("20:15"));
    await fill(moscow("21:00"));
    const list = (viewer: Parameters<typeof fixture.useCases.findTimeSlots.execute>[0]) =>
      fixture.useCases.findTimeSlots.execute(viewer, branchId, today, Fulfilment.DELIVERY);
    expect(await list({ kind: "anonymous" })).toEqual([
      { from: moscow("20:30"), to: moscow("21:00"), isFree: true, orders: null },
      { from: moscow("21:00"), to: moscow("21:30"), isFree: false, orders: null },
      { from: moscow("21:30"), to: moscow("22:00"), isFree: true, orders: null },
    ]);
    expect((await list(ADMIN)).map(({ orders }) => orders)).toEqual([0, 2, 0]);
  });

  describe("for ASAP orders that are taken while the branch is closed", () => {
    beforeEach(async () => {
      await fixture.saveSettings(branchId, { hours: { asapWhenClosed: true } });
      fixture.clock.turnTo(moscow("23:00"));
    });

    it("is the first free one after the opening", async () => {
      const opens = moscow("10:00", 1);
      expect((await create(keyed(1, null))).order.wantedAt).toEqual(opens);
      await create(keyed(2, opens));
      expect((await create(keyed(3, null))).order.wantedAt).toEqual(moscow("10:30", 1));
      expect((await create(keyed(1, null))).order.wantedAt).toEqual(opens);
    });

    it("does not exist if the opening day is too far ahead", async () => {
      await fixture.saveSettings(branchId, { hours: { preorderMaxDays: 0 } });
      expect(await errors(keyed(1, null))).toMatchObject([{ code: "BRANCH_CLOSED" }]);
    });
  });
});
