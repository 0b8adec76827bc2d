import { Field, ID, InputType, Int } from "type-graphql";

import { LONGEST_TYPED_CODE } from "../../domain/promotions/promotion-terms";
import { LONGEST, LONGEST_OF_ADDRESS, MOST } from "../../services/checkout/order-limits";
import { AtMost, PHONE } from "../schema/at-most";
import { ChallengeAnswerInput } from "./order-challenge";
import { Fulfilment } from "../orders/order-enums";
import { OrderLineInput } from "./order-line-input";
import { PriceMismatchPolicy } from "./price-mismatch-policy";
import { DateTime, Decimal, Uuid } from "../schema/scalars";
import { PaymentInput } from "./payment-input";

@InputType({
  description:
    "Where the courier brings the order. It is kept with the order as the guest gave it.",
})
export class AddressInput {
  @AtMost({ characters: LONGEST_OF_ADDRESS.city, asUserError: true })
  @Field(() => String, {
    nullable: true,
    description: "Town; left out where the restaurant serves one town only.",
  })
  city?: string | null;

  @AtMost({ characters: LONGEST_OF_ADDRESS.street, asUserError: true })
  @Field(() => String, {
    description: "Name of the street, as the restaurant's POS spells it where you know that.",
  })
  street!: string;

  @Field(() => Uuid, {
    nullable: true,
    description: "The POS's id of the street, where the site knows it.",
  })
  posStreetId?: string | null;

  @AtMost({ characters: LONGEST_OF_ADDRESS.house, asUserError: true })
  @Field(() => String, {
    description: 'Number of the house, with its letter or fraction if any: "12/2", for example.',
  })
  house!: string;

  @AtMost({ characters: LONGEST_OF_ADDRESS.building, asUserError: true })
  @Field(() => String, {
    nullable: true,
    description: "Building or block of the house («корпус», «строение»), if it has one.",
  })
  building?: string | null;

  @AtMost({ characters: LONGEST_OF_ADDRESS.flat, asUserError: true })
  @Field(() => String, { nullable: true, description: "Flat or office." })
  flat?: string | null;

  @AtMost({ characters: LONGEST_OF_ADDRESS.entrance, asUserError: true })
  @Field(() => String, { nullable: true, description: "Entrance of the house («подъезд»)." })
  entrance?: string | null;

  @AtMost({ characters: LONGEST_OF_ADDRESS.floor, asUserError: true })
  @Field(() => String, { nullable: true, description: "Floor, as it is counted in the house." })
  floor?: string | null;

  @AtMost({ characters: LONGEST_OF_ADDRESS.doorphone, asUserError: true })
  @Field(() => String, { nullable: true, description: "Code of the door or number to ring." })
  doorphone?: string | null;

  @AtMost({ characters: LONGEST_OF_ADDRESS.comment, asUserError: true })
  @Field(() => String, {
    nullable: true,
    description: "For the courier: how to find the door, for example.",
  })
  comment?: string | null;

  @Field(() => Decimal, {
    nullable: true,
    description:
      'Degrees north, −90 to 90, as "55.7558". Sent to the POS only together with the longitude.',
  })
  latitude?: string | null;

  @Field(() => Decimal, {
    nullable: true,
    description:
      'Degrees east, −180 to 180, as "37.6176". Sent to the POS only together with the latitude.',
  })
  longitude?: string | null;
}

@InputType({ description: "The guest of an order." })
export class CustomerInput {
  @AtMost({ characters: LONGEST.customerName, asUserError: true })
  @Field(() => String, { description: "How the restaurant addresses the guest." })
  name!: string;

  @AtMost({ ...PHONE, asUserError: true })
  @Field(() => String, { description: "Any usual spelling; kept as +79001234567." })
  phone!: string;

  @Field(() => Boolean, {
    defaultValue: false,
    description: "The guest agrees to be kept in the restaurant's base.",
  })
  joinsLoyalty!: boolean;
}

