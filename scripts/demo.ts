import { randomUUID } from "node:crypto";

import { createClient } from "graphql-ws";
import { WebSocket } from "ws";

import { type Basket, chooseBasket, type DemoMenu } from "./demo/choose-basket";

const GATEWAY_URL = process.env["GATEWAY_URL"] ?? "http://127.0.0.1:4000";
/** The sandbox delivers within half a minute; a till that takes longer is broken. */
const PATIENCE_MS = 180_000;

const MENU = `query DemoMenu($branchId: ID!) {
  menu(branchId: $branchId) {
    sections { name products(first: 100, availableOnly: true) { nodes {
      article name
      sizes { id name isDefault price { amount } availability { available } }
      optionGroups { name min max options { id article name price { amount } availability { available } } }
    } } }
  }
}`;

const CREATE = `mutation DemoOrder($input: CreateOrderInput!) {
  createOrder(input: $input) {
    order { id number totals { total { amount currencyCode } } injection { state } }
    trackingToken
    userErrors { code field message }
  }
}`;

const TRACK = `subscription DemoTracking($token: String!) {
  trackOrder(token: $token) {
    at summary
    ... on OrderStatusEvent { to }
    ... on InjectionEvent { state }
  }
}`;

interface CreateOrderAnswer {
  createOrder: {
    order: {
      id: string;
      number: string;
      totals: { total: { amount: string; currencyCode: string } };
    } | null;
    trackingToken: string | null;
    userErrors: { code: string; field: string[] | null; message: string }[];
  };
}

interface TrackedEvent {
  trackOrder: { at: string; summary: string; to?: string; state?: string };
}

/** A storefront in one file: reads the menu, places an order, and follows it to the door. */
async function demo(): Promise<void> {
  const { branches } = await ask<{ branches: { nodes: { id: string; name: string }[] } }>(
    "{ branches(first: 1) { nodes { id name } } }",
  );
  const branch = branches.nodes[0];
  if (!branch) throw new Error("The gateway has no branch; start it on the sandbox with npm start");
  const { menu } = await ask<{ menu: DemoMenu }>(MENU, { branchId: branch.id });
  const products = menu.sections.flatMap((section) => section.products.nodes);
  print(`${branch.name}: ${menu.sections.length} sections, ${products.length} products`);

  const basket = chooseBasket(products);
  print(`Basket: ${basket.description}`);
  const token = await placeOrder(branch.id, basket);
  await follow(token);
}

async function placeOrder(branchId: string, { line }: Basket): Promise<string> {
  const input = {
    idempotencyKey: randomUUID(),
    branchId,
    fulfilment: "DELIVERY",
    lines: [line],
    customer: { name: "Демо Гость", phone: "+7 900 000-00-00" },
    address: { city: "Москва", street: "Печная", house: "1", flat: "2" },
    payment: { method: "CASH" },
  };
  const { createOrder } = await ask<CreateOrderAnswer>(CREATE, { input });
  const { order, trackingToken, userErrors } = createOrder;
  if (!order || !trackingToken)
    throw new Error(`The order was refused: ${JSON.stringify(userErrors)}`);
  const { amount, currencyCode } = order.totals.total;
  print(`Order № ${order.number} is taken: ${amount} ${currencyCode}`);
  return trackingToken;
}

async function follow(token: string): Promise<void> {
  const client = createClient({
    url: `${GATEWAY_URL.replace(/^http/, "ws")}/graphql`,
    webSocketImpl: WebSocket,
  });
  const outOfPatience = setTimeout(
    () => fail(new Error("The order was not delivered in time")),
    PATIENCE_MS,
  );
  try {
    for await (const { data, errors } of client.iterate<TrackedEvent>({
      query: TRACK,
      variables: { token },
    })) {
      if (!data) throw new Error(JSON.stringify(errors));
      const { at, to, state, summary } = data.trackOrder;
      print(`${at.slice(11, 23)}  ${(to ?? `till: ${state}`).padEnd(22)} ${summary}`);
      if (to === "CANCELLED") throw new Error("The restaurant cancelled the order");
      if (to === "DELIVERED") break;
    }
  } finally {
    clearTimeout(outOfPatience);
    await client.dispose();
  }
}

async function ask<T>(query: string, variables: object = {}): Promise<T> {
  const response = await fetch(`${GATEWAY_URL}/graphql`, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify({ query, variables }),
  });
  const { data, errors } = (await response.json()) as { data?: T; errors?: { message: string }[] };
  if (!data || errors) throw new Error(`The gateway answered: ${JSON.stringify(errors)}`);
  return data;
}

function print(line: string): void {
  console.log(line);
}

function fail(error: unknown): void {
  console.error(error instanceof Error ? error.message : error);
  process.exit(1);
}

demo().catch(fail);
