import { Field, ID, InputType, registerEnumType } from "type-graphql";

import { type Viewer } from "../../domain/access/viewer";
import { NOT_OF_LIST } from "../../domain/errors/thrown-texts";
import { AttentionReason } from "../../domain/orders/order-attention";
import { Fulfilment } from "../../domain/ticket/order-ticket";
import { Order } from "../../entities/orders/order";
import { InvalidInput } from "../../errors";
import { type FindOrders, type UrgentPosition } from "../../services/orders/read/find-orders";
import { type OrderUrgency } from "../../services/orders/read/order-filter";
import { AtMost, PHONE } from "../schema/at-most";
import { type Connection, connectionOf, pageOfFound } from "../schema/connection";
import { cursorOf, newestAsked, pageOfNewest, positionOf } from "../schema/newest-first";
import { DateTime } from "../schema/scalars";
import { InjectionState } from "./order-enums";
import { OrderStatus } from "./order-status";

export enum OrderSort {
  NEWEST_FIRST = "NEWEST_FIRST",
  NEEDS_PEOPLE_FIRST = "NEEDS_PEOPLE_FIRST",
}
registerEnumType(OrderSort, {
  name: "OrderSort",
  description: "Sort order. Cursors are valid only for the sort order that they come from.",
  valuesConfig: {
    NEWEST_FIRST: {
      description: "By the time at which they were accepted, regardless of their state.",
    },
    NEEDS_PEOPLE_FIRST: {
      description:
        "DEAD_LETTERED first, then the other orders of deadLetters, then all others; each group newest first. Orders that wait for a person are never hidden by newer ones.",
    },
  },
});

/** Which orders come first, if sorting by urgency is requested. */
export const MOST_URGENT_FIRST: readonly OrderUrgency[] = ["DEAD", "WITH_PEOPLE", "NONE"];
export const WAITING_FOR_PEOPLE: readonly OrderUrgency[] = ["DEAD", "WITH_PEOPLE"];

@InputType({ description: "Criteria for orders. Omitted criteria do not restrict the result." })
export class OrderFilter {
  @AtMost({ items: 5000 })
  @Field(() => [ID], {
    nullable: true,
    description: "Orders of these branches. Branches that your key may not work on are ignored.",
  })
  branchIds?: string[] | null;

  @Field(() => [OrderStatus], {
    nullable: true,
    description: "Orders with one of these statuses.",
  })
  statuses?: OrderStatus[] | null;

  @Field(() => [InjectionState], {
    nullable: true,
    description: "Orders with one of these injection states.",
  })
  injectionStates?: InjectionState[] | null;

  @Field(() => DateTime, { nullable: true, description: "Orders accepted at or after this time." })
  createdFrom?: Date | null;

  @Field(() => DateTime, { nullable: true, description: "Orders accepted before this time." })
  createdTo?: Date | null;

  @AtMost(PHONE)
  @Field(() => String, {
    nullable: true,
    description: "A complete phone number in any usual spelling, or at least its last 4 digits.",
  })
  phone?: string | null;

  @AtMost({ characters: 100 })
  @Field(() => String, { nullable: true, description: "The complete number of the order." })
  number?: string | null;

  @AtMost({ characters: 100 })
  @Field(() => String, { nullable: true, description: "Beginning of the guest's name." })
  name?: string | null;

  @AtMost({ characters: 100 })
  @Field(() => String, {
    nullable: true,
    description:
      "Search text: the number of an order, a phone number or at least its last 4 digits, or the beginning of the guest's name.",
  })
  search?: string | null;

  @Field(() => [Fulfilment], {
    nullable: true,
    description: "Orders with one of these fulfilment types.",
  })
  fulfilments?: Fulfilment[] | null;

  @Field(() => Boolean, {
    nullable: true,
    description: "true: orders that need a person for any reason; false: all other orders.",
  })
  needsPerson?: boolean | null;

  @Field(() => [AttentionReason], {
    nullable: true,
    description:
      "Orders that need a person for one of these reasons, even if there is a more serious one.",
  })
  attention?: AttentionReason[] | null;
}

export const OrderConnection = connectionOf("Order", Order);

export interface OrderPage extends Connection<Order> {
  /** Number of orders on all pages; null: more than are counted. Counted only on request. */
  readonly count: () => Promise<number | null>;
}

export interface AskedPage {
  readonly first: number;
  readonly after: string | null | undefined;
}

/** @throws {InvalidInput} if `first` is outside 0–100 or the cursor is not ours */
export async function orderPage(
  orders: FindOrders,
  viewer: Viewer,
  filter: OrderFilter,
  { first, after }: AskedPage,
): Promise<OrderPage> {
  const { limit, position } = newestAsked(first, after);
  const found = await orders.execute(viewer, filter, limit, position);
  return { ...pageOfNewest(found, first, after), count: () => orders.count(viewer, filter) };
}

/**
 * Does the same, sorted by urgency first, with only orders of these urgencies.
 *
 * @throws {InvalidInput} as for `orderPage`
 */
export async function urgentPage(
  orders: FindOrders,
  viewer: Viewer,
  filter: OrderFilter,
  urgencies: readonly OrderUrgency[],
  { first, after }: AskedPage,
): Promise<OrderPage> {
  const { limit } = newestAsked(first, null);
  const found = await orders.byUrgency(
    viewer,
    filter,
    urgencies,
    limit,
    after ? urgentPositionOf(after) : null,
  );
  const toEdge = ({ rank, order }: (typeof found)[number]) => ({
    cursor: `${rank}${cursorOf(order)}`,
    node: order,
  });
  return {
    ...pageOfFound(found, first, after, toEdge),
    count: () => orders.count(viewer, filter, urgencies),
  };
}

function urgentPositionOf(cursor: string): UrgentPosition {
  const [, rank, position] = /^([0-2])(.+)$/.exec(cursor) ?? [];
  if (rank === undefined || position === undefined) throw new InvalidInput(NOT_OF_LIST);
  return { rank: Number(rank), position: positionOf(position) };
}
