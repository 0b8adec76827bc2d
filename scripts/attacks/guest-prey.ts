import { anOrder } from "./an-order";
import { type Target } from "./target";

/** Someone's order, with words that appear nowhere else. */
export interface Prey {
  readonly orderId: string;
  readonly idempotencyKey: string;
  readonly token: string;
  readonly phone: string;
  readonly words: readonly string[];
}

const CREATE = `mutation ($input: CreateOrderInput!) {
  createOrder(input: $input) { order { id number } trackingToken userErrors { code } }
}`;

const kept = new WeakMap<Target, Promise<Prey>>();

/**
 * One order of another guest, shared by all attacks on a target: it is real, and goes to the
 * restaurant.
 */
export function preyOf(target: Target): Promise<Prey> {
  const prey = kept.get(target) ?? place(target);
  kept.set(target, prey);
  return prey;
}

async function place(target: Target): Promise<Prey> {
  const mark = String(Date.now()).slice(-7);
  const words = [`Жертва${mark}`, `Укромная${mark}`, `Записка${mark}`];
  const phone = `+7905${mark}`;
  const input = {
    ...(await anOrder(target, { method: "CASH" })),
    idempotencyKey: `prey-${mark}`,
    fulfilment: "DELIVERY",
    customer: { name: words[0], phone },
    address: { street: words[1], house: "7" },
    comment: words[2],
  };
  const { text } = await target.ask(
    CREATE,
    { input },
    target.adminApiKey === undefined ? {} : target.asAdmin(),
  );
  const { data } = JSON.parse(text) as {
    data: { createOrder: { order: { id: string } | null; trackingToken: string | null } };
  };
  const { order, trackingToken } = data.createOrder;
  if (order === null || trackingToken === null)
    throw new Error(`No order to attack: ${text.slice(0, 200)}`);
  return {
    orderId: order.id,
    idempotencyKey: input.idempotencyKey,
    token: trackingToken,
    phone,
    words: [...words, phone],
  };
}
