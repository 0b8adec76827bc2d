import { Field, ID, Int, ObjectType, registerEnumType } from "type-graphql";

import { WalletKind } from "../../domain/loyalty-wallet";
import { Node } from "../../entities/node";
import { type LoyaltyStatement } from "../../services/loyalty/read-loyalty";
import { connectionOf } from "./connection";
import { Money } from "./money";
import { DateTime, Decimal, Uuid } from "./scalars";
import { Source } from "./source";

registerEnumType(WalletKind, { name: "WalletKind", description: "What a wallet of a loyalty programme holds." });

@ObjectType({ simpleResolvers: true, description: "One purse of a guest." })
export class LoyaltyWalletType {
  @Field(() => Uuid)
  posId!: string;

  @Field(() => String)
  name!: string;

  @Field(() => WalletKind)
  kind!: WalletKind;

  @Field(() => Money)
  balance!: Money;

  @Field(() => Boolean, { description: "The one that holds the branch's points." })
  isBonusWallet!: boolean;
}

@ObjectType({ simpleResolvers: true, description: "One change of a wallet, as the POS tells it." })
export class LoyaltyTransaction {
  @Field(() => ID)
  id!: string;

  @Field(() => Uuid, { nullable: true })
  walletId!: string | null;

  @Field(() => DateTime)
  at!: Date;

  @Field(() => Money, { description: "Negative: spent." })
  amount!: Money;

  @Field(() => Money, { nullable: true })
  balanceAfter!: Money | null;

  @Field(() => String, { description: "The POS's own word, such as CloseOrder or RefillWalletFromOrder." })
  kind!: string;

  @Field(() => String, { nullable: true, description: "The till's number of the order." })
  posOrderNumber!: string | null;
}

export const LoyaltyTransactionConnection = connectionOf("LoyaltyTransaction", LoyaltyTransaction);

@ObjectType({ simpleResolvers: true })
export class ExpiringPoints {
  @Field(() => Money)
  amount!: Money;

  @Field(() => DateTime)
  expiresAt!: Date;
}

@ObjectType({ simpleResolvers: true })
export class LoyaltyTier {
  @Field(() => String)
  name!: string;

  @Field(() => Decimal)
  cashbackPercent!: string;

  @Field(() => Int)
  maxWriteOffPercent!: number;

  @Field(() => Decimal, { nullable: true })
  nextTierAt!: string | null;
}

@ObjectType({
  simpleResolvers: true,
  description: "A guest's points with one branch, read from the POS for this request. One point is one currency unit.",
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

  @Field(() => Money, { description: "What a new order may spend: balance less held, never below zero." })
  available!: Money;

  @Field(() => LoyaltyTier, { nullable: true, description: "null: iiko tells of none." })
  tier!: LoyaltyTier | null;

  @Field(() => Int, { description: "The share of an order that points may pay." })
  writeOffLimitPercent!: number;

  @Field(() => [LoyaltyWalletType], { description: "Every wallet apart, whichever holds the branch's points." })
  wallets!: LoyaltyWalletType[];

  @Field(() => [ExpiringPoints], { description: "Empty: iiko does not tell when points expire." })
  expiring!: ExpiringPoints[];

  @Field(() => DateTime)
  asOf!: Date;

  @Field(() => Source)
  source!: Source;
}

@ObjectType({ implements: Node, simpleResolvers: true, description: "A guest, known by phone." })
export class Customer extends Node {
  @Field(() => ID)
  override id!: string;

  @Field(() => String, { nullable: true, description: "As given with the last order; null before the first." })
  name!: string | null;

  @Field(() => String, { description: "E.164." })
  phone!: string;
}
