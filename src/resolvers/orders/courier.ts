import { Field, ObjectType } from "type-graphql";

import { DateTime } from "../schema/scalars";

@ObjectType({
  simpleResolvers: true,
  description: "The courier who delivers an order, as reported by the POS.",
})
export class Courier {
  @Field(() => String, {
    nullable: true,
    description: "Name in the POS; null if the POS gives none.",
  })
  name!: string | null;

  @Field(() => String, {
    nullable: true,
    description: "Phone as stored in the POS; null if the POS gives none.",
  })
  phone!: string | null;

  @Field(() => DateTime, {
    nullable: true,
    description: "When this courier was first reported for the order.",
  })
  updatedAt!: Date | null;
}
