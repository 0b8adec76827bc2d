import { Arg, Authorized, Ctx, FieldResolver, ID, Mutation, Resolver, Root } from "type-graphql";

import { type Context } from "../../context";
import { isUnderWay } from "../../domain/orders/injection-state";
import { Scope } from "../../domain/access/viewer";
import { Order } from "../../entities/orders/order";
import { type OrderPartsLoader } from "../../loaders/orders/order-parts-loader";
import { type StuckOrdersLoader } from "../../loaders/orders/stuck-orders-loader";
import { LONGEST_KEY } from "../../services/orders/operate/new-command";
import { type CancelOrder, LONGEST_REASON } from "../../services/orders/operate/cancel-order";
import {
  LONGEST_NOTE,
  LONGEST_POS_NUMBER,
  type MarkEnteredByHand,
} from "../../services/orders/operate/mark-entered-by-hand";
import { mayCancelOrder } from "../../services/orders/operate/may-cancel-order";
import { type RenewTrackingToken } from "../../services/orders/operate/renew-tracking-token";
import { type RetryDeadLetters } from "../../services/orders/operate/retry-dead-letters";
import { type RetryOrder } from "../../services/orders/operate/retry-order";
import { AtMost } from "../schema/at-most";
import { toSendingJob } from "../jobs/job";
import { OrderCancellation, toCancellation } from "./order-cancellation";
import { OrderPayload, RetryOrdersPayload, TrackingTokenPayload } from "./order-payload";
import { DateTime } from "../schema/scalars";
import { payloadOf, toWarning } from "../schema/user-error";

interface UseCases {
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
    return payloadOf(locale, async () => ({
      order: await this.useCases.retryOrder.execute(viewer, request),
    }));
  }

  @Mutation(() => RetryOrdersPayload, {
    description:
      "Sends a branch's DEAD_LETTERED orders again, oldest first, at most 100 a call. FALLBACK_SENT is left to the staff who were told.",
  })
  @Authorized(Scope.OPERATOR)
  async retryDeadLetters(
    @Ctx() { viewer, locale }: Context,
    @Arg("branchId", () => ID, {
      description: "The branch whose orders are sent again: Branch.id.",
    })
    branchId: string,
    @AtMost({ characters: 100 })
    @Arg("errorCode", () => String, {
      nullable: true,
      description: "As in lastError.upstreamCode.",
    })
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
    return {
      orders: retried.map(({ order }) => order),
      jobs: retried.map(toSendingJob),
      skipped,
      userErrors,
    };
  }

  @Mutation(() => OrderPayload, {
    description: "Says that the staff have entered the order into the till.",
  })
  @Authorized(Scope.OPERATOR)
  markOrderEnteredByHand(
    @Ctx() { viewer, locale }: Context,
    @Arg("id", () => ID, { description: "The order: Order.id." }) id: string,
    @AtMost({ characters: LONGEST_POS_NUMBER, asUserError: true })
    @Arg("posNumber", () => String, { description: "The order's number in the till." })
    posNumber: string,
    @AtMost({ characters: LONGEST_NOTE, asUserError: true })
    @Arg("note", () => String, {
      nullable: true,
      description: "For other operators; guests never see it.",
    })
    note?: string | null,
  ): Promise<OrderPayload> {
    return payloadOf(locale, async () => {
      return {
        order: await this.useCases.markEnteredByHand.execute(viewer, id, posNumber, note ?? null),
      };
    });
  }

  @Mutation(() => OrderPayload, {
    description:
      "Cancels an order: at once before it was sent; in the till by a job, see `cancellation`.",
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
    return payloadOf(locale, async () => ({
      order: await this.useCases.cancelOrder.execute(viewer, request),
    }));
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

  @FieldResolver(() => OrderCancellation, {
    nullable: true,
    description: "The newest wish to cancel the order.",
  })
  async cancellation(
    @Ctx() context: Context,
    @Root() order: Order,
  ): Promise<OrderCancellation | null> {
    const commands = await this.useCases.parts.commands(context).load(order.id);
    return toCancellation(commands, order, context);
  }
}
