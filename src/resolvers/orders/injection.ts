import { Field, Int, ObjectType, registerEnumType } from "type-graphql";

import { DeliveryPurpose } from "../../entities/orders/fallback-delivery";
import { AttemptOutcome, InjectionState } from "./order-enums";
import { DateTime, Uuid } from "../schema/scalars";
import { UpstreamUserError } from "../schema/user-error";
import { FallbackKind } from "../schema/vendor-kinds";

registerEnumType(DeliveryPurpose, {
  name: "DeliveryPurpose",
  description: "Why the staff were written to.",
  valuesConfig: {
    HAND_OVER: { description: "The whole order, to be entered into the till by hand." },
    CORRECTION: {
      description:
        "What the same staff were told before does not hold any more: the till has the order after all, for example.",
    },
    ALERT: {
      description:
        "A warning: the order is late on its way to the till, and the gateway is still trying.",
    },
    CANCEL_BY_HAND: {
      description:
        "The order was cancelled and the till goes on with it: the staff have to cancel it there.",
    },
    TWICE_IN_TILL: {
      description: "The till has two copies of the order: one of them has to be cancelled there.",
    },
  },
});

@ObjectType("InjectionAttempt", {
  simpleResolvers: true,
  description:
    "One try to put an order into the till. Exchanges are kept with personal data masked.",
})
export class InjectionAttemptType {
  @Field(() => Int, { description: "Counted from 1 within the order, over all retries." })
  number!: number;

  @Field(() => DateTime, { description: "When the attempt began." })
  startedAt!: Date;

  @Field(() => DateTime, {
    nullable: true,
    description: "When its outcome was known; null: it is under way, or the process died in it.",
  })
  finishedAt!: Date | null;

  @Field(() => Uuid, {
    nullable: true,
    description: "The POS's id of the call; its support asks for it.",
  })
  correlationId!: string | null;

  @Field(() => AttemptOutcome, {
    nullable: true,
    description: "null while the attempt is under way.",
  })
  outcome!: AttemptOutcome | null;

  @Field(() => UpstreamUserError, {
    nullable: true,
    description: "What went wrong; null while the attempt is under way and when nothing did.",
  })
  error!: UpstreamUserError | null;

  /** JSON, masked. */
  requestBody!: string | null;

  /** JSON, masked. */
  responseBody!: string | null;
}

@ObjectType("FallbackDelivery", {
  simpleResolvers: true,
  description: "A message to the staff about one order.",
})
export class FallbackDeliveryType {
  @Field(() => FallbackKind, { description: "The channel that carries the message." })
  kind!: string;

  @Field(() => String, {
    description:
      "The address or chat it goes to, as set in the branch when the message was written.",
  })
  target!: string;

  @Field(() => DateTime, {
    nullable: true,
    description: "When the channel took the message; null: it has not.",
  })
  sentAt!: Date | null;

  @Field(() => DateTime, {
    nullable: true,
    description:
      "The channel asked for a pause of more than a minute, and is asked again then; null once it took the message.",
  })
  putOffUntil!: Date | null;

  @Field(() => DeliveryPurpose, { description: "What the message is for." })
  purpose!: DeliveryPurpose;

  @Field(() => DateTime, {
    nullable: true,
    description: "When somebody followed a link of this message and acted.",
  })
  acknowledgedAt!: Date | null;

  @Field(() => String, { nullable: true, description: "What they did: ENTERED_BY_HAND or RETRY." })
  acknowledgedBy!: string | null;

  @Field(() => String, {
    nullable: true,
    description:
      "What the channel last said against the message; null: nothing, or it has taken it since.",
  })
  error!: string | null;
}

@ObjectType({
  simpleResolvers: true,
  description: "Does the till have the order, and how did it get there?",
})
export class Injection {
  orderId!: string;
  branchId!: string;

  @Field(() => InjectionState, { description: "Where the order is on its way to the till." })
  state!: InjectionState;

  @Field(() => Uuid, {
    nullable: true,
    description:
      "The id that the order has in the POS, or will have there: it is chosen before the order is sent. null for guests.",
  })
  posOrderId!: string | null;

  @Field(() => String, { nullable: true, description: "The number on the till." })
  posNumber!: string | null;

  @Field(() => DateTime, {
    nullable: true,
    description:
      "When the order is sent, or looked for, again by itself; null when nothing is planned.",
  })
  nextAttemptAt!: Date | null;

  @Field(() => Int, {
    description: "Copies that would have been made without looking before a repeat.",
  })
  duplicatesPrevented!: number;

  /** Shown to operators only. */
  fault!: UpstreamUserError | null;
}
