import { createHash } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import { basename, join } from "node:path";

import { type DataSource } from "typeorm";

import { createDataSource } from "../../ormconfig";
import { createTestDatabase, type TestDatabase } from "../support/test-database";

const MIGRATIONS = join(__dirname, "..", "..", "migrations");
const FROZEN = "FROZEN.json";

/** Kept for processes of the previous release (docs/upgrade.md): the next release drops them. */
const OF_THE_RELEASE_BEFORE = [
  {
    table: "branch_settings",
    columns: [
      "organization_id",
      "terminal_group_id",
      "price_category_id",
      "bonus_payment_type_id",
      "bonus_wallet_id",
      "delivery_order_type_id",
      "pickup_order_type_id",
      "marketing_source_id",
      "universal_discount_id",
      "delivery_product_id",
    ],
  },
  { table: "orders", columns: ["pos_order_id"] },
  { table: "pos_orders", columns: ["pos_order_id", "organization_id"] },
  { table: "bonus_reservations", columns: ["wallet_id", "pos_customer_id"] },
  { table: "former_connections", columns: ["organization_id"] },
  { table: "lost_organizations", columns: ["organization_id"] },
  { table: "organization_contacts", columns: ["organization_id"] },
  { table: "webhook_tokens", columns: ["organization_id"] },
  { table: "waiting_webhooks", columns: ["organization_id"] },
  { table: "order_polls", columns: ["organization_ids"] },
] as const;

function hashes(): Record<string, string> {
  const files = readdirSync(MIGRATIONS).filter((name) => name !== FROZEN);
  const hashOf = (name: string) =>
    createHash("sha256")
      .update(readFileSync(join(MIGRATIONS, name)))
      .digest("hex");
  return Object.fromEntries(files.sort().map((name) => [name, hashOf(name)]));
}

describe("The migrations", () => {
  let database: TestDatabase;
  let db: DataSource;
  beforeAll(open);
  afterAll(close);

  async function open(): Promise<void> {
    database = await createTestDatabase();
    db = await createDataSource(database.url).initialize();
  }

  async function close(): Promise<void> {
    await db.destroy();
    await database.drop();
  }

  async function renew(): Promise<void> {
    await close();
    await open();
  }

  it("are frozen: a change is a new file, and its hash is a new line of FROZEN.json", () => {
    expect(hashes()).toEqual(JSON.parse(readFileSync(join(MIGRATIONS, FROZEN), "utf8")));
  });

  it("all run, in file order", () => {
    const fileOf = (name = "") =>
      name.replace(
        /^([A-Z]\w*?)(\d+)$/,
        (_, words: string, time: string) => `${time}-${kebab(words)}.ts`,
      );
    expect(db.migrations.map(({ name }) => fileOf(name))).toEqual(
      Object.keys(hashes()).map((path) => basename(path)),
    );
  });

  it("build the tables that the entities describe, once the previous release's columns are dropped", async () => {
    askOneByOne(db);
    for (const { table, columns } of OF_THE_RELEASE_BEFORE) {
      const dropped = columns.map((column) => `drop ${column} cascade`);
      await db.query(`alter table ${table} ${dropped.join()}`);
    }
    const { upQueries } = await db.driver.createSchemaBuilder().log();
    expect(upQueries.map(({ query }) => query)).toEqual([]);
  });

  it("can be undone, down to the last table", async () => {
    await renew();
    for (const _ of db.migrations) await db.undoLastMigration({ transaction: "each" });
    const left = await db.query<{ relname: string }[]>(
      "select relname from pg_class where relnamespace = 'public'::regnamespace and relkind in ('r', 'S')",
    );
    expect(
      left.map(({ relname }) => relname).filter((name) => !name.startsWith("migrations")),
    ).toEqual([]);
  });
});

/**
 * TypeORM queries the parts of a table simultaneously on one connection, which pg warns about and
 * will refuse.
 */
function askOneByOne(db: DataSource): void {
  const createQueryRunner = db.createQueryRunner.bind(db);
  db.createQueryRunner = (mode) => {
    const runner = createQueryRunner(mode);
    const query = runner.query.bind(runner) as (...asked: unknown[]) => Promise<unknown>;
    let asking: Promise<unknown> = Promise.resolve();
    runner.query = (...asked: unknown[]) =>
      (asking = asking.then(() => query(...asked))) as Promise<never>;
    return runner;
  };
}

function kebab(words: string): string {
  return words.replace(/(?<!^)[A-Z]/g, (letter) => `-${letter}`).toLowerCase();
}
