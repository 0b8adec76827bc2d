import { randomUUID } from "node:crypto";

import { type GatewayAnswer, type WholeGateway } from "./whole-gateway";

interface Menu {
  readonly products: { readonly nodes: readonly SoldProduct[] };
}

interface SoldProduct {
  readonly article: string;
  readonly sizes: readonly { readonly price: object | null }[];
  readonly optionGroups: readonly { readonly min: number }[];
}

interface Created {
  readonly createOrder: {
    readonly order: { readonly id: string } | null;
    readonly trackingToken: string | null;
    readonly userErrors: readonly object[];
  };
}

const MENU = `query ($branchId: ID!) {
  products(branchId: $branchId, first: 100) { nodes { article sizes { price { amount } } optionGroups { min } } }
}`;

const CREATE_ORDER = `mutation ($input: CreateOrderInput!) {
  createOrder(input: $input) { order { id } trackingToken userErrors { code field message } }
}`;

/** A pick-up of one dish that needs no choices; `change` overrides what a test is about. */
export async function demoOrderInput(
  gateway: WholeGateway,
  branchId: string,
  change: object = {},
): Promise<object> {
  const { data } = await gateway.ask<Menu>(MENU, { branchId });
  const dish = data.products.nodes.find(
    ({ sizes, optionGroups }) => sizes[0]?.price && optionGroups.every(({ min }) => min === 0),
  );
  return {
    idempotencyKey: randomUUID(),
    branchId,
    fulfilment: "PICKUP",
    lines: [{ article: dish?.article ?? "" }],
    customer: { name: "Guest", phone: "+79005550101" },
    payment: { method: "CASH" },
    ...change,
  };
}

/** Sends the order and returns the whole answer. */
export function placeOrder(
  gateway: WholeGateway,
  input: object,
  credential?: string,
): Promise<GatewayAnswer<Created>> {
  return gateway.ask<Created>(CREATE_ORDER, { input }, credential);
}
