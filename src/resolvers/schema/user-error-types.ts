import { Field, InterfaceType, ObjectType, registerEnumType } from "type-graphql";

import { UserErrorCode } from "../../domain/errors/user-error-code";
import { Money } from "./money";
import { OrderClaim } from "./order-claim";
import { RefusalKind } from "./refusal-kind";
import { DateTime, Decimal, Uuid } from "./scalars";
import { Source } from "./source";
import { USER_ERROR_CODES } from "./user-error-codes";

registerEnumType(UserErrorCode, {
  name: "UserErrorCode",
  valuesConfig: USER_ERROR_CODES,
  description:
    "What is wrong: in `userErrors`, in issues of the catalogue, and as the reason for a change in a plan. Values may be added.",
});

@InterfaceType({
  description: "A mistake that the caller can correct. `message` follows Accept-Language (ru, en).",
  resolveType: (value: UserError) => value.constructor.name,
})
export abstract class UserError {
  @Field(() => String, {
    description: "What is wrong, in one sentence that can be shown to the user.",
  })
  message!: string;

  @Field(() => [String], {
    nullable: true,
    description: "Path into the arguments, for example input.lines.0.sizeId.",
  })
  field!: string[] | null;

  @Field(() => UserErrorCode, {
    description:
      "What is wrong, as a code for programs. Values may be added: treat an unknown code as INVALID.",
  })
  code!: UserErrorCode;

  @Field(() => Boolean, { description: "Whether the same call may succeed later without changes." })
  retryable!: boolean;
}

@ObjectType({
  implements: UserError,
  simpleResolvers: true,
  description: "A user error that needs no more than a code, a path and a message.",
})
export class GenericUserError extends UserError {}

@ObjectType({
  implements: UserError,
  simpleResolvers: true,
  description: "A user error about a dish, an option or a price.",
})
export class ItemUserError extends UserError {
  @Field(() => String, {
    nullable: true,
    description:
      "The article concerned; empty if the whole order is concerned, null if there is none.",
  })
  article!: string | null;

  @Field(() => Money, {
    nullable: true,
    description:
      "With PRICE_CHANGED: the current price of one unit or of the whole order, depending on `field`. null if the error is not about a price, or if the price has to be requested again.",
  })
  currentPrice!: Money | null;

  @Field(() => Decimal, {
    nullable: true,
    description:
      "With ITEM_UNAVAILABLE: how much is left for this line, after the earlier lines of the order.",
  })
  availableAmount!: string | null;

  @Field(() => DateTime, {
    nullable: true,
    description:
      "With ITEM_OUTSIDE_HOURS: when the dish is sold again after the wanted time; null if not within a year.",
  })
  availableAt!: Date | null;
}

@ObjectType({
  implements: UserError,
  simpleResolvers: true,
  description: "An error of the POS: it refused or did not answer.",
})
export class UpstreamUserError extends UserError {
  @Field(() => Source, { description: "The system that reported it: the POS." })
  source!: Source;

  @Field(() => String, {
    nullable: true,
    description: "Error code of the POS; null if it gave none.",
  })
  upstreamCode!: string | null;

  @Field(() => String, {
    nullable: true,
    description: "Original message of the POS, for troubleshooting. Do not show it to guests.",
  })
  upstreamMessage!: string | null;

  @Field(() => Uuid, {
    nullable: true,
    description: "The POS's id of the call, which its support asks for; null if the POS gave none.",
  })
  correlationId!: string | null;

  @Field(() => RefusalKind, {
    nullable: true,
    description: "Class of the refusal; null if it is not about an order.",
  })
  reason!: RefusalKind | null;

  @Field(() => String, {
    nullable: true,
    description: "What can be done about it, in the language of `message`.",
  })
  fix!: string | null;
}

@ObjectType({
  implements: UserError,
  simpleResolvers: true,
  description:
    "Somebody else has claimed the order. Nothing was done, so that two people do not enter it.",
})
export class OrderClaimedUserError extends UserError {
  @Field(() => OrderClaim, { description: "Who has claimed the order, and until when." })
  claim!: OrderClaim;
}

@ObjectType({
  implements: UserError,
  simpleResolvers: true,
  description: "The branch is closed when the order is wanted.",
})
export class BranchClosedUserError extends UserError {
  @Field(() => DateTime, {
    nullable: true,
    description: "When it opens next after the wanted time; null if not within a year.",
  })
  opensAt!: Date | null;
}

@ObjectType({
  implements: UserError,
  simpleResolvers: true,
  description: "The branch takes no more orders for the time slot of the wanted time.",
})
export class TimeSlotUserError extends UserError {
  @Field(() => DateTime, {
    nullable: true,
    description:
      "When the next time slot begins that still takes orders; null if there is none within a week.",
  })
  nextSlotAt!: Date | null;
}

@ObjectType({
  implements: UserError,
  simpleResolvers: true,
  description: "The dishes cost less than the branch delivers to this address.",
})
export class BelowMinimumUserError extends UserError {
  @Field(() => Money, { description: "The least sum of dishes, before discounts." })
  minimumSum!: Money;

  @Field(() => Money, { description: "How much is missing: the minimum minus the dishes." })
  missing!: Money;
}
