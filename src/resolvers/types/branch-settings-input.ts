import { Field, InputType, Int } from "type-graphql";

import { FallbackKind, PosKind } from "../../entities/branch-settings";
import { type Locale } from "../../domain/locale";
import { LONGEST, MAX_PAUSES, MAX_RECIPIENTS, MAX_ROWS } from "../../services/branches/settings-limits";
import { AtMost } from "./at-most";
import { HalfPrices } from "./half-prices";
import { MessageLanguage } from "./message-language";
import { OrderStatus } from "./order-status";
import { PaymentMethod } from "./payment-method";
import { Decimal, Uuid } from "./scalars";

@InputType()
export class PaymentTypeMappingInput {
  @Field(() => PaymentMethod)
  method!: PaymentMethod;

  @Field(() => Uuid, { nullable: true })
  posPaymentTypeId?: string | null;

  @Field(() => Boolean, { defaultValue: false })
  processedExternally!: boolean;
}

@InputType()
export class StatusMappingInput {
  @AtMost({ characters: LONGEST.posStatus, asUserError: true })
  @Field(() => String, { description: "A word of the POS, in letters of either case, for example OnWay." })
  posStatus!: string;

  @Field(() => OrderStatus)
  status!: OrderStatus;
}

@InputType()
export class InjectionPolicyInput {
  @AtMost({ items: MAX_PAUSES, asUserError: true })
  @Field(() => [Int], { nullable: true, description: "Pauses of 0 to 3600 seconds." })
  retryDelaysSeconds?: number[] | null;

  @Field(() => Int, { nullable: true, description: "From 10 to 900." })
  acceptTimeoutSeconds?: number | null;

  @Field(() => Int, {
    nullable: true,
    description: "When people are warned that an order is still not in the till: from 30 to 86400, or 0 for never.",
  })
  alertIfNotAcceptedAfterSeconds?: number | null;

  @Field(() => Int, { nullable: true, description: "How late the sending of an order may begin: from 1 to 1440." })
  sendWithinMinutes?: number | null;
}

@InputType({ description: "Left out stays; null is the standard." })
export class GuestOrdersInput {
  @Field(() => Boolean, { nullable: true })
  onlyProven?: boolean | null;

  @Field(() => Int, { nullable: true, description: "From 0 to 1000; 0: any number." })
  mostOpenPerPhone?: number | null;

  @Field(() => Boolean, { nullable: true })
  countedPromotionsOnlyProven?: boolean | null;

  @Field(() => Boolean, { nullable: true })
  challengeAlways?: boolean | null;

  @Field(() => Int, { nullable: true, description: "From 8 to 24." })
  challengeBits?: number | null;
}

@InputType({ description: "Of deliveries by courier, in the branch's currency. Left out stays; null clears." })
export class DeliveryTermsInput {
  @Field(() => Decimal, { nullable: true, description: "null is 0: the way costs nothing." })
  fee?: string | null;

  @Field(() => Decimal, {
    nullable: true,
    description: "Dishes for this much, before discounts, are brought for nothing.",
  })
  freeFrom?: string | null;

  @Field(() => Uuid, { nullable: true, description: "The POS's product that stands for the delivery." })
  posProductId?: string | null;
}

@InputType({ description: "Left out stays; null is «не выбрано», and HALVED." })
export class PosOrderTermsInput {
  @Field(() => Uuid, { nullable: true, description: "See Organization.orderTypes; of a courier's kind." })
  deliveryOrderTypeId?: string | null;

  @Field(() => Uuid, { nullable: true, description: "See Organization.orderTypes; of the kind that guests fetch." })
  pickupOrderTypeId?: string | null;

  @Field(() => Uuid, { nullable: true, description: "See Organization.marketingSources." })
  marketingSourceId?: string | null;

  @Field(() => HalfPrices, { nullable: true, description: "Try it with one order first: docs/nastroika-iiko.md." })
  halfPrices?: HalfPrices | null;
}

@InputType()
export class FallbackChannelInput {
  @Field(() => FallbackKind)
  kind!: FallbackKind;

  @AtMost({ characters: LONGEST.target, asUserError: true })
  @Field(() => String)
  target!: string;

  @Field(() => Boolean, { defaultValue: true })
  enabled!: boolean;

  @Field(() => MessageLanguage, { nullable: true, description: "Of the messages; left out: RU." })
  language?: Locale | null;
}

