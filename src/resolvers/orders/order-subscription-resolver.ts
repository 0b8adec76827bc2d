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
import { AtMost, TOKEN } from "../schema/at-most";
import { EventCursor } from "../schema/scalars";
import { InjectionState } from "./order-enums";
import { OrderEvent, OrderStatusEvent } from "./order-event";
import { publicOrderEvent } from "./public-order-event";

type After = { readonly after?: string | null };

@Resolver()
export class OrderSubscriptionResolver {
  @Subscription(() => OrderEvent, {
    description:
      "All events of an order: replays what came after the cursor, then continues live. Without a cursor, the first event is the current status.",
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
        "Cursor of the last event that you have seen. If omitted, the current status comes first.",
    })
    _after: string | null,
  ): OrderEvent {
    return publicOrderEvent(row, { locale, operator: operatesBranch(viewer, row.branchId) });
  }

  @Subscription(() => OrderEvent, {
    description:
      "All events of a branch's orders: replays what came after the cursor, then continues live; without a cursor it starts now. `states` restricts it to changes to these injection states.",
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
    @Arg("branchId", () => ID, { description: "The branch whose orders to follow: Branch.id." })
    _branchId: string,
    @Arg("after", () => EventCursor, {
      nullable: true,
      description:
        "Cursor of the last event that you have seen. If omitted, the stream starts now.",
    })
    _after: string | null,
    @Arg("states", () => [InjectionState], {
      nullable: true,
      description: "Only changes to one of these injection states. If omitted, all events.",
    })
    _states: InjectionState[] | null,
  ): OrderEvent {
    return publicOrderEvent(row, { locale, operator: operatesBranch(viewer, row.branchId) });
  }

  @Subscription(() => OrderStatusEvent, {
    description: "Changes of the order's status only, for a signed-in guest or an operator.",
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
    @Arg("orderId", () => ID, { description: "The order to follow: Order.id." })
    _orderId: string,
    @Arg("after", () => EventCursor, {
      nullable: true,
      description:
        "Cursor of the last event that you have seen. If omitted, the current status comes first.",
    })
    _after: string | null,
  ): OrderEvent {
    return publicOrderEvent(row, { locale, operator: operatesBranch(viewer, row.branchId) });
  }
}
