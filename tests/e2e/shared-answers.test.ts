import { type IncomingHttpHeaders, request as httpRequest } from "node:http";
import { brotliDecompressSync, gunzipSync } from "node:zlib";

import { type OperationReads } from "../../src/server/operation-reads";
import { SampleServer } from "../support/sample-server";

const PREFLIGHT = { "apollo-require-preflight": "1" };
const DISH = "query Dish { dish { name size } }";

interface Answer {
  readonly status: number;
  readonly headers: IncomingHttpHeaders;
  readonly bytes: Buffer;
}

let revision: string | undefined = "1";
let asked: OperationReads[] = [];
let server: SampleServer;
/** How often the sample's resolvers ran. */
let ran = 0;

beforeAll(async () => {
  server = await SampleServer.start({
    sharedAnswers: {
      maxBytes: 1_000_000,
      sharingOf: (reads) => {
        asked.push(reads);
        const isShared = reads.fields.every(({ name }) =>
          ["dish", "crash", "hello"].includes(name),
        );
        return isShared && revision !== undefined ? { revision, maxAgeSeconds: 7 } : undefined;
      },
    },
    plugins: [{ requestDidStart: () => Promise.resolve(void ran++) }],
  });
});
afterAll(() => server.running.close());
beforeEach(() => {
  revision = `fresh ${expect.getState().currentTestName}`;
  asked = [];
  ran = 0;
});

/** Does not use `fetch`, because that would undo the encoding. */
function get(
  query: string,
  headers: Record<string, string> = PREFLIGHT,
  variables?: object,
): Promise<Answer> {
  const search = new URLSearchParams({
    query,
    ...(variables && { variables: JSON.stringify(variables) }),
  });
  return new Promise((resolve, reject) => {
    httpRequest(`${server.graphqlUrl}?${search.toString()}`, { headers }, (response) => {
      const chunks: Buffer[] = [];
      response.on("data", (chunk: Buffer) => chunks.push(chunk));
      response.on("end", () => {
        resolve({
          status: response.statusCode!,
          headers: response.headers,
          bytes: Buffer.concat(chunks),
        });
      });
    })
      .on("error", reject)
      .end();
  });
}

describe("An answer that outsiders share", () => {
  it("is computed once, for GET and POST alike, and has the same body", async () => {
    const first = await get(DISH);
    const second = await get(DISH);
    const posted = await server.post({ query: DISH }, { accept: "" });
    expect(ran).toBe(1);
    expect(second.bytes).toEqual(first.bytes);
    expect(second.headers["content-type"]).toBe(first.headers["content-type"]);
    expect(await posted.json()).toEqual({ data: { dish: { name: "Margherita", size: "30 cm" } } });
  });

  it("may be stored by browsers and proxies only after a GET", async () => {
    for (const time of ["first", "second"]) {
      const { headers } = await get(DISH);
      expect([time, headers["cache-control"]]).toEqual([time, "public, max-age=7"]);
      expect(headers.vary).toBe(
        "Origin, Accept, Accept-Encoding, Accept-Language, Authorization, X-Company-Key",
      );
      expect(headers.etag).toMatch(/^W\/"[\w-]{43}"$/);
      const posted = await server.post({ query: DISH });
      expect([posted.headers.get("cache-control"), posted.headers.get("etag")]).toEqual([
        "no-store",
        null,
      ]);
    }
  });

  it("is not sent again to a client that already has it", async () => {
    const { headers } = await get(DISH);
    const again = await get(DISH, { ...PREFLIGHT, "if-none-match": `"other", ${headers.etag}` });
    expect([again.status, again.bytes.length, again.headers.etag]).toEqual([304, 0, headers.etag]);
    expect(again.headers["cache-control"]).toBe("public, max-age=7");
    expect((await get(DISH, { ...PREFLIGHT, "if-none-match": '"other"' })).status).toBe(200);
  });

  it("is computed again for another revision, other variables, another operation or another content type", async () => {
    const query =
      "query A($size: Boolean = true) { dish { name size @include(if: $size) } } query B { hello }";
    const ask = async (body: object, headers = {}) =>
      (await server.post({ query, ...body }, headers)).text();
    expect(await ask({ operationName: "A" })).toContain("30 cm");
    expect(await ask({ operationName: "A", variables: { size: false } })).not.toContain("30 cm");
    expect(await ask({ operationName: "B" })).toContain("hello");
    await ask({ operationName: "B" }, { accept: "application/json" });
    expect(ran).toBe(4);
    revision = "2";
    await ask({ operationName: "B" });
    expect(ran).toBe(5);
  });

  it("is looked up by what the operation reads, with fragments expanded", async () => {
    const query =
      "query ($n: Int!) { ...R } fragment R on Query { dishes(first: $n) { with { name } } ... on Query { hello } }";
    await server.query(query, { n: 3 });
    expect(asked).toEqual([
      {
        fields: [
          { name: "dishes", args: { first: 3 } },
          { name: "hello", args: {} },
        ],
        types: new Set(["Dish"]),
        used: [],
      },
    ]);
  });
});

