import { Field, ObjectType } from "type-graphql";

import {
  type AppliedPromotion as Promotion,
  isPending,
} from "../../domain/promotions/applied-promotion";
import { Money, toMoney } from "../schema/money";
import { Decimal } from "../schema/scalars";
import { Source, toSource } from "../schema/source";
import { PaymentMethod } from "./payment-method";

@ObjectType({ simpleResolvers: true, description: "An option that was sold with a dish." })
export class OrderLineOption {
  @Field(() => String, {
    nullable: true,
    description: "Article of the option when it was ordered; null if it has none.",
  })
  article!: string | null;

  @Field(() => String, { description: "The option's name when it was ordered." })
  name!: string;

  @Field(() => Decimal, { description: "Number of units per unit of the line." })
  quantity!: string;

  @Field(() => Money, {
    description:
      "Average price of one unit of the option, as free units of the group cost nothing.",
  })
  price!: Money;
}

@ObjectType({
  simpleResolvers: true,
  description: "One half of a two-half dish, as it was sold.",
})
export class OrderLineHalf {
  @Field(() => String, { description: "The half's article when it was ordered." })
  article!: string;

  @Field(() => String, { description: "The half's name when it was ordered." })
  name!: string;

  @Field(() => [OrderLineOption], {
    description: "Options of this half, counted and priced per whole dish.",
  })
  options!: OrderLineOption[];
}

@ObjectType({ simpleResolvers: true, description: "One part of a combo, as it was sold." })
export class OrderLinePart {
  @Field(() => String, { description: "Name of the part of the combo." })
  groupName!: string;

  @Field(() => String, { description: "Article of the dish when it was ordered." })
  article!: string;

  @Field(() => String, { description: "The dish's name when it was ordered." })
  name!: string;

  @Field(() => String, {
    nullable: true,
    description: "Name of the size when it was ordered; null if the dish has no sizes.",
  })
  sizeName!: string | null;

  @Field(() => [OrderLineOption], { description: "Options selected for this part." })
  options!: OrderLineOption[];
}

@ObjectType("OrderLine", {
  simpleResolvers: true,
  description: "One line of an order, as it was sold.",
})
export class OrderLineType {
  /** Read by `product`. */
  branchId!: string;

  @Field(() => String, { description: "Article of the dish when it was ordered." })
  article!: string;

  @Field(() => String, { description: "The dish's name when it was ordered." })
  name!: string;

  @Field(() => String, {
    nullable: true,
    description: "Name of the size when it was ordered; null if the dish has no sizes.",
  })
  sizeName!: string | null;

  @Field(() => Decimal, {
    description:
      'Number of portions, as a decimal string: "1", or "0.5" if the dish is sold in fractions.',
  })
  quantity!: string;

  @Field(() => Money, { description: "Price of one unit without options." })
  unitPrice!: Money;

  @Field(() => Money, {
    description: "Price of the line: with options, multiplied by the quantity.",
  })
  total!: Money;

  @Field(() => [OrderLineOption], {
    description:
      "Options of the line, including those of halves and parts, each named with the half or part that it belongs to.",
  })
  options!: OrderLineOption[];

  @Field(() => [OrderLineHalf], {
    description: "Both halves of a two-half dish; empty for all other lines.",
  })
  halves!: OrderLineHalf[];

  @Field(() => [OrderLinePart], {
    description: "The parts of a combo; empty for all other lines.",
  })
  parts!: OrderLinePart[];

  @Field(() => String, {
    nullable: true,
    description: "The guest's note on this dish; null if there is none.",
  })
  comment!: string | null;
}

@ObjectType({
  simpleResolvers: true,
  description:
    "Price of an order. All amounts are in the branch's currency, as calculated when the order was accepted.",
})
export class OrderTotals {
  @Field(() => Money, {
    description:
      "Sum of all lines with their options, before discounts and without the delivery fee.",
  })
  subtotal!: Money;

  @Field(() => Money, { description: "Sum of all discounts." })
  discount!: Money;

  @Field(() => Money, {
    description: "Delivery fee charged to the guest; 0 for a pick-up and for free delivery.",
  })
  deliveryFee!: Money;

  @Field(() => Money, { description: "Amount paid by points." })
  pointsSpent!: Money;

  @Field(() => Money, {
    description: "Amount paid by points.",
    deprecationReason: "It is called pointsSpent.",
  })
  bonusSpent!: Money;

  @Field(() => Money, {
    description: "Amount to pay in money: subtotal − discount + deliveryFee − pointsSpent.",
  })
  total!: Money;
}

@ObjectType({
  simpleResolvers: true,
  description: "A promotion, discount or coupon that reduced the price of an order.",
})
export class AppliedPromotion {
  @Field(() => String, { nullable: true, description: "The promo code; null if none was needed." })
  code!: string | null;

  @Field(() => String, {
    description: "The name that guests see, as it was when the order was priced.",
  })
  name!: string;

  @Field(() => Money, {
    description:
      "The amount deducted; 0 for a gift, which is a line of its own, and for a coupon of the POS.",
  })
  amount!: Money;

  @Field(() => Source, {
    description:
      "RESULT_REST: a promotion or discount of Result.Rest. IIKO: a coupon or loyalty programme of the POS.",
  })
  source!: Source;

  @Field(() => Boolean, {
    description:
      "Only the till can calculate this discount: `amount` and all totals exclude it, and the guest may pay less at the till.",
  })
  pending!: boolean;
}

export function toAppliedPromotions(
  promotions: readonly Promotion[],
  currencyCode: string,
): AppliedPromotion[] {
  return promotions.map((promotion) => {
    const { code, name, amount, source } = promotion;
    const pending = isPending(promotion, promotions);
    return { code, name, amount: toMoney(amount, currencyCode), source: toSource(source), pending };
  });
}

@ObjectType({
  simpleResolvers: true,
  description: "One part of the price of an order, and how it is paid.",
})
export class OrderPayment {
  @Field(() => PaymentMethod, { description: "By which method it is paid." })
  method!: PaymentMethod;

  @Field(() => Money, { description: "Amount paid by this method, in the branch's currency." })
  amount!: Money;

  @Field(() => Boolean, {
    description:
      "Whether it was paid before the order was created, so that the till does not ask for it again.",
  })
  paidOnline!: boolean;
}
