import { Client } from "pg";

import { openDatabase } from "../../src/gateway/open-database";
import { eventually } from "../support/eventually";
import { createTestDatabase, type TestDatabase } from "../support/test-database";

describe("opening the database", () => {
  let database: TestDatabase;
  let other: Client;

  beforeEach(async () => {
    database = await createTestDatabase();
    other = new Client({ connectionString: database.url });
    await other.connect();
  });

  afterEach(async () => {
    await other.end();
    await database.drop();
  });

  it("does not wait forever for a process that migrates", async () => {
    await other.query("select pg_advisory_lock(4700)");
    await expect(openDatabase(database.url, 0)).rejects.toThrow(
      "Another process has been migrating",
    );
  });

  /**
   * A migration that first changes branch_settings and then bonus_reservations is pending, while
   * another session holds one of the two tables.
   */
  async function holdWhatMigrates(table: string): Promise<void> {
    await other.query("delete from migrations where name like 'HoldPoints%'");
    await other.query(
      "alter table bonus_reservations drop pos_customer_id cascade, drop balance_before, drop shown_at",
    );
    await other.query("alter table branch_settings drop hold_bonuses");
    await other.query("begin");
    await other.query(`lock table ${table}`);
  }

  it("waits briefly, and repeatedly, for a table that others hold", async () => {
    await holdWhatMigrates("branch_settings");
    await expect(openDatabase(database.url, 0)).rejects.toThrow("lock timeout");
    const opening = openDatabase(database.url);
    await other.query("select pg_sleep(2.5)");
    await other.query("rollback");
    await (await opening).destroy();
  });

  it("restarts a migration that others waited for while it waited for them", async () => {
    // The migration detects the deadlock first, and is the one that PostgreSQL ends.
    await other.query("set deadlock_timeout = '1h'");
    await holdWhatMigrates("bonus_reservations");
    const opening = openDatabase(database.url);
    const waits =
      "select 1 from pg_locks where not granted and relation = 'bonus_reservations'::regclass";
    await eventually(async () => (await other.query(waits)).rows.length > 0);
    await other.query("lock table branch_settings");
    await other.query("rollback");
    await (await opening).destroy();
  });
});
