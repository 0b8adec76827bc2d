import { type DataSource } from "typeorm";

import { createDataSource } from "../../ormconfig";
import { columnsIn, PERSONAL_DATA } from "../../src/entities/personal-data";
import { createTestDatabase, type TestDatabase } from "../support/test-database";

const CATALOGUE = `
  select table_name as "table", column_name as "column", is_nullable = 'YES' as nullable
  from information_schema.columns join information_schema.tables using (table_schema, table_name)
  where table_schema = 'public' and table_type = 'BASE TABLE'`;

let database: TestDatabase;
let db: DataSource;
let columns: string[];

beforeAll(async () => {
  database = await createTestDatabase();
  db = await createDataSource(database.url).initialize();
  const rows = await db.query<{ table: string; column: string }[]>(CATALOGUE);
  columns = rows.map(({ table, column }) => `${table}.${column}`).sort();
});

afterAll(async () => {
  await db.destroy();
  await database.drop();
});

function listed(): string[] {
  return Object.entries(PERSONAL_DATA).flatMap(
    ([table, { plain, staff, guest = {}, quoting = {}, phone }]) => {
      const names = [
        ...columnsIn(plain),
        ...columnsIn(staff),
        ...Object.keys(guest),
        ...Object.keys(quoting),
      ];
      return [...names, ...(phone ? [phone] : [])].map((name) => `${table}.${name}`);
    },
  );
}

describe("The list of personal data", () => {
  it("lists every column of every database table exactly once", () => {
    expect(listed().sort()).toEqual(columns);
  });

  it("finds each guest's rows by their order, their phone, or the words in them", () => {
    const lost = Object.entries(PERSONAL_DATA).filter(
      ([, { guest, order }]) => guest && order === undefined,
    );
    expect(lost.map(([table]) => table)).toEqual([]);
    expect(columns).toEqual(
      expect.arrayContaining(
        Object.entries(PERSONAL_DATA).flatMap(([table, { order }]) =>
          order ? [`${table}.${order}`] : [],
        ),
      ),
    );
  });

  it("covers every table that refers to an order", async () => {
    const references = await db.query<{ table: string }[]>(`
      select conrelid::regclass::text as "table" from pg_constraint where contype = 'f' and confrelid = 'orders'::regclass`);
    const unlisted = references
      .map(({ table }) => table)
      .filter((table) => !(table in PERSONAL_DATA));
    expect(unlisted).toEqual([]);
  });
});
