import { Field, ID, InputType } from "type-graphql";

import { type Viewer } from "../../domain/viewer";
import { Order } from "../../entities/order";
import { type FindOrders } from "../../services/orders/read/find-orders";
import { AtMost, PHONE } from "./at-most";
import { type Connection, connectionOf } from "./connection";
import { newestAsked, pageOfNewest } from "./newest-first";
import { InjectionState } from "./order-enums";
import { OrderStatus } from "./order-status";
import { DateTime } from "./scalars";

@InputType({ description: "What is left out is not asked for." })
export class OrderFilter {
  @AtMost({ items: 5000 })
  @Field(() => [ID], { nullable: true })
  branchIds?: string[] | null;

  @Field(() => [OrderStatus], { nullable: true })
  statuses?: OrderStatus[] | null;

  @Field(() => [InjectionState], { nullable: true })
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
