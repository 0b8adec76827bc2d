import { Field, Int, ObjectType } from "type-graphql";

import { type BranchSettings as BranchSettingsRow } from "../../entities/branches/branch-settings";
import { formatKopecks } from "../../domain/money/money";
import { type Locale } from "../../domain/texts/locale";
import { CredentialKind, CredentialSummary } from "./credential";
import { GuestOrders } from "./guest-orders";
import { InjectionPolicy } from "./injection-policy";
import { MessageLanguage } from "./message-language";
import { OrderStatus } from "../orders/order-status";
import { PaymentMethod } from "../orders/payment-method";
import { PosOrderTerms, toPosOrderTerms } from "./pos-order-terms";
import { Decimal, Uuid } from "../schema/scalars";
import { FallbackKind, PosKind, TARGETS } from "./vendor-kinds";

@ObjectType({ simpleResolvers: true, description: "What the till books for one way of paying." })
export class PaymentTypeMapping {
  @Field(() => PaymentMethod, { description: "The guest's way of paying." })
  method!: PaymentMethod;

  @Field(() => Uuid, {
    nullable: true,
    description: "null is «не выбрано»: no payment is sent and the till asks.",
  })
  posPaymentTypeId!: string | null;

  @Field(() => Boolean, { description: "Paid already: the till must not take the money again." })
  processedExternally!: boolean;
}

@ObjectType({
  simpleResolvers: true,
  description: "Another meaning that a branch gives to a word of its POS.",
})
export class StatusMapping {
  @Field(() => String, { description: "The POS's own word: OnWay, for example." })
  posStatus!: string;

  @Field(() => OrderStatus, { description: "What it means for orders of the branch." })
  status!: OrderStatus;
}

@ObjectType({
  simpleResolvers: true,
  description: "Of deliveries by courier, in the branch's currency.",
})
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

@ObjectType({
  simpleResolvers: true,
  description: "Who is told when the POS does not take an order.",
})
export class FallbackChannel {
  @Field(() => FallbackKind, { description: "The way the message goes." })
  kind!: string;

  @Field(() => String, {
    description: `As \`kind\` says: ${TARGETS}.`,
  })
  target!: string;

  @Field(() => Boolean, { description: "false: it is kept, and nobody is told by it." })
  enabled!: boolean;

  @Field(() => MessageLanguage, {
    description: "Language in which the messages to it are written.",
  })
  language!: Locale;
}

@ObjectType({
  simpleResolvers: true,
  description:
    "How a branch is tied to its POS, and what becomes of its orders. Secrets are never shown.",
})
export class BranchSettings {
  @Field(() => PosKind, { description: "Which system the branch's orders go to." })
  pos!: string;

  @Field(() => Uuid, {
    nullable: true,
    description:
      "The restaurant in the POS: Organization.posId; null: the branch is not connected.",
  })
  organizationId!: string | null;

  @Field(() => Uuid, {
    nullable: true,
    description: "null: the POS chooses the terminal group itself.",
  })
  terminalGroupId!: string | null;

  @Field(() => String, {
    nullable: true,
    description:
      "The external menu in the POS that the branch's menu is read from; null: its nomenclature is read.",
  })
  externalMenuId!: string | null;

  @Field(() => Uuid, {
    nullable: true,
    description:
      "The price category of the external menu whose prices hold; null: the POS's usual prices.",
  })
  priceCategoryId!: string | null;

  @Field(() => CredentialSummary, { nullable: true, description: "null: no key is stored yet." })
  credential!: CredentialSummary | null;

  @Field(() => [PaymentTypeMapping], {
    description: "What the till books for each way of paying; a way that is missing is not mapped.",
  })
  paymentTypes!: PaymentTypeMapping[];

  @Field(() => [StatusMapping], { description: "Only what differs from the standard meaning." })
  statusMap!: StatusMapping[];

  @Field(() => Uuid, {
    nullable: true,
    description: "The payment that spends points; null is «не выбрано».",
  })
  bonusPaymentTypeId!: string | null;

  @Field(() => Uuid, {
    nullable: true,
    description: "Which wallet of a guest holds the points; null: the only one.",
  })
  bonusWalletId!: string | null;

  @Field(() => Int, {
    description: "How much of an order points may pay, 0 to 100; 0 until it is set.",
  })
  bonusWriteOffLimitPercent!: number;

  @Field(() => Boolean, {
    description:
      "iiko is asked to hold an order's points before it gets the order; off until it is set.",
  })
  holdBonuses!: boolean;

  @Field(() => Uuid, {
    nullable: true,
    description: "«Универсальная скидка для Result.Rest»; null is «не выбрано».",
  })
  universalDiscountId!: string | null;

  @Field(() => Boolean, {
    description:
      "Quotes ask iiko's loyalty programme what it gives and takes; orders by such a quote carry its discounts.",
  })
  quotesByPosLoyalty!: boolean;

  @Field(() => Boolean, {
    description: "«Не передавать промокоды»: those of Result.Rest never reach the POS.",
  })
  doNotSendPromoCodes!: boolean;

  @Field(() => Boolean, { description: "«Не использовать баллы»: no balance, no write-off." })
  doNotUseBonuses!: boolean;

  @Field(() => Boolean, {
    description: "«Не использовать промокоды»: those of the POS never reach Result.Rest.",
  })
  doNotUsePosPromoCodes!: boolean;

  @Field(() => DeliveryTerms, { description: "What a delivery by courier costs the guest." })
  delivery!: DeliveryTerms;

  @Field(() => PosOrderTerms, {
    description: "What the POS wants to know of each order of the branch.",
  })
  posOrders!: PosOrderTerms;

  @Field(() => InjectionPolicy, {
    description: "How long and how often the gateway tries to put an order into the till.",
  })
  injection!: InjectionPolicy;

  @Field(() => GuestOrders, {
    description: "What the branch takes from guests whom nobody has proven.",
  })
  guestOrders!: GuestOrders;

  @Field(() => [FallbackChannel], {
    description: "Whom the gateway tells, and how, when the till does not take an order.",
  })
  fallback!: FallbackChannel[];
}

export function toBranchSettings(row: BranchSettingsRow): BranchSettings {
  const { pos, organizationId, terminalGroupId, externalMenuId, priceCategoryId } = row;
  const { paymentTypes, statusMap, retryDelaysSeconds, acceptTimeoutSeconds } = row;
  const {
    bonusPaymentTypeId,
    bonusWalletId,
    bonusWriteOffLimitPercent,
    holdBonuses,
    universalDiscountId,
  } = row;
  const { doNotSendPromoCodes, doNotUseBonuses, doNotUsePosPromoCodes, quotesByPosLoyalty } = row;
  return {
    ...{
      pos,
      organizationId,
      terminalGroupId,
      externalMenuId,
      priceCategoryId,
      paymentTypes,
      statusMap,
    },
    ...{
      bonusPaymentTypeId,
      bonusWalletId,
      bonusWriteOffLimitPercent,
      holdBonuses,
      universalDiscountId,
    },
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

function credentialOf({
  credentialKind,
  credentialMasked,
}: BranchSettingsRow): CredentialSummary | null {
  if (credentialKind === null || credentialMasked === null) return null;
  return { kind: CredentialKind[credentialKind], masked: credentialMasked };
}
