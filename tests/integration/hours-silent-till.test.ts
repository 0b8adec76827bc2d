import { type UserError } from "../../src/domain/errors/user-error";
import { Weekday } from "../../src/domain/hours/branch-hours";
import { Fulfilment } from "../../src/domain/ticket/order-ticket";
import { PosUnavailable, type Refused } from "../../src/errors";
import { SetOrderAcceptance } from "../../src/services/branches/set-order-acceptance";
import { type NewOrder } from "../../src/services/checkout/new-order";
import { aNewOrder } from "../support/a-new-order";
import { ADMIN } from "../support/branch-gateway";
import { OrderFixture } from "../support/order-fixture";

const TILL = "5f0e0d0a-0000-4000-8000-0000000000aa";
const LOOK_SECONDS = 20;

describe("a branch whose till does not answer", () => {
  let fixture: OrderFixture;
  let branchId: string;
  let orders = 0;

  beforeAll(async () => {
    fixture = await OrderFixture.start();
  });

  beforeEach(async () => {
    fixture.pos.failure = undefined;
    branchId = await fixture.branch({
      terminalGroupId: TILL,
      guestOrders: { mostOpenPerPhone: 0 },
    });
    fixture.email.delivered.length = 0;
    await look(true);
  });

  afterAll(() => fixture.stop());

  afterEach(() => fixture.db.query("update branch_settings set terminal_group_id_in_pos = null"));

  async function look(isAlive: boolean, times = 1): Promise<void> {
    const group = {
      posId: TILL,
      organizationId: "",
      name: "Касса",
      visible: true,
      utcOffsetMinutes: null,
    };
    fixture.pos.knownTerminalGroups = isAlive ? [group] : [];
    for (let count = 0; count < times; count += 1) {
      fixture.clock.turnTo(new Date(fixture.clock.now().getTime() + LOOK_SECONDS * 1_000));
      await fixture.useCases.watchTills.execute();
    }
  }

  const order = (overrides: Partial<NewOrder> = {}) =>
    fixture.useCases.createOrder
      .execute(aNewOrder(branchId, { idempotencyKey: `order ${++orders}`, ...overrides }))
      .then(
        () => "taken",
        (reason: Refused<UserError>) => reason.userErrors.map(({ code }) => code).join(),
      );

  it("stops taking ASAP orders within 60 s, and resumes within 60 s of two answers", async () => {
    await look(false);
    expect(await order()).toBe("taken");
    await look(false);
    expect(await order()).toBe("BRANCH_NOT_ACCEPTING");
    await look(true);
    expect(await order()).toBe("BRANCH_NOT_ACCEPTING");
    await look(true);
    expect(await order()).toBe("taken");
  });

  it("still takes orders for a later time", async () => {
    await look(false, 2);
    const wantedAt = new Date(fixture.clock.now().getTime() + 3 * 3_600_000);
    expect(await order({ wantedAt })).toBe("taken");
  });

  it("notifies its staff once per pause", async () => {
    await look(false, 5);
    expect(fixture.email.delivered.map(({ message }) => message.subject)).toEqual([
      "Касса не отвечает: Кафе на Лесной",
    ]);
    await look(true, 2);
    await look(false, 2);
    expect(fixture.email.delivered).toHaveLength(2);
  });

  it("stays as it was while the POS itself is silent", async () => {
    fixture.pos.failure = new PosUnavailable("Silent");
    await look(false, 5);
    expect(await order()).toBe("taken");
  });

  it("is not paused if its setting forbids it, and reopens when pausing is switched off", async () => {
    await look(false, 2);
    await fixture.saveSettings(branchId, { hours: { pauseWhileTillSilent: false } });
    expect(await order()).toBe("taken");
  });

  it("is not probed while it is closed", async () => {
    const days = Object.values(Weekday).flatMap((day) =>
      ([Fulfilment.DELIVERY, Fulfilment.PICKUP] as const).map((fulfilment) => {
        return { fulfilment, day, opens: "03:00", closes: "03:10" };
      }),
    );
    await fixture.saveSettings(branchId, { hours: { week: days } });
    await look(false, 5);
    await fixture.saveSettings(branchId, { hours: { week: null } });
    expect(await order()).toBe("taken");
  });

  it("stays paused by its staff, whatever its till says", async () => {
    await new SetOrderAcceptance(fixture.db, fixture.clock).execute(ADMIN, branchId, {
      delivery: false,
    });
    await look(false, 2);
    await look(true, 3);
    expect(await order()).toBe("BRANCH_NOT_ACCEPTING");
  });

  it("stays as it was when orders get no answer although the till is alive", async () => {
    for (let count = 0; count < 3; count += 1) expect(await order()).toBe("taken");
    await fixture.db.query(
      `insert into injection_attempts (order_id, number, generation, started_at, finished_at, outcome)
       select id, 1, 1, $2::timestamptz, $2::timestamptz, 'TIMED_OUT' from orders where branch_id = $1`,
      [branchId, fixture.clock.now()],
    );
    await look(true);
    expect(await order()).toBe("taken");
  });
});
