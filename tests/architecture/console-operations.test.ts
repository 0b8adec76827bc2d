import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

import { buildSchema, NoDeprecatedCustomRule, parse, validate } from "graphql";

import {
  consoleOperationFaults,
  consoleOperationsPage,
} from "../../scripts/docs/console-operations";

const ROOT = join(__dirname, "..", "..");
const PAGE = join(ROOT, "docs", "console-operations.md");

describe("Every operation that needs a key", () => {
  it("is in a room of the console, or has a reason not to be", () => {
    expect(consoleOperationFaults()).toEqual([]);
  });

  it("is on the page that says where it is used", () => {
    if (readFileSync(PAGE, "utf8") !== consoleOperationsPage())
      throw new Error("docs/console-operations.md is stale: run `npm run schema`");
  });
});

describe("What the console and the client package request", () => {
  const schema = buildSchema(readFileSync(join(ROOT, "schema.graphql"), "utf8"));
  const documents = ["console/src", "packages/client/src"].flatMap((folder) =>
    readdirSync(join(ROOT, folder), { recursive: true, encoding: "utf8" })
      .filter((name) => name.endsWith(".graphql"))
      .map((name) => join(folder, name)),
  );

  it.each(documents)("uses no deprecated field, argument or value: %s", (path) => {
    const document = parse(readFileSync(join(ROOT, path), "utf8"));
    const found = validate(schema, document, [NoDeprecatedCustomRule]);
    expect(found.map(({ message, locations }) => `${locations?.[0]?.line}: ${message}`)).toEqual(
      [],
    );
  });
});
