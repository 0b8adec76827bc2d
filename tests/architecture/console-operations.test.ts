import { readFileSync } from "node:fs";
import { join } from "node:path";

import {
  consoleOperationFaults,
  consoleOperationsPage,
} from "../../scripts/docs/console-operations";

const PAGE = join(__dirname, "..", "..", "docs", "console-operations.md");

describe("Every operation that needs a key", () => {
  it("is in a room of the console, or has a reason why not", () => {
    expect(consoleOperationFaults()).toEqual([]);
  });

  it("stands on the page that says where", () => {
    if (readFileSync(PAGE, "utf8") !== consoleOperationsPage())
      throw new Error("docs/console-operations.md is stale: run `npm run schema`");
  });
});
