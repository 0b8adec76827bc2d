import { type EntityManager } from "typeorm";

import { type GuestWords, wordsOfOrder } from "../../domain/guests/guest-words";
import { Order } from "../../entities/orders/order";
import { type OrderLine } from "../../entities/orders/order-line";
import { type ErasedGuest, PERSONAL_DATA } from "../../entities/personal-data";
import { type EventFeed } from "../../ports/event-feed";
import { readRows } from "../orders/rows/order-rows";

const ERASED_GUEST =
  "id uuid, idempotency_key text, external_payment_id text, pos_number text, erased_at timestamptz";

/**
 * Permanently removes everything about the guests from orders, as part of `tx`, according to the
 * list in src/entities/personal-data.ts. What was sold, for how much and when is kept, and so is
 * the order's history. The caller holds the orders' locks.
 */
export async function eraseOrders(
  tx: EntityManager,
  feed: EventFeed,
  orderIds: readonly string[],
  now: Date,
): Promise<void> {
  if (orderIds.length === 0) return;
  const orders = await readRows(tx, Order, "where id = any ($1)", [orderIds]);
  const lines = await tx.query<Pick<OrderLine, "orderId" | "comment">[]>(
    `select order_id as "orderId", comment from order_lines where order_id = any ($1) and comment is not null`,
    [orderIds],
  );
  const words = new Map(orders.map((order) => [order.id, wordsOf(order, lines)]));
  const guests = orders.map((order) => erasedGuest(order, words.get(order.id), now));
  for (const [table, { order, guest }] of Object.entries(PERSONAL_DATA)) {
    if (order === undefined || guest === undefined) continue;
    const changes = Object.entries(guest).map(([column, value]) => `${column} = ${value}`);
    await tx.query(
      `update ${table} o set ${changes.join(", ")} from jsonb_to_recordset($1::jsonb) as guest(${ERASED_GUEST})
       where o.${order} = guest.id`,
      [JSON.stringify(guests)],
    );
  }
  await strikeOut(tx, [...words.values()]);
  // Anyone who follows an order still holds what was read of it until now.
  await feed.announce(tx, ...orders.map(({ id }) => `order:${id}` as const));
}

function wordsOf(
  order: Order,
  lines: readonly Pick<OrderLine, "orderId" | "comment">[],
): GuestWords {
  const own = lines.filter(({ orderId }) => orderId === order.id);
  return wordsOfOrder(
    order,
    own.map(({ comment }) => comment),
  );
}

/** Keys and numbers chosen by others are kept if they reveal nothing about the guest. */
function erasedGuest(order: Order, words: GuestWords | undefined, now: Date): ErasedGuest {
  const { id, idempotencyKey, externalPaymentId, posNumber } = order;
  const tells = (text: string | null) => text !== null && words?.hide(text) !== text;
  return {
    id,
    idempotency_key: tells(idempotencyKey) ? `erased:${id}` : idempotencyKey,
    external_payment_id: tells(externalPaymentId) ? `erased:${id}` : externalPaymentId,
    pos_number: tells(posNumber) ? null : posNumber,
    erased_at: now.toISOString(),
  };
}

/** Removes the guests' words from texts that concern many orders, or none. */
async function strikeOut(tx: EntityManager, words: readonly GuestWords[]): Promise<void> {
  const literal = words
    .flatMap((each) => each.literal)
    .map((word) => `%${word.replace(/[\\%_]/g, "\\$&")}%`);
  const phones = words.flatMap((each) => each.phones);
  for (const [table, { quoting = {}, quotingOnly = {} }] of Object.entries(PERSONAL_DATA)) {
    for (const [column, type] of Object.entries(quoting)) {
      const found = await tx.query<{ id: string; text: string }[]>(
        `select id, ${column}::text as text from ${table}
         where ${quotingOnly[column] ?? "true"} and (${column}::text ilike any ($1) or ${column}::text ~ any ($2))
         for no key update`,
        [literal, phones],
      );
      for (const { id, text } of found) {
        const clean = words.reduce((rest, each) => hidden(each, rest, type), text);
        if (clean !== text)
          await tx.query(`update ${table} set ${column} = $2 where id = $1`, [id, clean]);
      }
    }
  }
}

/** A waiting web hook is JSON, too; anything that cannot be parsed is treated as text. */
function hidden(words: GuestWords, text: string, type: "text" | "json"): string {
  try {
    return JSON.stringify(words.hideIn(JSON.parse(text)));
  } catch {
    return type === "json" ? "{}" : words.hide(text);
  }
}
