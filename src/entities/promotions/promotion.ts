import { Field, ID, Int, ObjectType, registerEnumType } from "type-graphql";
import { Check, Column, Entity, Index, PrimaryColumn } from "typeorm";

import { PromotionKind, type PromotionTerms } from "../../domain/promotions/promotion-terms";
import { Fulfilment } from "../../domain/ticket/order-ticket";
import { bigintAsNumber } from "../bigint-as-number";
import { Node } from "../node";

registerEnumType(PromotionKind, {
  name: "PromotionKind",
  description: "Kind of discount that a promotion gives.",
  valuesConfig: {
    PERCENT: { description: "A percentage of the sum of the dishes." },
    SUM: { description: "A fixed amount." },
    GIFT: { description: "A free dish." },
  },
});

/** What one of Result.Rest's own promotions gives, and to whom. Amounts are kopecks. */
@Entity("promotions")
@Index("promotions_of_branches", { synchronize: false })
@Check(
  "promotions_gives",
  `kind = 'PERCENT' and percent between 1 and 100 and num_nulls(sum, gift_article, gift_quantity) = 3
   or kind = 'SUM' and sum > 0 and num_nulls(percent, gift_article, gift_quantity) = 3
   or kind = 'GIFT' and gift_quantity > 0 and gift_article is not null and num_nulls(percent, sum) = 2`,
)
@Check("promotions_limits", "minimum_sum >= 0 and usage_limit > 0 and uses_per_code > 0")
@Check("promotions_period", "starts_on <= ends_on")
@Check("promotions_places", "cardinality(branch_ids) > 0 and cardinality(fulfilments) > 0")
@ObjectType({
  implements: Node,
  simpleResolvers: true,
  description: "A promotion of Result.Rest («акция»): what its promo codes give, and to whom.",
})
export class Promotion extends Node implements PromotionTerms {
  @Field(() => ID, {
    description: "The id that disablePromotion, setPromotionPaused and generatePromoCodes take.",
  })
  @PrimaryColumn("uuid")
  override id!: string;

  @Field(() => String, { description: "Name shown to guests." })
  @Column("text")
  name!: string;

  @Field(() => PromotionKind, { description: "Kind of discount that it gives." })
  @Column("text")
  kind!: PromotionKind;

  @Field(() => Int, {
    nullable: true,
    description:
      "For kind PERCENT: discount in per cent of the sum of the dishes, 1 to 100; null for other kinds.",
  })
  @Column("integer", { nullable: true })
  percent!: number | null;

  @Column("bigint", { nullable: true, transformer: bigintAsNumber })
  sum!: number | null;

  @Field(() => String, {
    nullable: true,
    description: "For kind GIFT: the dish given away, in its default size.",
  })
  @Column("text", { name: "gift_article", nullable: true })
  giftArticle!: string | null;

  @Field(() => Int, { nullable: true, description: "For kind GIFT: the number of portions." })
  @Column("integer", { name: "gift_quantity", nullable: true })
  giftQuantity!: number | null;

  /** ISO 4217; the same for every branch that the promotion covers. */
  @Column("text", { name: "currency_code" })
  currencyCode!: string;

  @Column("bigint", { name: "minimum_sum", default: 0, transformer: bigintAsNumber })
  minimumSum!: number;

  @Field(() => String, {
    nullable: true,
    description: "The first day in the branch's time zone, for example 2026-12-01.",
  })
  @Column("date", { name: "starts_on", nullable: true })
  startsOn!: string | null;

  @Field(() => String, {
    nullable: true,
    description: "The last day, inclusive, in the branch's time zone.",
  })
  @Column("date", { name: "ends_on", nullable: true })
  endsOn!: string | null;

  @Column("uuid", { name: "branch_ids", array: true })
  branchIds!: string[];

  @Field(() => [Fulfilment], { description: "The fulfilment types that it applies to." })
  @Column("text", { array: true })
  fulfilments!: Fulfilment[];

  @Field(() => Boolean, {
    description: "Whether it can be combined with other promo codes and discounts.",
  })
  @Column("boolean")
  combinable!: boolean;

  @Field(() => Boolean, {
    description:
      "Whether each guest may use it only once, counted by phone number over all codes of the promotion.",
  })
  @Column("boolean", { name: "once_per_customer" })
  oncePerCustomer!: boolean;

  @Field(() => Boolean, {
    description:
      "Whether it is valid only for phone numbers without earlier orders at its branches; cancelled orders do not count.",
  })
  @Column("boolean", { name: "first_order_only" })
  firstOrderOnly!: boolean;

  @Field(() => Int, {
    nullable: true,
    description: "Maximum number of uses of all codes together; null means unlimited.",
  })
  @Column("integer", { name: "usage_limit", nullable: true })
  usageLimit!: number | null;

  @Field(() => Int, {
    nullable: true,
    description: "Maximum number of uses of each code; null means unlimited.",
  })
  @Column("integer", { name: "uses_per_code", nullable: true })
  usesPerCode!: number | null;

  @Field(() => Date, { description: "When it was created." })
  @Column("timestamptz", { name: "created_at" })
  createdAt!: Date;

  @Field(() => Date, {
    nullable: true,
    description: "When it was disabled; its codes are not accepted any more.",
  })
  @Column("timestamptz", { name: "disabled_at", nullable: true })
  disabledAt!: Date | null;

  @Field(() => Date, {
    nullable: true,
    description:
      "Since when it is paused: its codes are not accepted until setPromotionPaused lifts that; null while they are.",
  })
  @Column("timestamptz", { name: "paused_at", nullable: true })
  pausedAt!: Date | null;
}
