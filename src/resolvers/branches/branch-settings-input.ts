import { Field, InputType, Int } from "type-graphql";

import { type Locale } from "../../domain/texts/locale";
import { LONGEST, MAX_RECIPIENTS, MAX_ROWS } from "../../services/branches/settings-limits";
import { AtMost } from "../schema/at-most";
import { GuestOrdersInput } from "./guest-orders";
import { HalfPrices } from "./half-prices";
import { InjectionPolicyInput } from "./injection-policy";
import { MessageLanguage } from "./message-language";
import { OrderStatus } from "../orders/order-status";
import { PaymentMethod } from "../orders/payment-method";
import { Decimal, Uuid } from "../schema/scalars";
import { FallbackKind, PosKind, TARGETS } from "./vendor-kinds";

@InputType({ description: "What the till is to book for one way of paying." })
export class PaymentTypeMappingInput {
  @Field(() => PaymentMethod, { description: "The guest's way of paying." })
  method!: PaymentMethod;

  @Field(() => Uuid, {
    nullable: true,
    description:
      "The POS's payment type: PosDictionaryItem.posId; null is «не выбрано»: no payment is sent and the till asks.",
  })
  posPaymentTypeId?: string | null;

  @Field(() => Boolean, {
    defaultValue: false,
    description: "true: paid already, the till must not take the money again. Never for CASH.",
  })
  processedExternally!: boolean;
}

@InputType({ description: "Another meaning for a word of the POS." })
export class StatusMappingInput {
  @AtMost({ characters: LONGEST.posStatus, asUserError: true })
  @Field(() => String, {
    description: "A word of the POS, in letters of either case, for example OnWay.",
  })
  posStatus!: string;

  @Field(() => OrderStatus, { description: "What it is to mean for orders of the branch." })
  status!: OrderStatus;
}

@InputType({
  description: "Of deliveries by courier, in the branch's currency. Left out stays; null clears.",
})
export class DeliveryTermsInput {
  @Field(() => Decimal, { nullable: true, description: "null is 0: the way costs nothing." })
  fee?: string | null;

  @Field(() => Decimal, {
    nullable: true,
    description: "Dishes for this much, before discounts, are brought for nothing.",
  })
  freeFrom?: string | null;

  @Field(() => Uuid, {
    nullable: true,
    description: "The POS's product that stands for the delivery.",
  })
  posProductId?: string | null;
}

@InputType({ description: "Left out stays; null is «не выбрано», and HALVED." })
export class PosOrderTermsInput {
  @Field(() => Uuid, {
    nullable: true,
    description: "See Organization.orderTypes; of a courier's kind.",
  })
  deliveryOrderTypeId?: string | null;

  @Field(() => Uuid, {
    nullable: true,
    description: "See Organization.orderTypes; of the kind that guests fetch.",
  })
  pickupOrderTypeId?: string | null;

  @Field(() => Uuid, { nullable: true, description: "See Organization.marketingSources." })
  marketingSourceId?: string | null;

  @Field(() => HalfPrices, {
    nullable: true,
    description: "Try it with one order first: docs/nastroika-iiko.md.",
  })
  halfPrices?: HalfPrices | null;
}

@InputType({ description: "One addressee of messages about orders that the till does not take." })
export class FallbackChannelInput {
  @Field(() => FallbackKind, { description: "The way the message goes." })
  kind!: string;

  @AtMost({ characters: LONGEST.target, asUserError: true })
  @Field(() => String, { description: `As \`kind\` says: ${TARGETS}.` })
  target!: string;

  @Field(() => Boolean, {
    defaultValue: true,
    description: "false: it is kept, and nobody is told by it.",
  })
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
  @Field(() => String, {
    nullable: true,
    description: "ISO 3166-1 alpha-2, for example RU: how guests write phones.",
  })
  country?: string | null;

  @Field(() => PosKind, {
    nullable: true,
    description: "Anything but NONE needs a key and an organization.",
  })
  pos?: string | null;

  @Field(() => Uuid, {
    nullable: true,
    description: "The restaurant in the POS: Organization.posId.",
  })
  organizationId?: string | null;

  @Field(() => Uuid, {
    nullable: true,
    description:
      "The tills that get the branch's orders: TerminalGroup.posId; null: the POS chooses.",
  })
  terminalGroupId?: string | null;

  @AtMost({ characters: LONGEST.externalMenuId, asUserError: true })
  @Field(() => String, {
    nullable: true,
    description:
      "The external menu that the branch's menu is read from: ExternalMenu.posId; null: the nomenclature is read.",
  })
  externalMenuId?: string | null;

