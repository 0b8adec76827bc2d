import { Client } from "pg";

import { createTestDatabase } from "../support/test-database";

async function query<Row extends object>(url: string, text: string): Promise<Row[]> {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query<Row>(text)).rows;
  } finally {
    await client.end();
  }
}

describe("a test database", () => {
  it("shows nothing of what another one holds", async () => {
    const [first, second] = await Promise.all([createTestDatabase(), createTestDatabase()]);
    await query(first.url, "create table guests (name text)");

    const inFirst = await query(first.url, "select to_regclass('guests')::text as found");
    const inSecond = await query(second.url, "select to_regclass('guests')::text as found");

    expect(inFirst).toEqual([{ found: "guests" }]);
    expect(inSecond).toEqual([{ found: null }]);
    await Promise.all([first.drop(), second.drop()]);
  });

  it("has all migrations applied", async () => {
    const database = await createTestDatabase();

    const tables = await query(database.url, "select to_regclass('migrations')::text as found");

    expect(tables).toEqual([{ found: "migrations" }]);
    await database.drop();
  });

  it("is gone after drop, which may be repeated", async () => {
    const database = await createTestDatabase();
    await database.drop();
    await database.drop();

    await expect(query(database.url, "select 1")).rejects.toMatchObject({ code: "3D000" });
  });
});
