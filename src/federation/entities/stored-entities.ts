import { type Context } from "../../context";
import { seesBranch } from "../../domain/access/viewer";
import { isUuid } from "../../domain/ids";
import { Branch } from "../../entities/branches/branch";
import { Order } from "../../entities/orders/order";
import { Promotion } from "../../entities/promotions/promotion";
import { type JobSubjectsLoader } from "../../loaders/jobs/job-subjects-loader";
import { maySeeOrder } from "../../services/orders/read/may-see-order";
import { type FindPromotions } from "../../services/promotions/find-promotions";
import { type EntityType, partOf } from "../entity-type";

/** Resolves like `Query.branch`. */
export function branchEntities(subjects: Pick<JobSubjectsLoader, "branches">): EntityType<Context> {
  return {
    name: "Branch",
    keys: ["id"],
    objects: Branch,
    read: (representations, context) => {
      const branches = subjects.branches(context);
      return Promise.all(
        representations.map(async (named) => {
          const id = partOf(named, "id")?.toLowerCase() ?? "";
          const { viewer } = context;
          const branch = isUuid(id) && seesBranch(viewer, id) ? await branches.load(id) : null;
          return branch?.isShownTo(viewer) ? branch : null;
        }),
      );
    },
  };
}

/**
 * Resolves like `Query.order`: orders that the caller may not see are looked up as well, and not
 * found either.
 */
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

/** Resolves like `Query.promotion`, but null for guests. */
export function promotionEntities(promotions: FindPromotions): EntityType<Context> {
  return {
    name: "Promotion",
    keys: ["id"],
    objects: Promotion,
    read: async (representations, { viewer }) => {
      const ids = representations.map((named) => partOf(named, "id")?.toLowerCase() ?? "");
      const found = await promotions.byIds(viewer, ids);
      return ids.map((id) => found.get(id) ?? null);
    },
  };
}
