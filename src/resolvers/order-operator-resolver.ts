import { Arg, Authorized, Ctx, FieldResolver, ID, Int, Mutation, Query, Resolver, Root } from "type-graphql";

import { type Context } from "../context";
import { isUnderWay } from "../domain/injection-state";
import { Scope } from "../domain/viewer";
import { Order } from "../entities/order";
import { type OrderPartsLoader } from "../loaders/order-parts-loader";
import { type StuckOrdersLoader } from "../loaders/stuck-orders-loader";
import { LONGEST_KEY } from "../services/orders/operate/new-command";
import { type CancelOrder, LONGEST_REASON } from "../services/orders/operate/cancel-order";
import { type FindOrderFlow } from "../services/orders/read/find-order-flow";
import { type FindOrders } from "../services/orders/read/find-orders";
import {
  LONGEST_NOTE,
  LONGEST_POS_NUMBER,
  type MarkEnteredByHand,
} from "../services/orders/operate/mark-entered-by-hand";
import { mayCancelOrder } from "../services/orders/operate/may-cancel-order";
import { type RenewTrackingToken } from "../services/orders/operate/renew-tracking-token";
import { type RetryDeadLetters } from "../services/orders/operate/retry-dead-letters";
import { type RetryOrder } from "../services/orders/operate/retry-order";
import { AtMost, CURSOR } from "./types/at-most";
import { toSendingJob } from "./types/job";
import { OrderCancellation, toCancellation } from "./types/order-cancellation";
import { minutesAsked, OrderFlowMinute } from "./types/order-flow";
import {
  MOST_URGENT_FIRST,
  OrderConnection,
  OrderFilter,
  orderPage,
  type OrderPage,
  OrderSort,
  urgentPage,
  WAITING_FOR_PEOPLE,
} from "./types/order-page";
import { OrderPayload, RetryOrdersPayload, TrackingTokenPayload } from "./types/order-payload";
import { DateTime } from "./types/scalars";
import { payloadOf, toWarning } from "./types/user-error";

interface UseCases {
  readonly findOrders: FindOrders;
  readonly findOrderFlow: FindOrderFlow;
  readonly retryOrder: RetryOrder;
  readonly retryDeadLetters: RetryDeadLetters;
  readonly markEnteredByHand: MarkEnteredByHand;
  readonly cancelOrder: CancelOrder;
  readonly renewTrackingToken: RenewTrackingToken;
  readonly parts: OrderPartsLoader;
  readonly stuckOrders: StuckOrdersLoader;
}

/** What people do about orders: operators, and guests who change their minds. */
@Resolver(() => Order)
export class OrderOperatorResolver {
  constructor(private readonly useCases: UseCases) {}

