import { randomUUID } from "node:crypto";

import { OrderStatus } from "../../src/domain/orders/order-status";
import { PosRejected, RefusalKind, Refused } from "../../src/errors";
import { aNewOrder } from "../support/a-new-order";
import { ADMIN } from "../support/branch-gateway";
import { MARKED_ORDER, MARKED_PHONE, MARKS, QUOTED } from "../support/guest-marks";
import { OrderFixture } from "../support/order-fixture";
import { dumpOf, searchDatabase } from "../support/search-database";

let fixture: OrderFixture;
let branchId: string;

beforeAll(async () => {
  fixture = await OrderFixture.start();
  branchId = await fixture.branch();
});

afterAll(() => fixture.stop());

/** Each test begins without the guest. */
afterEach(async () => {
  await fixture.db.query("delete from orders");
  await fixture.db.query("delete from settings_changes");
});

async function place(overrides: object = {}): Promise<string> {
  const { order } = await fixture.useCases.createOrder.execute(
    aNewOrder(branchId, { ...MARKED_ORDER, ...overrides }),
  );
  await fixture.pass();
  return order.id;
}

/**
 * The order was refused with the guest's own words, handed over to the staff, and is done with now.
 */
async function troubled(overrides: object = {}): Promise<string> {
  fixture.pos.nextSubmissions.push(
    new PosRejected(QUOTED, { posCode: "X", kind: RefusalKind.FINAL }),
  );
  const id = await place({
    idempotencyKey: `order of +79045550188, ${randomUUID()}`,
    ...overrides,
  });
  await fixture.useCases.markEnteredByHand.execute(ADMIN, id, "17", `Позвонили: ${QUOTED}`);
  await fixture.pass(60);
  return id;
}

async function close(...ids: string[]): Promise<void> {
  await fixture.db.query(
    "update orders set status = 'CLOSED', cancel_reason = $2 where id = any ($1)",
    [ids, QUOTED],
  );
}

/** Everything else that may quote a guest. */
async function quoteElsewhere(): Promise<void> {
  const body = JSON.stringify([
    { eventType: "DeliveryOrderUpdate", eventInfo: { errorInfo: { message: QUOTED } } },
  ]);
  await fixture.db.query(
    "insert into waiting_webhooks (organization_id_in_pos, body, needs_look) values ($1, $2, true)",
    [randomUUID(), body],
  );
  await fixture.db.query(
    "insert into jobs (task, lane, priority, payload, last_error, dead) values ('record-webhook', 'rest', 10, $1, $2, true)",
    [JSON.stringify({ organizationId: randomUUID(), body: { phone: MARKED_PHONE } }), QUOTED],
  );
  await fixture.db.query(
    `insert into quotes (id, branch_id, phone, basket_hash, menu_revision, price, delivery_fee, expires_at)
     values ($1, $2, $3, '', 1, 1, 0, now() + interval '1 day')`,
    [randomUUID(), branchId, MARKED_PHONE],
  );
}

function erase(phone = MARKED_PHONE) {
  return fixture.useCases.eraseCustomer.execute(ADMIN, phone);
}

async function refusalOf(
  work: Promise<unknown>,
): Promise<{ code: string; message: { en: string } }[]> {
  const error: unknown = await work.catch((thrown: unknown) => thrown);
  return error instanceof Refused
    ? (error.userErrors as { code: string; message: { en: string } }[])
    : [];
}

describe("A guest who asks to be forgotten", () => {
  it("can no longer be found in any column of any table", async () => {
    const ids = [await place(), await troubled()];
    await quoteElsewhere();
    await close(...ids);
    const before = (await searchDatabase(fixture.db, MARKS)).map((place) => place.split(": ")[1]);
    expect(new Set(before)).toEqual(new Set(MARKS));
    const hashes = await fixture.db.query<{ input_hash: string }[]>(
      "select input_hash from orders",
    );
    expect(await erase("8 904 555-01-88")).toEqual({ erasedOrders: 2 });
    const gone = [...MARKS, ...hashes.map(({ input_hash }) => input_hash)];
    expect(await searchDatabase(fixture.db, gone)).toEqual([]);
    const dump = await dumpOf(fixture.db);
    expect(gone.filter((mark) => dump.includes(mark))).toEqual([]);
    expect(dump).toContain("Борщ");
  });

  it("leaves orders whose history and sums are still readable", async () => {
    const id = await troubled();
    const states = await fixture.states(id);
    const { total } = await fixture.order(id);
    await close(id);
    await erase();
    expect(await fixture.states(id)).toEqual(states);
    const order = await fixture.order(id);
    expect(order).toMatchObject({
      total,
      customerName: "",
      customerPhone: "",
      comment: null,
      status: "CLOSED",
    });
    expect(order.address).toMatchObject({ street: "", house: "", city: null });
    expect(order.lastFault).toMatchObject({ code: "X", message: "" });
    expect(order.erasedAt).toEqual(fixture.clock.now());
  });

  it("leaves the data of other guests in the database untouched", async () => {
    const other = await place({
      customer: { name: "Сосед", phone: "+79045550199", joinsLoyalty: false },
    });
    await erase();
    expect(await fixture.order(other)).toMatchObject({
      customerName: "Сосед",
      comment: MARKED_ORDER.comment,
    });
  });

  it("may ask again: nothing is left to erase, and nothing is recorded twice", async () => {
    const id = await troubled();
    await close(id);
    await erase();
    const noted = await fixture.db.query<object[]>(
      "select * from settings_changes where field = 'customer'",
    );
    expect(await erase()).toEqual({ erasedOrders: 0 });
    expect(
      await fixture.db.query("select * from settings_changes where field = 'customer'"),
    ).toHaveLength(noted.length);
  });

  it("is recorded with the branch: by whom and for how many orders, but without the phone", async () => {
    const id = await troubled();
    await close(id);
    await erase();
    const [last] = await fixture.db.query<object[]>(
      "select actor, field, before, after from settings_changes where branch_id = $1 order by id desc limit 1",
      [branchId],
    );
    expect(last).toEqual({
      actor: expect.any(String) as string,
      field: "customer",
      before: "1",
      after: null,
    });
  });

  it("is told when the phone is invalid", async () => {
    expect(await refusalOf(erase("nobody"))).toMatchObject([
      { code: "PHONE_INVALID", field: ["phone"] },
    ]);
  });
});

describe("What iiko says about an order whose guest has been forgotten", () => {
  it("brings nothing back: no courier, no reason, no link", async () => {
    const id = await place();
    await close(id);
    await erase();
    const { posOrderId } = await fixture.order(id);
    const [known] = [...fixture.pos.orders.values()].filter(
      (order) => order.posOrderId === posOrderId,
    );
    const news = {
      status: OrderStatus.CANCELLED,
      rawStatus: "Cancelled",
      timestamp: fixture.clock.now().getTime(),
    };
    const courier = { name: "Курьер Тайная", phone: MARKED_PHONE };
    const update = {
      ...known,
      ...news,
      courier,
      cancelReason: QUOTED,
      trackingUrl: "https://track.example/1",
    };
    const how = { observedBy: "READ_THROUGH", confirmed: true };
    await fixture.useCases.recordPosUpdate.execute(
      update as unknown as Parameters<typeof fixture.useCases.recordPosUpdate.execute>[0],
      how as unknown as Parameters<typeof fixture.useCases.recordPosUpdate.execute>[1],
    );
    expect(await fixture.order(id)).toMatchObject({
      status: "CANCELLED",
      courier: null,
      cancelReason: null,
      trackingUrl: null,
    });
  });
});
