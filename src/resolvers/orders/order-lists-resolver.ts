import { Arg, Authorized, Ctx, ID, Int, Query, Resolver } from "type-graphql";

import { type Context } from "../../context";
import { Scope } from "../../domain/access/viewer";
import { type FindOrderFlow } from "../../services/orders/read/find-order-flow";
import { type FindOrders } from "../../services/orders/read/find-orders";
import { AtMost, CURSOR } from "../schema/at-most";
import { minutesAsked, OrderFlowMinute } from "./order-flow";
import {
  MOST_URGENT_FIRST,
  OrderConnection,
  OrderFilter,
  type OrderPage,
  orderPage,
  OrderSort,
  urgentPage,
  WAITING_FOR_PEOPLE,
} from "./order-page";

interface UseCases {
  readonly findOrders: FindOrders;
  readonly findOrderFlow: FindOrderFlow;
}

/** The lists of orders that an operator works with. */
@Resolver()
export class OrderListsResolver {
  constructor(private readonly useCases: UseCases) {}

  @Query(() => OrderConnection, {
    description: "Orders of the key's branches, sorted by `sort`.",
  })
  @Authorized(Scope.OPERATOR)
  orders(
    @Ctx() { viewer }: Context,
    @Arg("first", () => Int, { defaultValue: 20 }) first: number,
    @Arg("filter", () => OrderFilter, {
      nullable: true,
      description: "Which orders. If omitted, all orders of the key's branches.",
    })
    filter?: OrderFilter | null,
    @AtMost(CURSOR) @Arg("after", () => String, { nullable: true }) after?: string | null,
    @Arg("sort", () => OrderSort, {
      defaultValue: OrderSort.NEWEST_FIRST,
      description: "Sort order.",
    })
    sort = OrderSort.NEWEST_FIRST,
  ): Promise<OrderPage> {
    const { findOrders } = this.useCases;
    if (sort === OrderSort.NEEDS_PEOPLE_FIRST)
      return urgentPage(findOrders, viewer, filter ?? {}, MOST_URGENT_FIRST, { first, after });
    return orderPage(findOrders, viewer, filter ?? {}, { first, after });
  }

  @Query(() => OrderConnection, {
    description:
      "Orders that the till did not accept and that nobody has confirmed: FALLBACK_SENT, DEAD_LETTERED, and those whose message to the staff is still being sent, for example because a channel asks to wait. DEAD_LETTERED first, then newest first.",
  })
  @Authorized(Scope.OPERATOR)
  deadLetters(
    @Ctx() { viewer }: Context,
    @Arg("first", () => Int, { defaultValue: 50 }) first: number,
    @Arg("branchId", () => ID, {
      nullable: true,
      description: "Only this branch. If omitted, all branches of the key.",
    })
    branchId?: string | null,
    @AtMost(CURSOR) @Arg("after", () => String, { nullable: true }) after?: string | null,
  ): Promise<OrderPage> {
    const filter = { branchIds: branchId ? [branchId] : null };
    return urgentPage(this.useCases.findOrders, viewer, filter, WAITING_FOR_PEOPLE, {
      first,
      after,
    });
  }

  @Query(() => [OrderFlowMinute], {
    description:
      "How a branch's orders have reached the till in the last minutes, oldest first, the current minute last. Empty for keys of other branches.",
  })
  @Authorized(Scope.OPERATOR)
  orderFlow(
    @Ctx() { viewer }: Context,
    @Arg("branchId", () => ID, { description: "The branch whose orders are counted: Branch.id." })
    branchId: string,
    @Arg("minutes", () => Int, { defaultValue: 60, description: "Number of minutes, 1 to 180." })
    minutes: number,
  ): Promise<OrderFlowMinute[]> {
    return this.useCases.findOrderFlow.execute(viewer, branchId, minutesAsked(minutes));
  }
}
