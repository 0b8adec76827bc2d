import { type Context } from "../../context";
import { isUuid } from "../../domain/ids";
import { Order } from "../../entities/orders/order";
import { type JobSubjectsLoader } from "../../loaders/jobs/job-subjects-loader";
import { maySeeOrder } from "../../services/orders/read/may-see-order";
import { type EntityType, partOf } from "../entity-type";

/** As `Query.order`: what the caller may not see is looked for as well, and not found either. */
export function orderEntities(subjects: Pick<JobSubjectsLoader, "orders">): EntityType<Context> {
  return {
    name: "Order",
    keys: ["id"],
    objects: Order,
    read: (representations, context) => {
      const orders = subjects.orders(context);
      return Promise.all(
        representations.map(async (named) => {
          const id = partOf(named, "id")?.toLowerCase() ?? "";
          const order = isUuid(id) ? await orders.load(id) : null;
          return order && maySeeOrder(context.viewer, order) ? order : null;
        }),
      );
    },
  };
}
