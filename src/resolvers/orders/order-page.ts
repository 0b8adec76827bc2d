import { Field, ID, InputType, registerEnumType } from "type-graphql";

import { NOT_OF_LIST } from "../../domain/faults/thrown-texts";
import { type Viewer } from "../../domain/access/viewer";
import { Order } from "../../entities/orders/order";
import { AttentionReason } from "../../domain/orders/order-attention";
import { Fulfilment } from "../../domain/ticket/order-ticket";
import { InvalidInput } from "../../errors";
import {
  type FindOrders,
  type OrderUrgency,
  type UrgentPlace,
} from "../../services/orders/read/find-orders";
import { AtMost, PHONE } from "../schema/at-most";
import { type Connection, connectionOf, pageOfFound } from "../schema/connection";
import { cursorOf, newestAsked, pageOfNewest, placeOf } from "../schema/newest-first";
import { InjectionState } from "./order-enums";
import { OrderStatus } from "./order-status";
import { DateTime } from "../schema/scalars";

export enum OrderSort {
  NEWEST_FIRST = "NEWEST_FIRST",
  NEEDS_PEOPLE_FIRST = "NEEDS_PEOPLE_FIRST",
}
registerEnumType(OrderSort, {
  name: "OrderSort",
  description: "Cursors are of one order only.",
  valuesConfig: {
    NEWEST_FIRST: { description: "By the moment they were taken, whatever has become of them." },
    NEEDS_PEOPLE_FIRST: {
      description:
        "DEAD_LETTERED, then the other orders of deadLetters, then all others; of each kind the newest first. No number of newer orders hides one that waits for a person.",
    },
  },
});

/** What stands on top, where it is asked for. */
export const MOST_URGENT_FIRST: readonly OrderUrgency[] = ["DEAD", "WITH_PEOPLE", "NONE"];
export const WAITING_FOR_PEOPLE: readonly OrderUrgency[] = ["DEAD", "WITH_PEOPLE"];

@InputType({ description: "What is left out is not asked for." })
export class OrderFilter {
  @AtMost({ items: 5000 })
  @Field(() => [ID], {
    nullable: true,
    description: "Orders of these branches; those that your key is not for add nothing.",
  })
  branchIds?: string[] | null;

  @Field(() => [OrderStatus], {
    nullable: true,
    description: "Orders that have one of these statuses.",
  })
  statuses?: OrderStatus[] | null;

  @Field(() => [InjectionState], {
    nullable: true,
    description: "Orders that are in one of these states on their way to the till.",
  })
  injectionStates?: InjectionState[] | null;

  @Field(() => DateTime, { nullable: true, description: "This moment included." })
  createdFrom?: Date | null;

  @Field(() => DateTime, { nullable: true, description: "This moment not included." })
  createdTo?: Date | null;

  @AtMost(PHONE)
  @Field(() => String, {
    nullable: true,
    description: "A whole phone in any usual spelling, or at least its last 4 digits.",
  })
  phone?: string | null;

  @AtMost({ characters: 100 })
  @Field(() => String, { nullable: true, description: "The order's number, whole." })
  number?: string | null;

  @AtMost({ characters: 100 })
  @Field(() => String, { nullable: true, description: "How the guest's name begins." })
  name?: string | null;

  @AtMost({ characters: 100 })
  @Field(() => String, {
    nullable: true,
    description:
      "What a person types who looks for an order: its number, a phone or at least its last 4 digits, or how the guest's name begins.",
  })
  search?: string | null;

  @Field(() => [Fulfilment], {
    nullable: true,
    description: "Orders that the guest gets in one of these ways.",
  })
  fulfilments?: Fulfilment[] | null;

  @Field(() => Boolean, {
    nullable: true,
    description: "true: those that need a person, whatever the reason; false: all others.",
  })
  needsPerson?: boolean | null;

  @Field(() => [AttentionReason], {
    nullable: true,
    description: "Those that need a person for one of these reasons, a graver one or not.",
  })
  attention?: AttentionReason[] | null;
}

export const OrderConnection = connectionOf("Order", Order);

export interface OrderPage extends Connection<Order> {
  /** Of all pages; nothing is counted before somebody asks. */
  readonly count: () => Promise<number>;
}

export interface AskedPage {
  readonly first: number;
  readonly after: string | null | undefined;
}

/** @throws {InvalidInput} `first` is outside 0–100 or the cursor is none of ours */
export async function orderPage(
  orders: FindOrders,
  viewer: Viewer,
  filter: OrderFilter,
  { first, after }: AskedPage,
): Promise<OrderPage> {
  const { limit, place } = newestAsked(first, after);
  const found = await orders.execute(viewer, filter, limit, place);
  return { ...pageOfNewest(found, first, after), count: () => orders.count(viewer, filter) };
}

/**
 * The same, sorted by urgency first; only orders of these urgencies.
 *
 * @throws {InvalidInput} as `orderPage`
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
    after ? urgentPlaceOf(after) : null,
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

function urgentPlaceOf(cursor: string): UrgentPlace {
  const [, rank, place] = /^([0-2])(.+)$/.exec(cursor) ?? [];
  if (rank === undefined || place === undefined) throw new InvalidInput(NOT_OF_LIST);
  return { rank: Number(rank), place: placeOf(place) };
}
