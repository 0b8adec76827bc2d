import { type Attack } from "./attack";
import { type Answer } from "./target";

const MANY = 1_000_000;

function repeat(count: number, piece: (n: number) => string): string {
  return Array.from({ length: count }, (_, n) => piece(n)).join(" ");
}

/** From a product to its section and on to that section's products, as many times as given. */
function nested(branchId: string, levels: number, first: number): string {
  const step = `nodes { section { products(first: ${first}) {`;
  return `{ products(branchId: "${branchId}", first: ${first}) { ${repeat(levels, () => step)} nodes { id } ${"} } }".repeat(levels)} } }`;
}

const DOUBLING = repeat(
  14,
  (n) =>
    `fragment f${n} on Branch { ${repeat(2, (m) => `p${m}: product(article: "1") { id } ...f${n + 1}`)} }`,
);

/** Documents that ask for too much, by what they do. */
const TOO_COMPLEX: Readonly<Record<string, (branchId: string) => string>> = {
  "1 000 aliases of a field": () => `{ ${repeat(1000, (n) => `a${n}: __typename`)} }`,
  "200 guesses in one request": () =>
    `{ ${repeat(200, (n) => `a${n}: trackedOrder(token: "${n}") { id }`)} }`,
  "11 guesses in one request": () =>
    `{ ${repeat(11, (n) => `a${n}: trackedOrder(token: "${n}") { id }`)} }`,
  "nesting 24": (branchId) => nested(branchId, 7, 1),
  "doubling fragments": () =>
    `{ branches { nodes { ...f0 } } } ${DOUBLING} fragment f14 on Branch { id name }`,
  "first: 1000000": () => `{ branches(first: ${MANY}) { nodes { id } } }`,
  "first: 1000000 as a variable's default": () =>
    `query ($n: Int! = ${MANY}) { branches(first: $n) { nodes { id } } }`,
  "nested lists 1000 × 1000": () =>
    "{ branches(first: 1000) { nodes { sections(first: 1000) { nodes { id } } } } }",
  "nested lists 100 × 100 × 100": (branchId) => nested(branchId, 2, 100),
  "5 000 directives": () => `{ __typename ${repeat(5000, () => "@skip(if: false)")} }`,
  "one field 20 000 times": () => `{ ${repeat(20_000, () => "__typename")} }`,
  "20 000 nested braces": () => "{ branches ".repeat(20_000),
  "2 000 overlapping inline fragments": () =>
    `{ ${repeat(2000, () => "... on Query { __typename }")} }`,
};

/** Small variables, large query. */
async function askForMany(
  ask: (query: string, variables: object) => Promise<Answer | string>,
): Promise<string> {
  const answer = await ask("query ($n: Int!) { branches(first: $n) { nodes { id } } }", {
    n: MANY,
  });
  return typeof answer === "string" ? answer : answer.summary;
}

const CIRCLE =
  "{ branches { nodes { ...a } } } fragment a on Branch { name ...b } fragment b on Branch { name ...a }";

export const heavyOperations: readonly Attack[] = [
  ...Object.entries(TOO_COMPLEX).flatMap(([title, document]): Attack[] => [
    {
      title,
      expected: "400 TOO_COMPLEX",
      run: async (target) => (await target.ask(document(target.branchId))).summary,
    },
    {
      title: `${title}, over a socket`,
      expected: "error TOO_COMPLEX",
      run: (target) => target.askOverSocket(document(target.branchId)),
    },
  ]),
  {
    title: "first: 1000000 in the variables",
    expected: "400 TOO_COMPLEX",
    run: (target) => askForMany((query: string, variables: object) => target.ask(query, variables)),
  },
  {
    title: "first: 1000000 in the variables, over a socket",
    expected: "error TOO_COMPLEX",
    run: (target) =>
      askForMany((query: string, variables: object) => target.askOverSocket(query, variables)),
  },
  {
    title: "circular fragments",
    expected: "400 GRAPHQL_VALIDATION_FAILED",
    run: async (target) => (await target.ask(CIRCLE)).summary,
  },
  {
    title: "circular fragments, over a socket",
    expected: "error GRAPHQL_VALIDATION_FAILED",
    run: (target) => target.askOverSocket(CIRCLE),
  },
];
