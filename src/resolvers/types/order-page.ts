import { Field, ID, InputType } from "type-graphql";

import { isUuid } from "../../domain/ids";
import { Order } from "../../entities/order";
import { InvalidInput } from "../../errors";
import { type OrderPlace } from "../../services/orders/read/find-orders";
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

/**
 * What to ask for to show one page: one order more than it holds, to know whether there is another page.
 *
 * @throws {InvalidInput} `first` is outside 0–100 or the cursor is none of ours
 */
export function ordersAsked(first: number, after: string | null | undefined) {
  if (first < 0 || first > MAX_PAGE) throw new InvalidInput(`first must be between 0 and ${MAX_PAGE}`);
  return { limit: first + 1, place: after ? placeOf(after) : null };
}

export function pageOfOrders(
  found: readonly Order[],
  first: number,
  after: string | null | undefined,
): Connection<Order> {
  return pageOfFound(found, first, after, (node) => ({ cursor: cursorOf(node), node }));
}

function cursorOf({ createdAt, id }: Order): string {
  return Buffer.from(`${createdAt.getTime()}.${id}`).toString("base64url");
}

function placeOf(cursor: string): OrderPlace {
  const [, time = "", id = ""] = /^(\d{1,15})\.(.+)$/.exec(Buffer.from(cursor, "base64url").toString()) ?? [];
  if (!isUuid(id)) throw new InvalidInput("after is not a cursor of this list");
  return { createdAt: new Date(Number(time)), id };
}
