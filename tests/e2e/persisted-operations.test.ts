import { createHash } from "node:crypto";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";

import { WholeGateway } from "../support/whole-gateway";

const MENU =
  "query Menu($id: ID!) { menu(branchId: $id) { revision sections { name products { nodes { name } } } } }";
const ORDER =
  "mutation Order($input: CreateOrderInput!) { createOrder(input: $input) { userErrors { code } } }";
const PREFLIGHT = { "apollo-require-preflight": "1" };

let folder: string;
let gateway: WholeGateway;
let branchId: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "manifest-"));
  const persistedOperations = join(folder, "operations.json");
  await writeFile(
    persistedOperations,
    JSON.stringify(manifest(MENU, ORDER, "{ branches { nodes { id } } }")),
  );
  gateway = await WholeGateway.start({ persistedOperations, persistedOperationsOnly: true });
  branchId = await gateway.demoBranchId();
});
afterAll(async () => {
  await gateway.stop();
  await rm(folder, { recursive: true });
});

function manifest(...bodies: string[]) {
  const operations = bodies.map((body) => ({ id: hashOf(body), name: "Any", type: "query", body }));
  return { format: "apollo-persisted-query-manifest", version: 1, operations };
}

function hashOf(body: string): string {
  return createHash("sha256").update(body).digest("hex");
}

function persisted(body: string) {
  return { persistedQuery: { version: 1, sha256Hash: hashOf(body) } };
}

function get(body: string, headers: Record<string, string> = PREFLIGHT): Promise<Response> {
  const search = new URLSearchParams({
    extensions: JSON.stringify(persisted(body)),
    variables: JSON.stringify({ id: branchId }),
  });
  return fetch(`${gateway.url}/graphql?${search.toString()}`, { headers });
}

describe("A persisted operation", () => {
  it("is requested by its hash, and its answer may be cached and revalidated without a body", async () => {
    const [first, second] = [await get(MENU), await get(MENU)];
    expect(await first.json()).toMatchObject({
      data: { menu: { revision: expect.any(String) as string } },
    });
    expect(second.headers.get("cache-control")).toBe("public, max-age=5");
    const etag = second.headers.get("etag")!;
    expect((await get(MENU, { ...PREFLIGHT, "if-none-match": etag })).status).toBe(304);
  });

  it("is reported as unknown in the way that Apollo clients understand", async () => {
    const answers = [
      await get("{ unknown }"),
      await gateway.post({ extensions: persisted("{ unknown }") }),
    ];
    for (const answer of answers) {
      expect(answer.status).toBe(200);
      expect(answer.headers.get("cache-control")).toMatch(/no-cache/);
      expect(await answer.json()).toMatchObject({
        errors: [
          { message: "PersistedQueryNotFound", extensions: { code: "PERSISTED_QUERY_NOT_FOUND" } },
        ],
      });
    }
  });

  it("obeys the rules of its method, and those against forged requests", async () => {
    expect((await get(ORDER)).status).toBe(405);
    expect((await get(ORDER, {})).status).toBe(405);
    expect((await get(MENU, {})).status).toBe(200);
    const posted = await gateway.post({ extensions: persisted(ORDER), variables: { input: {} } });
    expect(await posted.text()).toContain("BAD_USER_INPUT");
  });
});

describe("Where only persisted operations are allowed", () => {
  it("a guest may send those in full, and nothing else", async () => {
    expect((await gateway.ask(MENU, { id: branchId })).codes).toEqual([]);
    const other = await gateway.ask("{ branches { nodes { id name } } }");
    expect([other.status, other.codes]).toEqual([400, ["PERSISTED_OPERATION_REQUIRED"]]);
    const customer = await gateway.customerToken("+79990000000");
    expect((await gateway.ask("{ __typename }", {}, customer)).codes).toEqual([
      "PERSISTED_OPERATION_REQUIRED",
    ]);
  });

  it("a guest gets no further over an event stream", async () => {
    const stream = await gateway.post(
      { query: "{ branches { nodes { name } } }" },
      { accept: "text/event-stream" },
    );
    expect(await stream.text()).toContain("PERSISTED_OPERATION_REQUIRED");
  });

  it("an operator may send anything", async () => {
    expect(
      (await gateway.ask("{ branches { nodes { name } } }", {}, gateway.adminKey)).codes,
    ).toEqual([]);
  });
});

describe("An unusable manifest", () => {
  it.each([
    ["no JSON", "{"],
    ["another format", JSON.stringify({ ...manifest(MENU), format: "relay" })],
    [
      "a hash of something else",
      JSON.stringify({ ...manifest(), operations: [{ id: hashOf("x"), body: MENU }] }),
    ],
    [
      "an operation without a body",
      JSON.stringify({ ...manifest(), operations: [{ id: hashOf("x") }] }),
    ],
    ["a field that does not exist", JSON.stringify(manifest("{ nonsense }"))],
  ])("prevents startup: %s", async (_, text) => {
    const path = join(folder, "bad.json");
    await writeFile(path, text);
    await expect(WholeGateway.start({ persistedOperations: path })).rejects.toThrow(
      /PERSISTED_OPERATIONS is no manifest/,
    );
  });
});
