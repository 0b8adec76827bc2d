import { Field, ID, InputType, Int, ObjectType } from "type-graphql";

import { NOT_OF_LIST } from "../../domain/errors/thrown-texts";
import { PromotionKind } from "../../domain/promotions/promotion-terms";
import { isStorable } from "../../domain/texts/storable-text";
import { type PromoCodeRow } from "../../entities/promotions/promo-code-row";
import { Promotion } from "../../entities/promotions/promotion";
import { InvalidInput } from "../../errors";
import { LONGEST, MOST } from "../../services/promotions/promotion-limits";
import { Fulfilment } from "../orders/order-enums";
import { AtMost } from "../schema/at-most";
import { type Connection, connectionOf, mostAsked, pageOfFound } from "../schema/connection";
import { IDEMPOTENCY_KEY, KEY_LENGTH } from "../schema/idempotency-key";
import { DateTime, Decimal } from "../schema/scalars";
import { UserError } from "../schema/user-error-types";

@InputType({
  description:
    "A new promotion. Of percent, sum and giftArticle with giftQuantity, set only what `kind` requires.",
})
export class CreatePromotionInput {
  @AtMost({ characters: LONGEST.name, asUserError: true })
  @Field(() => String, { description: "Name shown to guests." })
  name!: string;

  @Field(() => PromotionKind, { description: "Kind of discount that the promotion gives." })
  kind!: PromotionKind;

  @Field(() => Int, {
    nullable: true,
    description: "Discount in per cent of the sum of the dishes, 1 to 100.",
  })
  percent?: number | null;

  @Field(() => Decimal, {
    nullable: true,
    description: "Discount for kind SUM, in the currency of the branches.",
  })
  sum?: string | null;

  @AtMost({ characters: LONGEST.giftArticle, asUserError: true })
  @Field(() => String, {
    nullable: true,
    description: "The dish given away, in its default size; not a combo.",
  })
  giftArticle?: string | null;

  @Field(() => Int, {
    nullable: true,
    description: "Number of portions given away, 1 to 20. If omitted, 1.",
  })
  giftQuantity?: number | null;

  @Field(() => Decimal, {
    defaultValue: "0",
    description: "Minimum sum of the dishes before any discount.",
  })
  minimumSum!: string;

  @AtMost({ characters: LONGEST.day, asUserError: true })
  @Field(() => String, {
    nullable: true,
    description: "The first day in the branch's time zone, for example 2026-12-01.",
  })
  startsOn?: string | null;

  @AtMost({ characters: LONGEST.day, asUserError: true })
  @Field(() => String, {
    nullable: true,
    description: "The last day, inclusive, in the branch's time zone.",
  })
  endsOn?: string | null;

  @AtMost({ items: MOST.branches, asUserError: true })
  @Field(() => [ID], {
    description:
      "The branches of the promotion: at least one, all with the same currency, and all within the reach of your key. Codes are valid only at these branches.",
  })
  branchIds!: string[];

  @AtMost({ items: Object.keys(Fulfilment).length, asUserError: true })
  @Field(() => [Fulfilment], {
    defaultValue: [Fulfilment.DELIVERY, Fulfilment.PICKUP],
    description: "The fulfilment types that it applies to; at least one.",
  })
  fulfilments!: Fulfilment[];

  @Field(() => Boolean, {
    defaultValue: false,
    description: "Whether it can be combined with other promo codes and discounts.",
  })
  combinable!: boolean;

  @Field(() => Boolean, {
    defaultValue: false,
    description:
      "Whether each guest may use it only once, counted by phone number over all codes of the promotion.",
  })
  oncePerCustomer!: boolean;

  @Field(() => Boolean, {
    defaultValue: false,
    description:
      "Valid only for a phone number without earlier orders at the promotion's branches; cancelled orders do not count.",
  })
  firstOrderOnly!: boolean;

  @Field(() => Int, {
    nullable: true,
    description: "Maximum number of uses of all codes together. If omitted, unlimited.",
  })
  usageLimit?: number | null;

  @Field(() => Int, {
    nullable: true,
    description: "Maximum number of uses of each code. If omitted, unlimited.",
  })
  usesPerCode?: number | null;

  @AtMost({ characters: LONGEST.code, items: MOST.codes, asUserError: true })
  @Field(() => [String], {
    defaultValue: [],
    description:
      "Promo codes for guests to type; case does not matter. generatePromoCodes creates more.",
  })
  codes!: string[];

  @AtMost(KEY_LENGTH)
  @Field(() => String, IDEMPOTENCY_KEY)
  idempotencyKey?: string | null;
}

@InputType({ description: "Promo codes to be generated for a promotion." })
export class GeneratePromoCodesInput {
  @Field(() => ID, { description: "The promotion that the codes are for: Promotion.id." })
  promotionId!: string;

  @Field(() => Int, {
    description: "Number of codes, 1 to 10 000 in one call; a promotion has at most 100 000.",
  })
  count!: number;

  @AtMost({ characters: LONGEST.prefix, asUserError: true })
  @Field(() => String, { defaultValue: "", description: "Prefix of each code." })
  prefix!: string;

  @AtMost(KEY_LENGTH)
  @Field(() => String, IDEMPOTENCY_KEY)
  idempotencyKey?: string | null;
}

@ObjectType({ simpleResolvers: true, description: "A code that guests type to use a promotion." })
export class PromoCode {
  @Field(() => String, { description: "The code, in capital letters; case does not matter." })
  code!: string;

  @Field(() => DateTime, { description: "When it was created." })
  createdAt!: Date;

  promotionId!: string;
}

export const PromotionConnection = connectionOf("Promotion", Promotion);
export const PromoCodeConnection = connectionOf("PromoCode", PromoCode);

@ObjectType({
  simpleResolvers: true,
  description:
    "Result of createPromotion, setPromotionPaused, disablePromotion and generatePromoCodes.",
})
export class PromotionPayload {
  @Field(() => Promotion, {
    nullable: true,
    description: "The promotion as it is now; null if `userErrors` explains why nothing was done.",
  })
  promotion?: Promotion | null;

  @Field(() => [UserError])
  userErrors!: UserError[];
}

@ObjectType({ simpleResolvers: true, description: "Result of generatePromoCodes." })
export class GeneratePromoCodesPayload {
  @Field(() => Promotion, {
    nullable: true,
    description:
      "The promotion that the codes are for; null if `userErrors` explains why none were generated.",
  })
  promotion?: Promotion | null;

  @Field(() => [String], { description: "All codes that were generated, in no particular order." })
  codes!: readonly string[];

  @Field(() => Boolean, {
    description: "Whether an earlier call with the same idempotency key generated the codes.",
  })
  replayed!: boolean;

  @Field(() => [UserError])
  userErrors!: UserError[];
}

/**
 * Returns what to query for one page of codes: one more than it holds. The cursor encodes the last
 * code seen.
 *
 * @throws {InvalidInput} if `first` is outside 0–100
 */
export function codesAsked(
  first: number,
  after: string | null | undefined,
): { limit: number; after: string } {
  const code = Buffer.from(after ?? "", "base64url").toString();
  if (!isStorable(code)) throw new InvalidInput(NOT_OF_LIST);
  return { limit: mostAsked(first) + 1, after: code };
}

export function pageOfCodes(
  found: readonly PromoCodeRow[],
  first: number,
  after: string | null | undefined,
): Connection<PromoCode> {
  return pageOfFound(found, first, after, ({ code, createdAt, promotionId }) => ({
    cursor: Buffer.from(code).toString("base64url"),
    node: { code, createdAt, promotionId },
  }));
}
