import {
  Arg,
  Authorized,
  Ctx,
  FieldResolver,
  ID,
  Mutation,
  Query,
  Resolver,
  Root,
} from "type-graphql";

import { type Context } from "../../context";
import { operatesBranch, Scope } from "../../domain/access/viewer";
import { Order } from "../../entities/orders/order";
import { type AttentionLoader } from "../../loaders/orders/attention-loader";
import { type OrderPartsLoader } from "../../loaders/orders/order-parts-loader";
import { type Clock } from "../../ports/clock";
import { staffText } from "../../services/fallback/fallback-message";
import { type ClaimOrder } from "../../services/orders/operate/claim-order";
import { type ReleaseOrder } from "../../services/orders/operate/release-order";
import { type FindAttention } from "../../services/orders/read/find-attention";
import { AtMost } from "../schema/at-most";
import { OrderClaim, toClaim } from "../schema/order-claim";
import { payloadOf } from "../schema/user-error";
import { AttentionCount, OrderAttention } from "./order-attention";
import { OrderPayload } from "./order-payload";

interface UseCases {
  readonly claimOrder: ClaimOrder;
  readonly releaseOrder: ReleaseOrder;
  readonly findAttention: FindAttention;
  readonly attentions: AttentionLoader;
  readonly parts: OrderPartsLoader;
  readonly clock: Clock;
}

/** Which orders need a person, and who is handling them. */
@Resolver(() => Order)
export class OrderAttentionResolver {
  constructor(private readonly useCases: UseCases) {}

  @Query(() => [AttentionCount], {
    description:
      "Number of orders that need a person, by branch and reason, most serious reason first, at most 5,000 entries. Branches and reasons without orders are omitted. The orders themselves are found by `orders(filter: { needsPerson: true })`.",
  })
  @Authorized(Scope.OPERATOR)
  ordersNeedingPeople(
    @Ctx() { viewer }: Context,
    @AtMost({ items: 5000 })
    @Arg("branchIds", () => [ID], {
      nullable: true,
      description: "Only these branches. If omitted, all branches of the key.",
    })
    branchIds?: string[] | null,
  ): Promise<AttentionCount[]> {
    return this.useCases.findAttention.counts(viewer, branchIds ?? null);
  }

  @Mutation(() => OrderPayload, {
    description:
      "Claims an order for the caller, identified by the label of the key, so that two people do not enter the same order. " +
      "The claim ends after five minutes or when something is done to the order; calling again extends it to five minutes. " +
      "Meanwhile retryOrder, markOrderEnteredByHand and cancelOrder of others are refused with OrderClaimedUserError; the gateway's own work goes on.",
  })
  @Authorized(Scope.OPERATOR)
  claimOrder(
    @Ctx() { viewer, locale }: Context,
    @Arg("id", () => ID, { description: "The order: Order.id." }) id: string,
    @Arg("takeOver", () => Boolean, {
      defaultValue: false,
      description: "Takes over a claim of somebody else, who is notified immediately.",
    })
    takeOver: boolean,
  ): Promise<OrderPayload> {
    return payloadOf(locale, async () => ({
      order: await this.useCases.claimOrder.execute(viewer, id, takeOver),
    }));
  }

  @Mutation(() => OrderPayload, {
    description: "Releases the claim of an order. Does nothing if nobody has claimed it.",
  })
  @Authorized(Scope.OPERATOR)
  releaseOrder(
    @Ctx() { viewer, locale }: Context,
    @Arg("id", () => ID, { description: "The order: Order.id." }) id: string,
  ): Promise<OrderPayload> {
    return payloadOf(locale, async () => ({
      order: await this.useCases.releaseOrder.execute(viewer, id),
    }));
  }

  @FieldResolver(() => OrderClaim, {
    nullable: true,
    description: "Who has claimed the order; null if nobody has. Shown to operators only.",
  })
  claim(@Ctx() { viewer }: Context, @Root() order: Order): OrderClaim | null {
    return toClaim(order, viewer, this.useCases.clock.now());
  }

  @FieldResolver(() => OrderAttention, {
    nullable: true,
    description: "Why the order needs a person; null if it does not. Shown to operators only.",
  })
  async attention(@Ctx() context: Context, @Root() order: Order): Promise<OrderAttention | null> {
    if (!operatesBranch(context.viewer, order.branchId)) return null;
    return this.useCases.attentions.load(context, order.id);
  }

  @FieldResolver(() => String, {
    nullable: true,
    description:
      "The complete order as plain text for printing; while the staff have to enter it, the text of the message to them. Shown to operators only; null if its guest was erased.",
  })
  async staffText(@Ctx() context: Context, @Root() order: Order): Promise<string | null> {
    if (!operatesBranch(context.viewer, order.branchId) || order.erasedAt) return null;
    const { parts, clock } = this.useCases;
    const [lines, branch] = await Promise.all([
      parts.lines(context).load(order.id),
      parts.branches(context).load(order.branchId),
    ]);
    return staffText({ order, lines, branch, now: clock.now() }, context.locale);
  }
}
