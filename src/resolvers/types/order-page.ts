import { Field, ID, InputType } from "type-graphql";

import { isUuid } from "../../domain/ids";
import { type Viewer } from "../../domain/viewer";
import { Order } from "../../entities/order";
import { InvalidInput } from "../../errors";
import { type FindOrders, type OrderPlace } from "../../services/orders/read/find-orders";
import { type Connection, connectionOf, pageOfFound } from "./connection";
import { InjectionState } from "./order-enums";
import { OrderStatus } from "./order-status";
import { DateTime } from "./scalars";

@InputType({ description: "What is left out is not asked for." })
export class OrderFilter {
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

  @Field(() => String, {
    nullable: true,
    description: "A whole phone in any usual spelling, or at least its last 4 digits.",
  })
  phone?: string | null;

  @Field(() => String, { nullable: true, description: "The order's number, whole." })
  number?: string | null;

  @Field(() => String, { nullable: true, description: "How the guest's name begins." })
  name?: string | null;
}

export const OrderConnection = connectionOf("Order", Order);

const MAX_PAGE = 100;

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
  if (first < 0 || first > MAX_PAGE) throw new InvalidInput(`first must be between 0 and ${MAX_PAGE}`);
  // One more than the page holds, to know whether there is another page.
  const found = await orders.execute(viewer, filter, first + 1, after ? placeOf(after) : null);
  const page = pageOfFound(found, first, after, (node) => ({ cursor: cursorOf(node), node }));
  return { ...page, count: () => orders.count(viewer, filter) };
}

function cursorOf({ createdAt, id }: Order): string {
  return Buffer.from(`${createdAt.getTime()}.${id}`).toString("base64url");
}

function placeOf(cursor: string): OrderPlace {
  const [, time = "", id = ""] = /^(\d{1,15})\.(.+)$/.exec(Buffer.from(cursor, "base64url").toString()) ?? [];
  if (!isUuid(id)) throw new InvalidInput("after is not a cursor of this list");
  return { createdAt: new Date(Number(time)), id };
}
