import { type ClassType, Field, ID, InterfaceType, Int, ObjectType } from "type-graphql";

import { connectionOf } from "../schema/connection";
import { InjectionState, Observation } from "./order-enums";
import { OrderStatus } from "./order-status";
import { DateTime, EventCursor } from "../schema/scalars";
import { Source } from "../schema/source";
import { UpstreamUserError } from "../schema/user-error";

@InterfaceType({
  description: "One thing that happened to an order. `summary` follows Accept-Language (ru, en).",
  resolveType: (value: OrderEvent) => value.constructor.name,
})
export abstract class OrderEvent {
  @Field(() => ID, {
    description: "Id of the event. `cursor`, not this, is what goes on from here.",
  })
  id!: string;

  @Field(() => ID, { description: "The order that it happened to: Order.id." })
  orderId!: string;

  @Field(() => EventCursor, { description: "Hand it back as `after` to go on from here." })
  cursor!: string;

  @Field(() => EventCursor, {
    nullable: true,
    description:
      "The cursor of what this subscription or page told before it; of the first event the `after` that was handed in. If you have seen another event last, something on the way, such as a router, has lost what was between: subscribe anew after what you have seen. null: nothing was told before it, or the history begins anew.",
  })
  previousCursor!: string | null;

  @Field(() => Boolean, {
    description:
      "True of the first event after a cursor that is not of this history: a backup was restored, or a failover lost the newest events. What happens from here on is told; read anew what you show. On an order it is the newest status, on a branch a note.",
  })
  freshStart!: boolean;

  @Field(() => DateTime, {
    description:
      "When it happened: the time that the restaurant noted for it, else when the gateway learned of it.",
  })
  at!: Date;

  @Field(() => Source, { description: "Which side it comes from." })
  source!: Source;

  @Field(() => String, { nullable: true, description: "Who did it; null for automation." })
  actor!: string | null;

  @Field(() => String, {
    description: "The event in one sentence, to be shown to guests and operators as it is.",
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
    description: "The status before; null: the order was just taken.",
  })
  from!: OrderStatus | null;

  @Field(() => OrderStatus, {
    description: "The status from then on; of late news, the status that the news was about.",
  })
  to!: OrderStatus;

  @Field(() => String, {
    nullable: true,
    description: "The POS's own word for the status; null: it was not the POS that told it.",
  })
  rawPosStatus!: string | null;

  @Field(() => Observation, { description: "How the gateway learned of it." })
  observedBy!: Observation;

  @Field(() => Int, {
    nullable: true,
    description: "Set when the news was older than what was known: it changed nothing.",
  })
  lateBySeconds!: number | null;
}

@ObjectType({
  implements: OrderEvent,
  simpleResolvers: true,
  description: "A step of an order on its way to the till.",
})
export class InjectionEvent extends OrderEvent {
  @Field(() => InjectionState, { description: "The state that the order has come to." })
  state!: InjectionState;

  @Field(() => Int, {
    nullable: true,
    description:
      "The number of the attempt that led to the step: InjectionAttempt.number; null when none did.",
  })
  attempt!: number | null;

  @Field(() => DateTime, {
    nullable: true,
    description: "When the order is sent again; null when nothing is planned.",
  })
  nextAttemptAt!: Date | null;

  @Field(() => UpstreamUserError, { nullable: true, description: "Shown to operators only." })
  error!: UpstreamUserError | null;

  @Field(() => String, {
    nullable: true,
    description: "What the person who did it added. Shown to operators only.",
  })
  remark!: string | null;
}

@ObjectType({
  implements: OrderEvent,
  simpleResolvers: true,
  description:
    "Something worth knowing that is neither a new status nor a step to the till: that the staff were told, for example. `summary` says what.",
})
export class NoteEvent extends OrderEvent {}

@ObjectType({
  implements: OrderEvent,
  simpleResolvers: true,
  description:
    "A person has taken an order on, or has given it back; `actor` says who. What ends by itself, or with what is done to the order, is not told.",
})
export class OrderClaimEvent extends OrderEvent {
  @Field(() => DateTime, {
    nullable: true,
    description: "When the claim ends by itself; null: nobody is at the order any more.",
  })
  until!: Date | null;
}

// type-graphql takes interfaces as field types; only its typing of classes does not know abstract
// ones.
const eventClass = OrderEvent as unknown as ClassType<OrderEvent>;

export const OrderEventConnection = connectionOf("OrderEvent", eventClass, EventCursor);
