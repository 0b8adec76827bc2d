import { Field, ID, Int, ObjectType, registerEnumType } from "type-graphql";
import { Check, Column, Entity, PrimaryColumn } from "typeorm";

import { Fulfilment } from "../../domain/ticket/order-ticket";
import { PromotionKind, type PromotionTerms } from "../../domain/promotions/promotion-terms";
import { bigintAsNumber } from "../bigint-as-number";
import { Node } from "../node";

registerEnumType(PromotionKind, {
  name: "PromotionKind",
  description: "What a promotion gives.",
  valuesConfig: {
    PERCENT: { description: "A share of the dishes' sum." },
    SUM: { description: "A sum off." },
    GIFT: { description: "A dish that costs nothing." },
  },
});

/** What a promotion of Result.Rest's own gives, and for whom. Amounts are kopecks. */
@Entity("promotions")
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
  description: "What promo codes of Result.Rest's own give, and for whom («акция»).",
})
export class Promotion extends Node implements PromotionTerms {
  @Field(() => ID, { description: "What disablePromotion and generatePromoCodes take." })
  @PrimaryColumn("uuid")
  override id!: string;

  @Field(() => String, { description: "What guests call it." })
  @Column("text")
  name!: string;

  @Field(() => PromotionKind, { description: "What it gives." })
  @Column("text")
  kind!: PromotionKind;

  @Field(() => Int, {
    nullable: true,
    description: "Of PERCENT: the share of the dishes' sum, 1 to 100; null of other kinds.",
  })
  @Column("integer", { nullable: true })
  percent!: number | null;

  @Column("bigint", { nullable: true, transformer: bigintAsNumber })
  sum!: number | null;

  @Field(() => String, { nullable: true, description: "Of GIFT: the dish, in its default size." })
  @Column("text", { name: "gift_article", nullable: true })
  giftArticle!: string | null;

  @Field(() => Int, { nullable: true, description: "Of GIFT: how many portions." })
  @Column("integer", { name: "gift_quantity", nullable: true })
  giftQuantity!: number | null;

  /** ISO 4217; of every branch that the promotion is for. */
  @Column("text", { name: "currency_code" })
  currencyCode!: string;

  @Column("bigint", { name: "minimum_sum", default: 0, transformer: bigintAsNumber })
  minimumSum!: number;

  @Field(() => String, {
    nullable: true,
    description: "The first day, as 2026-12-01, in the branch's time zone.",
  })
  @Column("date", { name: "starts_on", nullable: true })
  startsOn!: string | null;

  @Field(() => String, { nullable: true, description: "The last day, to its end." })
  @Column("date", { name: "ends_on", nullable: true })
  endsOn!: string | null;

  @Column("uuid", { name: "branch_ids", array: true })
  branchIds!: string[];

  @Field(() => [Fulfilment], { description: "The ways of receipt that it is for." })
  @Column("text", { array: true })
  fulfilments!: Fulfilment[];

  @Field(() => Boolean, { description: "Other promo codes and discounts may come on top." })
  @Column("boolean")
  combinable!: boolean;

  @Field(() => Boolean, {
    description: "Counted by the guest's phone, over all codes of the promotion.",
  })
  @Column("boolean", { name: "once_per_customer" })
  oncePerCustomer!: boolean;

  @Field(() => Boolean, {
    description:
      "Only for a phone that has no order at its branches yet; cancelled ones do not count.",
  })
  @Column("boolean", { name: "first_order_only" })
  firstOrderOnly!: boolean;

  @Field(() => Int, { nullable: true, description: "Of all codes together; null: any number." })
  @Column("integer", { name: "usage_limit", nullable: true })
  usageLimit!: number | null;

  @Field(() => Int, { nullable: true, description: "Of each code; null: any number." })
  @Column("integer", { name: "uses_per_code", nullable: true })
  usesPerCode!: number | null;

  @Field(() => Date, { description: "When it was made." })
  @Column("timestamptz", { name: "created_at" })
  createdAt!: Date;

  @Field(() => Date, { nullable: true, description: "Its codes are not taken any more." })
  @Column("timestamptz", { name: "disabled_at", nullable: true })
  disabledAt!: Date | null;
}
