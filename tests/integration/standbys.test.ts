import { standbysOf } from "../../src/adapters/postgres/standbys";
import { openDatabase } from "../../src/gateway/open-database";
import { createTestDatabase, type TestDatabase } from "../support/test-database";

describe("the database's standbys", () => {
  let database: TestDatabase;

  beforeAll(async () => {
    database = await createTestDatabase();
  });
  afterAll(() => database.drop());

  // `npm run proof:failover` checks what they are where there are some.
  it("are none when a server stands alone", async () => {
    const db = await openDatabase(database.url);
    try {
      expect(await standbysOf(db)).toEqual({ synchronous: 0, asynchronous: 0 });
    } finally {
      await db.destroy();
    }
  });
});
