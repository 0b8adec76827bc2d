import { Field, ID, InputType, ObjectType } from "type-graphql";

import { LONGEST_TYPED_CODE } from "../../domain/promotions/promotion-terms";
import { Node } from "../../entities/node";
import { MOST } from "../../services/checkout/order-limits";
import { Fulfilment } from "../orders/order-enums";
import { AppliedPromotion } from "../orders/order-parts";
import { AtMost } from "../schema/at-most";
import { Money } from "../schema/money";
import { DateTime, Decimal } from "../schema/scalars";
import { GenericUserError, UserError } from "../schema/user-error-types";
import { AddressInput, CustomerInput, OrderDiscountInput } from "./create-order";
import { OrderLineInput } from "./order-line-input";

@InputType({
  description: "Like CreateOrderInput, but only the branch and the basket are required.",
})
export class QuoteInput {
  @Field(() => ID, { description: "The branch that would prepare the order: Branch.id." })
  branchId!: string;

  @Field(() => Fulfilment, {
    description: "How the guest would receive the order; it determines the delivery fee.",
  })
  fulfilment!: Fulfilment;

  @AtMost({ items: MOST.lines, asUserError: true })
  @Field(() => [OrderLineInput], { description: "The lines of the basket." })
  lines!: OrderLineInput[];

  @Field(() => CustomerInput, {
    nullable: true,
    description: "The guest. If omitted, the guest who is signed in, if any.",
  })
  customer?: CustomerInput | null;

  @Field(() => AddressInput, {
    nullable: true,
    description: "Delivery address. May be omitted if only the price is needed.",
  })
  address?: AddressInput | null;

  @Field(() => DateTime, {
    nullable: true,
    description: "When the guest would want the order. If omitted, as soon as possible.",
  })
  wantedAt?: Date | null;

  @AtMost({ items: 100 })
  @Field(() => [OrderDiscountInput], {
    nullable: true,
    defaultValue: [],
    description: "Discounts calculated by Result.Rest; only with an API key.",
  })
  discounts?: OrderDiscountInput[] | null;

  @AtMost({ characters: LONGEST_TYPED_CODE, items: MOST.promoCodes, asUserError: true })
  @Field(() => [String], {
    nullable: true,
    defaultValue: [],
    description: "Promo codes as the guest typed them: see CreateOrderInput.promoCodes.",
  })
  promoCodes?: string[] | null;

  @Field(() => Decimal, {
    nullable: true,
    description: "Points to spend; see pointsApplied and pointsMax.",
  })
  pointsToSpend?: string | null;

  @Field(() => Decimal, {
    nullable: true,
    description: "Points to spend.",
    deprecationReason: "It is called pointsToSpend.",
  })
  bonusToSpend?: string | null;
}

@ObjectType({ simpleResolvers: true, description: "One priced line of a basket." })
export class QuoteLine {
  @Field(() => String, { description: "The dish's article." })
  article!: string;

  @Field(() => String, { description: "The dish's name in the menu." })
  name!: string;

  @Field(() => Decimal, { description: "Number of portions, as a decimal string." })
  quantity!: string;

  @Field(() => Money, { description: "Price of one unit without options." })
  unitPrice!: Money;

  @Field(() => Money, {
    description: "Price of the line: with options, multiplied by the quantity.",
  })
  total!: Money;
}

@ObjectType({
  implements: Node,
  simpleResolvers: true,
  description:
    "A priced basket. Nothing is stored in the POS; createOrder(quoteId) guarantees its price until expiresAt.",
})
export class Quote extends Node {
  @Field(() => ID, {
    description:
      "Id of the quote. Anyone who knows it may order by the quote: store it with the basket.",
  })
  override id!: string;

  @Field(() => DateTime, {
    description: "Until when the price is guaranteed, unless the menu changes.",
  })
  expiresAt!: Date;

  @Field(() => [QuoteLine], { description: "The lines of the basket, in the same order." })
  lines!: QuoteLine[];

  @Field(() => Money, {
    description:
      "Sum of all lines with their options, before discounts and without the delivery fee.",
  })
  subtotal!: Money;

  @Field(() => Money, { description: "Sum of all discounts." })
  discount!: Money;

  @Field(() => Money, {
    description: "Amount paid by points: as much of pointsToSpend as is available.",
  })
  pointsApplied!: Money;

  @Field(() => Money, {
    description: "Amount paid by points.",
    deprecationReason: "It is called pointsApplied.",
  })
  bonusApplied!: Money;

  @Field(() => Money, {
    description:
      "Maximum amount that points may pay; 0 for everyone except the guest who is signed in with the phone number, and API keys.",
  })
  pointsMax!: Money;

  @Field(() => Money, {
    description: "Maximum amount that points may pay.",
    deprecationReason: "It is called pointsMax.",
  })
  bonusMax!: Money;

  @Field(() => Money, {
    description: "Delivery fee charged to the guest; 0 for a pick-up and for free delivery.",
  })
  deliveryFee!: Money;

  @Field(() => Money, {
    description: "Amount to pay in money: subtotal − discount + deliveryFee − pointsApplied.",
  })
  total!: Money;

  @Field(() => [AppliedPromotion], {
    description: "Promotions, discounts and coupons that reduce the price, not including points.",
  })
  appliedPromotions!: AppliedPromotion[];

  @Field(() => [QuoteLine], {
    description: "Dishes given away by promo codes, in addition to the lines.",
  })
  gifts!: QuoteLine[];

  @Field(() => [GenericUserError], {
    description: "Problems for which createOrder would refuse this order now.",
  })
  warnings!: GenericUserError[];
}

@ObjectType({
  simpleResolvers: true,
  description: "Result of quoteOrder: the price, or the reasons why there is none.",
})
export class QuotePayload {
  @Field(() => Quote, {
    nullable: true,
    description: "The priced basket; null if `userErrors` explains why it has no price.",
  })
  quote?: Quote | null;

  @Field(() => [UserError], {
    description: "The reasons why the basket has no price; empty on success.",
  })
  userErrors!: UserError[];
}
