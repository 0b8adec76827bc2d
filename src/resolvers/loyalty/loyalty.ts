import { Field, ID, Int, ObjectType, registerEnumType } from "type-graphql";

import { WalletKind } from "../../domain/loyalty/loyalty-wallet";
import { Node } from "../../entities/node";
import { type LoyaltyStatement } from "../../services/loyalty/read-loyalty";
import { connectionOf } from "../schema/connection";
import { Money } from "../schema/money";
import { DateTime, Decimal, Uuid } from "../schema/scalars";
import { Source } from "../schema/source";

registerEnumType(WalletKind, {
  name: "WalletKind",
  description: "What a wallet of a loyalty programme holds.",
  valuesConfig: {
    BONUS: { description: "Points that pay a part of an order." },
    DEPOSIT: { description: "Money that was paid in advance, or an allowance for meals." },
    PRODUCTS: { description: "Dishes that the guest gets for nothing." },
    DISCOUNT: { description: "A discount that the guest has earned." },
    CERTIFICATE: { description: "A gift certificate." },
    OTHER: { description: "Something that this version of the gateway does not know." },
  },
});

@ObjectType({ simpleResolvers: true, description: "One purse of a guest." })
export class LoyaltyWalletType {
  @Field(() => Uuid, { description: "The POS's own id, as bonusWalletId takes it." })
  posId!: string;

  @Field(() => String, { description: "The wallet's name in the POS." })
  name!: string;

  @Field(() => WalletKind, { description: "What the wallet holds." })
  kind!: WalletKind;

  @Field(() => Money, {
    description: "What the wallet holds. One point counts as one unit of the currency.",
  })
  balance!: Money;

  @Field(() => Boolean, { description: "The one that holds the branch's points." })
  isBonusWallet!: boolean;
}

@ObjectType({ simpleResolvers: true, description: "One change of a wallet, as the POS tells it." })
export class LoyaltyTransaction {
  @Field(() => ID, { description: "The POS's own id of the change." })
  id!: string;

  @Field(() => Uuid, {
    nullable: true,
    description: "The wallet that changed: LoyaltyWalletType.posId; null: the POS does not tell.",
  })
  walletId!: string | null;

  @Field(() => DateTime, { description: "When it happened." })
  at!: Date;

  @Field(() => Money, { description: "Negative: spent." })
  amount!: Money;

  @Field(() => Money, {
    nullable: true,
    description: "What the wallet held afterwards; null: the POS does not tell.",
  })
  balanceAfter!: Money | null;

  @Field(() => String, {
    description: "The POS's own word, such as CloseOrder or RefillWalletFromOrder.",
  })
  kind!: string;

  @Field(() => String, { nullable: true, description: "The till's number of the order." })
  posOrderNumber!: string | null;
}

export const LoyaltyTransactionConnection = connectionOf("LoyaltyTransaction", LoyaltyTransaction);

@ObjectType({
  simpleResolvers: true,
  description: "Points that a guest loses unless they are spent.",
})
export class ExpiringPoints {
  @Field(() => Money, { description: "How many points." })
  amount!: Money;

  @Field(() => DateTime, { description: "When they are lost." })
  expiresAt!: Date;
}

@ObjectType({ simpleResolvers: true, description: "A guest's level in a loyalty programme." })
export class LoyaltyTier {
  @Field(() => String, { description: "The level's name in the programme." })
  name!: string;

  @Field(() => Decimal, {
    description: "Share of an order that comes back as points, in per cent.",
  })
  cashbackPercent!: string;

  @Field(() => Int, {
    description: "Share of an order that points may pay at this level, in per cent.",
  })
  maxWriteOffPercent!: number;

  @Field(() => Decimal, {
    nullable: true,
    description:
      "What a guest has to have spent for the next level, in the branch's currency; null: there is none.",
  })
  nextTierAt!: string | null;
}

@ObjectType({
  simpleResolvers: true,
  description:
    "A guest's points with one branch, read from the POS for this request. One point is one currency unit.",
})
export class LoyaltyAccount {
  /** What `transactions` reads. */
  statement!: LoyaltyStatement;
  currencyCode!: string;

  @Field(() => Money, { description: "On the branch's bonus wallet, as the POS has it." })
  balance!: Money;

  @Field(() => Money, {
    description: "Promised to orders that are still under way, and not yet taken off the balance.",
  })
  held!: Money;

  @Field(() => Money, {
    description: "What a new order may spend: balance less held, never below zero.",
  })
  available!: Money;

  @Field(() => LoyaltyTier, { nullable: true, description: "null: iiko tells of none." })
  tier!: LoyaltyTier | null;

  @Field(() => Int, { description: "The share of an order that points may pay." })
  writeOffLimitPercent!: number;

  @Field(() => [LoyaltyWalletType], {
    description: "Every wallet apart, whichever holds the branch's points.",
  })
  wallets!: LoyaltyWalletType[];

  @Field(() => [ExpiringPoints], { description: "Empty: iiko does not tell when points expire." })
  expiring!: ExpiringPoints[];

  @Field(() => DateTime, { description: "When the POS was asked." })
  asOf!: Date;

  @Field(() => Source, { description: "Which side keeps the points: IIKO, the POS." })
  source!: Source;
}

@ObjectType({ implements: Node, simpleResolvers: true, description: "A guest, known by phone." })
export class Customer extends Node {
  @Field(() => ID, { description: "The same for every order with this phone, in all branches." })
  override id!: string;

  @Field(() => String, {
    nullable: true,
    description: "As given with the last order; null before the first.",
  })
  name!: string | null;

  @Field(() => String, { description: "E.164." })
  phone!: string;
}
