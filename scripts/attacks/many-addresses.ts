import { eventually } from "../../tests/support/eventually";
import { type Attack, onlyWithoutProxy } from "./attack";
import { RawConnection } from "./raw-connection";
import { type Target } from "./target";

const QUOTES = 200;
const QUOTE =
  "mutation ($input: QuoteInput!) { quoteOrder(input: $input) { userErrors { code } } }";
const CONNECTIONS = 620;
const STREAMS = 260;
/** Time until each connection is answered or closed: a busy machine takes some seconds. */
const ANSWERED_MS = 10_000;

/** The last address of the chain, written in different ways. */
const ADDRESS_IN_MANY_WAYS = [
  "198.51.100.79",
  "::ffff:198.51.100.79",
  "::FFFF:c633:644f",
  "[0:0:0:0:0:ffff:c633:644f]:80",
  '"198.51.100.79:99"',
];

/**
 * However someone behind one address writes it, or whatever they invent before it, the result is
 * the same in both settings of TRUST_PROXY.
 */
function pretending(title: string, forwarded: (n: number) => string): Attack {
  return {
    title: `${QUOTES} quotes at once from ${title}`,
    expected: "429 RATE_LIMITED with Retry-After",
    withinMs: 15_000,
    run: async (target) => {
      const variables = {
        input: { branchId: target.branchId, fulfilment: "PICKUP", lines: [{ article: "none" }] },
      };
      const ask = (n: number) => target.ask(QUOTE, variables, { "x-forwarded-for": forwarded(n) });
      const answers = await Promise.all(Array.from({ length: QUOTES }, (_, n) => ask(n)));
      const refused = answers.filter(({ summary }) => summary === "429 RATE_LIMITED");
      if (refused.length === 0) return "all let through";
      const told = refused.every(({ headers }) => Number(headers.get("retry-after")) > 0);
      return `429 RATE_LIMITED ${told ? "with" : "without"} Retry-After`;
    },
  };
}

/**
 * Opens more event streams than an address may have. A client that has used up its allowance is let
 * in, informed in the stream, and leaves.
 */
async function streams(target: Target): Promise<string> {
  const ending = new AbortController();
  const query = `subscription { availabilityChanged(branchId: "${target.branchId}") { __typename } }`;
  const responses = await Promise.all(
    Array.from({ length: STREAMS }, () =>
      fetch(`${target.options.url}/graphql`, {
        method: "POST",
        headers: { accept: "text/event-stream", "content-type": "application/json" },
        body: JSON.stringify({ query }),
        signal: ending.signal,
      }),
    ),
  );
  const told = responses.map((response) => ({
    response,
    text: response.text().catch(() => undefined),
  }));
  const stillOpen = new Promise<undefined>((resolve) => setTimeout(resolve, 1_000, undefined));
  const got = await Promise.all(
    told.map(async ({ response, text }) =>
      refusalIn(response, await Promise.race([text, stillOpen])),
    ),
  );
  ending.abort();
  if (got.filter((refusal) => refusal === undefined).length > 200) return "not bounded";
  return [...new Set(got.filter((refusal) => refusal !== undefined))].join(", ");
}

/** @param text undefined while the stream is open */
function refusalIn({ headers }: Response, text: string | undefined): string | undefined {
  if (text === undefined) return undefined;
  const isToldWhen =
    Number(headers.get("retry-after")) > 0 || /"retryAfterSeconds":[1-9]/.test(text);
  return `${/"code":"(\w+)"/.exec(text)?.[1] ?? "no code"} ${isToldWhen ? "with" : "without"} Retry-After`;
}

/** Opens more connections than an address may have; the last one sends a request. */
async function connections(target: Target): Promise<string> {
  const all = Array.from({ length: CONNECTIONS }, () => new RawConnection(target));
  await new Promise((resolve) => setTimeout(resolve, 500));
  const refused = all.filter(({ isOpen }) => !isOpen).length;
  for (const one of all) one.write("GET /livez HTTP/1.1\r\nHost: x\r\n\r\n");
  const isAnswered = () => all.every(({ isOpen, text }) => !isOpen || text !== "");
  await eventually(isAnswered, ANSWERED_MS).catch(() => undefined);
  const answered = all.filter(({ status }) => status === "200").length;
  const told = all.some(({ text }) => /^HTTP\/1\.1 429 [^]*"code":"RATE_LIMITED"/.test(text));
  for (const one of all) one.leave();
  if (answered > CONNECTIONS - 100) return "all let through";
  return told || refused > 0 ? "bounded" : `${answered} answered`;
}

/** Attempts by one client to pass as many. */
export const manyAddresses: readonly Attack[] = [
  pretending("one address with changing ports", (n) => `198.51.100.77:${1_000 + n}`),
  pretending("one address behind invented ones", (n) => `203.0.113.${n}, 198.51.100.78`),
  pretending("texts that are no address", (n) => `_hidden${n}`),
  pretending("unknown after a list of addresses", (n) => `198.51.100.${n}, unknown`),
  pretending("one address, as IPv4, mapped and in hex", (n) => ADDRESS_IN_MANY_WAYS[n % 5] ?? ""),
  pretending("neighbours in a /64", (n) => `2001:db8:77:1::${n.toString(16)}`),
  pretending("the networks of a /56", (n) => `2001:db8:77:${(0x200 + n).toString(16)}::1`),
  pretending("the networks of a /48", (n) => `2001:db8:78:${(n * 300).toString(16)}::1`),
  pretending(
    "an address in brackets with changing zones",
    (n) => `[2001:db8:79::1%25eth${n}]:${1_000 + n}`,
  ),
  {
    title: `${STREAMS} event streams`,
    expected: "RATE_LIMITED with Retry-After",
    withinMs: 20_000,
    run: streams,
  },
  {
    title: `${CONNECTIONS} connections`,
    expected: "bounded",
    withinMs: 20_000,
    skip: onlyWithoutProxy,
    run: connections,
  },
];
