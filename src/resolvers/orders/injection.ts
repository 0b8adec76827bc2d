import { Field, ID, Int, ObjectType, registerEnumType } from "type-graphql";

import { MessagePurpose } from "../../entities/orders/staff-message";
import { onlyUuids } from "../schema/older-id";
import { DateTime, Uuid } from "../schema/scalars";
import { UpstreamUserError } from "../schema/user-error-types";
import { FallbackKind } from "../schema/vendor-kinds";
import { AttemptOutcome, InjectionState } from "./order-enums";

registerEnumType(MessagePurpose, {
  name: "DeliveryPurpose",
  description: "Why a message was sent to the staff.",
  valuesConfig: {
    HAND_OVER: { description: "The complete order, to be entered into the till by hand." },
    CORRECTION: {
      description:
        "An earlier message to the same staff is no longer valid, for example because the till has the order after all.",
    },
    ALERT: {
      description:
        "A warning: the order has not reached the till in time, and the gateway is still trying.",
    },
    CANCEL_BY_HAND: {
      description:
        "The order was cancelled, but the till is still working on it: the staff have to cancel it there.",
    },
    TWICE_IN_TILL: {
      description: "The till has two copies of the order: one of them has to be cancelled there.",
    },
  },
});

@ObjectType("InjectionAttempt", {
  simpleResolvers: true,
  description:
    "One attempt to submit an order to the POS. Requests and responses are stored with personal data masked.",
})
export class InjectionAttemptType {
  @Field(() => Int, {
    description: "Number of the attempt, counted from 1 within the order over all retries.",
  })
  number!: number;

  @Field(() => DateTime, { description: "When the attempt began." })
  startedAt!: Date;

  @Field(() => DateTime, {
    nullable: true,
    description:
      "When its outcome became known; null while it is in progress, or if the process died during it.",
  })
  finishedAt!: Date | null;

  @Field(() => Uuid, {
    nullable: true,
    description: "The POS's id of the call, which its support asks for.",
  })
  correlationId!: string | null;

  @Field(() => AttemptOutcome, {
    nullable: true,
    description: "Outcome of the attempt; null while it is in progress.",
  })
  outcome!: AttemptOutcome | null;

  @Field(() => UpstreamUserError, {
    nullable: true,
    description: "What went wrong; null while the attempt is in progress, and if nothing did.",
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
export class StaffMessageType {
  @Field(() => FallbackKind, { description: "The channel over which the message is sent." })
  kind!: string;

  @Field(() => String, {
    description:
      "Address or chat of the recipient, as set in the branch when the message was written.",
  })
  target!: string;

  @Field(() => DateTime, {
    nullable: true,
    description: "When the message was delivered to the channel; null if it was not.",
  })
  sentAt!: Date | null;

  @Field(() => DateTime, {
    nullable: true,
    description:
      "When delivery is tried again, if the channel asked to wait for more than a minute; null once the message is delivered.",
  })
  putOffUntil!: Date | null;

  @Field(() => MessagePurpose, { description: "Purpose of the message." })
  purpose!: MessagePurpose;

  @Field(() => DateTime, {
    nullable: true,
    description: "When somebody acted by a link in this message.",
  })
  acknowledgedAt!: Date | null;

  @Field(() => String, { nullable: true, description: "What was done: ENTERED_BY_HAND or RETRY." })
  acknowledgedBy!: string | null;

  @Field(() => String, {
    nullable: true,
    description:
      "The last error of the channel for this message; null if there was none, or if the message has been delivered since.",
  })
  error!: string | null;
}

@ObjectType({
  simpleResolvers: true,
  description: "Whether the till has the order, and how it got there.",
})
export class Injection {
  orderId!: string;
  branchId!: string;

  @Field(() => InjectionState, { description: "Injection state of the order." })
  state!: InjectionState;

  @Field(() => Uuid, {
    nullable: true,
    description:
      "The order's id in the POS. It is chosen before the order is sent, so it may not exist there yet. null for guests.",
    deprecationReason: onlyUuids("orderIdInPos"),
  })
  posOrderId!: string | null;

  @Field(() => ID, {
    nullable: true,
    description:
      "The order's id in the POS. It is chosen before the order is sent, so it may not exist there yet. null for guests.",
  })
  orderIdInPos!: string | null;

  @Field(() => String, { nullable: true, description: "The order's number in the till." })
  posNumber!: string | null;

  @Field(() => DateTime, {
    nullable: true,
    description:
      "When the gateway will next send or look for the order automatically; null if nothing is scheduled.",
  })
  nextAttemptAt!: Date | null;

  @Field(() => Int, {
    description: "Number of duplicates prevented by checking before a repeated attempt.",
  })
  duplicatesPrevented!: number;

  /** Shown to operators only. */
  fault!: UpstreamUserError | null;
}
