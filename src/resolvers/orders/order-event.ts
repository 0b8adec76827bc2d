import { type ClassType, Field, ID, Int, InterfaceType, ObjectType } from "type-graphql";

import { connectionOf } from "../schema/connection";
import { DateTime, EventCursor } from "../schema/scalars";
import { Source } from "../schema/source";
import { UpstreamUserError } from "../schema/user-error-types";
import { InjectionState, Observation } from "./order-enums";
import { OrderStatus } from "./order-status";

@InterfaceType({
  description: "One thing that happened to an order. `summary` follows Accept-Language (ru, en).",
  resolveType: (value: OrderEvent) => value.constructor.name,
})
export abstract class OrderEvent {
  @Field(() => ID, {
    description: "Id of the event. To continue from here, use `cursor`, not this id.",
  })
  id!: string;

  @Field(() => ID, { description: "The order that the event is about: Order.id." })
  orderId!: string;

  @Field(() => EventCursor, { description: "Pass it as `after` to continue from here." })
  cursor!: string;

  @Field(() => EventCursor, {
    nullable: true,
    description:
      "The cursor of the event that this subscription or page delivered before this one; for the first event, the `after` that you passed. If the last event you saw is a different one, something in between, such as a router, has lost events: subscribe again after the last one you saw. null if nothing was delivered before it, or if the history starts afresh.",
  })
  previousCursor!: string | null;

  @Field(() => Boolean, {
    description:
      "Whether the stream starts afresh because the cursor does not belong to this history: a backup was restored, or a failover lost the newest events. Reload what you show; everything from here on is delivered. It is set on the first event only: the newest status of an order, or a note of a branch.",
  })
  freshStart!: boolean;

  @Field(() => DateTime, {
    description:
      "When it happened: the time recorded by the restaurant or, if there is none, when the gateway learned of it.",
  })
  at!: Date;

  @Field(() => Source, { description: "The system that it comes from." })
  source!: Source;

  @Field(() => String, {
    nullable: true,
    description: "Who did it; null if the gateway did it automatically.",
  })
  actor!: string | null;

  @Field(() => String, {
    description: "The event in one sentence that can be shown to guests and operators.",
  })
  summary!: string;
}

@ObjectType({
  implements: OrderEvent,
  simpleResolvers: true,
  description: "A change of an order's status.",
})
export class OrderStatusEvent extends OrderEvent {
  @Field(() => OrderStatus, {
    nullable: true,
    description: "The previous status; null if the order was just accepted.",
  })
  from!: OrderStatus | null;

  @Field(() => OrderStatus, {
    description: "The new status; for a late report, the reported status.",
  })
  to!: OrderStatus;

  @Field(() => String, {
    nullable: true,
    description: "The status in the POS's own terms; null if it was not reported by the POS.",
  })
  rawPosStatus!: string | null;

  @Field(() => Observation, { description: "How the gateway learned of it." })
  observedBy!: Observation;

  @Field(() => Int, {
    nullable: true,
    description:
      "Set if the report was older than the known status and therefore changed nothing: by how many seconds.",
  })
  lateBySeconds!: number | null;
}

@ObjectType({
  implements: OrderEvent,
  simpleResolvers: true,
  description: "A change of the injection state of an order.",
})
export class InjectionEvent extends OrderEvent {
  @Field(() => InjectionState, { description: "The new injection state." })
  state!: InjectionState;

  @Field(() => Int, {
    nullable: true,
    description: "The attempt that led to this state: InjectionAttempt.number; null if none did.",
  })
  attempt!: number | null;

  @Field(() => DateTime, {
    nullable: true,
    description: "When the order is sent again; null if nothing is scheduled.",
  })
  nextAttemptAt!: Date | null;

  @Field(() => UpstreamUserError, {
    nullable: true,
    description: "The error that led to this state. Shown to operators only.",
  })
  error!: UpstreamUserError | null;

  @Field(() => String, {
    nullable: true,
    description: "Remark of the person who did it. Shown to operators only.",
  })
  remark!: string | null;
}

@ObjectType({
  implements: OrderEvent,
  simpleResolvers: true,
  description:
    "An event that changes neither the status nor the injection state, for example that the staff were notified. `summary` says what happened.",
})
export class NoteEvent extends OrderEvent {}

@ObjectType({
  implements: OrderEvent,
  simpleResolvers: true,
  description:
    "A person has claimed or released an order; `actor` says who. There is no event when a claim expires or ends because something was done to the order.",
})
export class OrderClaimEvent extends OrderEvent {
  @Field(() => DateTime, {
    nullable: true,
    description: "When the claim ends by itself; null if the order was released.",
  })
  until!: Date | null;
}

// type-graphql accepts interfaces as field types; only its class typing does not support abstract
// classes.
const eventClass = OrderEvent as unknown as ClassType<OrderEvent>;

export const OrderEventConnection = connectionOf("OrderEvent", eventClass, EventCursor);
