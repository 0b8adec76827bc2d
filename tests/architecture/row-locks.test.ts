import { readdirSync, readFileSync } from "node:fs";
import { join, relative } from "node:path";

const ROOT = join(__dirname, "../../src");

/** Rows whose key changes, or that are deleted: nothing may refer to them meanwhile. */
const OUTRIGHT = [
  "services/catalogue/plans/apply-plan.ts",
  "services/orders/status/process-webhook-inbox.ts",
  "services/privacy/purge-expired.ts",
];

function filesThatSay(words: RegExp): string[] {
  return readdirSync(ROOT, { recursive: true, encoding: "utf8" })
    .filter((name) => name.endsWith(".ts") && words.test(readFileSync(join(ROOT, name), "utf8")))
    .map((name) => relative(ROOT, join(ROOT, name)))
    .sort();
}

describe("row locks", () => {
  it("leave the key available to foreign keys: an order for a locked branch need not wait", () => {
    expect(filesThatSay(/\bfor update\b|"pessimistic_write/)).toEqual(OUTRIGHT);
  });

  it("are taken somewhere: the test above checks something real", () => {
    expect(filesThatSay(/\bfor no key update\b|"for_no_key_update"/).length).toBeGreaterThan(8);
  });
});

describe("orders", () => {
  it("are changed in one place, and events are written only where orders are changed or placed", () => {
    expect(filesThatSay(/\bupdate orders\b|\.update\(Order,|\.save\(Order\b/)).toEqual([
      "services/orders/effects/write-orders.ts",
    ]);
    expect(filesThatSay(/insert into order_events|insertEvents\(|\.insert\(OrderEventRow/)).toEqual(
      ["services/checkout/insert-orders.ts", "services/orders/effects/write-orders.ts"],
    );
  });
});
