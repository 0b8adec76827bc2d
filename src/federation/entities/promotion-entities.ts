import { type Context } from "../../context";
import { Promotion } from "../../entities/promotions/promotion";
import { type FindPromotions } from "../../services/promotions/find-promotions";
import { type EntityType, partOf } from "../entity-type";

/** As `Query.promotion`, but null for guests. */
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
