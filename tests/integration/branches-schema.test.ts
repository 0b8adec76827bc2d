import { createDataSource } from "../../ormconfig";
import { ApiKey } from "../../src/entities/api-key";
import { Branch } from "../../src/entities/branch";
import { BranchSettings } from "../../src/entities/branch-settings";
import { Quote } from "../../src/entities/quote";
import { createTestDatabase } from "../support/test-database";

describe("The tables of branches and of their quotes", () => {
  it("are what the entities say", async () => {
    const database = await createTestDatabase();
    const db = await createDataSource(database.url).initialize();
    const tables = [Branch, BranchSettings, ApiKey, Quote].map((entity) => db.getMetadata(entity).tableName);

    const { upQueries } = await db.driver.createSchemaBuilder().log();

    const ours = upQueries
      .map(({ query }) => query)
      .filter((query) => tables.some((name) => query.includes(`"${name}"`)));
    expect(ours).toEqual([]);
    await db.destroy();
    await database.drop();
  });
});
