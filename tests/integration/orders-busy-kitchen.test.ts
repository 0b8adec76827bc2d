import { type UserError } from "../../src/domain/errors/user-error";
import { Fulfilment } from "../../src/domain/ticket/order-ticket";
import { Branch } from "../../src/entities/branches/branch";
import { type Refused } from "../../src/errors";
import { type NewOrder } from "../../src/services/checkout/new-order";
import { aNewOrder } from "../support/a-new-order";
import { OrderFixture } from "../support/order-fixture";

const MINUTE_MS = 60_000;

describe("an order while its kitchen is busy", () => {
  let fixture: OrderFixture;
  let branchId: string;

  beforeAll(async () => {
    fixture = await OrderFixture.start();
  });
  afterAll(() => fixture.stop());

  beforeEach(async () => {
    // Noon by the branch's clock, so that its day has slots left.
    fixture.clock.turnTo(new Date(`${fixture.clock.dayIn(1)}T09:00:00Z`));
    branchId = await fixture.branch({
      guestOrders: { mostOpenPerPhone: 0 },
      hours: { usualMinutes: 40, queueOrders: 2, queueMinutes: 15, preorderMinMinutes: 10 },
    });
  });

  const later = (minutes: number) => new Date(fixture.clock.now().getTime() + minutes * MINUTE_MS);
  const create = async (idempotencyKey: string, overrides: Partial<NewOrder> = {}) =>
    (
      await fixture.useCases.createOrder.execute(
        aNewOrder(branchId, { idempotencyKey, ...overrides }),
      )
    ).order;
  const busyFor = (minutes: number) =>
    fixture.db.manager.update(
      Branch,
      { id: branchId },
      { busyMinutes: minutes, busyUntil: later(60) },
    );

  it("is promised for the branch's usual time, which the till promises on its own", async () => {
    const order = await create("one");
    expect([order.promisedAt, order.delayedTo]).toEqual([later(40), null]);
    await fixture.pass();
    expect(fixture.pos.submitted.at(-1)?.wantedAt).toBeNull();
  });

  it("is promised later because of what the staff said, and the till is sent that time", async () => {
    await busyFor(30);
    const order = await create("one");
    const promised = later(70);
    expect([order.wantedAt, order.promisedAt, order.delayedTo]).toEqual([null, promised, promised]);
    await fixture.pass();
    expect(fixture.pos.submitted.at(-1)?.wantedAt).toEqual(promised);
  });

  it("is promised later because of the orders before it, until they are made", async () => {
    const first = await create("one");
    await create("two");
    expect((await create("three")).promisedAt).toEqual(later(55));
    await fixture.db.query("update orders set status = 'READY' where id = $1", [first.id]);
    await fixture.db.query("update orders set status = 'CANCELLED' where idempotency_key = 'two'");
    expect((await create("four")).promisedAt).toEqual(later(40));
  });

  it("for a later time is refused if that is too soon, but not in the first slot offered", async () => {
    await busyFor(30);
    const refused = await create("one", { wantedAt: later(39) }).catch(
      (reason: unknown) => reason as Refused<UserError>,
    );
    expect(refused).toMatchObject({
      userErrors: [
        {
          code: "TIME_SLOT_UNAVAILABLE",
          message: { en: "An order for a time has to be placed 40 minutes ahead" },
        },
      ],
    });
    const wantedAt = later(40);
    expect((await create("two", { wantedAt })).wantedAt).toEqual(wantedAt);
    const day = later(40).toISOString().slice(0, 10);
    const slots = await fixture.useCases.findTimeSlots.execute(
      { kind: "anonymous" },
      branchId,
      day,
      Fulfilment.DELIVERY,
    );
    expect(slots[0]?.from).toEqual(later(60));
  });
});
