import { randomUUID } from "node:crypto";

import { Client } from "pg";

import { createDataSource } from "../../ormconfig";
import { aNewOrder } from "../support/a-new-order";
import { ADMIN } from "../support/branch-gateway";
import { OrderFixture } from "../support/order-fixture";

const FIRST = "PosIdsAsText1764000000164";
/** More than one batch of the migration. */
const ROWS = 12_000;

describe("a database whose POS ids were UUIDs", () => {
  let fixture: OrderFixture;
  let branchId: string;
  let orderId: string;
  let other: Client;

  beforeAll(async () => {
    fixture = await OrderFixture.start();
    branchId = await fixture.branch();
    const { order } = await fixture.useCases.createOrder.execute(aNewOrder(branchId), [], ADMIN);
    orderId = order.id;
    other = new Client({ connectionString: fixture.database.url });
    await other.connect();
  });

  afterAll(async () => {
    await other.end();
    await fixture.stop();
  });

  async function row<Row extends object>(statement: string, values: unknown[] = []): Promise<Row> {
    const [found] = await fixture.db.query<Row[]>(statement, values);
    if (!found) throw new Error("No such row");
    return found;
  }

  describe("alongside the previous release", () => {
    const OF_BRANCH =
      "select organization_id, organization_id_in_pos from branch_settings where branch_id = $1";
    const OF_ORDER =
      "select id_in_pos, organization_id, organization_id_in_pos from pos_orders where pos_order_id = $1";

    it("stores as text what the previous release writes as UUID", async () => {
      const id = randomUUID();
      const write = "update branch_settings set organization_id = $2 where branch_id = $1";
      await fixture.db.query(write, [branchId, id]);
      expect(await row(OF_BRANCH, [branchId])).toEqual({
        organization_id: id,
        organization_id_in_pos: id,
      });
    });

    it("accepts the rows that the previous release creates", async () => {
      const [posOrderId, organizationId] = [randomUUID(), randomUUID()];
      await fixture.db.query(
        "insert into pos_orders (pos_order_id, order_id, generation, organization_id) values ($1, $2, 9, $3)",
        [posOrderId, orderId, organizationId],
      );
      expect(await row(OF_ORDER, [posOrderId])).toEqual({
        id_in_pos: posOrderId,
        organization_id: organizationId,
        organization_id_in_pos: organizationId,
      });
      const renew = `insert into webhook_tokens as known (organization_id, generation) values ($1, 1)
        on conflict (organization_id) do update set generation = known.generation + 1`;
      await fixture.db.query(renew, [organizationId]);
      await fixture.db.query(renew, [organizationId]);
      expect(
        await row("select organization_id_in_pos, generation from webhook_tokens where true"),
      ).toEqual({ organization_id_in_pos: organizationId, generation: 2 });
      await fixture.db.query(
        "insert into order_polls (key_id, organization_ids, place, polled_at) values ('key', $1, '7', now())",
        [[organizationId]],
      );
      expect(await row("select organization_ids_in_pos as ids from order_polls")).toEqual({
        ids: [organizationId],
      });
    });

    it("keeps both ids of an order equal, whichever release changes one", async () => {
      const both = "select pos_order_id, id_in_pos from orders where id = $1";
      const [former, mine] = [randomUUID(), randomUUID()];
      const { id_in_pos: first } = await row<{ id_in_pos: string }>(both, [orderId]);
      await fixture.db.query("update orders set pos_order_id = $2 where id = $1", [
        orderId,
        former,
      ]);
      expect(await row(both, [orderId])).toEqual({ pos_order_id: former, id_in_pos: former });
      await fixture.db.query("update orders set id_in_pos = $2 where id = $1", [orderId, mine]);
      expect(await row(both, [orderId])).toEqual({ pos_order_id: mine, id_in_pos: mine });
      await fixture.db.query("update orders set id_in_pos = $2 where id = $1", [orderId, first]);
    });

    it("shows the previous release every id that is a UUID, and none that is not", async () => {
      const id = randomUUID();
      const write = "update branch_settings set organization_id_in_pos = $2 where branch_id = $1";
      await fixture.db.query(write, [branchId, id]);
      expect(await row(OF_BRANCH, [branchId])).toMatchObject({ organization_id: id });
      await fixture.db.query(write, [branchId, "r-17/кухня 2"]);
      expect(await row(OF_BRANCH, [branchId])).toEqual({
        organization_id: null,
        organization_id_in_pos: "r-17/кухня 2",
      });
      await fixture.db.query("update order_polls set organization_ids_in_pos = $1", [
        [id, "r-17/кухня 2"],
      ]);
      expect(await row("select organization_ids as ids from order_polls")).toEqual({ ids: null });
    });
  });

  it("is filled batch by batch, whoever is working on a row meanwhile", async () => {
    const organizationId = randomUUID();
    const write = "update branch_settings set organization_id_in_pos = $2 where branch_id = $1";
    await fixture.db.query(write, [branchId, organizationId]);
    await fixture.db.query("delete from order_polls");
    const known = "select 1 from migrations where name = $1";
    while ((await fixture.db.query<object[]>(known, [FIRST])).length > 0)
      await fixture.db.undoLastMigration({ transaction: "each" });
    await fixture.db.query(
      `insert into pos_orders (pos_order_id, order_id, generation, organization_id)
       select gen_random_uuid(), $1, n, $2 from generate_series(10, ${ROWS} + 9) n`,
      [orderId, organizationId],
    );

    await other.query("begin");
    await other.query("update orders set failures = failures + 1 where id = $1", [orderId]);
    const db = await createDataSource(fixture.database.url).initialize();
    const migrating = db.runMigrations();
    await other.query("select pg_sleep(0.5)");
    await other.query("commit");
    await migrating;
    await db.destroy();

    const equal = "bool_and(id_in_pos = pos_order_id::text and id_in_pos is not null) as equal";
    const places = "bool_and(organization_id_in_pos is not distinct from organization_id::text)";
    expect(
      await row(`select ${equal}, ${places} as places, count(*)::int from pos_orders`),
    ).toMatchObject({ equal: true, places: true });
    expect(await row(`select ${equal}, max(failures) as failures from orders`)).toEqual({
      equal: true,
      failures: 1,
    });
    expect(
      await row("select organization_id_in_pos as id from branch_settings where branch_id = $1", [
        branchId,
      ]),
    ).toEqual({ id: organizationId });
  });
});
