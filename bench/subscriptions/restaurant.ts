import { randomUUID } from "node:crypto";

import { type DataSource } from "typeorm";

import { PostgresEventFeed } from "../../src/adapters/postgres/postgres-event-feed";
import { Scope, type Viewer } from "../../src/domain/access/viewer";
import { Keyring } from "../../src/security/keyring";
import { CreateBranch } from "../../src/services/branches/create-branch";
import { SaveBranchSettings } from "../../src/services/branches/settings/save-branch-settings";
import { trackingTokenOf } from "../../src/services/orders/read/tracking-token";
import { WEBHOOK_TOKEN_PURPOSE } from "../../src/services/pos/webhook-tokens";
import { cursorOf } from "../../src/subscriptions/event-cursor";
import { KNOWN_VENDORS } from "../../tests/support/known-vendors";

export const ENCRYPTION_KEY = "an-encryption-key-only-for-benches-0001";
export const ADMIN_API_KEY = "an-admin-key-only-for-benches-000000001";
const ADMIN: Viewer = {
  kind: "key",
  keyId: "bench",
  label: "bench",
  scope: Scope.ADMIN,
  branchIds: null,
};

/** A branch with orders that its till has. */
export class Restaurant {
  readonly organizationId = randomUUID();
  private readonly secrets = new Keyring([ENCRYPTION_KEY]);

  private constructor(
    private readonly db: DataSource,
    readonly branchId: string,
  ) {}

  static async open(db: DataSource): Promise<Restaurant> {
    const place = { name: "Кафе на Лесной", timeZone: "Europe/Moscow", currencyCode: "RUB" };
    const { id, version } = await new CreateBranch(db).execute(place);
    const restaurant = new Restaurant(db, id);
    // It only announces, which needs no connection of its own.
    const feed = new PostgresEventFeed("", () => undefined);
    const save = new SaveBranchSettings(db, restaurant.secrets, KNOWN_VENDORS, feed);
    const { organizationId } = restaurant;
    await save.execute(ADMIN, id, version, {
      pos: "IIKO",
      apiLogin: "invented",
      organizationId,
    });
    return restaurant;
  }

  get webHookToken(): string {
    return this.secrets.mac(WEBHOOK_TOKEN_PURPOSE, this.organizationId);
  }

  /**
   * Creates orders as they are right after the till has accepted them; returns their ids, which are
   * also the till's.
   */
  async takeOrders(count: number): Promise<string[]> {
    const rows = await this.db.query<{ id: string }[]>(
      `insert into orders (id, number, branch_id, idempotency_key, input_hash, version, fulfilment, customer_name,
         customer_phone, payment_method, currency_code, subtotal, total, status_changed_at, injection_state,
         pos_order_id, created_at)
       select id, nextval('order_numbers')::text, $1, id::text, '', 1, 'PICKUP', 'Тест', '+79990000009', 'CASH', 'RUB',
         50000, 50000, now(), 'IN_POS', id, now()
       from (select gen_random_uuid() id from generate_series(1, $2::int)) made returning id`,
      [this.branchId, count],
    );
    const ids = rows.map(({ id }) => id);
    await this.db.query(
      "insert into pos_orders (pos_order_id, order_id, generation) select id, id, 1 from unnest($1::uuid[]) id",
      [ids],
    );
    await this.db.query(
      `insert into order_events (id, order_id, branch_id, sequence, at, source, summary, detail)
       select gen_random_uuid(), id, $2, 1, now(), 'GATEWAY', '{"ru": "Новый", "en": "New"}',
         '{"kind": "STATUS", "from": null, "to": "NEW", "rawPosStatus": null, "observedBy": "WEBHOOK",
           "lateBySeconds": null}'
       from unnest($1::uuid[]) id`,
      [ids, this.branchId],
    );
    return ids;
  }

  /**
   * Cursor of the newest event: a client that follows from here misses nothing that comes later.
   */
  async cursor(): Promise<string> {
    const [newest] = await this.db.query<Parameters<typeof cursorOf>[0][]>(
      "select sequence, position, id from order_events where branch_id = $1 order by position desc limit 1",
      [this.branchId],
    );
    if (!newest) throw new Error("Nothing has happened in the branch");
    return cursorOf(newest);
  }

  trackingToken(orderId: string): string {
    return trackingTokenOf(this.secrets, orderId);
  }

  /**
   * Creates events of one order of the branch, written and announced in one transaction as a use
   * case would do.
   */
  async happen(orderId: string, count: number): Promise<void> {
    await this.db.query(
      `with told as (
         update orders set version = version + $2::int where id = $1 returning id, branch_id, version - $2::int as before
       ), written as (
         insert into order_events (id, order_id, branch_id, sequence, at, source, summary, detail)
         select gen_random_uuid(), id, branch_id, before + n, now(), 'IIKO', '{"ru": "Готовится", "en": "Being cooked"}',
           '{"kind": "STATUS", "from": "ACCEPTED", "to": "COOKING", "rawPosStatus": "CookingStarted",
             "observedBy": "WEBHOOK", "lateBySeconds": null}'
         from told, generate_series(1, $2::int) n returning branch_id
       )
       select pg_notify('gateway_events', 'branch:' || branch_id) from (select distinct branch_id from written) each`,
      [orderId, count],
    );
  }
}
