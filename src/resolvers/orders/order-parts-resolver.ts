import { Arg, Ctx, FieldResolver, Int, Resolver, Root } from "type-graphql";

import { type Context } from "../../context";
import { operatesBranch } from "../../domain/access/viewer";
import { isSettled } from "../../domain/orders/settled-states";
import { PaymentMethod } from "../../domain/ticket/payment-method";
import { Branch } from "../../entities/branches/branch";
import { Order } from "../../entities/orders/order";
import { type OrderPartsLoader } from "../../loaders/orders/order-parts-loader";
import { type TimelineLoader } from "../../loaders/orders/timeline-loader";
import { cursorOfSeen, isSeen, seenBy } from "../../subscriptions/event-cursor";
import { type Connection, mostAsked } from "../schema/connection";
import { toMoney } from "../schema/money";
import { asUuid } from "../schema/older-id";
import { publicFailure } from "../schema/public-failure";
import { EventCursor } from "../schema/scalars";
import { Courier } from "./courier";
import { Injection } from "./injection";
import { type OrderEvent, OrderEventConnection } from "./order-event";
import {
  AppliedPromotion,
  OrderLineType,
  OrderPayment,
  OrderTotals,
  toAppliedPromotions,
} from "./order-parts";
import { publicOrderEvent } from "./public-order-event";
import { publicOrderLine } from "./public-order-line";

/** What belongs to an order but is not one of its columns. */
@Resolver(() => Order)
export class OrderPartsResolver {
  constructor(
    private readonly reads: {
      readonly parts: OrderPartsLoader;
      readonly timelines: TimelineLoader;
    },
  ) {}

  @FieldResolver(() => String, {
    description: "The order's number as the POS shows it next to its own number.",
  })
  externalNumber(@Root() order: Order): string {
    return order.number;
  }

  @FieldResolver(() => Branch, {
    description: "The branch that prepares the order, with its current settings.",
  })
  branch(@Ctx() context: Context, @Root() order: Order): Promise<Branch> {
    return this.reads.parts.branches(context).load(order.branchId);
  }

  @FieldResolver(() => [OrderLineType], {
    description:
      "The ordered dishes including gifts, as they were sold: later changes of the menu do not affect them.",
  })
  async lines(@Ctx() context: Context, @Root() order: Order): Promise<OrderLineType[]> {
    const lines = await this.reads.parts.lines(context).load(order.id);
    return lines.map((line) => publicOrderLine(line, order));
  }

  @FieldResolver(() => OrderTotals, {
    description:
      "Price of the order, in the branch's currency, as calculated when it was accepted.",
  })
  totals(
    @Root() { subtotal, discount, deliveryFee, bonusSpent, total, currencyCode }: Order,
  ): OrderTotals {
    return {
      subtotal: toMoney(subtotal, currencyCode),
      discount: toMoney(discount, currencyCode),
      deliveryFee: toMoney(deliveryFee, currencyCode),
      pointsSpent: toMoney(bonusSpent, currencyCode),
      bonusSpent: toMoney(bonusSpent, currencyCode),
      total: toMoney(total, currencyCode),
    };
  }

  @FieldResolver(() => [OrderPayment], {
    description:
      "How the order is paid: points and money. The payments other than BONUS add up to the total.",
  })
  payments(
    @Root() { paymentMethod, paidOnline, total, bonusSpent, currencyCode }: Order,
  ): OrderPayment[] {
    const points = {
      method: PaymentMethod.BONUS,
      amount: toMoney(bonusSpent, currencyCode),
      paidOnline: false,
    };
    const money = { method: paymentMethod, amount: toMoney(total, currencyCode), paidOnline };
    return [...(bonusSpent > 0 ? [points] : []), ...(total > 0 || bonusSpent === 0 ? [money] : [])];
  }

