import { connect, type Socket } from "node:net";

import { type Attack } from "./attack";
import { type Target } from "./target";

const MUTATION =
  'mutation { setOrderAcceptance(branchId: "x", delivery: false) { userErrors { code } } }';
const FOREIGN = { origin: "https://evil.example" };
const FORM = "application/x-www-form-urlencoded";
const SLOW_CLIENTS = 50;

function byGet(query: string): string {
  return `/graphql?query=${encodeURIComponent(query)}`;
}

function webhook(target: Target, headers: Record<string, string>): Promise<string> {
  const options = {
    method: "POST",
    headers: { "content-type": "application/json", ...headers },
    body: "[]",
  };
  return target
    .fetch("/webhooks/iiko/7bc05553-4b68-44e8-b7bc-37be63c6d9e9", options)
    .then((answer) => `${answer.status}`);
}

/**
 * Opens many clients that begin a request and never finish it, and checks whether others still get
 * an answer.
 */
async function besideSlowClients(target: Target): Promise<string> {
  const { hostname, port } = new URL(target.options.url);
  const head =
    "POST /graphql HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\nContent-Length: 1000\r\n\r\n{";
  const slow = Array.from({ length: SLOW_CLIENTS }, (): Socket => {
    const socket = connect(Number(port), hostname, () => socket.write(head));
    return socket.on("error", () => undefined);
  });
  const { summary } = await target.ask("{ __typename }");
  for (const socket of slow) socket.destroy();
  return summary;
}

/** Requests that are malformed, or come from where they should not. */
export const crookedRequests: readonly Attack[] = [
  {
    title: "a body over 256 KB",
    expected: "413 PAYLOAD_TOO_LARGE",
    run: async (target) =>
      (await target.ask("{ __typename }", { filler: "x".repeat(256 * 1024) })).summary,
  },
  {
    title: "an array of 10 operations",
    expected: "400",
    run: async (target) =>
      `${(await target.post(Array.from({ length: 10 }, () => ({ query: MUTATION })))).status}`,
  },
  {
    title: "a mutation as a form",
    expected: "415",
    run: async (target) =>
      `${(await target.post(`query=${MUTATION}`, { "content-type": FORM })).status}`,
  },
  {
    title: "a mutation as plain text",
    expected: "400",
    run: async (target) =>
      `${(await target.post({ query: MUTATION }, { "content-type": "text/plain" })).status}`,
  },
  {
    title: "a mutation by GET",
    expected: "405",
    run: async (target) =>
      `${(await target.fetch(byGet(MUTATION), { headers: { "apollo-require-preflight": "1" } })).status}`,
  },
  {
    title: "a mutation by GET that a foreign page could send",
    expected: "405",
    run: async (target) => `${(await target.fetch(byGet(MUTATION), { headers: FOREIGN })).status}`,
  },
  {
    // Answered: the query changes nothing, and without a cookie it is anonymous. The page cannot
    // read the answer.
    title: "a query by GET that a foreign page sends",
    expected: "200, unreadable",
    run: async (target) => {
      const { status, headers } = await target.fetch(byGet("{ __typename }"), { headers: FOREIGN });
      return `${status}, ${headers.has("access-control-allow-origin") ? "readable" : "unreadable"}`;
    },
  },
  {
    title: "an event stream that a foreign page opens",
    expected: "403",
    run: async (target) => {
      const headers = { ...FOREIGN, accept: "text/event-stream" };
      return `${(await target.fetch(byGet("{ __typename }"), { headers })).status}`;
    },
  },
  {
    title: "a subscription as a plain request",
    expected: "400 BAD_REQUEST",
    run: async (target) =>
      (await target.ask('subscription { trackOrder(token: "x") { id } }')).summary,
  },
  {
    title: "a foreign origin",
    expected: "no permission",
    run: async (target) => {
      const { headers } = await target.ask(
        "{ __typename }",
        {},
        { origin: "https://evil.example" },
      );
      return headers.has("access-control-allow-origin") ? "permission" : "no permission";
    },
  },
  {
    title: "__proto__ in the variables",
    expected: "400",
    run: async (target) =>
      `${(await target.post('{"query":"{ __typename }","variables":{"__proto__":{"admin":true}}}')).status}`,
  },
  {
    title: "variables nested 100 000 deep",
    expected: "no crash",
    run: async (target) => {
      const deep = `${"[".repeat(100_000)}${"]".repeat(100_000)}`;
      const { status } = await target.post(`{"query":"{ __typename }","variables":{"a":${deep}}}`);
      return status < 500 && (await target.ask("{ __typename }")).status === 200
        ? "no crash"
        : `${status}`;
    },
  },
  { title: "a web hook without a token", expected: "401", run: (target) => webhook(target, {}) },
  {
    title: "a web hook with a wrong token",
    expected: "401",
    run: (target) => webhook(target, { authorization: "A".repeat(43) }),
  },
  {
    title: "a web hook with a token of another length",
    expected: "401",
    run: (target) => webhook(target, { authorization: "Bearer A" }),
  },
  {
    title: `${SLOW_CLIENTS} clients that never end their request`,
    expected: "200",
    run: besideSlowClients,
  },
];
