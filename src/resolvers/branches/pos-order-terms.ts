import { Field, ObjectType } from "type-graphql";

import { type BranchSettings } from "../../entities/branches/branch-settings";
import { HalfPrices } from "./half-prices";
import { Uuid } from "../schema/scalars";

@ObjectType({ simpleResolvers: true, description: "How orders stand in the POS." })
export class PosOrderTerms {
  @Field(() => Uuid, {
    nullable: true,
    description: "Of deliveries by courier; null is «не выбрано»: the POS's own.",
  })
  deliveryOrderTypeId!: string | null;

  @Field(() => Uuid, {
    nullable: true,
    description: "Of orders that guests fetch; null is «не выбрано»: the POS's own.",
  })
  pickupOrderTypeId!: string | null;

  @Field(() => Uuid, {
    nullable: true,
    description:
      "What the POS's reports name as the source of orders; some organizations take no delivery without one.",
  })
  marketingSourceId!: string | null;

  @Field(() => HalfPrices, { description: "Of dishes of two halves; HALVED until it is set." })
  halfPrices!: HalfPrices;
}

export function toPosOrderTerms(row: BranchSettings): PosOrderTerms {
  const { deliveryOrderTypeId, pickupOrderTypeId, marketingSourceId, halfPrices } = row;
  return { deliveryOrderTypeId, pickupOrderTypeId, marketingSourceId, halfPrices };
}
