import { Field, ObjectType, registerEnumType } from "type-graphql";

import { UnavailableReason } from "../../domain/availability";
import { DateTime, Decimal } from "./scalars";

registerEnumType(UnavailableReason, {
  name: "UnavailableReason",
  description:
    "STOP_LIST: the kitchen has none left («стоп-лист»), or none of something it needs. NOT_PRICED: not sold here. " +
    "OPTIONS_MISSING: the catalogue lacks options of a choice that the till requires; an import of them brings it back. " +
    "NOT_IN_MENU, HIDDEN, DELETED: the POS's menu does not show it, or not any more.",
});

@ObjectType({ simpleResolvers: true, description: "Whether it can be ordered now, as far as the POS has told." })
export class Availability {
  @Field(() => Boolean)
  available!: boolean;

  @Field(() => Decimal, { nullable: true, description: "Portions left; null: the POS names no limit." })
  remaining!: string | null;

  @Field(() => UnavailableReason, { nullable: true, description: "Set exactly when it is not available." })
  reason!: UnavailableReason | null;

  @Field(() => DateTime, { nullable: true, description: "Since when it is limited or sold out, if the POS tells." })
  since!: Date | null;

  @Field(() => DateTime, { nullable: true, description: "null: the POS does not tell when it will be back." })
  until!: Date | null;

  @Field(() => DateTime, { description: "When the POS last confirmed it." })
  asOf!: Date;

  @Field(() => Boolean, {
    description:
      "The POS has not told for three minutes what it lacks. Orders are taken nevertheless, and the till decides.",
  })
  stale!: boolean;
}
