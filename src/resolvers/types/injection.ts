import { Field, Int, ObjectType, registerEnumType } from "type-graphql";

import { FallbackKind } from "../../entities/branch-settings";
import { DeliveryPurpose } from "../../entities/fallback-delivery";
import { AttemptOutcome, InjectionState } from "./order-enums";
import { DateTime, Uuid } from "./scalars";
import { UpstreamUserError } from "./user-error";

registerEnumType(DeliveryPurpose, { name: "DeliveryPurpose", description: "Why people were written to." });

@ObjectType("InjectionAttempt", {
  simpleResolvers: true,
  description: "One try to put an order into the till. Exchanges are kept with personal data masked.",
})
export class InjectionAttemptType {
  @Field(() => Int)
  number!: number;

  @Field(() => DateTime)
  startedAt!: Date;

  @Field(() => DateTime, { nullable: true })
  finishedAt!: Date | null;

  @Field(() => Uuid, { nullable: true, description: "The POS's id of the call; its support asks for it." })
  correlationId!: string | null;

  @Field(() => AttemptOutcome, { nullable: true, description: "null while the attempt is under way." })
  outcome!: AttemptOutcome | null;

  @Field(() => UpstreamUserError, { nullable: true })
  error!: UpstreamUserError | null;

  /** JSON, masked. */
  requestBody!: string | null;

  /** JSON, masked. */
  responseBody!: string | null;
}

@ObjectType("FallbackDelivery", { simpleResolvers: true, description: "A message to people about one order." })
export class FallbackDeliveryType {
  @Field(() => FallbackKind)
  kind!: FallbackKind;

  @Field(() => String)
  target!: string;

  @Field(() => DateTime, { nullable: true })
  sentAt!: Date | null;

  @Field(() => DateTime, {
    nullable: true,
    description:
      "The channel asked for a pause of more than a minute, and is asked again then; null once it took the message.",
  })
  putOffUntil!: Date | null;

  @Field(() => DeliveryPurpose)
  purpose!: DeliveryPurpose;

  @Field(() => DateTime, { nullable: true, description: "When somebody followed a link of this message and acted." })
  acknowledgedAt!: Date | null;

  @Field(() => String, { nullable: true, description: "What they did: ENTERED_BY_HAND or RETRY." })
  acknowledgedBy!: string | null;

  @Field(() => String, { nullable: true })
  error!: string | null;
}

@ObjectType({ simpleResolvers: true, description: "Does the till have the order, and how did it get there?" })
export class Injection {
  orderId!: string;
  branchId!: string;

  @Field(() => InjectionState)
  state!: InjectionState;

  @Field(() => Uuid, { nullable: true })
  posOrderId!: string | null;

  @Field(() => String, { nullable: true, description: "The number on the till." })
  posNumber!: string | null;

  @Field(() => DateTime, { nullable: true })
  nextAttemptAt!: Date | null;

  @Field(() => Int, { description: "Copies that would have been made without looking before a repeat." })
  duplicatesPrevented!: number;

  /** Shown to operators only. */
  fault!: UpstreamUserError | null;
}
