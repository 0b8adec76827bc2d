import { Ctx, FieldResolver, Resolver, Root } from "type-graphql";

import { type Context } from "../../context";
import { Order } from "../../entities/orders/order";
import { type JobSubjectsLoader } from "../../loaders/jobs/job-subjects-loader";
import { OrderEvent } from "./order-event";

@Resolver(() => OrderEvent)
export class OrderEventResolver {
  constructor(private readonly subjects: JobSubjectsLoader) {}

  /** Anyone who receives news of an order may see it. */
  @FieldResolver(() => Order, {
    nullable: true,
    description:
      "The order as it is now. null only for an event that says that the history of a branch without orders starts afresh.",
  })
  order(@Ctx() context: Context, @Root() { orderId }: OrderEvent): Promise<Order | null> {
    return this.subjects.orders(context).load(orderId);
  }
}
