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
import { type ClaimOrder } from "../../services/orders/operate/claim-order";
import { staffText } from "../../services/fallback/staff-text";
import { type ReleaseOrder } from "../../services/orders/operate/release-order";
import { type FindAttention } from "../../services/orders/read/find-attention";
import { AtMost } from "../schema/at-most";
import { AttentionCount, OrderAttention } from "./order-attention";
import { OrderClaim, toClaim } from "../schema/order-claim";
import { OrderPayload } from "./order-payload";
import { payloadOf } from "../schema/user-error";

interface UseCases {
  readonly claimOrder: ClaimOrder;
  readonly releaseOrder: ReleaseOrder;
  readonly findAttention: FindAttention;
  readonly attentions: AttentionLoader;
  readonly parts: OrderPartsLoader;
  readonly clock: Clock;
}

/** Which orders need a person, and which person is at them. */
@Resolver(() => Order)
export class OrderAttentionResolver {
  constructor(private readonly useCases: UseCases) {}

  @Query(() => [AttentionCount], {
    description:
      "How many orders need a person, by branch and reason, the gravest reason first; those with none are left out. " +
      "The orders themselves: `orders(filter: { needsPerson: true })`.",
  })
  @Authorized(Scope.OPERATOR)
  ordersNeedingPeople(
    @Ctx() { viewer }: Context,
    @AtMost({ items: 5000 })
    @Arg("branchIds", () => [ID], {
      nullable: true,
      description: "Of these branches; left out: of all branches the key is for.",
    })
    branchIds?: string[] | null,
  ): Promise<AttentionCount[]> {
    return this.useCases.findAttention.counts(viewer, branchIds ?? null);
  }

  @Mutation(() => OrderPayload, {
    description:
      'Says "I\'m on it" with the label of the key, so that no two people enter one order. It ends by itself after five minutes, ' +
      "and with whatever is done to the order; calling again makes it five minutes again. While it lasts, others' retryOrder, " +
      "markOrderEnteredByHand and cancelOrder are refused with OrderClaimedUserError; the gateway's own work is not held up.",
  })
  @Authorized(Scope.OPERATOR)
  claimOrder(
    @Ctx() { viewer, locale }: Context,
    @Arg("id", () => ID, { description: "The order: Order.id." }) id: string,
    @Arg("takeOver", () => Boolean, {
      defaultValue: false,
      description: "Although somebody else has it, who learns of it at once.",
    })
    takeOver: boolean,
  ): Promise<OrderPayload> {
    return payloadOf(locale, async () => ({
      order: await this.useCases.claimOrder.execute(viewer, id, takeOver),
    }));
  }

  @Mutation(() => OrderPayload, {
    description: "Gives back what claimOrder took. Nothing happens where nobody has the order.",
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
    description: "Who is at the order now; null: nobody. Shown to operators only.",
  })
  claim(@Ctx() { viewer }: Context, @Root() order: Order): OrderClaim | null {
    return toClaim(order, viewer, this.useCases.clock.now());
  }

  @FieldResolver(() => OrderAttention, {
    nullable: true,
    description: "Why the order needs a person; null: it does not. Shown to operators only.",
  })
  async attention(@Ctx() context: Context, @Root() order: Order): Promise<OrderAttention | null> {
    if (!operatesBranch(context.viewer, order.branchId)) return null;
    return this.useCases.attentions.load(context, order.id);
  }

  @FieldResolver(() => String, {
    nullable: true,
    description:
      "The whole order as plain text, to be printed; while the staff have it to enter, what the message to them says. Shown to " +
      "operators only; null: its guest was erased.",
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
