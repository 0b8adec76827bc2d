import { demoOrderInput, placeOrder } from "../support/demo-order";
import { eventually } from "../support/eventually";
import { type GraphqlAnswer } from "../support/sample-server";
import { WebSocketClient } from "../support/websocket-client";
import { WholeGateway } from "../support/whole-gateway";

/** What must not be found anywhere: each value is unique. */
const PHONE = "+79005550177";
const SPOKEN_PHONE = "8 (900) 555-01-77";
const NAME = "Аделаида Приватная";
const STREET = "улица Тайная";
const COMMENT = "код домофона 4517K";
const TRACES = ["9005550177", "555-01-77", "Приватная", "Тайная", "4517K"];

let gateway: WholeGateway;
let branchId: string;
const secrets: string[] = [];
const answers: string[] = [];

beforeAll(async () => {
  gateway = await WholeGateway.start({ publicMutationBurst: 0 });
  branchId = await gateway.demoBranchId();
  secrets.push(gateway.adminKey, gateway.customerSecret);
  await askBadly();
  await orderWell();
  await fallBack();
});

afterAll(() => gateway.stop());

describe("whatever happens", () => {
  it("is logged at all", () => {
    expect(gateway.log.length).toBeGreaterThan(50);
    expect(gateway.log.some((line) => line.includes('"path":"/graphql"'))).toBe(true);
    expect(gateway.log.some((line) => line.includes("/webhooks/iiko/:organizationId"))).toBe(true);
  });

  it.each(TRACES)("leaves no %s in the log", (trace) => {
    expect(gateway.log.filter((line) => line.includes(trace))).toEqual([]);
  });

  it("leaves no token and no key in the log", () => {
    expect(secrets.length).toBeGreaterThan(6);
    const leaked = gateway.log.filter((line) => secrets.some((secret) => line.includes(secret)));
    expect(leaked).toEqual([]);
  });

  it.each(TRACES)("leaves no %s in error messages", (trace) => {
    expect(answers.length).toBeGreaterThan(10);
    expect(answers.filter((text) => text.includes(trace))).toEqual([]);
  });

  it("leaves no token and no key in error messages", () => {
    expect(answers.filter((text) => secrets.some((secret) => text.includes(secret)))).toEqual([]);
  });
});

/** Only the errors, because data is the caller's own and was requested. */
function keepErrors(text: string): void {
  const { errors } = JSON.parse(text) as GraphqlAnswer;
  if (errors) answers.push(JSON.stringify(errors));
}

async function personalInput(change: object = {}): Promise<object> {
  const address = { city: "Москва", street: STREET, house: "7", comment: COMMENT };
  const customer = { name: NAME, phone: PHONE };
  return demoOrderInput(gateway, branchId, {
    fulfilment: "DELIVERY",
    address,
    customer,
    comment: COMMENT,
    ...change,
  });
}

/** Inputs that are refused at every entry point, with personal data in the worst places. */
async function askBadly(): Promise<void> {
  const input = await personalInput();
  const bad: object[] = [
    { ...input, customer: { name: NAME, phone: PHONE, extra: PHONE } },
    { ...input, customer: { name: NAME, phone: 79005550177 } },
    { ...input, customer: NAME },
    { ...input, fulfilment: NAME },
    { ...input, wantedAt: PHONE },
    { ...input, expectedTotal: PHONE },
    { ...input, lines: [{ article: PHONE, quantity: NAME }] },
    { ...input, branchId: { [PHONE]: NAME } },
    { ...input, customer: { name: NAME, phone: `${PHONE}${"9".repeat(60)}` } },
    { ...input, idempotencyKey: `${PHONE}\u0000` },
    { ...input, branchId: PHONE },
  ];
  for (const one of bad) keepErrors((await placeOrder(gateway, one)).text);
  const literals = [
    `mutation { createOrder(input: { customer: { name: "${NAME}", phone: "${PHONE}" } }) { replayed } }`,
    `mutation { createOrder(input: "${PHONE}") { replayed } }`,
    `{ branches(first: "${PHONE}") { nodes { id } } }`,
    `{ branch(id: "${PHONE}") { id } orderByIdempotencyKey(idempotencyKey: "${PHONE}") { id } trackedOrder(token: "${PHONE}") { id } }`,
    `{ branches "${NAME}" }`,
    `{ branches(after: "${PHONE}") { nodes { id } } }`,
  ];
  for (const document of literals) keepErrors((await gateway.ask(document)).text);
  keepErrors(await (await gateway.post(`{"query": "${PHONE}`)).text());
  await fetch(`${gateway.url}/nowhere/${PHONE}?phone=${PHONE}`);
  await fetch(`${gateway.url}/graphql?query={branches}&variables={"a":"${PHONE}`);
  await askAsSomebodyElse(input);
}