describe("An answer is never shared", () => {
  it.each<[string, () => Promise<unknown>]>([
    [
      "with a caller who has credentials",
      () => get(DISH, { ...PREFLIGHT, authorization: "Bearer guest" }),
    ],
    ["when the rules say no", () => get("{ viewer }")],
    ["when it has errors", () => get("{ crash }")],
    ["when it is a mutation's", () => server.post({ query: "mutation { touch }" })],
    ["when the query is refused", () => get("{ dish { nonsense } }")],
    ["when its variables are long", () => get(DISH, PREFLIGHT, { text: "x".repeat(2_000) })],
  ])("%s", async (_, ask) => {
    await ask();
    await ask();
    expect(ran).toBe(2);
  });

  it("with a request that a third-party page could forge, nor with one that does not accept such an answer", async () => {
    await get(DISH);
    expect((await server.post({ query: DISH }, { "content-type": "text/plain" })).status).toBe(400);
    expect((await get(DISH, { ...PREFLIGHT, accept: "text/html" })).status).toBe(406);
  });

  it("in these cases, and caches are told not to store it", async () => {
    const answers = [
      await get("{ viewer }"),
      await get("{ crash }"),
      await get(DISH, { ...PREFLIGHT, authorization: "Bearer guest" }),
    ];
    expect(answers.map(({ headers }) => headers["cache-control"])).toEqual([
      "no-store",
      "no-store",
      "no-store",
    ]);
  });
});

describe("A long answer", () => {
  const long = `query Long { ${Array.from({ length: 9 }, (_, n) => `d${n}: dish { name size with { name with { name with { name } } } }`).join(" ")} }`;

  it.each([
    ["brotli", "gzip, br", "br", brotliDecompressSync],
    ["gzip", "gzip;q=0.5, br;q=0", "gzip", gunzipSync],
  ])(
    "goes out as %s to a client who accepts it, shared or not",
    async (_, accepted, encoding, decompress) => {
      const plain = await get(long);
      expect(plain.headers["content-encoding"]).toBeUndefined();
      for (let time = 0; time < 5; time++) {
        const { headers, bytes } = await get(long, { ...PREFLIGHT, "accept-encoding": accepted });
        expect(headers["content-encoding"]).toBe(encoding);
        expect(Number(headers["content-length"])).toBe(bytes.length);
        expect(decompress(bytes)).toEqual(plain.bytes);
      }
      const own = await get(long, {
        ...PREFLIGHT,
        "accept-encoding": accepted,
        authorization: "Bearer guest",
      });
      expect(own.headers).toMatchObject({
        "content-encoding": encoding,
        vary: "Origin, Accept-Encoding",
      });
      expect(decompress(own.bytes)).toEqual(plain.bytes);
    },
  );

  it("is not compressed for others, and neither is a short one for anyone", async () => {
    expect(
      (await get(long, { ...PREFLIGHT, "accept-encoding": "zstd" })).headers["content-encoding"],
    ).toBeUndefined();
    expect(
      (await get(DISH, { ...PREFLIGHT, "accept-encoding": "br" })).headers["content-encoding"],
    ).toBeUndefined();
  });
});
