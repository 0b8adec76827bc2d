import {
  Arg,
  Authorized,
  Ctx,
  ID,
  Resolver,
  Root,
  type SubscribeResolverData,
  Subscription,
} from "type-graphql";

import { type Context } from "../../context";
import { operatesBranch, Scope } from "../../domain/access/viewer";
import { type OrderEventRow } from "../../entities/orders/order-event-row";
import { publicOrderEvent } from "./public-order-event";
import { AtMost, TOKEN } from "../schema/at-most";
import { InjectionState } from "./order-enums";
import { OrderEvent, OrderStatusEvent } from "./order-event";
import { EventCursor } from "../schema/scalars";

type After = { readonly after?: string | null };

@Resolver()
export class OrderSubscriptionResolver {
  @Subscription(() => OrderEvent, {
    description:
      "Replays everything after the cursor, then goes live; the first event is a snapshot when no cursor is given.",
    subscribe: ({
      args,
      context,
    }: SubscribeResolverData<unknown, Record<string, unknown>, Context>) => {
      const { token, after } = args as After & { token: string };
      return context.followOrder.byTrackingToken(context.viewer, token, after);
    },
  })
  trackOrder(
    @Root() row: OrderEventRow,
    @Ctx() { locale, viewer }: Context,
    @AtMost(TOKEN)
    @Arg("token", () => String, {
      description: "The tracking token, as createOrder or renewTrackingToken gave it.",
    })
    _token: string,
    @Arg("after", () => EventCursor, {
      nullable: true,
      description:
        "The cursor of the event that was seen last; left out: the present status comes first.",
    })
    _after: string | null,
  ): OrderEvent {
    return publicOrderEvent(row, { locale, operator: operatesBranch(viewer, row.branchId) });
  }

  @Subscription(() => OrderEvent, {
    description:
      "Everything that happens to a branch's orders: replays what came after the cursor, then goes live; without a cursor it starts now. `states` leaves only these steps of the way to the till.",
    subscribe: ({
      args,
      context,
    }: SubscribeResolverData<unknown, Record<string, unknown>, Context>) => {
      const { branchId, after, states } = args as After & {
        branchId: string;
        states?: InjectionState[] | null;
      };
      return context.followBranch.execute(context.viewer, branchId, after, states);
    },
  })
  @Authorized(Scope.OPERATOR)
  branchOrderEvents(
    @Root() row: OrderEventRow,
    @Ctx() { locale, viewer }: Context,
    @Arg("branchId", () => ID, { description: "The branch whose orders are followed: Branch.id." })
    _branchId: string,
    @Arg("after", () => EventCursor, {
      nullable: true,
      description: "The cursor of the event that was seen last; left out: from now on.",
    })
    _after: string | null,
    @Arg("states", () => [InjectionState], {
      nullable: true,
      description: "Only steps that lead to one of these states; left out: everything.",
    })
    _states: InjectionState[] | null,
  ): OrderEvent {
    return publicOrderEvent(row, { locale, operator: operatesBranch(viewer, row.branchId) });
  }

  @Subscription(() => OrderStatusEvent, {
    description: "The same for the status alone, for a signed-in guest or an operator.",
    subscribe: ({
      args,
      context,
    }: SubscribeResolverData<unknown, Record<string, unknown>, Context>) => {
      const { orderId, after } = args as After & { orderId: string };
      return context.followOrder.statusOf(context.viewer, orderId, after);
    },
  })
  @Authorized(Scope.CUSTOMER)
  orderStatusChanged(
    @Root() row: OrderEventRow,
    @Ctx() { locale, viewer }: Context,
    @Arg("orderId", () => ID, { description: "The order that is followed: Order.id." })
    _orderId: string,
    @Arg("after", () => EventCursor, {
      nullable: true,
      description:
        "The cursor of the event that was seen last; left out: the present status comes first.",
    })
    _after: string | null,
  ): OrderEvent {
    return publicOrderEvent(row, { locale, operator: operatesBranch(viewer, row.branchId) });
  }
}
