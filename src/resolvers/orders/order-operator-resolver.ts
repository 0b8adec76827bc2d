import { Arg, Authorized, Ctx, FieldResolver, ID, Mutation, Resolver, Root } from "type-graphql";

import { type Context } from "../../context";
import { Scope } from "../../domain/access/viewer";
import { isUnderWay } from "../../domain/orders/injection-state";
import { Order } from "../../entities/orders/order";
import { type OrderPartsLoader } from "../../loaders/orders/order-parts-loader";
import { type StuckOrdersLoader } from "../../loaders/orders/stuck-orders-loader";
import { type CancelOrder, LONGEST_REASON } from "../../services/orders/operate/cancel-order";
import {
  LONGEST_NOTE,
  LONGEST_POS_NUMBER,
  type MarkEnteredByHand,
} from "../../services/orders/operate/mark-entered-by-hand";
import { mayCancelOrder } from "../../services/orders/operate/may-cancel-order";
import { LONGEST_KEY } from "../../services/orders/operate/new-command";
import { type RenewTrackingToken } from "../../services/orders/operate/renew-tracking-token";
import { type RetryDeadLetters } from "../../services/orders/operate/retry-dead-letters";
import { type RetryOrder } from "../../services/orders/operate/retry-order";
import { toSendingJob } from "../jobs/job";
import { AtMost } from "../schema/at-most";
import { DateTime } from "../schema/scalars";
import { payloadOf, toWarning } from "../schema/user-error";
import { OrderCancellation, toCancellation } from "./order-cancellation";
import { OrderPayload, RetryOrdersPayload, TrackingTokenPayload } from "./order-payload";

interface UseCases {
  readonly retryOrder: RetryOrder;
  readonly retryDeadLetters: RetryDeadLetters;
  readonly markEnteredByHand: MarkEnteredByHand;
  readonly cancelOrder: CancelOrder;
  readonly renewTrackingToken: RenewTrackingToken;
  readonly parts: OrderPartsLoader;
  readonly stuckOrders: StuckOrdersLoader;
}

/** What people do with orders: operators, and guests who change their minds. */
@Resolver(() => Order)
export class OrderOperatorResolver {
  constructor(private readonly useCases: UseCases) {}

  @Mutation(() => OrderPayload, {
    description:
      "Sends a stuck order to the till again. The gateway checks the till first, so a retry never creates a duplicate.",
  })
  @Authorized(Scope.OPERATOR)
  retryOrder(
    @Ctx() { viewer, locale }: Context,
    @Arg("id", () => ID, { description: "The order: Order.id." }) id: string,
    @Arg("force", () => Boolean, {
      defaultValue: false,
      description:
        "Retry even though the staff may be entering the order or its outcome is not known yet.",
    })
    force: boolean,
    @AtMost({ characters: LONGEST_KEY, asUserError: true })
    @Arg("idempotencyKey", () => String, {
      nullable: true,
      description:
        "Makes the call safe to repeat: a repeat with the same key does nothing more. If omitted, each call is a new retry.",
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
      "Sends a branch's DEAD_LETTERED orders again, oldest first, at most 100 per call. FALLBACK_SENT orders are left to the staff who were notified.",
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
      description: "Only orders with this lastError.upstreamCode. If omitted, all.",
    })
    errorCode?: string | null,
    @Arg("olderThan", () => DateTime, {
      nullable: true,
      description: "Only orders accepted before this time. If omitted, all.",
    })
    olderThan?: Date | null,
  ): Promise<RetryOrdersPayload> {
    const filter = { branchId, errorCode: errorCode ?? null, olderThan: olderThan ?? null };
    const {
      retried = [],
      skipped: left = [],
      userErrors,
    } = await payloadOf(locale, () => this.useCases.retryDeadLetters.execute(viewer, filter));
    const skipped = left.map((userError) => toWarning(userError, locale));
    return {
      orders: retried.map(({ order }) => order),
      jobs: retried.map(toSendingJob),
      skipped,
      userErrors,
    };
  }

  @Mutation(() => OrderPayload, {
    description: "Records that the staff have entered the order into the till.",
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
      description: "Note for other operators; guests never see it.",
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
      "Cancels an order: immediately if it has not been sent yet, otherwise in the till by a background job, see `cancellation`.",
  })
  @Authorized(Scope.CUSTOMER)
  cancelOrder(
    @Ctx() { viewer, locale }: Context,
    @Arg("id", () => ID, { description: "The order: Order.id." }) id: string,
    @AtMost({ characters: LONGEST_REASON, asUserError: true })
    @Arg("reason", () => String, {
      description: "Reason for the cancellation, for the restaurant.",
    })
    reason: string,
    @AtMost({ characters: LONGEST_KEY, asUserError: true })
    @Arg("idempotencyKey", () => String, {
      nullable: true,
      description:
        "Makes the call safe to repeat: a repeat with the same key does nothing more. If omitted, each call is a new request.",
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
      "Replaces the tracking token of an order. Anyone who may see the order may do this. The old token, and subscriptions that use it, end immediately.",
  })
  @Authorized(Scope.CUSTOMER)
  renewTrackingToken(
    @Ctx() { viewer, locale }: Context,
    @Arg("id", () => ID, { description: "The order: Order.id." }) id: string,
  ): Promise<TrackingTokenPayload> {
    return payloadOf(locale, () => this.useCases.renewTrackingToken.execute(viewer, id));
  }

  @FieldResolver(() => Boolean, { description: "Whether the caller may cancel the order now." })
  async cancellable(@Ctx() context: Context, @Root() order: Order): Promise<boolean> {
    const { id, injectionState } = order;
    const stuck = isUnderWay(injectionState) && (await this.useCases.stuckOrders.load(context, id));
    return mayCancelOrder(context.viewer, order, stuck);
  }

  @FieldResolver(() => OrderCancellation, {
    nullable: true,
    description: "The latest request to cancel the order.",
  })
  async cancellation(
    @Ctx() context: Context,
    @Root() order: Order,
  ): Promise<OrderCancellation | null> {
    const commands = await this.useCases.parts.commands(context).load(order.id);
    return toCancellation(commands, order, context);
  }
}
