import { Field, ID, InputType, ObjectType } from "type-graphql";

import { Node } from "../../entities/node";
import { LONGEST_TYPED_CODE } from "../../domain/promotions/promotion-terms";
import { MOST } from "../../services/checkout/order-limits";
import { AtMost } from "../schema/at-most";
import { AddressInput, CustomerInput, OrderDiscountInput } from "./create-order";
import { Money } from "../schema/money";
import { Fulfilment } from "../orders/order-enums";
import { OrderLineInput } from "./order-line-input";
import { AppliedPromotion } from "../orders/order-parts";
import { DateTime, Decimal } from "../schema/scalars";
import { GenericUserError, UserError } from "../schema/user-error";

@InputType({
  description: "As CreateOrderInput, of which only the branch and the basket must be known.",
})
export class QuoteInput {
  @Field(() => ID, { description: "The branch that would make the order: Branch.id." })
  branchId!: string;

  @Field(() => Fulfilment, {
    description: "How the guest would get the order: it decides on the delivery fee.",
  })
  fulfilment!: Fulfilment;

  @AtMost({ items: MOST.lines, asUserError: true })
  @Field(() => [OrderLineInput], { description: "The basket." })
  lines!: OrderLineInput[];

  @Field(() => CustomerInput, {
    nullable: true,
    description: "Left out: the guest who is signed in, if any.",
  })
  customer?: CustomerInput | null;

  @Field(() => AddressInput, {
    nullable: true,
    description: "Where the order would be brought. May be left out for a price.",
  })
  address?: AddressInput | null;

  @Field(() => DateTime, {
    nullable: true,
    description: "When the guest would want it; left out: as soon as possible.",
  })
  wantedAt?: Date | null;

  @AtMost({ items: 100 })
  @Field(() => [OrderDiscountInput], {
    nullable: true,
    defaultValue: [],
    description: "Only with an API key.",
  })
  discounts?: OrderDiscountInput[] | null;

  @AtMost({ characters: LONGEST_TYPED_CODE, items: MOST.promoCodes, asUserError: true })
  @Field(() => [String], {
    nullable: true,
    defaultValue: [],
    description: "See CreateOrderInput.promoCodes.",
  })
  promoCodes?: string[] | null;

  @Field(() => Decimal, {
    nullable: true,
    description: "Points that are to pay; see bonusApplied and bonusMax.",
  })
  bonusToSpend?: string | null;
}

@ObjectType({ simpleResolvers: true, description: "One priced line of a basket." })
export class QuoteLine {
  @Field(() => String, { description: "The dish's article." })
  article!: string;

  @Field(() => String, { description: "The dish's name in the menu." })
  name!: string;

  @Field(() => Decimal, { description: "Portions, as a decimal string." })
  quantity!: string;

  @Field(() => Money, { description: "Of one unit without options." })
  unitPrice!: Money;

  @Field(() => Money, { description: "With options, times quantity." })
  total!: Money;
}

@ObjectType({
  implements: Node,
  simpleResolvers: true,
  description:
    "A priced basket. Nothing is stored in the POS; createOrder(quoteId) keeps to it until expiresAt.",
})
export class Quote extends Node {
  @Field(() => ID, {
    description: "Whoever knows it may order by the quote: keep it with the basket.",
  })
  override id!: string;

  @Field(() => DateTime, { description: "Until then the price holds, unless the menu changes." })
  expiresAt!: Date;

  @Field(() => [QuoteLine], { description: "The basket's lines, in its order." })
  lines!: QuoteLine[];

  @Field(() => Money, {
    description: "All lines with their options, before discounts and without the delivery.",
  })
  subtotal!: Money;

  @Field(() => Money, { description: "All discounts together." })
  discount!: Money;

  @Field(() => Money, { description: "What points pay: of bonusToSpend as much as there is." })
  bonusApplied!: Money;

  @Field(() => Money, {
    description:
      "What points may pay at most; 0 for everybody but the guest, signed in with the phone, and API keys.",
  })
  bonusMax!: Money;

  @Field(() => Money, {
    description:
      "What the way to the guest costs; 0 for a pick-up, and where the delivery is free.",
  })
  deliveryFee!: Money;

  @Field(() => Money, {
    description: "What is paid in money: subtotal − discount + deliveryFee − bonusApplied.",
  })
  total!: Money;

  @Field(() => [AppliedPromotion], { description: "What makes the order cheaper, points aside." })
  appliedPromotions!: AppliedPromotion[];

  @Field(() => [QuoteLine], { description: "Dishes that promo codes give, beside the lines." })
  gifts!: QuoteLine[];

  @Field(() => [GenericUserError], {
    description: "What would make createOrder refuse this order now.",
  })
  warnings!: GenericUserError[];
}

@ObjectType({
  simpleResolvers: true,
  description: "What quoteOrder answers: the price, or why there is none.",
})
export class QuotePayload {
  @Field(() => Quote, {
    nullable: true,
    description: "The priced basket; null when `userErrors` says why it has no price.",
  })
  quote?: Quote | null;

  @Field(() => [UserError], { description: "What leaves the basket without a price." })
  userErrors!: UserError[];
}
