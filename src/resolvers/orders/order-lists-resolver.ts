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
  orderPage,
  type OrderPage,
  OrderSort,
  urgentPage,
  WAITING_FOR_PEOPLE,
} from "./order-page";

interface UseCases {
  readonly findOrders: FindOrders;
  readonly findOrderFlow: FindOrderFlow;
}

/** The orders that an operator looks at. */
@Resolver()
export class OrderListsResolver {
  constructor(private readonly useCases: UseCases) {}

  @Query(() => OrderConnection, {
    description: "Orders of the branches the key is for, sorted as `sort` says.",
  })
  @Authorized(Scope.OPERATOR)
  orders(
    @Ctx() { viewer }: Context,
    @Arg("first", () => Int, { defaultValue: 20 }) first: number,
    @Arg("filter", () => OrderFilter, {
      nullable: true,
      description: "Which orders; left out: all of the key's branches.",
    })
    filter?: OrderFilter | null,
    @AtMost(CURSOR) @Arg("after", () => String, { nullable: true }) after?: string | null,
    @Arg("sort", () => OrderSort, {
      defaultValue: OrderSort.NEWEST_FIRST,
      description: "What stands on top.",
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
      "Orders that the till did not take and nobody has answered for: FALLBACK_SENT, DEAD_LETTERED, and those whose message " +
      "is still on its way to the staff, because a channel asks for a pause for example. DEAD_LETTERED first, then the newest.",
  })
  @Authorized(Scope.OPERATOR)
  deadLetters(
    @Ctx() { viewer }: Context,
    @Arg("first", () => Int, { defaultValue: 50 }) first: number,
    @Arg("branchId", () => ID, {
      nullable: true,
      description: "Of this branch alone; left out: of all branches the key is for.",
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
      "How a branch's orders have been flowing into the till: the last minutes, the oldest first, the running one last. " +
      "Empty for keys of other branches.",
  })
  @Authorized(Scope.OPERATOR)
  orderFlow(
    @Ctx() { viewer }: Context,
    @Arg("branchId", () => ID, { description: "The branch whose orders are counted: Branch.id." })
    branchId: string,
    @Arg("minutes", () => Int, { defaultValue: 60, description: "1 to 180." }) minutes: number,
  ): Promise<OrderFlowMinute[]> {
    return this.useCases.findOrderFlow.execute(viewer, branchId, minutesAsked(minutes));
  }
}