  @Query(() => OrderConnection, { description: "Orders of the branches the key is for, sorted as `sort` says." })
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
    @Arg("sort", () => OrderSort, { defaultValue: OrderSort.NEWEST_FIRST }) sort = OrderSort.NEWEST_FIRST,
  ): Promise<OrderPage> {
    const { findOrders } = this.useCases;
    if (sort === OrderSort.NEWEST_FIRST) return orderPage(findOrders, viewer, filter ?? {}, { first, after });
    return urgentPage(findOrders, viewer, filter ?? {}, MOST_URGENT_FIRST, { first, after });
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
    return urgentPage(this.useCases.findOrders, viewer, filter, WAITING_FOR_PEOPLE, { first, after });
  }

  @Query(() => [OrderFlowMinute], {
    description:
      "How a branch's orders have been flowing into the till: the last minutes, the oldest first, the running one last. " +
      "Empty for keys of other branches.",
  })
  @Authorized(Scope.OPERATOR)
  orderFlow(
    @Ctx() { viewer }: Context,
    @Arg("branchId", () => ID, { description: "The branch whose orders are counted: Branch.id." }) branchId: string,
    @Arg("minutes", () => Int, { defaultValue: 60, description: "1 to 180." }) minutes: number,
  ): Promise<OrderFlowMinute[]> {
    return this.useCases.findOrderFlow.execute(viewer, branchId, minutesAsked(minutes));
  }

  @Mutation(() => OrderPayload, {
    description:
      "Sends a stuck order to the till again. The till is looked at first: a retry never makes a second order.",
  })
  @Authorized(Scope.OPERATOR)
  retryOrder(
    @Ctx() { viewer, locale }: Context,
    @Arg("id", () => ID, { description: "The order: Order.id." }) id: string,
    @Arg("force", () => Boolean, {
      defaultValue: false,
      description: "Although the staff may be entering the order, or its outcome is not known yet.",
    })
    force: boolean,
    @AtMost({ characters: LONGEST_KEY, asUserError: true })
    @Arg("idempotencyKey", () => String, {
      nullable: true,
      description:
        "Your own key for this retry: a repeat with it asks for nothing more. Left out: each call is a retry of its own.",
    })
    idempotencyKey?: string | null,
  ): Promise<OrderPayload> {
    const request = { id, force, idempotencyKey: idempotencyKey ?? null };
    return payloadOf(locale, async () => ({ order: await this.useCases.retryOrder.execute(viewer, request) }));
  }

  @Mutation(() => RetryOrdersPayload, {
    description:
      "Sends a branch's DEAD_LETTERED orders again, oldest first, at most 100 a call. FALLBACK_SENT is left to the staff who were told.",
  })
  @Authorized(Scope.OPERATOR)
  async retryDeadLetters(
    @Ctx() { viewer, locale }: Context,
    @Arg("branchId", () => ID, { description: "The branch whose orders are sent again: Branch.id." }) branchId: string,
    @AtMost({ characters: 100 })
    @Arg("errorCode", () => String, { nullable: true, description: "As in lastError.upstreamCode." })
    errorCode?: string | null,
    @Arg("olderThan", () => DateTime, {
      nullable: true,
      description: "Only orders that were taken before this moment; left out: all.",
    })
    olderThan?: Date | null,
  ): Promise<RetryOrdersPayload> {
    const filter = { branchId, errorCode: errorCode ?? null, olderThan: olderThan ?? null };
    const {
      retried = [],
      skipped: left = [],
      userErrors,
    } = await payloadOf(locale, () => this.useCases.retryDeadLetters.execute(viewer, filter));
    const skipped = left.map((fault) => toWarning(fault, locale));
    return { orders: retried.map(({ order }) => order), jobs: retried.map(toSendingJob), skipped, userErrors };
  }

  @Mutation(() => OrderPayload, { description: "Says that the staff have entered the order into the till." })
  @Authorized(Scope.OPERATOR)
  markOrderEnteredByHand(
    @Ctx() { viewer, locale }: Context,
    @Arg("id", () => ID, { description: "The order: Order.id." }) id: string,
    @AtMost({ characters: LONGEST_POS_NUMBER, asUserError: true })
    @Arg("posNumber", () => String, { description: "The order's number in the till." })
    posNumber: string,
    @AtMost({ characters: LONGEST_NOTE, asUserError: true })
    @Arg("note", () => String, { nullable: true, description: "For other operators; guests never see it." })
    note?: string | null,
  ): Promise<OrderPayload> {
    return payloadOf(locale, async () => {
      return { order: await this.useCases.markEnteredByHand.execute(viewer, id, posNumber, note ?? null) };
    });
  }

  @Mutation(() => OrderPayload, {
    description: "Cancels an order: at once before it was sent; in the till by a job, see `cancellation`.",
  })
  @Authorized(Scope.CUSTOMER)
  cancelOrder(
    @Ctx() { viewer, locale }: Context,
    @Arg("id", () => ID, { description: "The order: Order.id." }) id: string,
    @AtMost({ characters: LONGEST_REASON, asUserError: true })
    @Arg("reason", () => String, { description: "For the restaurant." })
    reason: string,
    @AtMost({ characters: LONGEST_KEY, asUserError: true })
    @Arg("idempotencyKey", () => String, {
      nullable: true,
      description:
        "Your own key for this wish: a repeat with it asks for nothing more. Left out: each call is a wish of its own.",
    })
    idempotencyKey?: string | null,
  ): Promise<OrderPayload> {
    const request = { id, reason, idempotencyKey: idempotencyKey ?? null };
    return payloadOf(locale, async () => ({ order: await this.useCases.cancelOrder.execute(viewer, request) }));
  }

  @Mutation(() => TrackingTokenPayload, {
    description:
      "Gives the order another tracking token, for whoever may see it. The old one ends at once, and so does what follows the " +
      "order with it.",
  })
  @Authorized(Scope.CUSTOMER)
  renewTrackingToken(
    @Ctx() { viewer, locale }: Context,
    @Arg("id", () => ID, { description: "The order: Order.id." }) id: string,
  ): Promise<TrackingTokenPayload> {
    return payloadOf(locale, () => this.useCases.renewTrackingToken.execute(viewer, id));
  }

  @FieldResolver(() => Boolean, { description: "May whoever asks cancel the order now?" })
  async cancellable(@Ctx() context: Context, @Root() order: Order): Promise<boolean> {
    const { id, injectionState } = order;
    const stuck = isUnderWay(injectionState) && (await this.useCases.stuckOrders.load(context, id));
    return mayCancelOrder(context.viewer, order, stuck);
  }

  @FieldResolver(() => OrderCancellation, { nullable: true, description: "The newest wish to cancel the order." })
  async cancellation(@Ctx() context: Context, @Root() order: Order): Promise<OrderCancellation | null> {
    const commands = await this.useCases.parts.commands(context).load(order.id);
    return toCancellation(commands, order, context);
  }
}
