import { Ctx, FieldResolver, Resolver, Root } from "type-graphql";

import { type Context } from "../../context";
import { addressInWords } from "../../domain/orders/address-in-words";
import { progressOf } from "../../domain/orders/order-progress";
import { Order } from "../../entities/orders/order";
import { type OrderPartsLoader } from "../../loaders/orders/order-parts-loader";
import { type TimelineLoader } from "../../loaders/orders/timeline-loader";
import { type Clock } from "../../ports/clock";
import { toMoney } from "../schema/money";
import { DateTime } from "../schema/scalars";
import {
  OrderAddress,
  OrderCustomer,
  OrderProgress,
  OrderSettlement,
  OrderStep,
} from "./order-guest";

/**
 * Events of an order's history that are read for the times of its steps; most orders have about
 * twenty.
 */
const EVENTS = 200;

/**
 * Whose an order is, what has to be paid for it, and what its guest is told. Anyone who can read an
 * order at all may see this: operators of its branch, its guest, and anyone who holds its tracking
 * token or has just placed it (services/orders/read).
 */
@Resolver(() => Order)
export class OrderGuestResolver {
  constructor(
    private readonly reads: { readonly parts: OrderPartsLoader; readonly clock: Clock },
  ) {}

  @FieldResolver(() => OrderCustomer, {
    nullable: true,
    description: "The guest who ordered; null if the data was erased.",
  })
  customer(
    @Root() { customerName: name, customerPhone: phone, erasedAt }: Order,
  ): OrderCustomer | null {
    return erasedAt ? null : { name, phone };
  }

  @FieldResolver(() => OrderAddress, {
    nullable: true,
    description: "Delivery address; null for a pick-up, or if it was erased.",
  })
  address(@Ctx() { locale }: Context, @Root() { address, erasedAt }: Order): OrderAddress | null {
    if (!address || erasedAt) return null;
    const [latitude, longitude] = [address.latitude, address.longitude].map(
      (degrees) => degrees?.toString() ?? null,
    );
    const line = addressInWords(address, undefined, locale);
    return { ...address, line, latitude: latitude ?? null, longitude: longitude ?? null };
  }

  @FieldResolver(() => DateTime, {
    nullable: true,
    description:
      "Beginning of the interval that the guest was shown when placing the order: when it is ready to collect, or delivered. It never changes. null for an order for a time, or if the branch promises nothing.",
  })
  promisedFrom(@Root() { promisedFrom }: Order): Date | null {
    return promisedFrom;
  }

  @FieldResolver(() => DateTime, {
    nullable: true,
    description: "End of that interval; null where it has no beginning.",
  })
  promisedTo(@Root() { promisedTo }: Order): Date | null {
    return promisedTo;
  }

  @FieldResolver(() => OrderSettlement, {
    description: "How much the guest still has to pay, and how.",
  })
  payment(@Root() order: Order): OrderSettlement {
    const {
      paymentMethod: method,
      paidOnline,
      total,
      bonusSpent,
      changeFrom,
      currencyCode,
    } = order;
    const toTake = paidOnline ? 0 : total;
    const banknotes = paidOnline ? null : changeFrom;
    return {
      method,
      paidOnline,
      toTake: toMoney(toTake, currencyCode),
      points: toMoney(bonusSpent, currencyCode),
      changeFrom: banknotes === null ? null : toMoney(banknotes, currencyCode),
      change: banknotes === null ? null : toMoney(Math.max(0, banknotes - toTake), currencyCode),
    };
  }

  @FieldResolver(() => OrderProgress, {
    description: "Progress of the order in words for the guest: headline, expected time and steps.",
  })
  async progress(@Ctx() context: Context, @Root() order: Order): Promise<OrderProgress> {
    const { timeZone } = await this.reads.parts.branches(context).load(order.branchId);
    const { steps, ...told } = progressOf(order, {
      now: this.reads.clock.now(),
      timeZone,
      locale: context.locale,
    });
    return { ...told, stepsOf: { orderId: order.id, steps } };
  }

  @FieldResolver(() => String, {
    description:
      "Progress of the order in one line for the guest, with dates and times in the restaurant's time zone.",
  })
  async summary(@Ctx() context: Context, @Root() order: Order): Promise<string> {
    return (await this.progress(context, order)).summary;
  }
}

@Resolver(() => OrderProgress)
export class OrderProgressResolver {
  constructor(private readonly timelines: TimelineLoader) {}

  @FieldResolver(() => [OrderStep], {
    description:
      "The steps for this fulfilment type. Empty for a cancelled order; for an order entered by hand, only the steps that will be known.",
  })
  async steps(
    @Ctx() context: Context,
    @Root() { stepsOf: { orderId, steps } }: OrderProgress,
  ): Promise<OrderStep[]> {
    const events =
      steps.length === 0
        ? []
        : await this.timelines.of(context).load({ orderId, after: 0, limit: EVENTS });
    const began = events.flatMap(({ at, detail }) =>
      detail.kind === "STATUS" && detail.lateBySeconds === null ? [{ at, status: detail.to }] : [],
    );
    return steps.map((step) => {
      const first = step.done
        ? began.find(({ status }) => step.statuses.includes(status))
        : undefined;
      return { ...step, at: first?.at ?? null };
    });
  }
}
