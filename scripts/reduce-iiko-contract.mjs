/**
 * Writes tests/support/iiko-contract.json: the structure of iiko's OpenAPI document, without its
 * texts and without the operations that the sandbox does not serve. Usage: node
 * scripts/reduce-iiko-contract.mjs path/to/openapi.json
 */
import { readFileSync, writeFileSync } from "node:fs";

import { format } from "prettier";

const loyalty = [
  "customer/info",
  "customer/transactions/by_date",
  "customer/create_or_update",
  "program",
  "calculate",
  "get_counters",
  "coupons/info",
];
const wallet = ["hold", "cancel_hold", "topup", "chargeoff"];
const dictionaries = [
  ...[
    "payment_types",
    "discounts",
    "deliveries/order_types",
    "marketing_sources",
    "cancel_causes",
    "removal_types",
    "cities",
    "streets/by_city",
    "delivery_restrictions",
  ],
];
const deliveries = [
  ...[
    "create",
    "by_id",
    "by_revision",
    "by_delivery_date_and_status",
    "by_delivery_date_and_phone",
  ],
  ...[
    "cancel",
    "confirm",
    "cancel_confirmation",
    "close",
    "update_order_delivery_status",
    "update_order_problem",
  ],
  ...["change_comment", "change_complete_before", "change_payments", "add_payments", "add_items"],
];
const served = [
  ...[
    "/api/1/access_token",
    "/api/v2/access_token",
    "/api/1/organizations",
    "/api/1/organizations/settings",
  ],
  ...["", "/is_alive", "/awake"].map((path) => `/api/1/terminal_groups${path}`),
  ...dictionaries.map((path) => `/api/1/${path}`),
  ...[
    "/api/2/menu",
    "/api/2/menu/by_id",
    "/api/menu/v3/by_id",
    "/api/1/nomenclature",
    "/api/1/combo",
  ],
  ...["", "/check", "/add", "/remove", "/clear"].map((path) => `/api/1/stop_lists${path}`),
  ...deliveries.map((path) => `/api/1/deliveries/${path}`),
  ...[
    "/api/1/commands/status",
    "/api/1/notifications/send",
    "/api/1/delivery_restrictions/allowed",
  ],
  ...["/api/1/webhooks/settings", "/api/1/webhooks/update_settings"],
  ...loyalty.map((path) => `/api/1/loyalty/iiko/${path}`),
  ...wallet.map((path) => `/api/1/loyalty/iiko/customer/wallet/${path}`),
];

/**
 * Everything that does not constrain a body. `x-assumption` stays, because it marks objects whose
 * fields are not known.
 */
const texts = new Set([
  "description",
  "summary",
  "example",
  "examples",
  "title",
  "default",
  "deprecated",
]);
const schemaPrefix = "#/components/schemas/";

const source = JSON.parse(readFileSync(process.argv[2] ?? process.env.IIKO_OPENAPI, "utf8"));
const shortNames = new Map();

function shortName(longName) {
  const known = shortNames.get(longName);
  if (known) return known;
  const words = longName.split(".");
  const taken = new Set(shortNames.values());
  const candidates = words.map((_, index) => words.slice(words.length - 1 - index).join("."));
  const free = candidates.find((candidate) => !taken.has(candidate));
  shortNames.set(longName, free);
  return free;
}

function reference(target) {
  return schemaPrefix + shortName(target.slice(schemaPrefix.length));
}

/**
 * Returns a schema without texts. Inside `properties` the keys are field names, so none of them is
 * dropped.
 */
function structure(node, isPropertyMap = false) {
  if (Array.isArray(node)) return node.map((entry) => structure(entry));
  if (typeof node === "string") return node.startsWith(schemaPrefix) ? reference(node) : node;
  if (node === null || typeof node !== "object") return node;
  const kept = Object.entries(node).filter(
    ([key]) =>
      isPropertyMap || !(texts.has(key) || (key.startsWith("x-") && key !== "x-assumption")),
  );
  return Object.fromEntries(
    kept.map(([key, value]) => [
      key,
      key === "x-assumption" && !isPropertyMap
        ? true
        : structure(value, key === "properties" && !isPropertyMap),
    ]),
  );
}

function operation(post) {
  const request = post.requestBody?.content?.["application/json"]?.schema;
  const content = (schema) => ({ content: { "application/json": { schema: structure(schema) } } });
  const responses = Object.fromEntries(
    ["200", "400"]
      .map((status) => [status, post.responses[status]?.content?.["application/json"]?.schema])
      .filter(([, schema]) => schema)
      .map(([status, schema]) => [status, content(schema)]),
  );
  return { post: { ...(request ? { requestBody: content(request) } : {}), responses } };
}

const unknown = served.filter((path) => !source.paths[path]);
if (unknown.length > 0) throw new Error(`Not in the OpenAPI document: ${unknown.join(", ")}`);
const paths = Object.fromEntries(served.map((path) => [path, operation(source.paths[path].post)]));
const webhooks = Object.fromEntries(
  Object.entries(source["x-webhooks"]).map(([name, { post }]) => [
    shortName(name),
    { post: { requestBody: { content: structure(post.requestBody.content) } } },
  ]),
);

// Naming a schema while its referrer is written adds it to the list, so the list grows during the
// iteration.
const schemas = {};
for (const longName of shortNames.keys()) {
  schemas[shortNames.get(longName)] = structure(source.components.schemas[longName]);
}

const reduced = { openapi: source.openapi, paths, "x-webhooks": webhooks, components: { schemas } };
const target = new URL("../tests/support/iiko-contract.json", import.meta.url);
writeFileSync(target, await format(JSON.stringify(reduced), { parser: "json", printWidth: 120 }));
console.log(`${served.length} operations, ${Object.keys(schemas).length} schemas`);
