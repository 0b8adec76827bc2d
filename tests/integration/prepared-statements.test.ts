import { type QueryRunner } from "typeorm";

import { createDataSource } from "../../ormconfig";
import { prepared } from "../../src/ports/prepared";
import { createTestDatabase } from "../support/test-database";

describe("a statement that runs for every order", () => {
  let runner: QueryRunner;
  let stop: () => Promise<void>;

  beforeAll(async () => {
    const database = await createTestDatabase();
    const db = await createDataSource(database.url).initialize();
    runner = db.createQueryRunner();
    stop = async () => {
      await runner.release();
      await db.destroy();
      await database.drop();
    };
  });

  afterAll(() => stop());

  afterEach(() => runner.query("deallocate all"));

  async function kept(): Promise<string[]> {
    const rows = await runner.manager.query<{ statement: string }[]>(
      "select statement from pg_prepared_statements",
    );
    return rows.map(({ statement }) => statement);
  }

  it("is prepared once, and no other statement is prepared", async () => {
    const sql = "select $1::int * 2 as doubled";
    const doubled = prepared(sql);
    for (const each of [1, 2])
      expect(await runner.query(doubled, [each])).toEqual([{ doubled: each * 2 }]);
    await runner.query("select $1::int", [1]);
    expect(await kept()).toEqual([sql]);
  });
});
