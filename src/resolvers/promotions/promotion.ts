import { Field, ID, InputType, Int, ObjectType } from "type-graphql";

import { NOT_OF_LIST, notBetween } from "../../domain/faults/thrown-texts";
import { PromotionKind } from "../../domain/promotions/promotion-terms";
import { isStorable } from "../../domain/texts/storable-text";
import { type PromoCodeRow } from "../../entities/promotions/promo-code-row";
import { Promotion } from "../../entities/promotions/promotion";
import { InvalidInput } from "../../errors";
import { LONGEST, MOST } from "../../services/promotions/promotion-limits";
import { AtMost } from "../schema/at-most";
import { type Connection, connectionOf, pageOfFound } from "../schema/connection";
import { Fulfilment } from "../orders/order-enums";
import { DateTime, Decimal } from "../schema/scalars";
import { UserError } from "../schema/user-error";

@InputType({
  description: "Of percent, sum and giftArticle with giftQuantity just what `kind` says.",
})
export class CreatePromotionInput {
  @AtMost({ characters: LONGEST.name, asUserError: true })
  @Field(() => String, { description: "What guests call it." })
  name!: string;

  @Field(() => PromotionKind, { description: "What the promotion gives." })
  kind!: PromotionKind;

  @Field(() => Int, { nullable: true, description: "1 to 100, of the dishes' sum." })
  percent?: number | null;

  @Field(() => Decimal, {
    nullable: true,
    description: "Of SUM: what it takes off, in the branches' currency.",
  })
  sum?: string | null;

  @AtMost({ characters: LONGEST.giftArticle, asUserError: true })
  @Field(() => String, { nullable: true, description: "A dish in its default size; no combo." })
  giftArticle?: string | null;

  @Field(() => Int, { nullable: true, description: "Portions, 1 to 20; 1 when left out." })
  giftQuantity?: number | null;

  @Field(() => Decimal, {
    defaultValue: "0",
    description: "What the dishes must come to before any discount.",
  })
  minimumSum!: string;

  @AtMost({ characters: LONGEST.day, asUserError: true })
  @Field(() => String, {
    nullable: true,
    description: "The first day, as 2026-12-01, in the branch's time zone.",
  })
  startsOn?: string | null;

  @AtMost({ characters: LONGEST.day, asUserError: true })
  @Field(() => String, { nullable: true, description: "The last day, to its end." })
  endsOn?: string | null;

  @AtMost({ items: MOST.branches, asUserError: true })
  @Field(() => [ID], {
    description:
      "At least one; all of one currency, and all of your key's. A code is looked up among its branches' own only.",
  })
  branchIds!: string[];

  @AtMost({ items: Object.keys(Fulfilment).length, asUserError: true })
  @Field(() => [Fulfilment], {
    defaultValue: [Fulfilment.DELIVERY, Fulfilment.PICKUP],
    description: "The ways of receipt that it is for; at least one.",
  })
  fulfilments!: Fulfilment[];

  @Field(() => Boolean, {
    defaultValue: false,
    description: "Other promo codes and discounts may come on top.",
  })
  combinable!: boolean;

  @Field(() => Boolean, {
    defaultValue: false,
    description:
      "Each guest may use it once, counted by the phone over all codes of the promotion.",
  })
  oncePerCustomer!: boolean;

  @Field(() => Boolean, {
    defaultValue: false,
    description:
      "Only for a phone that has no order at the promotion's branches yet; cancelled ones do not count.",
  })
  firstOrderOnly!: boolean;

  @Field(() => Int, { nullable: true, description: "Of all codes together; left out: any number." })
  usageLimit?: number | null;

  @Field(() => Int, { nullable: true, description: "Of each code; left out: any number." })
  usesPerCode?: number | null;

  @AtMost({ characters: LONGEST.code, items: MOST.codes, asUserError: true })
  @Field(() => [String], {
    defaultValue: [],
    description: "For guests to type; case does not matter. generatePromoCodes makes others.",
  })
  codes!: string[];
}

@InputType({ description: "Promo codes to be made for a promotion." })
export class GeneratePromoCodesInput {
  @Field(() => ID, { description: "The promotion that they are for: Promotion.id." })
  promotionId!: string;

  @Field(() => Int, { description: "1 to 10 000 at once; a promotion has at most 100 000." })
  count!: number;

  @AtMost({ characters: LONGEST.prefix, asUserError: true })
  @Field(() => String, { defaultValue: "", description: "What each code begins with." })
  prefix!: string;
}

@ObjectType({ simpleResolvers: true, description: "What guests type for a promotion." })
export class PromoCode {
  @Field(() => String, { description: "In capital letters; case does not matter." })
  code!: string;

  @Field(() => DateTime, { description: "When it was made." })
  createdAt!: Date;

  promotionId!: string;
}

export const PromotionConnection = connectionOf("Promotion", Promotion);
export const PromoCodeConnection = connectionOf("PromoCode", PromoCode);

@ObjectType({
  simpleResolvers: true,
  description: "What createPromotion and disablePromotion answer.",
})
export class PromotionPayload {
  @Field(() => Promotion, {
    nullable: true,
    description: "The promotion as it is now; null when `userErrors` says why nothing was done.",
  })
  promotion?: Promotion | null;

  @Field(() => [UserError])
  userErrors!: UserError[];
}

@ObjectType({ simpleResolvers: true, description: "What generatePromoCodes answers." })
export class GeneratePromoCodesPayload {
  @Field(() => Promotion, {
    nullable: true,
    description:
      "The promotion that the codes are for; null when `userErrors` says why none were made.",
  })
  promotion?: Promotion | null;

  @Field(() => [String], { description: "All that were made, in no order." })
  codes!: readonly string[];

  @Field(() => [UserError])
  userErrors!: UserError[];
}

const MAX_PAGE = 100;

/**
 * What to ask for to show one page of codes, one more than it holds. The cursor hides the last code
 * seen.
 *
 * @throws {InvalidInput} `first` is outside 0–100
 */
export function codesAsked(
  first: number,
  after: string | null | undefined,
): { limit: number; after: string } {
  if (first < 0 || first > MAX_PAGE) throw new InvalidInput(notBetween("first", 0, MAX_PAGE));
  const code = Buffer.from(after ?? "", "base64url").toString();
  if (!isStorable(code)) throw new InvalidInput(NOT_OF_LIST);
  return { limit: first + 1, after: code };
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
