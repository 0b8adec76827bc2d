import { Field, ObjectType, registerEnumType } from "type-graphql";

import { UnavailableReason } from "../../domain/catalogue/availability";
import { DateTime, Decimal } from "../schema/scalars";

registerEnumType(UnavailableReason, {
  name: "UnavailableReason",
  description: "Why something cannot be ordered now.",
  valuesConfig: {
    STOP_LIST: {
      description: "The kitchen has run out of it («стоп-лист»), or of something that it needs.",
    },
    OUTSIDE_HOURS: {
      description: "The POS's menu sells it at other times only; `until` says when it begins.",
    },
    NOT_PRICED: { description: "It has no price here and is therefore not sold." },
    OPTIONS_MISSING: {
      description:
        "The catalogue lacks options of a group that the till requires; import them to make it available.",
    },
    NOT_IN_MENU: { description: "The POS menu does not list it, or no longer lists it." },
    HIDDEN: { description: "The POS hides it from guests." },
    DELETED: { description: "The POS has deleted it." },
  },
});

@ObjectType({
  simpleResolvers: true,
  description: "Whether it can be ordered now, as last reported by the POS.",
})
export class Availability {
  @Field(() => Boolean, { description: "Whether it can be ordered now." })
  available!: boolean;

  @Field(() => Decimal, {
    nullable: true,
    description: "Portions left; null if the POS states no limit.",
  })
  remaining!: string | null;

  @Field(() => UnavailableReason, {
    nullable: true,
    description: "Why it is not available; null if it is.",
  })
  reason!: UnavailableReason | null;

  @Field(() => DateTime, {
    nullable: true,
    description: "Since when it has been limited or sold out, if the POS reports that.",
  })
  since!: Date | null;

  @Field(() => DateTime, {
    nullable: true,
    description: "When it will be available again; null if the POS does not report that.",
  })
  until!: Date | null;

  @Field(() => DateTime, { description: "When the POS last confirmed this." })
  asOf!: Date;

  @Field(() => Boolean, {
    description:
      "The POS has not reported its stop list for three minutes. Orders are accepted nevertheless, and the till decides.",
  })
  stale!: boolean;
}
