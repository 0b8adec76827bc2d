import { Field, ObjectType, registerEnumType } from "type-graphql";

import { UnavailableReason } from "../../domain/catalogue/availability";
import { DateTime, Decimal } from "../schema/scalars";

registerEnumType(UnavailableReason, {
  name: "UnavailableReason",
  description: "Why something cannot be ordered now.",
  valuesConfig: {
    STOP_LIST: {
      description: "The kitchen has none left («стоп-лист»), or none of something it needs.",
    },
    NOT_PRICED: { description: "It has no price here: it is not sold." },
    OPTIONS_MISSING: {
      description:
        "The catalogue lacks options of a choice that the till requires; an import of them brings it back.",
    },
    NOT_IN_MENU: { description: "The POS menu does not list it, or does not any more." },
    HIDDEN: { description: "The POS hides it from guests." },
    DELETED: { description: "The POS has deleted it." },
  },
});

@ObjectType({
  simpleResolvers: true,
  description: "Whether it can be ordered now, as far as the POS has told.",
})
export class Availability {
  @Field(() => Boolean, { description: "true: it can be ordered now." })
  available!: boolean;

  @Field(() => Decimal, {
    nullable: true,
    description: "Portions left; null: the POS names no limit.",
  })
  remaining!: string | null;

  @Field(() => UnavailableReason, {
    nullable: true,
    description: "Set exactly when it is not available.",
  })
  reason!: UnavailableReason | null;

  @Field(() => DateTime, {
    nullable: true,
    description: "Since when it is limited or sold out, if the POS tells.",
  })
  since!: Date | null;

  @Field(() => DateTime, {
    nullable: true,
    description: "null: the POS does not tell when it will be back.",
  })
  until!: Date | null;

  @Field(() => DateTime, { description: "When the POS last confirmed it." })
  asOf!: Date;

  @Field(() => Boolean, {
    description:
      "The POS has not told for three minutes what it lacks. Orders are taken nevertheless, and the till decides.",
  })
  stale!: boolean;
}
