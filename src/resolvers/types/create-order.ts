import { Field, ID, InputType, Int, ObjectType, registerEnumType } from "type-graphql";

import { Order } from "../../entities/order";
import { LONGEST_TYPED_CODE } from "../../domain/promotion-terms";
import { LONGEST, LONGEST_OF_ADDRESS, MOST } from "../../services/orders/accept/order-limits";
import { AtMost, PHONE } from "./at-most";
import { Fulfilment } from "./order-enums";
import { OrderLineInput } from "./order-line-input";
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
export class AddressInput {
  @AtMost({ characters: LONGEST_OF_ADDRESS.city, asUserError: true })
  @Field(() => String, { nullable: true })
  city?: string | null;

  @AtMost({ characters: LONGEST_OF_ADDRESS.street, asUserError: true })
  @Field(() => String)
  street!: string;

  @Field(() => Uuid, { nullable: true, description: "The POS's id of the street, where the site knows it." })
  posStreetId?: string | null;

  @AtMost({ characters: LONGEST_OF_ADDRESS.house, asUserError: true })
  @Field(() => String)
  house!: string;

  @AtMost({ characters: LONGEST_OF_ADDRESS.building, asUserError: true })
  @Field(() => String, { nullable: true })
  building?: string | null;

  @AtMost({ characters: LONGEST_OF_ADDRESS.flat, asUserError: true })
  @Field(() => String, { nullable: true })
  flat?: string | null;

  @AtMost({ characters: LONGEST_OF_ADDRESS.entrance, asUserError: true })
  @Field(() => String, { nullable: true })
  entrance?: string | null;

  @AtMost({ characters: LONGEST_OF_ADDRESS.floor, asUserError: true })
  @Field(() => String, { nullable: true })
  floor?: string | null;

  @AtMost({ characters: LONGEST_OF_ADDRESS.doorphone, asUserError: true })
  @Field(() => String, { nullable: true })
  doorphone?: string | null;

  @AtMost({ characters: LONGEST_OF_ADDRESS.comment, asUserError: true })
  @Field(() => String, { nullable: true })
  comment?: string | null;

  @Field(() => Decimal, { nullable: true })
  latitude?: string | null;

  @Field(() => Decimal, { nullable: true })
  longitude?: string | null;
}

@InputType()
export class CustomerInput {
  @AtMost({ characters: LONGEST.customerName, asUserError: true })
  @Field(() => String)
  name!: string;

  @AtMost({ ...PHONE, asUserError: true })
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

  @AtMost({ characters: LONGEST.externalPaymentId, asUserError: true })
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
  @AtMost({ characters: LONGEST.discountName, asUserError: true })
  @Field(() => String, { description: "What guest and operator call it." })
  name!: string;

  @Field(() => Decimal)
  amount!: string;
}

@InputType({ description: "A challenge from createOrderChallenge, solved." })
export class ChallengeAnswerInput {
  @AtMost({ characters: LONGEST.challenge })
  @Field(() => String, { description: "As it came with the challenge." })
  token!: string;

  @AtMost({ characters: LONGEST.challenge })
  @Field(() => String)
  answer!: string;
}

@InputType()
export class CreateOrderInput {
  @AtMost({ characters: LONGEST.idempotencyKey, asUserError: true })
  @Field(() => String, {
    description:
      "Required. Same key + same input returns the same order of the branch for ever, whoever asks again; same key + other input is IDEMPOTENCY_KEY_REUSED. Your keys are yours within a branch: somebody else's equal key is another one. You are the restaurant (all its API keys), a guest, or nobody.",
  })
  idempotencyKey!: string;

  @Field(() => ID)
  branchId!: string;

  @Field(() => Fulfilment)
  fulfilment!: Fulfilment;

  @AtMost({ items: MOST.lines, asUserError: true })
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
    description: "As the guest typed them: Result.Rest's own, or one coupon of the POS's loyalty programme.",
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

  @Field(() => Int, { nullable: true, description: "For how many persons the cutlery is: from 1 to 99." })
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
