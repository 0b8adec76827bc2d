import { Field, ID, Int, ObjectType, registerEnumType } from "type-graphql";

import { WalletKind } from "../../domain/loyalty/loyalty-wallet";
import { Node } from "../../entities/node";
import { type LoyaltyStatement } from "../../services/loyalty/read-loyalty";
import { connectionOf } from "../schema/connection";
import { Money } from "../schema/money";
import { onlyUuids } from "../schema/older-id";
import { DateTime, Decimal, Uuid } from "../schema/scalars";
import { Source } from "../schema/source";

registerEnumType(WalletKind, {
  name: "WalletKind",
  description: "Kind of a wallet of a loyalty programme.",
  valuesConfig: {
    BONUS: { description: "Points that can pay for a part of an order." },
    DEPOSIT: { description: "Prepaid money, or a meal allowance." },
    PRODUCTS: { description: "Free dishes for the guest." },
    DISCOUNT: { description: "A discount that the guest has earned." },
    CERTIFICATE: { description: "A gift certificate." },
    OTHER: { description: "A kind that this version of the gateway does not know." },
  },
});

@ObjectType({ simpleResolvers: true, description: "One wallet of a guest." })
export class LoyaltyWalletType {
  @Field(() => ID, {
    name: "idInPos",
    simple: false,
    description: "Id in the POS, which pointsWalletIdInPos takes.",
  })
  @Field(() => Uuid, {
    description: "Id in the POS, which pointsWalletIdInPos takes.",
    deprecationReason: onlyUuids("idInPos"),
  })
  posId!: string;

  @Field(() => String, { description: "The wallet's name in the POS." })
  name!: string;

  @Field(() => WalletKind, {
    description: "What the wallet holds: points, money or something else.",
  })
  kind!: WalletKind;

  @Field(() => Money, {
    description: "Balance of the wallet. One point equals one unit of the currency.",
  })
  balance!: Money;

  @Field(() => Boolean, { description: "Whether this wallet holds the branch's points." })
  isPointsWallet!: boolean;

  @Field(() => Boolean, {
    description: "Whether this wallet holds the branch's points.",
    deprecationReason: "It is called isPointsWallet.",
  })
  isBonusWallet!: boolean;
}

@ObjectType({
  simpleResolvers: true,
  description: "One change of a wallet, as reported by the POS.",
})
export class LoyaltyTransaction {
  @Field(() => ID, { description: "Id of the change in the POS." })
  id!: string;

  @Field(() => Uuid, {
    nullable: true,
    description:
      "The wallet that changed: LoyaltyWalletType.posId; null if the POS does not report it.",
    deprecationReason: onlyUuids("walletIdInPos"),
  })
  walletId!: string | null;

  @Field(() => ID, {
    nullable: true,
    description:
      "The wallet that changed: LoyaltyWalletType.idInPos; null if the POS does not report it.",
  })
  walletIdInPos!: string | null;

  @Field(() => DateTime, { description: "When it happened." })
  at!: Date;

  @Field(() => Money, { description: "Amount of the change; negative if points were spent." })
  amount!: Money;

  @Field(() => Money, {
    nullable: true,
    description: "Balance after the change; null if the POS does not report it.",
  })
  balanceAfter!: Money | null;

  @Field(() => String, {
    description:
      "Kind of the change in the POS's terms, for example CloseOrder or RefillWalletFromOrder.",
  })
  kind!: string;

  @Field(() => String, { nullable: true, description: "Number of the order in the till." })
  posOrderNumber!: string | null;
}

export const LoyaltyTransactionConnection = connectionOf("LoyaltyTransaction", LoyaltyTransaction);

@ObjectType({
  simpleResolvers: true,
  description: "Points that expire unless the guest spends them.",
})
export class ExpiringPoints {
  @Field(() => Money, { description: "Number of points." })
  amount!: Money;

  @Field(() => DateTime, { description: "When they expire." })
  expiresAt!: Date;
}

@ObjectType({ simpleResolvers: true, description: "A guest's level in a loyalty programme." })
export class LoyaltyTier {
  @Field(() => String, { description: "The level's name in the programme." })
  name!: string;

  @Field(() => Decimal, {
    description: "Share of an order that is returned as points, in per cent.",
  })
  cashbackPercent!: string;

  @Field(() => Int, {
    description: "Share of an order that points may pay at this level, in per cent.",
  })
  maxWriteOffPercent!: number;

  @Field(() => Decimal, {
    nullable: true,
    description:
      "Amount that a guest has to spend for the next level, in the branch's currency; null if there is no higher level.",
  })
  nextTierAt!: string | null;
}

@ObjectType({
  simpleResolvers: true,
  description:
    "A guest's points at one branch, read from the POS for this request. One point equals one unit of the currency.",
})
export class LoyaltyAccount {
  /** Read by `transactions`. */
  statement!: LoyaltyStatement;
  currencyCode!: string;

  @Field(() => Money, { description: "Balance of the branch's points wallet in the POS." })
  balance!: Money;

  @Field(() => Money, {
    description:
      "Points reserved for orders that are in progress, not yet deducted from the balance.",
  })
  held!: Money;

  @Field(() => Money, {
    description: "Points that a new order may spend: balance minus held, never below zero.",
  })
  available!: Money;

  @Field(() => LoyaltyTier, {
    nullable: true,
    description: "Level of the guest. Always null: no POS reports levels.",
    deprecationReason: "It is always null: no POS of the gateway reports levels.",
  })
  tier!: LoyaltyTier | null;

  @Field(() => Int, { description: "Maximum share of an order that points may pay, in per cent." })
  writeOffLimitPercent!: number;

  @Field(() => [LoyaltyWalletType], {
    description: "All wallets of the guest, including the one that holds the branch's points.",
  })
  wallets!: LoyaltyWalletType[];

  @Field(() => [ExpiringPoints], {
    description: "Points that will expire. Always empty: no POS reports when points expire.",
    deprecationReason: "It is always empty: no POS of the gateway reports when points expire.",
  })
  expiring!: ExpiringPoints[];

  @Field(() => DateTime, { description: "When the POS was queried." })
  asOf!: Date;

  @Field(() => Source, { description: "The system that keeps the points: the POS." })
  source!: Source;
}

@ObjectType({
  implements: Node,
  simpleResolvers: true,
  description: "A guest, identified by phone number.",
})
export class Customer extends Node {
  @Field(() => ID, {
    description: "The same id for every order with this phone number, in all branches.",
  })
  override id!: string;

  @Field(() => String, {
    nullable: true,
    description: "Name given with the last order; null before the first order.",
  })
  name!: string | null;

  @Field(() => String, { description: "Phone number in E.164 form, for example +79001234567." })
  phone!: string;
}
