import { type Attack } from "./attack";
import { type Target } from "./target";

const PRODUCTS =
  "products(branchId: $branchId, search: $search, first: 1) { pageInfo { hasNextPage } }";
const LONG = "1".repeat(100_000);

/** As many one-letter words as fit; a Cyrillic letter takes two bytes. */
function words(kilobytes: number): string {
  return "а ".repeat(Math.floor((kilobytes * 1000) / 3));
}

function searches(times: number): string {
  const fields = Array.from({ length: times }, (_, n) => `p${n}: ${PRODUCTS}`);
  return `query ($branchId: ID!, $search: String) { ${fields.join(" ")} }`;
}

async function search(target: Target, kilobytes: number, times: number): Promise<string> {
  const { summary } = await target.ask(searches(times), {
    branchId: target.branchId,
    search: words(kilobytes),
  });
  return summary;
}

/** Overlong texts and lists in other places, by what they are. */
const TOO_LONG: Readonly<Record<string, readonly [document: string, variables: object]>> = {
  "a product's article of 100 KB": [
    "query ($id: ID!, $long: String!) { branch(id: $id) { product(article: $long) { id } } }",
    { long: LONG },
  ],
  "10 000 articles": [
    "query ($id: ID!, $articles: [String!]) { products(branchId: $id, articles: $articles) { nodes { id } } }",
    { articles: Array(10_000).fill("00101") },
  ],
  "an id of 100 KB": ["query ($long: ID!) { branch(id: $long) { id } }", { long: LONG }],
  "a cursor of 100 KB": [
    "query ($long: String) { branches(after: $long) { nodes { id } } }",
    { long: LONG },
  ],
  "a cursor of 100 KB further down": [
    "query ($id: ID!, $long: String) { branch(id: $id) { sections(after: $long) { nodes { id } } } }",
    { long: LONG },
  ],
  "a tracking token of 100 KB": [
    "query ($long: String!) { trackedOrder(token: $long) { id } }",
    { long: LONG },
  ],
  "a subscriber's token of 100 KB": [
    "subscription ($long: String!) { trackOrder(token: $long) { id } }",
    { long: LONG },
  ],
};

/** Variables that a document does not use are refused on their own, so they are left out. */
function variablesFor(target: Target, document: string, variables: object): object {
  return document.includes("$id:") ? { ...variables, id: target.branchId } : variables;
}

export const longTexts: readonly Attack[] = [
  ...[10, 60, 240].flatMap((kilobytes) =>
    [1, 10].map((times): Attack => ({
      title: `a search of ${kilobytes} KB, ${times === 1 ? "once" : `${times} times`}`,
      expected: "200 BAD_USER_INPUT",
      run: (target) => search(target, kilobytes, times),
    })),
  ),
  {
    title: "a search of 240 KB, 10 times, over a socket",
    expected: "error BAD_USER_INPUT",
    run: (target) =>
      target.askOverSocket(searches(10), { branchId: target.branchId, search: words(240) }),
  },
  {
    title: "a search of 9 words",
    expected: "200 BAD_USER_INPUT",
    run: async (target) =>
      (await target.ask(searches(1), { branchId: target.branchId, search: "а б в г д е ж з и" }))
        .summary,
  },
  ...Object.entries(TOO_LONG).map(([title, [document, variables]]): Attack => {
    const isSubscription = document.startsWith("subscription");
    return {
      title,
      expected: isSubscription ? "error BAD_USER_INPUT" : "200 BAD_USER_INPUT",
      run: async (target) => {
        const all = variablesFor(target, document, variables);
        return isSubscription
          ? target.askOverSocket(document, all)
          : (await target.ask(document, all)).summary;
      },
    };
  }),
  {
    title: "an operationName of 200 KB",
    expected: "400 BAD_REQUEST",
    run: async (target) =>
      (await target.post({ query: "{ __typename }", operationName: "a".repeat(200_000) })).summary,
  },
  {
    title: "an operation with a name of 200 KB",
    expected: "400 TOO_COMPLEX",
    run: async (target) =>
      (await target.ask(`query ${"a".repeat(200_000)} { __typename }`)).summary,
  },
];