  @Field(() => Uuid, {
    nullable: true,
    description:
      "The price category of the external menu whose prices hold; null: the POS's usual prices.",
  })
  priceCategoryId?: string | null;

  @AtMost({ characters: LONGEST.credential, asUserError: true })
  @Field(() => String, {
    nullable: true,
    description: "A key of the first kind. Stored encrypted.",
  })
  apiLogin?: string | null;

  @AtMost({ characters: LONGEST.credential, asUserError: true })
  @Field(() => String, {
    nullable: true,
    description: "A key of the second kind, with appId and clientSecret.",
  })
  apiKey?: string | null;

  @AtMost({ characters: LONGEST.credential, asUserError: true })
  @Field(() => String, {
    nullable: true,
    description: "The application's id that goes with `apiKey`.",
  })
  appId?: string | null;

  @AtMost({ characters: LONGEST.credential, asUserError: true })
  @Field(() => String, {
    nullable: true,
    description: "The secret that goes with `apiKey`. Stored encrypted, never shown again.",
  })
  clientSecret?: string | null;

  @AtMost({ items: MAX_ROWS, asUserError: true })
  @Field(() => [PaymentTypeMappingInput], {
    nullable: true,
    description:
      "What the till books for each way of paying. Replaces the whole list; each method at most once.",
  })
  paymentTypes?: PaymentTypeMappingInput[] | null;

  @AtMost({ items: MAX_ROWS, asUserError: true })
  @Field(() => [StatusMappingInput], {
    nullable: true,
    description:
      "Another meaning for words of the POS. Replaces the whole list; each word at most once.",
  })
  statusMap?: StatusMappingInput[] | null;

  @Field(() => Uuid, {
    nullable: true,
    description:
      "The POS's payment type that spends points; null is «не выбрано»: nothing can be paid by points.",
  })
  bonusPaymentTypeId?: string | null;

  @Field(() => Uuid, {
    nullable: true,
    description:
      "Which wallet of a guest holds the points: LoyaltyWalletType.posId; null: the only one of its kind.",
  })
  bonusWalletId?: string | null;

  @Field(() => Int, {
    nullable: true,
    description: "0 to 100; null is 0: nothing can be paid by points.",
  })
  bonusWriteOffLimitPercent?: number | null;

  @Field(() => Boolean, {
    nullable: true,
    description: "Try it with one order first: docs/nastroika-iiko.md.",
  })
  holdBonuses?: boolean | null;

  @Field(() => Uuid, {
    nullable: true,
    description:
      "«Универсальная скидка для Result.Rest»: the POS's discount that takes a sum; null is «не выбрано».",
  })
  universalDiscountId?: string | null;

  @Field(() => Boolean, {
    nullable: true,
    description:
      "Quotes ask iiko's loyalty programme what it gives and takes; orders by such a quote carry its discounts. null is false.",
  })
  quotesByPosLoyalty?: boolean | null;

  @Field(() => Boolean, {
    nullable: true,
    description:
      "«Не передавать промокоды»: those of Result.Rest never reach the POS. null is false.",
  })
  doNotSendPromoCodes?: boolean | null;

  @Field(() => Boolean, {
    nullable: true,
    description:
      "«Не использовать баллы»: no balance is shown, and none can be spent. null is false.",
  })
  doNotUseBonuses?: boolean | null;

  @Field(() => Boolean, {
    nullable: true,
    description:
      "«Не использовать промокоды»: those of the POS never reach Result.Rest. null is false.",
  })
  doNotUsePosPromoCodes?: boolean | null;

  @Field(() => DeliveryTermsInput, {
    nullable: true,
    description: "What a delivery by courier costs the guest.",
  })
  delivery?: DeliveryTermsInput | null;

  @Field(() => PosOrderTermsInput, { nullable: true, description: "null: nothing is chosen." })
  posOrders?: PosOrderTermsInput | null;

  @Field(() => InjectionPolicyInput, { nullable: true, description: "null: the standard policy." })
  injection?: InjectionPolicyInput | null;

  @Field(() => GuestOrdersInput, { nullable: true, description: "null: the standard." })
  guestOrders?: GuestOrdersInput | null;

  @AtMost({ items: MAX_RECIPIENTS, asUserError: true })
  @Field(() => [FallbackChannelInput], {
    nullable: true,
    description:
      "Whom the gateway tells when the till does not take an order. Replaces the whole list; null: nobody.",
  })
  fallback?: FallbackChannelInput[] | null;

  @Field(() => Boolean, {
    nullable: true,
    description:
      "Your yes to another POS, organization, terminal group or key while orders are under way, see ORDERS_UNDER_WAY. " +
      "Those that were sent end where they are, the others go by the new settings.",
  })
  acceptOpenOrders?: boolean | null;
}
