import { getIntrospectionQuery } from "graphql";

import { SampleServer } from "../support/sample-server";

let server: SampleServer;

beforeAll(async () => {
  server = await SampleServer.start();
});

afterAll(() => server.running.close());

describe("limits of operations over HTTP", () => {
  const repeat = (count: number, piece: (n: number) => string) =>
    Array.from({ length: count }, (_, n) => piece(n)).join(" ");
  const nested = (depth: number) =>
    `{ dish ${"{ with ".repeat(depth - 2)} { name } ${"}".repeat(depth - 2)} }`;
  const attacks: Record<string, string> = {
    "1 000 aliases": `{ ${repeat(1000, (n) => `a${n}: hello`)} }`,
    "200 guesses": `{ ${repeat(200, (n) => `a${n}: dishes(first: ${n}) { name }`)} }`,
    "11 guesses": `{ ${repeat(11, (n) => `a${n}: hello`)} }`,
    "an alias of 101 characters": `{ ${"a".repeat(101)}: hello }`,
    "a long alias in a fragment": `{ dish { ...f } } fragment f on Dish { ${"a".repeat(19_000)}: name }`,
    "aliases below the root": `{ dish { ${repeat(61, (n) => `a${n}: name`)} } }`,
    "nesting 24": nested(24),
    "nesting 16": nested(16),
    "31 root fields": `{ ${repeat(4, (n) => repeat(8, () => ["hello", "viewer", "slow", "crash"][n] ?? ""))} }`,
    "41 directives": `{ hello ${repeat(41, () => "@skip(if: false)")} }`,
    "5 000 directives": `{ hello ${repeat(5000, () => "@skip(if: false)")} }`,
    "one field 20 000 times": `{ ${repeat(20_000, () => "hello")} }`,
    "one field 4 900 times": `{ ${repeat(4_900, () => "hello")} }`,
    "20 000 nested braces": `${"{ dish ".repeat(20_000)}`,
    "4 000 nested brackets": `{ dishes(first: ${"[".repeat(4_000)}${"]".repeat(900)}) { name } }`,
    "2 000 overlapping fragments": `{ ${repeat(2000, () => "... on Query { hello }")} }`,
    "800 overlapping fields below the root": `{ ${repeat(800, () => "dish { name size }")} }`,
    "doubling fragments": `{ dish { ...f0 } } ${repeat(12, (n) => `fragment f${n} on Dish { with { ...f${n + 1} } with { ...f${n + 1} } }`)} fragment f12 on Dish { name size }`,
    "a chain of 400 fragments": `{ dish { ...f0 } } ${repeat(400, (n) => `fragment f${n} on Dish { ...f${n + 1} }`)} fragment f400 on Dish { name }`,
    "a heavy fragment nobody spreads": `{ hello } fragment f on Dish { ${repeat(1_600, () => "name")} }`,
  };

  it.each(Object.entries(attacks))(
    "refuse %s with one error that says how much is too much",
    async (_title, query) => {
      const { status, body } = await server.query(query);
      expect(status).toBe(400);
      expect(body).toEqual({
        errors: [
          {
            message: expect.stringMatching(
              /^The operation is too complex(: [a-z ]+ \d+ of at most \d+)?$/,
            ) as string,
            extensions: expect.objectContaining({
              code: "TOO_COMPLEX",
              requestId: expect.any(String) as string,
            }) as object,
          },
        ],
      });
    },
  );

  it("refuse excess with 400 even to clients that accept only application/json", async () => {
    const query = attacks["1 000 aliases"];
    const response = await server.post({ query }, { accept: "application/json" });
    expect(response.status).toBe(400);
  });

  it("refuse circular fragments", async () => {
    const query =
      "{ dish { ...a } } fragment a on Dish { with { ...b } } fragment b on Dish { with { ...a } }";
    expect(await server.query(query)).toMatchObject({ status: 400 });
  });

  it("allow GraphiQL's introspection, 15 levels of nesting and ten equal root fields", async () => {
    const introspection = getIntrospectionQuery({
      specifiedByUrl: true,
      inputValueDeprecation: true,
      oneOf: true,
    });
    expect(await server.query(introspection)).toMatchObject({
      status: 200,
      body: { data: { __schema: {} } },
    });
    expect(await server.query(nested(15))).toMatchObject({ status: 200 });
    expect(await server.query(`{ ${repeat(10, (n) => `a${n}: hello`)} }`)).toMatchObject({
      status: 200,
    });
  });

  it("refuse a body over 256 KB with 413", async () => {
    const response = await server.post({
      query: "{ hello }",
      variables: { filler: "x".repeat(256 * 1024) },
    });
    expect(response.status).toBe(413);
    expect(await response.json()).toMatchObject({
      errors: [{ extensions: { code: "PAYLOAD_TOO_LARGE" } }],
    });
  });

  it("refuse batches, forms, plain text and mutations by GET, and run nothing", async () => {
    const mutation = "mutation { touch }";
    const byGet = `${server.graphqlUrl}?query=${encodeURIComponent(mutation)}`;
    const statuses = await Promise.all([
      server.post(Array.from({ length: 10 }, () => ({ query: mutation }))),
      server.post(`query=${mutation}`, { "content-type": "application/x-www-form-urlencoded" }),
      server.post({ query: mutation }, { "content-type": "text/plain" }),
      fetch(byGet, { headers: { "apollo-require-preflight": "1" } }),
      fetch(byGet),
      server.post('{ "query": "{ hello }", "variables": { "__proto__": { "admin": true } } }'),
      fetch(server.graphqlUrl, { method: "DELETE" }),
    ]);
    expect(statuses.map((response) => response.status)).toEqual([
      400, 415, 400, 405, 405, 400, 405,
    ]);
    expect(server.sample.mutationsRun).toBe(0);
  });
});
