import { execFile } from "node:child_process";
import { randomUUID } from "node:crypto";
import { join } from "node:path";
import { promisify } from "node:util";

import { Kind, type OperationDefinitionNode, OperationTypeNode, parse } from "graphql";
import { Client } from "pg";

import { documentedExamples, type Example } from "../support/documented-examples";
import { eventually } from "../support/eventually";
import { ExampleNotebook } from "../support/example-notebook";
import { RunningGateway } from "../support/running-gateway";
import { ADMIN_KEY } from "../support/settings";

/** Pages about a server of one's own are followed by `npm run proof:deploy`. */
const ANOTHER_MACHINE = "https://orders.example.ru";

/**
 * A reader goes through the pages from the top and runs every example against a gateway on the
 * sandbox.
 */
describe("an example in the documentation", () => {
  const examples = documentedExamples();
  const notebook = new ExampleNotebook();
  let running: RunningGateway;
  let database: Client;

  beforeAll(async () => {
    running = await RunningGateway.start();
    database = new Client({ connectionString: running.database.url });
    await database.connect();
  });

  afterAll(async () => {
    await database?.end();
    await running?.stop();
  });

  const RUNNERS = { graphql: ask, sql: query, sh: shell };
  const written = (language: string) => examples.filter((example) => example.language === language);

  async function query({ source }: Example): Promise<void> {
    await database.query(source);
  }

  async function shell({ source }: Example): Promise<void> {
    const { url } = running.sandbox;
    const script = `set -e\n${source.replace(/curl /g, "curl -sSf ").replaceAll("http://127.0.0.1:4010", url)}`;
    await promisify(execFile)("bash", ["-c", script]);
  }

  async function ask({ source, place }: Example): Promise<void> {
    const document = parse(notebook.fill(source));
    const text = notebook.fill(source);
    for (const operation of document.definitions) {
      if (operation.kind !== Kind.OPERATION_DEFINITION) continue;
      const answer = await perform(operation, text.slice(operation.loc!.start, operation.loc!.end));
      expect({ place, errors: answer.errors, faults: faultsIn(answer.data) }).toEqual({
        place,
        faults: [],
      });
      notebook.learn(operation.name?.value ?? "", answer.data);
    }
  }

  async function perform(operation: OperationDefinitionNode, text: string) {
    const names = (operation.variableDefinitions ?? []).map(({ variable }) => variable.name.value);
    const variables = {
      ...notebook.variables(names),
      ...(await special(operation.name?.value ?? "")),
    };
    if (operation.operation !== OperationTypeNode.SUBSCRIPTION)
      return running.client.query<object>(text, variables, ADMIN_KEY);
    for await (const answer of running.client.subscribe<object>(text, variables, ADMIN_KEY))
      return answer;
    throw new Error("The subscription ended at once");
  }

  /** The variables that a page writes out, and those that only the demo restaurant has. */
  async function special(name: string): Promise<object> {
    const branchId = notebook.get("demoBranchId");
    const { input } = JSON.parse(written("json")[0]?.source ?? "{}") as { input: object };
    const {
      idempotencyKey: _key,
      payment: _payment,
      ...basket
    } = { idempotencyKey: "", payment: {}, ...input };
    if (name === "PlaceOrder") return { input: { ...input, branchId } };
    if (name === "PaidOrder")
      return { input: { ...basket, branchId, idempotencyKey: randomUUID(), ...paid() } };
    if (name === "Quote") return { input: { ...basket, branchId } };
    if (name === "KeepPrice") return { productId: await firstProduct(branchId) };
    return name === "Points" ? { branchId } : {};
  }

  /** What the page on storefronts adds to an order. */
  function paid(): object {
    const payment = written("json").find(({ source }) => source.includes("paidOnline"));
    return JSON.parse(payment?.source ?? "{}") as object;
  }

  async function firstProduct(branchId: unknown): Promise<string | undefined> {
    const text =
      "query ($branchId: ID!) { products(branchId: $branchId, first: 1) { nodes { id } } }";
    const { products } = await running.client.ask<{ products: { nodes: { id: string }[] } }>(text, {
      branchId,
    });
    return products.nodes[0]?.id;
  }

  /** The first readers try npm's commands themselves. */
  const runnable = examples.filter(
    ({ language, source }) =>
      language !== "sh" || (source.startsWith("curl") && !source.includes(ANOTHER_MACHINE)),
  );

  it.each(runnable.filter(({ language }) => language in RUNNERS))(
    "runs at $place",
    async (example) => RUNNERS[example.language as keyof typeof RUNNERS](example),
  );

  it("orders with curl alone, through examples/order.sh", async () => {
    const script = join(__dirname, "..", "..", "examples", "order.sh");
    const { stdout } = await promisify(execFile)("bash", [script, running.client.url]);
    expect(stdout).toMatch(/^Order \S+\n(In the till: .*\n)*In the till: IN_POS/);
  });

  it("leads a reader of the Russian guide to a green doctor, a section with products and an order in the till", async () => {
    const text = `query ($branchId: ID!, $id: ID!) {
      branch(id: $branchId) { health { checks { code state } } sections(first: 5) { nodes { products(first: 9) { nodes { article } } } } }
      order(id: $id) { injection { state } }
    }`;
    const guided = notebook.variables(["branchId", "id"]);
    const { branch, order } = await eventually(async () => {
      const seen = await running.client.ask<Guided>(text, guided, ADMIN_KEY);
      return seen.order.injection.state === "IN_POS" ? seen : undefined;
    });
    const red = branch.health.checks.filter(
      ({ code, state }) => state !== "OK" && code !== "ORDERS_POLLED",
    );
    // A poll comes after some seconds; until then the check reports so.
    expect(red).toEqual([]);
    expect(branch.sections.nodes.map(({ products }) => products.nodes.length)).toEqual([3]);
    expect(order.injection.state).toBe("IN_POS");
  });
});

interface Guided {
  readonly branch: {
    readonly health: { readonly checks: readonly { code: string; state: string }[] };
    readonly sections: {
      readonly nodes: readonly { products: { nodes: readonly { article: string }[] } }[];
    };
  };
  readonly order: { readonly injection: { readonly state: string } };
}

/** The user errors of all payloads of an answer. */
function faultsIn(data: object | null): unknown[] {
  return Object.values(data ?? {}).flatMap(
    (payload) => (payload as { userErrors?: unknown[] } | null)?.userErrors ?? [],
  );
}
