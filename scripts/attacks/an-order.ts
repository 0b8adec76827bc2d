import { randomUUID } from "node:crypto";

import { type Target } from "./target";

const DISHES = `query ($branchId: ID!) {
  products(branchId: $branchId, first: 100) { nodes { article sizes { price { amount } } optionGroups { min } } }
}`;

interface Dish {
  readonly article: string;
  readonly sizes: readonly { readonly price: object | null }[];
  readonly optionGroups: readonly { readonly min: number }[];
}

/** Input of an order that is accepted, unless something is wrong with its payment. */
export async function anOrder(target: Target, payment: object): Promise<object> {
  return {
    ...(await aBasket(target)),
    idempotencyKey: `attack-${randomUUID()}`,
    customer: { name: "Attack", phone: "+79005550003" },
    payment,
  };
}

/** Input for quoting one dish. */
export async function aBasket(target: Target): Promise<object> {
  const { text } = await target.ask(DISHES, { branchId: target.branchId });
  const { data } = JSON.parse(text) as { data: { products: { nodes: Dish[] } } };
  const dish = data.products.nodes.find(
    ({ sizes, optionGroups }) => sizes[0]?.price && optionGroups.every(({ min }) => min === 0),
  );
  return { branchId: target.branchId, fulfilment: "PICKUP", lines: [{ article: dish?.article }] };
}
