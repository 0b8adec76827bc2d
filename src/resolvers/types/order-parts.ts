import { Field, ObjectType } from "type-graphql";

import { type AppliedPromotion as Promotion, isPending } from "../../domain/applied-promotion";
import { Money, toMoney } from "./money";
import { PaymentMethod } from "./payment-method";
import { DateTime, Decimal } from "./scalars";
import { Source } from "./source";

@ObjectType({ simpleResolvers: true })
export class OrderLineOption {
  @Field(() => String, { nullable: true })
  article!: string | null;

  @Field(() => String)
  name!: string;

  @Field(() => Decimal, { description: "Per one unit of the line." })
  quantity!: string;

  @Field(() => Money)
  price!: Money;
}

@ObjectType({ simpleResolvers: true, description: "One half of a dish of two halves, as it was sold." })
export class OrderLineHalf {
  @Field(() => String)
  article!: string;

  @Field(() => String)
  name!: string;

  @Field(() => [OrderLineOption], { description: "Per whole dish, at the price of a whole one." })
  options!: OrderLineOption[];
}

@ObjectType({ simpleResolvers: true, description: "One part of a combo, as it was sold." })
export class OrderLinePart {
  @Field(() => String, { description: "Which part of the combo it is." })
  groupName!: string;

  @Field(() => String)
  article!: string;

  @Field(() => String)
  name!: string;

  @Field(() => String, { nullable: true })
  sizeName!: string | null;

  @Field(() => [OrderLineOption])
  options!: OrderLineOption[];
}

@ObjectType("OrderLine", { simpleResolvers: true, description: "One dish as it was sold." })
export class OrderLineType {
  /** What `product` reads. */
  branchId!: string;

  @Field(() => String)
  article!: string;

  @Field(() => String)
  name!: string;

  @Field(() => String, { nullable: true })
  sizeName!: string | null;

  @Field(() => Decimal)
  quantity!: string;

  @Field(() => Money, { description: "Of one unit without options." })
  unitPrice!: Money;

  @Field(() => Money, { description: "With options, times quantity." })
  total!: Money;

  @Field(() => [OrderLineOption], {
    description: "Of halves and parts, too: each is named with the half or part that it belongs to.",
  })
  options!: OrderLineOption[];

  @Field(() => [OrderLineHalf], { description: "Both halves of a dish of two; empty for every other line." })
  halves!: OrderLineHalf[];

  @Field(() => [OrderLinePart], { description: "What a combo is made of; empty for every other line." })
  parts!: OrderLinePart[];

  @Field(() => String, { nullable: true })
  comment!: string | null;
}

@ObjectType({ simpleResolvers: true })
export class OrderTotals {
  @Field(() => Money)
  subtotal!: Money;

  @Field(() => Money, { description: "All discounts together." })
  discount!: Money;

  @Field(() => Money)
  deliveryFee!: Money;

  @Field(() => Money, { description: "What points pay." })
  bonusSpent!: Money;

  @Field(() => Money, { description: "What is paid in money: subtotal − discount + deliveryFee − bonusSpent." })
  total!: Money;
}

@ObjectType({ simpleResolvers: true, description: "Something that made an order cheaper." })
export class AppliedPromotion {
  @Field(() => String, { nullable: true, description: "null: it needed no code." })
  code!: string | null;

  @Field(() => String)
  name!: string;

  @Field(() => Money, {
    description: "What it took off; 0 for a gift, which is a line of its own, and for a coupon of the POS's.",
  })
  amount!: Money;

  @Field(() => Source)
  source!: Source;

  @Field(() => Boolean, {
    description:
      "Only the till reckons what it gives: `amount` and all totals are without it, and the guest may pay less there.",
  })
  pending!: boolean;
}

export function toAppliedPromotions(promotions: readonly Promotion[], currencyCode: string): AppliedPromotion[] {
  return promotions.map((promotion) => {
    const { code, name, amount, source } = promotion;
    const pending = isPending(promotion, promotions);
    return { code, name, amount: toMoney(amount, currencyCode), source: Source[source], pending };
  });
}

@ObjectType({ simpleResolvers: true })
export class OrderPayment {
  @Field(() => PaymentMethod)
  method!: PaymentMethod;

  @Field(() => Money)
  amount!: Money;

  @Field(() => Boolean)
  paidOnline!: boolean;
}

@ObjectType({ simpleResolvers: true })
export class Courier {
  @Field(() => String, { nullable: true })
  name!: string | null;

  @Field(() => String, { nullable: true })
  phone!: string | null;

  @Field(() => DateTime, { nullable: true, description: "When this courier was first seen with the order." })
  updatedAt!: Date | null;
}
