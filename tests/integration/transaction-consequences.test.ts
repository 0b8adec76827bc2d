import { type DataSource } from "typeorm";

import { Branch } from "../../src/entities/branches/branch";
import { openDatabase } from "../../src/gateway/open-database";
import { PostgresJobQueue } from "../../src/jobs/postgres-job-queue";
import { type Transaction, Transactions } from "../../src/postgres/transaction";
import { InMemoryEventFeed } from "../support/in-memory-event-feed";
import { createTestDatabase, type TestDatabase } from "../support/test-database";

const KEY = "tell:1";
const TELLING = {
  task: "tell-people",
  payload: { deliveryId: "1" },
  options: { key: KEY },
} as const;

describe("what belongs to a transaction", () => {
  let database: TestDatabase;
  let db: DataSource;
  let feed: InMemoryEventFeed;
  let transactions: Transactions;

  beforeAll(async () => {
    database = await createTestDatabase();
    db = await openDatabase(database.url);
    await db.query("create table notes (id int generated always as identity, text text)");
  });

  beforeEach(() => {
    feed = new InMemoryEventFeed();
    transactions = new Transactions(db, new PostgresJobQueue(), feed);
  });

  afterEach(async () => {
    await db.query("truncate notes, jobs");
  });

  afterAll(async () => {
    await db.destroy();
    await database.drop();
  });

  const counts = async () => {
    const count =
      "select (select count(*)::int from notes) as notes, (select count(*)::int from jobs) as jobs";
    return (await db.query<object[]>(count))[0];
  };

  async function consequences(tx: Transaction): Promise<void> {
    await tx.write("insert into notes (text) values ('one'), ('two')");
    await tx.enqueue(TELLING, { task: "send-order", payload: { orderId: "1" } });
    await tx.announce("order:1", "branch:1");
  }

  it("takes effect with its commit, and is announced then", async () => {
    await transactions.run(async (tx) => {
      await consequences(tx);
      expect(feed.announced).toEqual([]);
      expect(await counts()).toEqual({ notes: 0, jobs: 0 });
    });
    expect(await counts()).toEqual({ notes: 2, jobs: 2 });
    expect(feed.announced).toEqual(["order:1", "branch:1"]);
  });

  it("has no effect when the transaction is aborted", async () => {
    const broken = transactions.run(async (tx) => {
      await consequences(tx);
      throw new Error("broken");
    });
    await expect(broken).rejects.toThrow("broken");
    expect(await counts()).toEqual({ notes: 0, jobs: 0 });
    expect(feed.announced).toEqual([]);
  });

  it("includes reading the rows that any statement returns, and counting those it changed", async () => {
    await transactions.run(async (tx) => {
      expect(await tx.write("insert into notes (text) values ($1), ($2)", ["one", "two"])).toBe(2);
      expect(
        await tx.rows("update notes set text = upper(text) where text = $1 returning text", [
          "one",
        ]),
      ).toEqual([{ text: "ONE" }]);
      expect(
        await tx.rows(
          "with gone as (delete from notes returning text) select text from gone order by 1",
        ),
      ).toEqual([{ text: "ONE" }, { text: "two" }]);
      expect(await tx.write("delete from notes")).toBe(0);
      expect(await tx.rows("select from notes")).toEqual([]);
    });
  });

  it("is visible to entities of the same transaction, and can withdraw jobs", async () => {
    await transactions.run((tx) => tx.enqueue(TELLING));
    await transactions.run(async (tx) => {
      await tx.write(
        "insert into branches (id, name, time_zone, currency_code) values (gen_random_uuid(), 'Кафе', 'Europe/Moscow', 'RUB')",
      );
      expect(await tx.countBy(Branch, { name: "Кафе" })).toBe(1);
      expect(await db.manager.countBy(Branch, { name: "Кафе" })).toBe(0);
      await tx.withdraw([KEY]);
    });
    expect(await counts()).toEqual({ notes: 0, jobs: 0 });
  });
});
