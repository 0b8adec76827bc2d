import { randomUUID } from "node:crypto";

import { Scope } from "../../src/domain/access/viewer";
import { formerInputHashOf } from "../../src/services/checkout/input-hash";
import { type NewOrder } from "../../src/services/checkout/new-order";
import { FindCustomer } from "../../src/services/loyalty/find-customer";
import { OpenWallets } from "../../src/services/loyalty/open-wallets";
import { reservedPoints } from "../../src/services/loyalty/reserved-points";
import { EraseCustomer } from "../../src/services/privacy/erase-customer";
import { ExportCustomer } from "../../src/services/privacy/export-customer";
import { readPromotionUses } from "../../src/services/promotions/read-promotion-uses";
import { aNewOrder } from "../support/a-new-order";
import { aPromotion } from "../support/a-promotion";
import { OrderFixture } from "../support/order-fixture";

const ADMIN = {
  kind: "key",
  keyId: "a",
  label: "Ada",
  scope: Scope.ADMIN,
  branchIds: null,
} as const;
const FROM_A_SITE = { source: "here", challenge: null };
/** What `+7 8 900 …` was stored as, and the correct number. */
const [FORMER, PHONE] = ["+789001234567", "+79001234567"];

const guest = (phone: string): Pick<NewOrder, "customer"> => ({
  customer: { name: "Анна", phone, joinsLoyalty: false },
});

describe("orders stored while phone numbers were checked only by length", () => {
  let fixture: OrderFixture;

  beforeEach(async () => {
    fixture = await OrderFixture.start();
  });

  afterEach(() => fixture.stop());

  const stored = (id: string, phone: string) =>
    fixture.db.query("update orders set customer_phone = $2 where id = $1", [id, phone]);
  const create = (order: NewOrder) =>
    fixture.useCases.createOrder.execute(order, [], { kind: "anonymous" }, FROM_A_SITE);

  it("count towards the limit of open orders", async () => {
    const branchId = await fixture.branch({ guestOrders: { mostOpenPerPhone: 1 } });
    const { order } = await create(aNewOrder(branchId, guest(PHONE)));
    await stored(order.id, FORMER);
    await expect(create(aNewOrder(branchId, guest("8 900 123-45-67")))).rejects.toMatchObject({
      userErrors: [{ code: "TOO_MANY_OPEN_ORDERS" }],
    });
    await create(aNewOrder(branchId, guest("8 900 123-45-68")));
  });

  it("belong to the guest: they are found, exported and erased", async () => {
    const id = await fixture.taken(guest(PHONE));
    await stored(id, FORMER);
    const customers = new FindCustomer(fixture.db);
    const { branchId } = await fixture.order(id);
    const operator = { ...ADMIN, branchIds: [branchId] };
    expect(await new OpenWallets(fixture.db).includes(PHONE, operator, branchId)).toBe(true);
    expect(await customers.execute(ADMIN, PHONE)).toMatchObject({ name: "Анна", phone: PHONE });
    const exported = await new ExportCustomer(fixture.db).execute(ADMIN, {
      phone: "8 900 123 45 67",
      first: 10,
      after: null,
    });
    expect(exported.totalOrders).toBe(1);
    await fixture.db.query(
      "update orders set status = 'CLOSED', injection_state = 'IN_POS' where id = $1",
      [id],
    );
    await fixture.db.query("delete from jobs");
    const erase = new EraseCustomer({ db: fixture.db, feed: fixture.feed, clock: fixture.clock });
    expect(await erase.execute(ADMIN, "+7 900 123-45-67")).toEqual({ erasedOrders: 1 });
    expect(await fixture.order(id)).toMatchObject({ customerPhone: "", customerName: "" });
  });

  it("can be erased even if the number is invalid; one that nobody has is refused with the reason", async () => {
    const id = await fixture.taken(guest(PHONE));
    await stored(id, "+7900123456");
    const exporting = new ExportCustomer(fixture.db);
    const asked = (phone: string) => exporting.execute(ADMIN, { phone, first: 10, after: null });
    expect((await asked("+7 900 123-45-6")).totalOrders).toBe(1);
    await expect(asked("+7 900 123-45-7")).rejects.toMatchObject({
      userErrors: [{ code: "PHONE_INVALID", field: ["phone"] }],
    });
  });

  it("have used their promotions, and hold their points", async () => {
    const id = await fixture.taken(guest(PHONE));
    await stored(id, FORMER);
    const { branchId } = await fixture.order(id);
    const terms = aPromotion(branchId, { firstOrderOnly: true });
    const uses = await readPromotionUses(fixture.db.manager, terms, {
      code: "X",
      phone: PHONE,
      orderId: null,
    });
    expect(uses.ordersOfCustomer).toBe(1);
    const walletId = randomUUID();
    await fixture.db.query(
      `insert into bonus_reservations (order_id, wallet_id_in_pos, phone, amount, reserved_at, state)
       values ($1, $2, $3, 500, now(), 'HELD')`,
      [id, walletId, FORMER],
    );
    expect(await reservedPoints(fixture.db.manager, walletId, PHONE, new Date())).toBe(500);
  });

  it("are returned for a checkout that is repeated across the upgrade", async () => {
    const branchId = await fixture.branch();
    const asWritten = aNewOrder(branchId, {
      ...guest("+7 8 900 123-45-67"),
      comment: "без\u00a0лука",
    });
    const order = { ...asWritten, comment: "без лука", asWritten };
    const first = await create(order);
    await fixture.db.query("update orders set input_hash = $2, customer_phone = $3 where id = $1", [
      ...[first.order.id, formerInputHashOf(order), FORMER],
    ]);
    const again = await create(order);
    expect(again).toMatchObject({ replayed: true, order: { id: first.order.id } });
    await expect(
      create({ ...order, comment: null, asWritten: { ...asWritten, comment: null } }),
    ).rejects.toMatchObject({
      userErrors: [{ code: "IDEMPOTENCY_KEY_REUSED" }],
    });
  });
});

describe("branches that existed before they had a country", () => {
  it("get the country that their currency and time zone suggest", async () => {
    const fixture = await OrderFixture.start();
    const made = async (currencyCode: string, timeZone: string) => {
      const id = randomUUID();
      await fixture.db.query(
        "insert into branches (id, name, time_zone, currency_code) values ($1, 'B', $2, $3)",
        [...[id, timeZone, currencyCode]],
      );
      return id;
    };
    const ids = [
      await made("BYN", "Europe/Minsk"),
      await made("USD", "Asia/Tbilisi"),
      await made("EUR", "Europe/Rome"),
    ];
    const hasCountry =
      "select 1 from information_schema.columns where table_name = 'branches' and column_name = 'country'";
    while ((await fixture.db.query<object[]>(hasCountry)).length > 0) {
      await fixture.db.undoLastMigration({ transaction: "each" });
    }
    await fixture.db.runMigrations({ transaction: "each" });
    const rows = await fixture.db.query<{ country: string }[]>(
      "select country from branches where id = any ($1) order by array_position($1, id)",
      [ids],
    );
    expect(rows.map(({ country }) => country)).toEqual(["BY", "GE", "RU"]);
    await fixture.stop();
  });
});
