import { createHash } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import { basename, join } from "node:path";

import { type DataSource } from "typeorm";

import { createDataSource } from "../../ormconfig";
import { createTestDatabase, type TestDatabase } from "../support/test-database";

const MIGRATIONS = join(__dirname, "..", "..", "migrations");
const FROZEN = "FROZEN.json";

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
  beforeAll(async () => {
    database = await createTestDatabase();
    db = await createDataSource(database.url).initialize();
  });
  afterAll(async () => {
    await db.destroy();
    await database.drop();
  });

  it("are frozen: a change is a new file, and its hash is a new line of FROZEN.json", () => {
    expect(hashes()).toEqual(JSON.parse(readFileSync(join(MIGRATIONS, FROZEN), "utf8")));
  });

  it("all run, in the order of their files", () => {
    const fileOf = (name = "") =>
      name.replace(
        /^([A-Z]\w*?)(\d+)$/,
        (_, words: string, time: string) => `${time}-${kebab(words)}.ts`,
      );
    expect(db.migrations.map(({ name }) => fileOf(name))).toEqual(
      Object.keys(hashes()).map((path) => basename(path)),
    );
  });

  it("build the tables that the entities describe", async () => {
    askOneByOne(db);
    const { upQueries } = await db.driver.createSchemaBuilder().log();
    expect(upQueries.map(({ query }) => query)).toEqual([]);
  });

  it("can be undone, to the last table", async () => {
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
 * TypeORM asks for a table's parts side by side on one connection, which pg warns of and will
 * refuse.
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
