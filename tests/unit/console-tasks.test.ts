import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

import { buildSchema, parse, validate } from "graphql";

const ROOT = join(__dirname, "..", "..");
const TASKS = join(ROOT, "console", "src", "tasks");
const documents = readdirSync(TASKS).filter((file) => file.endsWith(".graphql"));

describe("the ready-made operations of the console", () => {
  const schema = buildSchema(readFileSync(join(ROOT, "schema.graphql"), "utf8"));

  it.each(documents)("are accepted by the schema: %s", (file) => {
    expect(validate(schema, parse(readFileSync(join(TASKS, file), "utf8")))).toEqual([]);
  });
});
