import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";

import { apolloClients } from "../support/clients/apollo-clients";
import {
  type ClientCase,
  type ClientPlace,
  type OpenClient,
  Traffic,
} from "../support/clients/client-case";
import { codegenClient } from "../support/clients/codegen-client";
import { plainClients } from "../support/clients/plain-clients";
import { relayClient } from "../support/clients/relay-client";
import { type ClientRow, withClientsTable } from "../support/clients/table";
import { urqlClients } from "../support/clients/urql-clients";
import { demoOrderInput, placeOrder } from "../support/demo-order";
import { WholeGateway } from "../support/whole-gateway";

const PAGE = "docs/storefronts.md";
const ORIGIN = "https://pizza.example";
const CLIENTS: readonly ClientCase[] = [
  ...apolloClients,
  ...urqlClients,
  relayClient,
  codegenClient,
  ...plainClients,
];

let gateway: WholeGateway;
let place: ClientPlace;
let dish: unknown;
const rows: ClientRow[] = [];

beforeAll(async () => {
  gateway = await WholeGateway.start({ publicMutationBurst: 100, allowedOrigins: [ORIGIN] });
  const branchId = await gateway.demoBranchId();
  const { data } = await placeOrder(gateway, await demoOrderInput(gateway, branchId));
  const token = data.createOrder.trackingToken ?? "";
  const folder = await mkdtemp(join(tmpdir(), "clients-"));
  place = {
    url: `${gateway.url}/graphql`,
    webSocketUrl: gateway.webSocketUrl,
    branchId,
    token,
    folder,
  };
  const asked = await gateway.ask<{ products: { nodes: unknown[] } }>(
    `{ products(branchId: "${branchId}", first: 1) { nodes { id name } } }`,
  );
  dish = asked.data.products.nodes[0];
});

afterAll(async () => {
  await gateway.stop();
  await rm(place.folder, { recursive: true, force: true });
});

describe.each(CLIENTS)("$name", (client) => {
  const traffic = new Traffic();
  let open: OpenClient;
  let [query, mutation, subscription] = ["-", "-", "-"];

  beforeAll(async () => {
    open = await client.open(place, traffic);
  });

  afterAll(async () => {
    await open.close?.();
    rows.push({ client, query, mutation, subscription, headers: traffic.headers });
  });

  it("runs a query", async () => {
    expect(await open.query()).toMatchObject({ products: { nodes: [dish] } });
    query = traffic.takeWays();
  });

  it("runs a mutation, or is told why not", async () => {
    if (!open.mutate) return;
    if (client.refused?.mutate) await expect(open.mutate()).rejects.toThrow(client.refused.mutate);
    else
      expect(await open.mutate()).toMatchObject({
        createOrderChallenge: { challenge: { bits: expect.any(Number) as number } },
      });
    mutation = client.refused?.mutate ? "refused" : traffic.takeWays();
  });

  it("follows an order, or is told how to", async () => {
    if (!open.subscribe) return;
    if (client.refused?.subscribe)
      await expect(open.subscribe()).rejects.toThrow(client.refused.subscribe);
    else
      expect(await open.subscribe()).toMatchObject({
        trackOrder: { cursor: expect.any(String) as string },
      });
    subscription = client.refused?.subscribe ? "refused" : traffic.takeWays();
  });

  it("sends only what a permitted page may send", async () => {
    const asked = ["content-type", ...traffic.headers].join(",");
    const headers = {
      origin: ORIGIN,
      "access-control-request-method": "POST",
      "access-control-request-headers": asked,
    };
    const answer = await fetch(place.url, { method: "OPTIONS", headers });
    const allowed = answer.headers.get("access-control-allow-headers")?.split(", ");
    expect(allowed).toEqual(expect.arrayContaining([...traffic.headers]));
  });
});

it("leaves nothing unexpected in the log", () => {
  expect(gateway.log.filter((line) => line.includes("unexpected error"))).toEqual([]);
});

it(`the table in ${PAGE} matches these results`, async () => {
  const page = await readFile(PAGE, "utf8");
  const written = withClientsTable(page, rows);
  if (process.env["WRITE_CLIENTS_TABLE"] === "true") await writeFile(PAGE, written);
  else expect(page).toBe(written);
});