@InputType({ description: "A discount that Result.Rest has worked out itself." })
export class OrderDiscountInput {
  @AtMost({ characters: LONGEST.discountName, asUserError: true })
  @Field(() => String, { description: "What guest and operator call it." })
  name!: string;

  @Field(() => Decimal, { description: "What it takes off, in the branch's currency." })
  amount!: string;
}

@InputType({ description: "One order of a guest. Amounts are in the branch's currency." })
export class CreateOrderInput {
  @AtMost({ characters: LONGEST.idempotencyKey, asUserError: true })
  @Field(() => String, {
    description:
      "Required. Same key + same input returns the same order of the branch for ever, whoever asks again; same key + other input is IDEMPOTENCY_KEY_REUSED. Your keys are yours within a branch: somebody else's equal key is another one. You are the restaurant (all its API keys), a guest, or nobody.",
  })
  idempotencyKey!: string;

  @Field(() => ID, { description: "The branch that is to make the order: Branch.id." })
  branchId!: string;

  @Field(() => Fulfilment, { description: "How the guest gets the order. DINE_IN is not taken." })
  fulfilment!: Fulfilment;

  @AtMost({ items: MOST.lines, asUserError: true })
  @Field(() => [OrderLineInput], { description: "What is ordered: at least one line." })
  lines!: OrderLineInput[];

  @Field(() => CustomerInput, {
    description:
      "Whose order it is: the restaurant calls this guest, and the POS knows the guest by the phone.",
  })
  customer!: CustomerInput;

  @Field(() => AddressInput, {
    nullable: true,
    description: "Needed for DELIVERY, refused for PICKUP.",
  })
  address?: AddressInput | null;

  @Field(() => DateTime, { nullable: true, description: "Left out: as soon as possible." })
  wantedAt?: Date | null;

  @Field(() => PaymentInput, { description: "How what is left of the total after points is paid." })
  payment!: PaymentInput;

  @AtMost({ items: 100 })
  @Field(() => [OrderDiscountInput], {
    nullable: true,
    defaultValue: [],
    description: "Only with an API key. The till gets them as one discount, at most the subtotal.",
  })
  discounts?: OrderDiscountInput[] | null;

  @AtMost({ characters: LONGEST_TYPED_CODE, items: MOST.promoCodes, asUserError: true })
  @Field(() => [String], {
    nullable: true,
    defaultValue: [],
    description:
      "As the guest typed them: Result.Rest's own, or one coupon of the POS's loyalty programme.",
  })
  promoCodes?: string[] | null;

  @Field(() => Decimal, {
    nullable: true,
    description:
      "Points that are to pay. Only the guest, signed in with customer.phone, or an API key may spend them.",
  })
  bonusToSpend?: string | null;

  @Field(() => ID, {
    nullable: true,
    description:
      "A quote of the same basket: its price holds, else PRICE_CHANGED tells the new total.",
  })
  quoteId?: string | null;

  @Field(() => Decimal, {
    nullable: true,
    description: "What the guest was shown as totals.total; PRICE_CHANGED when it is not so.",
  })
  expectedTotal?: string | null;

  @Field(() => Int, {
    nullable: true,
    description: "For how many persons the cutlery is: from 1 to 99.",
  })
  guestCount?: number | null;

  @AtMost({ characters: LONGEST.comment, asUserError: true })
  @Field(() => String, { nullable: true, description: "For kitchen and courier." })
  comment?: string | null;

  @Field(() => ChallengeAnswerInput, {
    nullable: true,
    description:
      "A way past TOO_MANY_OPEN_ORDERS and CHALLENGE_REQUIRED for a guest who is not signed in. Good for one order; a repeat under the same key needs none.",
  })
  challenge?: ChallengeAnswerInput | null;

  @Field(() => PriceMismatchPolicy, {
    defaultValue: PriceMismatchPolicy.REJECT,
    description:
      "What happens when a price is not the one of expectedTotal, expectedUnitPrice or the quote.",
  })
  onPriceMismatch!: PriceMismatchPolicy;
}
