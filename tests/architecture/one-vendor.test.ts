import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

const ROOT = join(__dirname, "../../src");
/** Facts about a POS come from a source, so a statement may name the page that documents it. */
const SOURCES = /docs\/(?:iiko|nastroika-iiko)\.md/g;

/** Where iiko is named outside its adapter, and why. */
const CAUSES: Readonly<Record<string, string>> = {
  "vendors.ts": "the list of vendors",
  "adapters/prometheus/prometheus-pos-meter.ts": "names of metrics, which dashboards hold",
  "domain/orders/event-source.ts": "a stored value",
  "domain/promotions/applied-promotion.ts": "a stored value",
  "resolvers/catalogue/field-source.ts": "the deprecated value Source.IIKO",
  "resolvers/catalogue/pos-menu.ts": "a public enum of the formats in which iiko has its menus",
  "resolvers/orders/order-parts.ts": "the deprecated value Source.IIKO",
  "resolvers/schema/source.ts": "the deprecated value Source.IIKO",
  "services/pos/webhook-tokens.ts": "a purpose that tokens at tills were made with",
};

function namesIiko(path: string): boolean {
  return /iiko/i.test(readFileSync(join(ROOT, path), "utf8").replace(SOURCES, ""));
}

it("names iiko outside its own folder only with good reason", () => {
  const found = readdirSync(ROOT, { recursive: true, encoding: "utf8" })
    .filter((path) => path.endsWith(".ts") && !path.startsWith("adapters/iiko/"))
    .filter(namesIiko);
  expect(found.toSorted()).toEqual(Object.keys(CAUSES).toSorted());
});
