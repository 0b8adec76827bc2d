import { Field, Int, ObjectType, registerEnumType } from "type-graphql";

import { type BranchSettings as BranchSettingsRow, FallbackKind, PosKind } from "../../entities/branch-settings";
import { formatKopecks } from "../../domain/money";
import { type Locale } from "../../domain/locale";
import { MessageLanguage } from "./message-language";
import { OrderStatus } from "./order-status";
import { PaymentMethod } from "./payment-method";
import { PosOrderTerms, toPosOrderTerms } from "./pos-order-terms";
import { Decimal, Uuid } from "./scalars";

registerEnumType(PosKind, { name: "PosKind", description: "SANDBOX is the iiko in the box; never in production." });
registerEnumType(FallbackKind, { name: "FallbackKind" });

export enum CredentialKind {
  API_LOGIN_V1 = "API_LOGIN_V1",
  APP_KEY_V2 = "APP_KEY_V2",
}
registerEnumType(CredentialKind, { name: "CredentialKind" });

@ObjectType({ simpleResolvers: true, description: "What may be seen of a stored POS key. The key itself never is." })
export class CredentialSummary {
  @Field(() => CredentialKind)
  kind!: CredentialKind;

  @Field(() => String, { description: "All but the last four characters struck out." })
  masked!: string;
}

@ObjectType({ simpleResolvers: true })
export class PaymentTypeMapping {
  @Field(() => PaymentMethod)
  method!: PaymentMethod;

  @Field(() => Uuid, { nullable: true, description: "null is «не выбрано»: no payment is sent and the till asks." })
  posPaymentTypeId!: string | null;

  @Field(() => Boolean, { description: "Paid already: the till must not take the money again." })
  processedExternally!: boolean;
}

@ObjectType({ simpleResolvers: true })
export class StatusMapping {
  @Field(() => String)
  posStatus!: string;

  @Field(() => OrderStatus)
  status!: OrderStatus;
}

@ObjectType({ simpleResolvers: true, description: "Of deliveries by courier, in the branch's currency." })
export class DeliveryTerms {
  @Field(() => Decimal, { description: "What the way costs the guest." })
  fee!: string;

  @Field(() => Decimal, {
    nullable: true,
    description: "Dishes for this much, before discounts, are brought for nothing; null: none are.",
  })
  freeFrom!: string | null;

  @Field(() => Uuid, {
    nullable: true,
    description:
      "The POS's product that stands for the delivery; null is «не выбрано»: the order's comment tells the fee.",
  })
  posProductId!: string | null;
}

@ObjectType({ simpleResolvers: true })
export class InjectionPolicy {
  @Field(() => [Int], { description: "The pause before each repeat; their number is the number of repeats." })
  retryDelaysSeconds!: number[];

  @Field(() => Int, { description: "How long the POS may take to decide before the outcome counts as unknown." })
  acceptTimeoutSeconds!: number;

  @Field(() => Int, { description: "When people are warned that an order is still not in the till; 0: never." })
  alertIfNotAcceptedAfterSeconds!: number;

  @Field(() => Int, {
    description:
      "How late the sending of an order may begin, in minutes: past that, or past the time that the guest wants it, people are asked first.",
  })
  sendWithinMinutes!: number;
}

@ObjectType({
  simpleResolvers: true,
  description:
    "What the branch takes from guests whom nobody has proven: without an API key of the branch, and not signed in with the phone of the order.",
})
export class GuestOrders {
  @Field(() => Boolean, {
    description:
      "Orders are taken from signed-in guests and with an API key only, else SIGN_IN_REQUIRED; off until it is set.",
  })
  onlyProven!: boolean;

  @Field(() => Int, {
    description:
      "How many open orders of one phone unproven guests may have, else TOO_MANY_OPEN_ORDERS; 0: any number; 5 until it is set.",
  })
  mostOpenPerPhone!: number;

  @Field(() => Boolean, {
    description:
      "Promotions that count how often they are used are for signed-in guests and with an API key only, else SIGN_IN_REQUIRED; off until it is set.",
  })
  countedPromotionsOnlyProven!: boolean;

  @Field(() => Boolean, {
    description:
      "Each order of an unproven guest needs a solved challenge, else CHALLENGE_REQUIRED; off until it is set.",
  })
  challengeAlways!: boolean;

  @Field(() => Int, {
    description: "How hard challenges are, in bits: each doubles the work; 16 until it is set, some 65,000 hashes.",
  })
  challengeBits!: number;
}

@ObjectType({ simpleResolvers: true, description: "Who is told when the POS does not take an order." })
export class FallbackChannel {
  @Field(() => FallbackKind)
  kind!: FallbackKind;

  @Field(() => String, {
    description:
      "An e-mail address or a Telegram chat id, with the number of a topic behind a slash: -1001234567890/42.",
  })
  target!: string;

  @Field(() => Boolean)
  enabled!: boolean;

  @Field(() => MessageLanguage)
  language!: Locale;
}

