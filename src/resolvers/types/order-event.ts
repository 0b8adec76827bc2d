import { type ClassType, Field, ID, InterfaceType, Int, ObjectType } from "type-graphql";

import { connectionOf } from "./connection";
import { InjectionState, Observation } from "./order-enums";
import { OrderStatus } from "./order-status";
import { DateTime, EventCursor } from "./scalars";
import { Source } from "./source";
import { UpstreamUserError } from "./user-error";

@InterfaceType({
  description: "One thing that happened to an order. `summary` follows Accept-Language (ru, en).",
  resolveType: (value: OrderEvent) => value.constructor.name,
})
export abstract class OrderEvent {
  @Field(() => ID)
  id!: string;

  @Field(() => ID)
  orderId!: string;

  @Field(() => EventCursor, { description: "Hand it back as `after` to go on from here." })
  cursor!: string;

  @Field(() => Boolean, {
    description:
      "True of the first event after a cursor that is not of this history: a backup was restored, or a failover lost the newest events. What happens from here on is told; read anew what you show. On an order it is the newest status, on a branch a note.",
  })
  freshStart!: boolean;

  @Field(() => DateTime)
  at!: Date;

  @Field(() => Source)
  source!: Source;

  @Field(() => String, { nullable: true, description: "Who did it; null for automation." })
  actor!: string | null;

  @Field(() => String)
  summary!: string;
}

@ObjectType({ implements: OrderEvent, simpleResolvers: true })
export class OrderStatusEvent extends OrderEvent {
  @Field(() => OrderStatus, { nullable: true })
  from!: OrderStatus | null;

  @Field(() => OrderStatus)
  to!: OrderStatus;

  @Field(() => String, { nullable: true })
  rawPosStatus!: string | null;

  @Field(() => Observation)
  observedBy!: Observation;

  @Field(() => Int, {
    nullable: true,
    description: "Set when the news was older than what was known: it changed nothing.",
  })
  lateBySeconds!: number | null;
}

@ObjectType({ implements: OrderEvent, simpleResolvers: true })
export class InjectionEvent extends OrderEvent {
  @Field(() => InjectionState)
  state!: InjectionState;

  @Field(() => Int, { nullable: true })
  attempt!: number | null;

  @Field(() => DateTime, { nullable: true, description: "When the order is sent again; null when nothing is planned." })
  nextAttemptAt!: Date | null;

  @Field(() => UpstreamUserError, { nullable: true, description: "Shown to operators only." })
  error!: UpstreamUserError | null;

  @Field(() => String, { nullable: true, description: "What the person who did it added. Shown to operators only." })
  remark!: string | null;
}

@ObjectType({ implements: OrderEvent, simpleResolvers: true })
export class NoteEvent extends OrderEvent {}

// type-graphql takes interfaces as field types; only its typing of classes does not know abstract ones.
const eventClass = OrderEvent as unknown as ClassType<OrderEvent>;

export const OrderEventConnection = connectionOf("OrderEvent", eventClass, EventCursor);