  @FieldResolver(() => [AppliedPromotion], {
    description: "Promotions, discounts and coupons that reduced the price, not including points.",
  })
  promotions(@Root() { promotions, currencyCode }: Order): AppliedPromotion[] {
    return toAppliedPromotions(promotions, currencyCode);
  }

  @FieldResolver(() => Courier, {
    nullable: true,
    description:
      "The courier who delivers the order, as last reported by the POS; null if none is known.",
  })
  courier(@Root() { courier }: Order): Courier | null {
    return (
      courier && {
        ...courier,
        updatedAt: courier.updatedAt === undefined ? null : new Date(courier.updatedAt),
      }
    );
  }

  @FieldResolver(() => String, {
    nullable: true,
    description: "Why the restaurant cancelled the order. Shown to operators only.",
  })
  cancelReason(@Ctx() { viewer }: Context, @Root() order: Order): string | null {
    return operatesBranch(viewer, order.branchId) ? order.cancelReason : null;
  }

  @FieldResolver(() => Injection, {
    description: "Whether the till has the order, and how it got there.",
  })
  injection(@Ctx() { viewer, locale }: Context, @Root() order: Order): Injection {
    const operator = operatesBranch(viewer, order.branchId);
    return {
      orderId: order.id,
      branchId: order.branchId,
      state: order.injectionState,
      posOrderId: operator ? asUuid(order.posOrderId) : null,
      orderIdInPos: operator ? order.posOrderId : null,
      posNumber: order.posNumber,
      nextAttemptAt: order.nextAttemptAt,
      duplicatesPrevented: order.duplicatesPrevented,
      // Earlier failures no longer apply, nor does what had to be done about them.
      fault:
        operator && !isSettled(order.injectionState)
          ? publicFailure(order.lastFault, locale)
          : null,
    };
  }

  @FieldResolver(() => OrderEventConnection, {
    description:
      "All events of the order in sequence. Poll it with `after`. If the cursor does not belong to this history, the list starts from the beginning and `hasPreviousPage` is false.",
  })
  async timeline(
    @Ctx() context: Context,
    @Root() order: Order,
    @Arg("first", () => Int, { defaultValue: 50 }) first: number,
    @Arg("after", () => EventCursor, {
      nullable: true,
      description:
        "Cursor of the last event that you have seen. If omitted, the list starts from the beginning.",
    })
    after: string | null,
  ): Promise<Connection<OrderEvent>> {
    const { rows, isBeginning } = await this.events(context, order, after, mostAsked(first) + 1);
    const audience = {
      locale: context.locale,
      operator: operatesBranch(context.viewer, order.branchId),
    };
    let previousCursor = after !== null && !isBeginning ? cursorOfSeen(seenBy(after)) : null;
    const edges = rows.slice(0, first).map((row) => {
      const node = publicOrderEvent({ ...row, previousCursor }, audience);
      previousCursor = node.cursor;
      return { cursor: node.cursor, node };
    });
    const pageInfo = {
      hasNextPage: rows.length > first,
      hasPreviousPage: !isBeginning,
      startCursor: edges[0]?.cursor ?? null,
      endCursor: edges.at(-1)?.cursor ?? null,
    };
    return { nodes: edges.map(({ node }) => node), edges, pageInfo };
  }

  private async events(
    context: Context,
    { id: orderId, version }: Order,
    after: string | null,
    limit: number,
  ) {
    const timelines = this.reads.timelines.of(context);
    const seen = after ? seenBy(after) : undefined;
    if (seen && seen.sequence > 0 && seen.sequence <= version) {
      // Includes the last event seen, which shows that it belongs to this history.
      const found = await timelines.load({ orderId, after: seen.sequence - 1, limit: limit + 1 });
      const [last] = found;
      if (last?.sequence !== seen.sequence)
        return { rows: found.slice(0, limit), isBeginning: false };
      if (isSeen(seen, last)) return { rows: found.slice(1), isBeginning: false };
    }
    return { rows: await timelines.load({ orderId, after: 0, limit }), isBeginning: true };
  }
}
