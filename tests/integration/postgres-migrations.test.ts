import { Client } from "pg";

import { openDatabase } from "../../src/database";
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

  it("does not wait for ever for a process that migrates", async () => {
    await other.query("select pg_advisory_lock(4700)");
    await expect(openDatabase(database.url, 0)).rejects.toThrow("Another process has been migrating");
  });

  it("waits for a table that others hold, briefly and again", async () => {
    await other.query("delete from migrations where name like 'HoldPoints%'");
    await other.query("alter table bonus_reservations drop pos_customer_id, drop balance_before, drop shown_at");
    await other.query("alter table branch_settings drop hold_bonuses");
    await other.query("begin");
    await other.query("lock table branch_settings");
    await expect(openDatabase(database.url, 0)).rejects.toThrow("lock timeout");
    const opening = openDatabase(database.url);
    await other.query("select pg_sleep(2.5)");
    await other.query("rollback");
    await (await opening).destroy();
  });
});
