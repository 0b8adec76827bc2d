import { Field, ID, InputType, ObjectType, registerEnumType } from "type-graphql";

import { Order } from "../../entities/order";
import { Fulfilment } from "./order-enums";
import { PaymentMethod } from "./payment-method";
import { DateTime, Decimal, Uuid } from "./scalars";
import { UserError } from "./user-error";

export enum PriceMismatchPolicy {
  REJECT = "REJECT",
  ACCEPT_LOWER = "ACCEPT_LOWER",
  ACCEPT = "ACCEPT",
}
registerEnumType(PriceMismatchPolicy, { name: "PriceMismatchPolicy" });

@InputType()
export class OrderOptionInput {
  @Field(() => String, { description: "The option's article, or its id where it has none." })
  article!: string;

  @Field(() => Decimal, { defaultValue: "1" })
  quantity!: string;
}

@InputType({ description: "The dish on the second half; it has the line's size." })
export class SecondHalfInput {
  @Field(() => String)
  article!: string;

  @Field(() => [OrderOptionInput], { nullable: true, defaultValue: [] })
  options?: OrderOptionInput[] | null;
}

@InputType({ description: "What one part of a combo is: a choice of its group." })
export class ComboPartInput {
  @Field(() => ID, { description: "See ComboGroup.id." })
  groupId!: string;

  @Field(() => String)
  article!: string;

  @Field(() => ID, { nullable: true, description: "Left out: the only size the group has, or the default one." })
  sizeId?: string | null;

  @Field(() => [OrderOptionInput], { nullable: true, defaultValue: [] })
  options?: OrderOptionInput[] | null;
}

@InputType()
export class OrderLineInput {
  @Field(() => String)
  article!: string;

  @Field(() => ID, { nullable: true, description: "Left out: the default size." })
  sizeId?: string | null;

  @Field(() => Decimal, { defaultValue: "1" })
  quantity!: string;

  @Field(() => [OrderOptionInput], { nullable: true, defaultValue: [] })
  options?: OrderOptionInput[] | null;

  @Field(() => SecondHalfInput, {
    nullable: true,
    description:
      "Makes the line two halves of one dish: `article` and `options` are the first half. Both dishes must be `halfAndHalf`.",
  })
  secondHalf?: SecondHalfInput | null;

  @Field(() => [ComboPartInput], {
    nullable: true,
    defaultValue: [],
    description: "Of a combo: one part for each of its groups. A group with a single choice may be left out.",
  })
  combo?: ComboPartInput[] | null;

  @Field(() => String, { nullable: true, description: "At most 255 characters." })
  comment?: string | null;

  @Field(() => Decimal, { nullable: true, description: "What the guest was shown; PRICE_CHANGED when it is not so." })
  expectedUnitPrice?: string | null;
}

@InputType()
export class AddressInput {
  @Field(() => String, { nullable: true })
  city?: string | null;

  @Field(() => String)
  street!: string;

  @Field(() => Uuid, { nullable: true, description: "The POS's id of the street, where the site knows it." })
  posStreetId?: string | null;

  @Field(() => String)
  house!: string;

  @Field(() => String, { nullable: true })
  building?: string | null;

  @Field(() => String, { nullable: true })
  flat?: string | null;

  @Field(() => String, { nullable: true })
  entrance?: string | null;

  @Field(() => String, { nullable: true })
  floor?: string | null;

  @Field(() => String, { nullable: true })
  doorphone?: string | null;

  @Field(() => String, { nullable: true })
  comment?: string | null;

  @Field(() => Decimal, { nullable: true })
  latitude?: string | null;

  @Field(() => Decimal, { nullable: true })
  longitude?: string | null;
}

@InputType()
export class CustomerInput {
  @Field(() => String)
  name!: string;

  @Field(() => String, { description: "Any usual spelling; kept as +79001234567." })
  phone!: string;

  @Field(() => Boolean, { defaultValue: false, description: "The guest agrees to be kept in the restaurant's base." })
  joinsLoyalty!: boolean;
}

@InputType()
export class PaymentInput {
  @Field(() => PaymentMethod)
  method!: PaymentMethod;

  @Field(() => Boolean, {
    defaultValue: false,
    description: "The money was taken already; for ONLINE. Only with an API key of the branch, else FORBIDDEN.",
  })
  paidOnline!: boolean;

  @Field(() => String, {
    nullable: true,
    description:
      "The payment provider's id. Only with an API key of the branch, else FORBIDDEN. Pays one order of the branch, and no other when that is cancelled: CONFLICT.",
  })
  externalPaymentId?: string | null;

  @Field(() => Decimal, {
    nullable: true,
    description: "For CASH: the banknotes the guest has; the courier brings the change.",
  })
  changeFrom?: string | null;
}

@InputType({ description: "A discount that Result.Rest has worked out itself." })
export class OrderDiscountInput {
  @Field(() => String, { description: "What guest and operator call it." })
  name!: string;

  @Field(() => Decimal)
  amount!: string;
}

@InputType()
export class CreateOrderInput {
  @Field(() => String, {
    description:
      "Required. Same key + same input returns the same order for ever; same key + other input is IDEMPOTENCY_KEY_REUSED.",
  })
  idempotencyKey!: string;

  @Field(() => ID)
  branchId!: string;

  @Field(() => Fulfilment)
  fulfilment!: Fulfilment;

  @Field(() => [OrderLineInput])
  lines!: OrderLineInput[];

  @Field(() => CustomerInput)
  customer!: CustomerInput;

  @Field(() => AddressInput, { nullable: true, description: "Needed for DELIVERY, refused for PICKUP." })
  address?: AddressInput | null;

  @Field(() => DateTime, { nullable: true, description: "Left out: as soon as possible." })
  wantedAt?: Date | null;

  @Field(() => PaymentInput)
  payment!: PaymentInput;

  @Field(() => [OrderDiscountInput], {
    nullable: true,
    defaultValue: [],
    description: "Only with an API key. The till gets them as one discount, at most the subtotal.",
  })
  discounts?: OrderDiscountInput[] | null;

  @Field(() => [String], {
    nullable: true,
    defaultValue: [],
    description: "As the guest typed them, at most 5: Result.Rest's own, or one coupon of the POS's loyalty programme.",
  })
  promoCodes?: string[] | null;

  @Field(() => Decimal, {
    nullable: true,
    description: "Points that are to pay. Only the guest, signed in with customer.phone, or an API key may spend them.",
  })
  bonusToSpend?: string | null;

  @Field(() => ID, {
    nullable: true,
    description: "A quote of the same basket: its price holds, else PRICE_CHANGED tells the new total.",
  })
  quoteId?: string | null;

  @Field(() => Decimal, {
    nullable: true,
    description: "What the guest was shown as totals.total; PRICE_CHANGED when it is not so.",
  })
  expectedTotal?: string | null;

  @Field(() => String, { nullable: true, description: "For kitchen and courier; at most 500 characters." })
  comment?: string | null;

  @Field(() => PriceMismatchPolicy, { defaultValue: PriceMismatchPolicy.REJECT })
  onPriceMismatch!: PriceMismatchPolicy;
}

@ObjectType({ simpleResolvers: true })
export class CreateOrderPayload {
  @Field(() => Order, { nullable: true })
  order?: Order | null;

  @Field(() => String, {
    nullable: true,
    description: "Bearer secret for guest tracking; returned to the creator only, and again on a repeat.",
  })
  trackingToken?: string | null;

  @Field(() => Boolean)
  replayed!: boolean;

  @Field(() => [UserError])
  userErrors!: UserError[];
}
