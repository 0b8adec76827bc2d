import { type Attack } from "./attack";
import { type Target } from "./target";

function many(count: number, piece: (n: number) => string): string {
  return Array.from({ length: count }, (_, n) => piece(n)).join(" ");
}

/**
 * Documents within all structural limits that would make large answers from a small menu, by what
 * they multiply.
 */
const COSTLY: Readonly<Record<string, (branchId: string) => string>> = {
  "every product with its section's products, three times over": (id) =>
    `{ products(branchId: "${id}", first: 20) { nodes { section { products(first: 20) { nodes { section { products(first: 20) { nodes { section { products(first: 20) { nodes { id } } } } } } } } } } } }`,
  "every section, each with the sections of its products": (id) =>
    `{ menu(branchId: "${id}") { sections { products(first: 100) { nodes { section { products(first: 100) { nodes { section { id } } } } } } } } }`,
  "fifty-five names of every product of every section of every product": (id) =>
    `{ menu(branchId: "${id}") { sections { products(first: 90) { nodes { section { products(first: 90) { nodes { ${many(55, (n) => `a${n}: name`)} } } } } } } } }`,
  "the menus of a hundred branches, with their sections' menus": () =>
    "{ branches(first: 100) { nodes { sections(first: 100) { nodes { products(first: 100) { nodes { section { id } } } } } } } }",
  "the edges of every section, with their products' sections": (id) =>
    `{ sections(branchId: "${id}", first: 100) { edges { node { products(first: 100) { edges { node { section { products(first: 2) { nodes { id } } } } } } } } } }`,
};

/** Names that plain objects inherit, where a carelessly assembled answer loses its values. */
const NAMES = [
  "__proto__",
  "constructor",
  "hasOwnProperty",
  "toString",
  "valueOf",
  "then",
  "toJSON",
];

/**
 * Sends the query until it is compiled, and until its answer is shared, and compares all answers
 * with the first.
 */
async function sameAnswers(target: Target, query: string): Promise<string> {
  const answers: string[] = [];
  for (let times = 1; times <= 5; times += 1) answers.push((await target.ask(query)).text.trim());
  return new Set(answers).size === 1 && answers[0]?.startsWith('{"data":{')
    ? "the same"
    : answers.join(" ≠ ");
}

async function overEventStream(target: Target, query: string): Promise<string> {
  const { text } = await target.post({ query }, { accept: "text/event-stream" });
  return /"code":"(\w+)"/.exec(text)?.[1] ?? text.slice(0, 60);
}

/**
 * Whether a stranger who splits name and document differently can keep a shared answer from
 * everyone else.
 */
async function spoilSharedAnswers(target: Target): Promise<string> {
  const query = `query Menu { menu(branchId: "${target.branchId}") { revision x${Date.now()}: stale } }`;
  await target.post({ operationName: "Menu query", query: query.slice("query ".length) });
  const address = `/graphql?operationName=Menu&query=${encodeURIComponent(query)}`;
  const { headers } = await target.fetch(address, { headers: { "apollo-require-preflight": "1" } });
  return headers.get("cache-control") ?? "";
}

/** What a client that asks for too much is told: how much it asked for, and how much it may. */
async function toldLimits(target: Target): Promise<string> {
  const { text } = await target.ask("{ branches(first: 1000000) { nodes { id } } }");
  return /"measure":"ROWS","cost":1000000,"limit":\d+/.test(text)
    ? "cost and limit"
    : text.slice(0, 80);
}

/** Attempts to get larger answers than anyone needs, and to corrupt answers cached for others. */
export const costlyAnswers: readonly Attack[] = [
  ...Object.entries(COSTLY).flatMap(([title, document]): Attack[] => [
    {
      title,
      expected: "400 TOO_COMPLEX",
      run: async (t) => (await t.ask(document(t.branchId))).summary,
    },
    {
      title: `${title}, over a socket`,
      expected: "error TOO_COMPLEX",
      run: (target) => target.askOverSocket(document(target.branchId)),
    },
    {
      title: `${title}, as an event stream`,
      expected: "TOO_COMPLEX",
      run: (target) => overEventStream(target, document(target.branchId)),
    },
  ]),
  ...NAMES.flatMap((name): Attack[] => [
    {
      title: `fields answered as ${name}`,
      expected: "the same",
      run: (t) =>
        sameAnswers(t, `{ ${name}: branches(first: 1) { ${name}: nodes { ${name}: id name } } }`),
    },
    {
      title: `fields of a shared menu answered as ${name}`,
      expected: "the same",
      run: (t) =>
        sameAnswers(
          t,
          `{ ${name}: menu(branchId: "${t.branchId}") { ${name}: sections { ${name}: name } } }`,
        ),
    },
  ]),
  {
    title: "an operation's name that reads as another's document",
    expected: "public, max-age=5",
    run: spoilSharedAnswers,
  },
  {
    title: "too many rows, for how many are too many",
    expected: "cost and limit",
    run: toldLimits,
  },
];
