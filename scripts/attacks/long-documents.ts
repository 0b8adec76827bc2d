import { type Attack } from "./attack";
import { type Target } from "./target";

/** Length of the longest document that is read, in characters. */
const LONGEST = 20_000;

/**
 * Valid documents of a given length, by what makes them long; most of it counts towards no other
 * limit.
 */
const LONG: Readonly<Record<string, (length: number) => string>> = {
  "one long comment": (length) => `{ __typename } #${"x".repeat(length - 16)}`,
  "one long comment in Russian": (length) => `{ __typename } #${"я".repeat(length - 16)}`,
  "thousands of empty comments": (length) =>
    `{ __typename } ${"#\n".repeat(length)}`.slice(0, length),
  blanks: (length) => `{ __typename }${" ".repeat(length - 14)}`,
  commas: (length) => `{ __typename }${",".repeat(length - 14)}`,
  "a long alias": (length) => `{ ${"a".repeat(length - 16)}: __typename }`,
  "a long block string": (length) =>
    `{ trackedOrder(token: """${"x".repeat(length - 38)}""") { id } }`,
};

async function overEventStream(target: Target, query: string): Promise<string> {
  const { status, text } = await target.post({ query }, { accept: "text/event-stream" });
  return /"code":"(\w+)"/.exec(text)?.[1] ?? `${status} ${text.slice(0, 40)}`;
}

function refusals(title: string, document: string): Attack[] {
  return [
    {
      title: `a document with ${title}`,
      expected: "400 TOO_COMPLEX",
      run: async (t) => (await t.ask(document)).summary,
    },
    {
      title: `a document with ${title}, over a socket`,
      expected: "error TOO_COMPLEX",
      run: (target) => target.askOverSocket(document),
    },
    {
      title: `a document with ${title}, as an event stream`,
      expected: "TOO_COMPLEX",
      run: (target) => overEventStream(target, document),
    },
  ];
}

/** Documents that would be kept in memory with all their content. */
export const longDocuments: readonly Attack[] = [
  ...Object.entries(LONG).flatMap(([title, documentOf]) =>
    refusals(title, documentOf(LONGEST + 1)),
  ),
  {
    title: "a shared menu with 240 KB of comment",
    expected: "400 TOO_COMPLEX",
    run: async (target) => {
      const menu = `{ menu(branchId: "${target.branchId}") { revision } }`;
      return (await target.ask(`${menu} #${"x".repeat(240_000)}`)).summary;
    },
  },
  {
    title: "an alias of 19,000 characters with every row of a menu",
    expected: "400 TOO_COMPLEX",
    run: async (target) => {
      const rows = `nodes { section { products(first: 9) { nodes { ${"a".repeat(19_000)}: __typename } } } }`;
      return (
        await target.ask(`{ products(branchId: "${target.branchId}", first: 99) { ${rows} } }`)
      ).summary;
    },
  },
  {
    title: "60 aliases of 100 characters with every row of a menu",
    expected: "400 TOO_COMPLEX",
    run: async (target) => {
      const names = Array.from(
        { length: 60 },
        (_, n) => `${"a".repeat(98)}${10 + n}: __typename`,
      ).join(" ");
      const rows = `nodes { section { products(first: 99) { nodes { ${names} } } } }`;
      return (
        await target.ask(`{ products(branchId: "${target.branchId}", first: 99) { ${rows} } }`)
      ).summary;
    },
  },
  {
    title: "a document that is just short enough",
    expected: "200",
    run: async (target) => (await target.ask(LONG["one long comment"]?.(LONGEST) ?? "")).summary,
  },
  {
    title: "an operation on a socket with an id of 200 KB",
    expected: "4400",
    run: async (target) => {
      const { socket } = await target.session();
      const closed = new Promise<string>((resolve) =>
        socket.once("close", (code) => resolve(String(code))),
      );
      const payload = { query: 'subscription { trackOrder(token: "none") { id } }' };
      socket.send(JSON.stringify({ type: "subscribe", id: "x".repeat(200_000), payload }));
      return closed;
    },
  },
];