@ObjectType({ simpleResolvers: true })
export class BranchSettings {
  @Field(() => PosKind)
  pos!: PosKind;

  @Field(() => Uuid, { nullable: true })
  organizationId!: string | null;

  @Field(() => Uuid, { nullable: true, description: "null: the POS chooses the terminal group itself." })
  terminalGroupId!: string | null;

  @Field(() => String, { nullable: true })
  externalMenuId!: string | null;

  @Field(() => Uuid, { nullable: true })
  priceCategoryId!: string | null;

  @Field(() => CredentialSummary, { nullable: true, description: "null: no key is stored yet." })
  credential!: CredentialSummary | null;

  @Field(() => [PaymentTypeMapping])
  paymentTypes!: PaymentTypeMapping[];

  @Field(() => [StatusMapping], { description: "Only what differs from the standard meaning." })
  statusMap!: StatusMapping[];

  @Field(() => Uuid, { nullable: true, description: "The payment that spends points; null is «не выбрано»." })
  bonusPaymentTypeId!: string | null;

  @Field(() => Uuid, { nullable: true, description: "Which wallet of a guest holds the points; null: the only one." })
  bonusWalletId!: string | null;

  @Field(() => Int, { description: "How much of an order points may pay, 0 to 100; 0 until it is set." })
  bonusWriteOffLimitPercent!: number;

  @Field(() => Boolean, {
    description: "iiko is asked to hold an order's points before it gets the order; off until it is set.",
  })
  holdBonuses!: boolean;

  @Field(() => Uuid, { nullable: true, description: "«Универсальная скидка для Result.Rest»; null is «не выбрано»." })
  universalDiscountId!: string | null;

  @Field(() => Boolean, {
    description:
      "Quotes ask iiko's loyalty programme what it gives and takes; orders by such a quote carry its discounts.",
  })
  quotesByPosLoyalty!: boolean;

  @Field(() => Boolean, { description: "«Не передавать промокоды»: those of Result.Rest never reach the POS." })
  doNotSendPromoCodes!: boolean;

  @Field(() => Boolean, { description: "«Не использовать баллы»: no balance, no write-off." })
  doNotUseBonuses!: boolean;

  @Field(() => Boolean, { description: "«Не использовать промокоды»: those of the POS never reach Result.Rest." })
  doNotUsePosPromoCodes!: boolean;

  @Field(() => DeliveryTerms)
  delivery!: DeliveryTerms;

  @Field(() => PosOrderTerms)
  posOrders!: PosOrderTerms;

  @Field(() => InjectionPolicy)
  injection!: InjectionPolicy;

  @Field(() => GuestOrders)
  guestOrders!: GuestOrders;

  @Field(() => [FallbackChannel])
  fallback!: FallbackChannel[];
}

export function toBranchSettings(row: BranchSettingsRow): BranchSettings {
  const { pos, organizationId, terminalGroupId, externalMenuId, priceCategoryId } = row;
  const { paymentTypes, statusMap, retryDelaysSeconds, acceptTimeoutSeconds } = row;
  const { bonusPaymentTypeId, bonusWalletId, bonusWriteOffLimitPercent, holdBonuses, universalDiscountId } = row;
  const { doNotSendPromoCodes, doNotUseBonuses, doNotUsePosPromoCodes, quotesByPosLoyalty } = row;
  return {
    ...{ pos, organizationId, terminalGroupId, externalMenuId, priceCategoryId, paymentTypes, statusMap },
    ...{ bonusPaymentTypeId, bonusWalletId, bonusWriteOffLimitPercent, holdBonuses, universalDiscountId },
    ...{ doNotSendPromoCodes, doNotUseBonuses, doNotUsePosPromoCodes, quotesByPosLoyalty },
    credential: credentialOf(row),
    delivery: {
      fee: formatKopecks(row.deliveryFee),
      freeFrom: row.freeDeliveryFrom === null ? null : formatKopecks(row.freeDeliveryFrom),
      posProductId: row.deliveryProductId,
    },
    posOrders: toPosOrderTerms(row),
    injection: {
      ...{ retryDelaysSeconds, acceptTimeoutSeconds, sendWithinMinutes: row.sendWithinMinutes },
      alertIfNotAcceptedAfterSeconds: row.alertIfNotAcceptedAfterSeconds,
    },
    guestOrders: {
      onlyProven: row.guestOrdersOnlyProven,
      mostOpenPerPhone: row.guestOrdersMostOpen,
      countedPromotionsOnlyProven: row.guestPromotionsOnlyProven,
      challengeAlways: row.guestChallengeAlways,
      challengeBits: row.guestChallengeBits,
    },
    fallback: row.fallback.map((target) => ({ ...target, language: target.language ?? "ru" })),
  };
}

function credentialOf({ credentialKind, credentialMasked }: BranchSettingsRow): CredentialSummary | null {
  if (credentialKind === null || credentialMasked === null) return null;
  return { kind: CredentialKind[credentialKind], masked: credentialMasked };
}
