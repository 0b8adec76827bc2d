import { Field, ObjectType } from "type-graphql";

import {
  type AppliedPromotion as Promotion,
  isPending,
} from "../../domain/promotions/applied-promotion";
import { Money, toMoney } from "../schema/money";
import { PaymentMethod } from "./payment-method";
import { DateTime, Decimal } from "../schema/scalars";
import { Source } from "../schema/source";

@ObjectType({ simpleResolvers: true, description: "An option that was sold with a dish." })
export class OrderLineOption {
  @Field(() => String, {
    nullable: true,
    description: "The option's article when it was ordered; null: it has none.",
  })
  article!: string | null;

  @Field(() => String, { description: "The option's name when it was ordered." })
  name!: string;

  @Field(() => Decimal, { description: "Per one unit of the line." })
  quantity!: string;

  @Field(() => Money, {
    description:
      "Of one unit of the option, on average: units that the group gives away cost nothing.",
  })
  price!: Money;
}

@ObjectType({
  simpleResolvers: true,
  description: "One half of a dish of two halves, as it was sold.",
})
export class OrderLineHalf {
  @Field(() => String, { description: "The half's article when it was ordered." })
  article!: string;

  @Field(() => String, { description: "The half's name when it was ordered." })
  name!: string;

  @Field(() => [OrderLineOption], { description: "Per whole dish, at the price of a whole one." })
  options!: OrderLineOption[];
}

@ObjectType({ simpleResolvers: true, description: "One part of a combo, as it was sold." })
export class OrderLinePart {
  @Field(() => String, { description: "Which part of the combo it is." })
  groupName!: string;

  @Field(() => String, { description: "The dish's article when it was ordered." })
  article!: string;

  @Field(() => String, { description: "The dish's name when it was ordered." })
  name!: string;

  @Field(() => String, {
    nullable: true,
    description: "The size's name when it was ordered; null: the dish has no sizes.",
  })
  sizeName!: string | null;

  @Field(() => [OrderLineOption], { description: "What was chosen with this part." })
  options!: OrderLineOption[];
}

@ObjectType("OrderLine", { simpleResolvers: true, description: "One dish as it was sold." })
export class OrderLineType {
  /** What `product` reads. */
  branchId!: string;

  @Field(() => String, { description: "The dish's article when it was ordered." })
  article!: string;

  @Field(() => String, { description: "The dish's name when it was ordered." })
  name!: string;

  @Field(() => String, {
    nullable: true,
    description: "The size's name when it was ordered; null: the dish has no sizes.",
  })
  sizeName!: string | null;

  @Field(() => Decimal, {
    description: 'Portions, as a decimal string: "1", or "0.5" where the dish is sold in parts.',
  })
  quantity!: string;

  @Field(() => Money, { description: "Of one unit without options." })
  unitPrice!: Money;

  @Field(() => Money, { description: "With options, times quantity." })
  total!: Money;

  @Field(() => [OrderLineOption], {
    description:
      "Of halves and parts, too: each is named with the half or part that it belongs to.",
  })
  options!: OrderLineOption[];

  @Field(() => [OrderLineHalf], {
    description: "Both halves of a dish of two; empty for every other line.",
  })
  halves!: OrderLineHalf[];

  @Field(() => [OrderLinePart], {
    description: "What a combo is made of; empty for every other line.",
  })
  parts!: OrderLinePart[];

  @Field(() => String, {
    nullable: true,
    description: "The guest's wish for this dish; null: there is none.",
  })
  comment!: string | null;
}

@ObjectType({
  simpleResolvers: true,
  description:
    "What an order costs. Every amount is in the branch's currency, as the order was priced when it was taken.",
})
export class OrderTotals {
  @Field(() => Money, {
    description: "All lines with their options, before discounts and without the delivery.",
  })
  subtotal!: Money;

  @Field(() => Money, { description: "All discounts together." })
  discount!: Money;

  @Field(() => Money, {
    description:
      "What the way to the guest costs; 0 for a pick-up, and where the delivery is free.",
  })
  deliveryFee!: Money;

  @Field(() => Money, { description: "What points pay." })
  bonusSpent!: Money;

  @Field(() => Money, {
    description: "What is paid in money: subtotal − discount + deliveryFee − bonusSpent.",
  })
  total!: Money;
}

@ObjectType({ simpleResolvers: true, description: "Something that made an order cheaper." })
export class AppliedPromotion {
  @Field(() => String, { nullable: true, description: "null: it needed no code." })
  code!: string | null;

  @Field(() => String, {
    description: "What guests call it, as it was called when the order was priced.",
  })
  name!: string;

  @Field(() => Money, {
    description:
      "What it took off; 0 for a gift, which is a line of its own, and for a coupon of the POS's.",
  })
  amount!: Money;

  @Field(() => Source, {
    description:
      "RESULT_REST: a promotion or discount of Result.Rest's. IIKO: a coupon or programme of the POS's.",
  })
  source!: Source;

  @Field(() => Boolean, {
    description:
      "Only the till reckons what it gives: `amount` and all totals are without it, and the guest may pay less there.",
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
    return { code, name, amount: toMoney(amount, currencyCode), source: Source[source], pending };
  });
}

@ObjectType({
  simpleResolvers: true,
  description: "One part of what an order costs, and how it is paid.",
})
export class OrderPayment {
  @Field(() => PaymentMethod, { description: "How it is paid." })
  method!: PaymentMethod;

  @Field(() => Money, { description: "How much is paid this way, in the branch's currency." })
  amount!: Money;

  @Field(() => Boolean, {
    description:
      "true: the money was taken before the order came, and the till does not ask for it again.",
  })
  paidOnline!: boolean;
}

@ObjectType({ simpleResolvers: true, description: "Who brings an order, as the POS tells it." })
export class Courier {
  @Field(() => String, {
    nullable: true,
    description: "Name in the POS; null where the POS names none.",
  })
  name!: string | null;

  @Field(() => String, {
    nullable: true,
    description: "Phone as the POS has it; null where it tells none.",
  })
  phone!: string | null;

  @Field(() => DateTime, {
    nullable: true,
    description: "When this courier was first seen with the order.",
  })
  updatedAt!: Date | null;
}