@InputType({ description: "A field left out stays as it is; null clears it." })
export class BranchSettingsInput {
  @AtMost({ characters: LONGEST.name, asUserError: true })
  @Field(() => String, { nullable: true, description: "The branch's own name." })
  name?: string | null;

  @AtMost({ characters: LONGEST.timeZone, asUserError: true })
  @Field(() => String, { nullable: true, description: "IANA zone, for example Europe/Moscow." })
  timeZone?: string | null;

  @AtMost({ characters: LONGEST.country, asUserError: true })
  @Field(() => String, { nullable: true, description: "ISO 3166-1 alpha-2, for example RU: how guests write phones." })
  country?: string | null;

  @Field(() => PosKind, { nullable: true, description: "Anything but NONE needs a key and an organization." })
  pos?: PosKind | null;

  @Field(() => Uuid, { nullable: true })
  organizationId?: string | null;

  @Field(() => Uuid, { nullable: true })
  terminalGroupId?: string | null;

  @AtMost({ characters: LONGEST.externalMenuId, asUserError: true })
  @Field(() => String, { nullable: true })
  externalMenuId?: string | null;

  @Field(() => Uuid, { nullable: true })
  priceCategoryId?: string | null;

  @AtMost({ characters: LONGEST.credential, asUserError: true })
  @Field(() => String, { nullable: true, description: "A key of the first kind. Stored encrypted." })
  apiLogin?: string | null;

  @AtMost({ characters: LONGEST.credential, asUserError: true })
  @Field(() => String, { nullable: true, description: "A key of the second kind, with appId and clientSecret." })
  apiKey?: string | null;

  @AtMost({ characters: LONGEST.credential, asUserError: true })
  @Field(() => String, { nullable: true })
  appId?: string | null;

  @AtMost({ characters: LONGEST.credential, asUserError: true })
  @Field(() => String, { nullable: true })
  clientSecret?: string | null;

  @AtMost({ items: MAX_ROWS, asUserError: true })
  @Field(() => [PaymentTypeMappingInput], { nullable: true })
  paymentTypes?: PaymentTypeMappingInput[] | null;

  @AtMost({ items: MAX_ROWS, asUserError: true })
  @Field(() => [StatusMappingInput], { nullable: true })
  statusMap?: StatusMappingInput[] | null;

  @Field(() => Uuid, { nullable: true })
  bonusPaymentTypeId?: string | null;

  @Field(() => Uuid, { nullable: true })
  bonusWalletId?: string | null;

  @Field(() => Int, { nullable: true, description: "0 to 100; null is 0: nothing can be paid by points." })
  bonusWriteOffLimitPercent?: number | null;

  @Field(() => Boolean, { nullable: true, description: "Try it with one order first: docs/nastroika-iiko.md." })
  holdBonuses?: boolean | null;

  @Field(() => Uuid, { nullable: true })
  universalDiscountId?: string | null;

  @Field(() => Boolean, { nullable: true })
  quotesByPosLoyalty?: boolean | null;

  @Field(() => Boolean, { nullable: true })
  doNotSendPromoCodes?: boolean | null;

  @Field(() => Boolean, { nullable: true })
  doNotUseBonuses?: boolean | null;

  @Field(() => Boolean, { nullable: true })
  doNotUsePosPromoCodes?: boolean | null;

  @Field(() => DeliveryTermsInput, { nullable: true })
  delivery?: DeliveryTermsInput | null;

  @Field(() => PosOrderTermsInput, { nullable: true, description: "null: nothing is chosen." })
  posOrders?: PosOrderTermsInput | null;

  @Field(() => InjectionPolicyInput, { nullable: true, description: "null: the standard policy." })
  injection?: InjectionPolicyInput | null;

  @Field(() => GuestOrdersInput, { nullable: true, description: "null: the standard." })
  guestOrders?: GuestOrdersInput | null;

  @AtMost({ items: MAX_RECIPIENTS, asUserError: true })
  @Field(() => [FallbackChannelInput], { nullable: true })
  fallback?: FallbackChannelInput[] | null;

  @Field(() => Boolean, {
    nullable: true,
    description:
      "Your yes to another POS, organization, terminal group or key while orders are under way, see ORDERS_UNDER_WAY. " +
      "Those that were sent end where they are, the others go by the new settings.",
  })
  acceptOpenOrders?: boolean | null;
}