async function askAsSomebodyElse(input: object): Promise<void> {
  const forged = `${await gateway.customerToken(PHONE)}x`;
  const expired = await gateway.customerToken(PHONE, -60);
  const wrongKey = "rrk_0badc0de_abcdefghijklmnopqrstuvwxyzABCDEF";
  const valid = await gateway.customerToken(PHONE);
  secrets.push(forged, expired, wrongKey, valid);
  for (const credential of [forged, expired, wrongKey, valid]) {
    keepErrors((await placeOrder(gateway, { ...input, lines: [] }, credential)).text);
    const client = await WebSocketClient.open(gateway.webSocketUrl);
    client.send({ type: "connection_init", payload: { authorization: `Bearer ${credential}` } });
    client.subscribe("1", `subscription { trackOrder(token: "${PHONE}") { id } }`);
    await Promise.race([client.closed, client.answer("1")]);
    answers.push(JSON.stringify(client.received));
    client.socket.terminate();
  }
  const webhook = `${gateway.url}/webhooks/iiko/${PHONE}?token=${wrongKey}`;
  await fetch(webhook, {
    method: "POST",
    headers: { authorization: wrongKey },
    body: `{"phone":"${PHONE}"}`,
  });
}

/** An order that reaches the till and is followed. */
async function orderWell(): Promise<void> {
  const { data } = await placeOrder(
    gateway,
    await personalInput({ customer: { name: NAME, phone: SPOKEN_PHONE } }),
  );
  const { order, trackingToken } = data.createOrder;
  secrets.push(trackingToken ?? "no token");
  await injected(order?.id ?? "", "IN_POS");
}

/**
 * Orders that iiko answers with a fault that quotes the guest, and that no channel accepts at
 * first.
 */
async function fallBack(): Promise<void> {
  const settings = await gateway.ask<{ branch: { version: number } }>(
    `{ branch(id: "${branchId}") { version } }`,
  );
  const injection = { retryDelaysSeconds: [], acceptTimeoutSeconds: 10 };
  await gateway.ask(
    `mutation ($id: ID!, $version: Int!, $input: BranchSettingsInput!) {
       saveBranchSettings(branchId: $id, expectedVersion: $version, input: $input) { userErrors { code } } }`,
    {
      id: branchId,
      version: settings.data.branch.version,
      input: { injection, apiLogin: "demo-login" },
    },
    gateway.adminKey,
  );
  const quoting = {
    error: "INVALID",
    errorDescription: `Guest ${NAME}, phone ${PHONE}, address ${STREET}: ${COMMENT}`,
  };
  const faults = [
    {
      path: "/api/1/deliveries/create",
      times: 1,
      fault: { kind: "status", status: 400, body: quoting },
    },
    { path: "smtp", times: 1, fault: { kind: "status", status: 550 } },
    { path: "telegram", times: 1, fault: { kind: "status", status: 500 } },
  ];
  for (const fault of faults) {
    await fetch(`${gateway.sandboxUrl}/_sandbox/faults`, {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify(fault),
    });
  }
  const { data } = await placeOrder(gateway, await personalInput());
  const { order, trackingToken } = data.createOrder;
  secrets.push(trackingToken ?? "no token");
  await injected(order?.id ?? "", "FALLBACK_SENT");
}

async function injected(orderId: string, state: string): Promise<void> {
  const document = `{ order(id: "${orderId}") { injection { state } } }`;
  const look = async () =>
    (await gateway.ask(document, {}, gateway.adminKey)).text.includes(`"${state}"`);
  await eventually(look);
}
