import { type Attack, onlyInProduction, onlyWithAdminKey } from "./attack";

const SCHEMA = "{ __schema { types { name } } }";
const TYPE = '{ __type(name: "Order") { fields { name } } }';
const FORGED = `${"A".repeat(22)}.${"A".repeat(43)}`;
const ABSENT = "00000000-0000-4000-8000-000000000000";
const HEADERS = [
  "content-security-policy",
  "x-content-type-options",
  "x-frame-options",
  "referrer-policy",
];
const PATHS = [
  "/graphql",
  "/nowhere",
  "/livez",
  "/readyz",
  "/metrics",
  "/graphiql",
  "/webhooks/iiko/x",
];

/** Attempts to learn what is not public. */
export const curiosity: readonly Attack[] = [
  {
    title: "introspection by an outsider",
    expected: "400 GRAPHQL_VALIDATION_FAILED",
    skip: onlyInProduction,
    run: async (target) => (await target.ask(SCHEMA)).summary,
  },
  {
    title: "__type by an outsider, over a socket",
    expected: "error GRAPHQL_VALIDATION_FAILED",
    skip: onlyInProduction,
    run: (target) => target.askOverSocket(TYPE),
  },
  {
    title: "introspection by an operator, who may",
    expected: "200",
    skip: onlyWithAdminKey,
    run: async (target) => (await target.ask(SCHEMA, {}, target.asAdmin())).summary,
  },
  {
    title: "a misspelt field, for a hint",
    expected: "no hint",
    skip: onlyInProduction,
    run: async (target) =>
      (await target.ask("{ branchs }")).text.includes("Did you mean") ? "a hint" : "no hint",
  },
  {
    title: "a forged tracking token",
    expected: '200 {"data":{"trackedOrder":null}}',
    run: async (target) => {
      const { status, text } = await target.ask(
        "query ($t: String!) { trackedOrder(token: $t) { id } }",
        {
          t: FORGED,
        },
      );
      return `${status} ${text.trim()}`;
    },
  },
  {
    title: "a forged tracking token, over a socket",
    expected: "error NOT_FOUND",
    run: (target) =>
      target.askOverSocket("subscription ($t: String!) { trackOrder(token: $t) { id } }", {
        t: FORGED,
      }),
  },
  {
    title: "an order by its id, as nobody",
    expected: "200 UNAUTHENTICATED",
    run: async (target) => (await target.ask(`{ order(id: "${ABSENT}") { id } }`)).summary,
  },
  {
    title: "an order by its id, as nobody, over a socket",
    expected: "error UNAUTHENTICATED",
    run: (target) =>
      target.askOverSocket(`subscription { orderStatusChanged(orderId: "${ABSENT}") { id } }`),
  },
  {
    title: "metrics from afar",
    expected: "401 UNAUTHENTICATED",
    skip: onlyInProduction,
    // As if a proxy on this machine passed on someone else's request.
    run: async (target) =>
      (await target.fetch("/metrics", { headers: { "x-forwarded-for": "198.51.100.7" } })).summary,
  },
  {
    title: "an answer without security headers",
    expected: "none",
    run: async (target) => {
      const answers = await Promise.all(PATHS.map((path) => target.fetch(path)));
      const bare = PATHS.filter((_path, index) =>
        HEADERS.some((name) => !answers[index]?.headers.has(name)),
      );
      return bare.length === 0 ? "none" : bare.join(" ");
    },
  },
];
