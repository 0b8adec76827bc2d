import { Field, ID, InputType, Int } from "type-graphql";

import { LONGEST_TYPED_CODE } from "../../domain/promotions/promotion-terms";
import { LONGEST, LONGEST_OF_ADDRESS, MOST } from "../../services/checkout/order-limits";
import { Fulfilment } from "../orders/order-enums";
import { AtMost, PHONE } from "../schema/at-most";
import { onlyUuids } from "../schema/older-id";
import { DateTime, Decimal, Uuid } from "../schema/scalars";
import { ChallengeAnswerInput } from "./order-challenge";
import { OrderLineInput } from "./order-line-input";
import { PaymentInput } from "./payment-input";
import { PriceMismatchPolicy } from "./price-mismatch-policy";

@InputType({
  description:
    "Where the courier delivers the order. Stored with the order exactly as the guest gave it.",
})
export class AddressInput {
  @AtMost({ characters: LONGEST_OF_ADDRESS.city, asUserError: true })
  @Field(() => String, {
    nullable: true,
    description: "Town. May be omitted where the restaurant serves only one town.",
  })
  city?: string | null;

  @AtMost({ characters: LONGEST_OF_ADDRESS.street, asUserError: true })
  @Field(() => String, {
    description:
      "Name of the street, spelt as in the restaurant's POS if you know how it is spelt there.",
  })
  street!: string;

  @Field(() => Uuid, {
    nullable: true,
    description: "The POS's id of the street, if the site knows it.",
    deprecationReason: onlyUuids("streetIdInPos"),
  })
  posStreetId?: string | null;

  @Field(() => ID, {
    nullable: true,
    description: "The POS's id of the street, if the site knows it.",
  })
  streetIdInPos?: string | null;

  @AtMost({ characters: LONGEST_OF_ADDRESS.house, asUserError: true })
  @Field(() => String, {
    description: 'House number with its letter or fraction, if any, for example "12/2".',
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
  @Field(() => String, { nullable: true, description: "Floor, as counted in the building." })
  floor?: string | null;

  @AtMost({ characters: LONGEST_OF_ADDRESS.doorphone, asUserError: true })
  @Field(() => String, { nullable: true, description: "Door code, or the number to ring." })
  doorphone?: string | null;

  @AtMost({ characters: LONGEST_OF_ADDRESS.comment, asUserError: true })
  @Field(() => String, {
    nullable: true,
    description: "Note for the courier, for example how to find the door.",
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
  @Field(() => String, {
    description: "Phone number in any usual spelling; stored as +79001234567.",
  })
  phone!: string;

  @Field(() => Boolean, {
    defaultValue: false,
    description: "Whether the guest agrees to be registered in the restaurant's loyalty programme.",
  })
  joinsLoyalty!: boolean;
}

@InputType({ description: "A discount that Result.Rest has calculated itself." })
export class OrderDiscountInput {
  @AtMost({ characters: LONGEST.discountName, asUserError: true })
  @Field(() => String, { description: "Name of the discount, as guests and operators see it." })
  name!: string;

  @Field(() => Decimal, { description: "Amount of the discount, in the branch's currency." })
  amount!: string;
}

@InputType({ description: "One order of a guest. Amounts are in the branch's currency." })
export class CreateOrderInput {
  @AtMost({ characters: LONGEST.idempotencyKey, asUserError: true })
  @Field(() => String, {
    description:
      "Makes the call safe to repeat. The same key with the same input always returns the same order of the branch; the same key with other input is refused with IDEMPOTENCY_KEY_REUSED. Keys belong to the caller within a branch: an equal key of another caller is a different key. A caller is the restaurant (all its API keys), a guest, or anonymous.",
  })
  idempotencyKey!: string;

  @Field(() => ID, { description: "The branch that will prepare the order: Branch.id." })
  branchId!: string;

  @Field(() => Fulfilment, { description: "How the guest receives the order. DINE_IN is refused." })
  fulfilment!: Fulfilment;

  @AtMost({ items: MOST.lines, asUserError: true })
  @Field(() => [OrderLineInput], { description: "The dishes to order: at least one line." })
  lines!: OrderLineInput[];

  @Field(() => CustomerInput, {
    description:
      "The guest who orders. The restaurant calls this number, and the POS identifies the guest by it.",
  })
  customer!: CustomerInput;

  @Field(() => AddressInput, {
    nullable: true,
    description: "Delivery address. Required for DELIVERY, refused for PICKUP.",
  })
  address?: AddressInput | null;

  @Field(() => DateTime, {
    nullable: true,
    description: "When the guest wants the order. If omitted, as soon as possible.",
  })
  wantedAt?: Date | null;

  @Field(() => PaymentInput, { description: "How the rest of the total, after points, is paid." })
  payment!: PaymentInput;

  @AtMost({ items: 100 })
  @Field(() => [OrderDiscountInput], {
    nullable: true,
    defaultValue: [],
    description:
      "Discounts calculated by Result.Rest; only with an API key. The till gets them as one discount of at most the subtotal.",
  })
  discounts?: OrderDiscountInput[] | null;

  @AtMost({ characters: LONGEST_TYPED_CODE, items: MOST.promoCodes, asUserError: true })
  @Field(() => [String], {
    nullable: true,
    defaultValue: [],
    description:
      "Promo codes as the guest typed them: those of Result.Rest, or one coupon of the POS's loyalty programme.",
  })
  promoCodes?: string[] | null;

  @Field(() => Decimal, {
    nullable: true,
    description:
      "Number of points to spend. Only the guest who is signed in with customer.phone, or an API key, may spend them.",
  })
  pointsToSpend?: string | null;

  @Field(() => Decimal, {
    nullable: true,
    description: "Number of points to spend.",
    deprecationReason: "It is called pointsToSpend.",
  })
  bonusToSpend?: string | null;

  @Field(() => ID, {
    nullable: true,
    description:
      "Id of a quote for the same basket, whose price is then guaranteed. If that is not possible, PRICE_CHANGED gives the new total.",
  })
  quoteId?: string | null;

  @Field(() => Decimal, {
    nullable: true,
    description:
      "The total that the guest was shown (totals.total). If it differs, the order is refused with PRICE_CHANGED.",
  })
  expectedTotal?: string | null;

  @Field(() => Int, {
    nullable: true,
    description: "Number of people to provide cutlery for, 1 to 99.",
  })
  guestCount?: number | null;

  @AtMost({ characters: LONGEST.comment, asUserError: true })
  @Field(() => String, { nullable: true, description: "Note for the kitchen and the courier." })
  comment?: string | null;

  @Field(() => ChallengeAnswerInput, {
    nullable: true,
    description:
      "A solved challenge, which lets a guest who is not signed in order despite TOO_MANY_OPEN_ORDERS or CHALLENGE_REQUIRED. Valid for one order; a repeat with the same idempotency key needs none.",
  })
  challenge?: ChallengeAnswerInput | null;

  @Field(() => PriceMismatchPolicy, {
    defaultValue: PriceMismatchPolicy.REJECT,
    description:
      "What happens if a price differs from expectedTotal, expectedUnitPrice or the quote.",
  })
  onPriceMismatch!: PriceMismatchPolicy;
}
